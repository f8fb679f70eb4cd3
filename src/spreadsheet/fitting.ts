/** Whether blocks of text, forms and charts fit the page of their kind, before anything is placed. */
import type { Lang, Text } from '../model/text.ts';
import { cellHeight } from './canvas.ts';
import { contentOf } from './content.ts';
import { gapBefore } from './references.ts';
import type { Block, Cell, Sheet } from './sheet.ts';
import { chartRow, chartRows, heightOn, type PageKind, smallGap } from './style.ts';
import { equalWidths, lineWidth, total } from './widths.ts';

/** How a line under the title is set in so wide a sheet: one that does not fit would be cut off on paper. */
export const lineLook = (text: string, room: number): 'line' | 'longLine' =>
  lineWidth(text) > room ? 'longLine' : 'line';

function heightOf(blocks: readonly Block[], kind: PageKind, lang: Lang): number {
  const widths = equalWidths(kind);
  const cell = (each: Cell, from: number, span: number): number =>
    cellHeight(each, contentOf(each.value, each.format, lang), total(widths.slice(from, from + span)));
  const line = (value: Text, look: Cell['look']): number =>
    cell({ value, format: 'text', look }, 0, widths.length);
  const own = (block: Block): number => {
    switch (block.kind) {
      case 'title':
        return block.lines.reduce(
          (sum, each) => sum + line(each, lineLook(each[lang], total(widths))),
          line(block.text, 'title'),
        );
      case 'heading':
        return line(block.text, 'heading');
      case 'text':
        return line(block.text, 'paragraph');
      case 'charts':
        return (block.rows ?? chartRows) * chartRow;
      case 'form':
        return block.rows.reduce((sum, { cells, height }) => {
          let at = 0;
          const heights = cells.map((each) => {
            at += each.span;
            return cell(each, at - each.span, each.span);
          });
          return sum + (height ?? Math.max(0, ...heights));
        }, 0);
      case 'space':
        return smallGap;
      default:
        throw new Error(`a ${block.kind} has no place on a page of one column grid`);
    }
  };
  return blocks.reduce(
    (sum, block, index) => sum + own(block) + smallGap * gapBefore(block, blocks[index - 1]),
    0,
  );
}

/**
 * The first version of a sheet, from the fullest to the shortest, that fits its page in a language; else the last. Each is
 * shorter than the one before it, so that few of them have to be made.
 */
export function fitting({ kind, blocks, shorter = [] }: Sheet, lang: Lang): readonly Block[] {
  const fits = (version: readonly Block[]): boolean => heightOf(version, kind, lang) <= heightOn(kind);
  if (shorter.length === 0 || fits(blocks)) return blocks;
  let [from, to] = [0, shorter.length - 1];
  let chosen = shorter[to]?.() ?? blocks;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const version = shorter[middle]?.() ?? blocks;
    if (fits(version)) [to, chosen] = [middle, version];
    else from = middle + 1;
  }
  return chosen;
}
