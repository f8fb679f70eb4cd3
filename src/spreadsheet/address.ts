/** Cell addresses as formulas and links write them. */

export interface Place {
  /** The sheet's name as its tab shows it. */
  readonly sheet: string;
  /** Both from 1. */
  readonly row: number;
  readonly column: number;
}

// Every cell asks.
const known: string[] = [];

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  known[column] ??= column === 0 ? '' : lettersOf(column);
  return known[column];
}

const lettersOf = (column: number): string =>
  columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

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
