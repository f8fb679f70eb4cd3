/** Source rows as an archive names them: once each, by file, sheet and row, whatever order a rule met them in. */
import type { RowOrigin, Source } from '../model/table.ts';

interface Origin {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const bySource = (a: Source, b: Source): number =>
  compareText(a.file, b.file) || compareText(a.sheet ?? '', b.sheet ?? '');

/** Each row once, in order. */
export function originsOf(rows: readonly RowOrigin[]): Origin[] {
  const sorted = [...rows].sort((a, b) => bySource(a.source, b.source) || a.row - b.row);
  const once = sorted.filter((row, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.row !== row.row || bySource(before.source, row.source) !== 0;
  });
  return once.map(({ source: { file, sheet }, row }) => ({ file, sheet, row }));
}

/** `5-18,20`: rows in any order as ranges, each once. */
export function rangesOf(rows: readonly number[]): string {
  // Whole numbers in an array of their own are sorted without a comparison by anybody.
  const sorted = Uint32Array.from(rows).sort();
  const ranges: string[] = [];
  for (let index = 0; index < sorted.length; ) {
    const first = sorted[index] ?? 0;
    let last = first;
    for (; index < sorted.length && (sorted[index] ?? 0) <= last + 1; index += 1) last = sorted[index] ?? 0;
    ranges.push(last === first ? `${first}` : `${first}-${last}`);
  }
  return ranges.join(',');
}
