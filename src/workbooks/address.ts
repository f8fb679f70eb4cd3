/** Cell addresses as formulas and links write them. */

export interface Place {
  /** The sheet's name as its tab shows it. */
  readonly sheet: string;
  /** Both from 1. */
  readonly row: number;
  readonly column: number;
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`;

export const rangeAddress = (top: number, left: number, bottom: number, right: number): string =>
  `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;

const fixed = (row: number, column: number): string => `$${columnLetters(column)}$${row}`;

const prefix = (sheet: string, from: string): string =>
  sheet === from ? '' : `'${sheet.replaceAll("'", "''")}'!`;

/** A cell as a formula on the sheet `from` names it. */
export const fixedCell = (place: Place, from: string): string =>
  prefix(place.sheet, from) + fixed(place.row, place.column);

/** The cells of one column from a place down to a row. */
export const fixedColumn = (place: Place, lastRow: number, from: string): string =>
  `${prefix(place.sheet, from)}${fixed(place.row, place.column)}:${fixed(lastRow, place.column)}`;
