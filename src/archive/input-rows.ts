/** `input-rows.json`: a sum for every row and column that was read, so that a changed input is named by its cells. */
import { z } from 'zod';
import type { QuarterPackage, SheetSums } from '../model/package.ts';
import { compareText } from './origins.ts';

const sheet = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  /** 32 bits for each row from the top, blank ones too, the lowest byte first, as base64. */
  rows: z.base64(),
  columns: z.array(z.int()),
});

export const inputRowsSchema = z.strictObject({
  schema: z.literal('rm-appraisal/input-rows/1'),
  sheets: z.array(sheet),
});

export type InputRows = z.infer<typeof inputRowsSchema>;

export const inputRowsOf = ({ sums }: Pick<QuarterPackage, 'sums'>): InputRows => ({
  schema: 'rm-appraisal/input-rows/1',
  sheets: sums
    .map(({ source: { file, sheet: name }, rows, columns }) => ({
      file,
      sheet: name,
      rows: Buffer.from(rows.buffer).toString('base64'),
      columns: [...columns],
    }))
    .sort((a, b) => compareText(a.file, b.file) || compareText(a.sheet ?? '', b.sheet ?? '')),
});

/** Where a sheet is no longer what was read. */
export interface SheetChange {
  readonly file: string;
  readonly sheet: string | null;
  /** The rows that differ, as Excel counts them now. */
  readonly rows: readonly number[];
  /** The columns that differ, from 0; empty where rows came or went, since then all of them do. */
  readonly columns: readonly number[];
  /** How many rows there are more than then; less than 0: fewer. */
  readonly more: number;
}

/** The sheets that were read then and now and differ. */
export const sheetChanges = (then: InputRows, now: readonly SheetSums[]): SheetChange[] =>
  now.flatMap((sums) => {
    const { file, sheet: name } = sums.source;
    const before = then.sheets.find((each) => each.file === file && each.sheet === name);
    const change = before === undefined ? null : changeOf(before, sums);
    return change === null ? [] : [{ file, sheet: name, ...change }];
  });

function changeOf(
  then: InputRows['sheets'][number],
  now: SheetSums,
): Pick<SheetChange, 'rows' | 'columns' | 'more'> | null {
  const bytes = Buffer.from(then.rows, 'base64');
  const count = Math.floor(bytes.length / 4);
  const before = (index: number): number => bytes.readInt32LE(index * 4);
  const most = Math.min(count, now.rows.length);
  let first = 0;
  while (first < most && before(first) === now.rows[first]) first += 1;
  let last = 0;
  while (last < most - first && before(count - 1 - last) === now.rows[now.rows.length - 1 - last]) last += 1;
  if (first === count && count === now.rows.length) return null;
  const more = now.rows.length - count;
  const rows: number[] = [];
  for (let index = first; index < now.rows.length - last; index += 1)
    if (more !== 0 || before(index) !== now.rows[index]) rows.push(now.numbers[index] ?? 0);
  const width = Math.max(then.columns.length, now.columns.length);
  const columns =
    more === 0
      ? Array.from({ length: width }, (_, index) => index).filter(
          (index) => then.columns[index] !== now.columns[index],
        )
      : [];
  return { rows, columns, more };
}
