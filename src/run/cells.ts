/** Two workbooks side by side, cell by cell. */
import { bytesInMemory } from '../intake/files/bytes.ts';
import { defaultLimits } from '../intake/files/limits.ts';
import { columnLetter, textOf } from '../intake/files/sheet.ts';
import { openXlsx } from '../intake/files/xlsx/index.ts';

export interface CellDifference {
  readonly sheet: string;
  /** `C7` */
  readonly cell: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The cells whose values differ; null: one of the two is not a workbook that can be read. */
export async function cellDifferences(
  name: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<CellDifference[] | null> {
  const [was, is] = [await cellsOf(name, before), await cellsOf(name, after)];
  if (was === null || is === null) return null;
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => was.get(key) !== is.get(key))
    .map((key) => {
      const [sheet = '', cell = ''] = key.split('\n');
      return { sheet, cell, before: was.get(key) ?? null, after: is.get(key) ?? null };
    });
}

async function cellsOf(name: string, bytes: Uint8Array): Promise<Map<string, string> | null> {
  const { sheets, problems } = await openXlsx(name, bytesInMemory(Buffer.from(bytes)), defaultLimits);
  if (problems.length > 0) return null;
  const cells = new Map<string, string>();
  for (const sheet of sheets)
    for await (const rows of sheet.rows(() => {}))
      for (const row of rows)
        for (const [column, cell] of row.cells.entries()) {
          const text = textOf(cell);
          if (text !== '') cells.set(`${sheet.name}\n${columnLetter(column)}${row.number}`, text);
        }
  return cells;
}
