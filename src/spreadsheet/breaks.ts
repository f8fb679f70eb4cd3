/** Where a printed page ends, so that what fits on one page is not split over two: a table, a form, a row of charts. */
import type { Block, Sheet } from './sheet.ts';
import { heightAt, pages } from './style.ts';

/** A row as it is laid out: its number, from 1, and its points. */
interface LaidRow {
  readonly row: number;
  readonly height: number;
}

/** What begins something that would be lost at the foot of a page. */
export const leads = ({ kind }: Block): boolean =>
  ['way', 'title', 'heading', 'text', 'space'].includes(kind);

/** So many rows of a long list stand with its header at least. */
const fewest = 3;

/** The first rows of what belongs together: each block with the headings and sentences before it. */
function groupsOf(blocks: readonly Block[], starts: readonly number[]): { first: number; block: Block }[] {
  const groups: { first: number; block: Block }[] = [];
  let first: number | null = null;
  blocks.forEach((block, index) => {
    first ??= starts[index] ?? 1;
    if (leads(block)) return;
    groups.push({ first, block });
    first = null;
  });
  return groups;
}

/** The rows after which a page ends. A list that no page holds begins where there is room for a few of its rows. */
export function breaksOf(
  { kind, blocks }: Pick<Sheet, 'kind' | 'blocks'>,
  starts: readonly number[],
  rows: readonly LaidRow[],
  widths: readonly number[],
): number[] {
  if (pages[kind].onePage) return [];
  const room = heightAt(kind, widths);
  const groups = groupsOf(blocks, starts);
  const breaks: number[] = [];
  let used = 0;
  groups.forEach(({ first, block }, index) => {
    const next = groups[index + 1]?.first ?? Number.POSITIVE_INFINITY;
    const heights = rows.flatMap(({ row, height }) => (row >= first && row < next ? [height] : []));
    const sum = (some: readonly number[]): number => some.reduce((all, each) => all + each, 0);
    const whole = sum(heights);
    const listed = block.kind === 'list' ? block.rows + (block.totals === null ? 0 : 1) : 0;
    const needed =
      whole <= room ? whole : sum(heights.slice(0, heights.length - Math.max(0, listed - fewest)));
    if (used > 0 && used + needed > room) {
      breaks.push(first - 1);
      used = 0;
    }
    for (const height of heights) used = used + height > room ? height : used + height;
  });
  return breaks;
}
