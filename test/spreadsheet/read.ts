/** Reading workbooks back with a second reader, as tables of what a person sees and as cells. */
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { unbroken } from '../../src/spreadsheet/measure.ts';

export const open = (bytes: Uint8Array): WorkBook =>
  read(bytes, { type: 'buffer', cellFormula: true, cellNF: true, cellStyles: false });

export function sheetOf(book: WorkBook, name: string): WorkSheet {
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error(`no sheet ${name} in ${book.SheetNames.join(', ')}`);
  return sheet;
}

export interface Located {
  readonly sheet: string;
  readonly address: string;
  readonly cell: CellObject;
}

export const cellsOf = (book: WorkBook): Located[] =>
  book.SheetNames.flatMap((sheet) =>
    Object.entries(sheetOf(book, sheet))
      .filter(([address]) => !address.startsWith('!'))
      .map(([address, cell]) => ({ sheet, address, cell: cell as CellObject })),
  );

/** Every text on every sheet, sheet names included. */
export const textsOf = (book: WorkBook): string[] => [
  ...book.SheetNames,
  ...cellsOf(book).flatMap(({ cell }) => (cell.t === 's' ? [String(cell.v)] : [])),
];

type Value = string | number | boolean | null;

/** The rows of a sheet as arrays of values. */
export const rowsOf = (book: WorkBook, name: string): Value[][] =>
  utils.sheet_to_json(sheetOf(book, name), { header: 1, raw: true, defval: null, blankrows: false });

/** The rows under the header whose first column is `first`, by header; `which`: of several such headers. */
export function listOf(book: WorkBook, name: string, first: string, which = 0): Record<string, Value>[] {
  const rows = rowsOf(book, name);
  const at = rows.flatMap((row, index) => (row[0] === first ? [index] : []))[which];
  if (at === undefined) throw new Error(`no list that begins with ${first} on ${name}`);
  const headers = rows[at] ?? [];
  return rows
    .slice(at + 1)
    .map((row) =>
      Object.fromEntries(
        headers.flatMap((header, index) =>
          header === null ? [] : [[unbroken(String(header)), row[index] ?? null]],
        ),
      ),
    );
}
