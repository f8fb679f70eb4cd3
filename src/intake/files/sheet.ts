/**
 * What every reader of files hands on: sheets of cells with addresses, and nothing of the format they came from.
 * A reader for another format, or a better one for the same, is one more function that returns a `RawFile`.
 */
import type { Day } from '../../model/calendar.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** A cell that holds no usable value: an Excel error, a formula that was never calculated, a text cut in a character. */
export interface BadCell {
  readonly bad: 'excel-error' | 'no-cached-value' | 'half-character';
  /** `#N/A`, the formula, or what can be read of the text. */
  readonly text: string;
}

/** A number that the workbook shows as a date. */
interface DateCell {
  readonly date: Day;
}

/** Numbers are as Excel stores them (15 digits are meant); texts are as the file has them; null is an empty cell. */
export type Cell = string | number | boolean | null | DateCell | BadCell;

export interface RawRow {
  /** The row as Excel counts it; in a CSV file the first physical line of the record. */
  readonly number: number;
  /** Column A first. */
  readonly cells: readonly Cell[];
}

/** A merged range; rows count from 1, columns from 0 like `RawRow.cells`. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface RawSheet {
  /** null: the file is the sheet (CSV). */
  readonly name: string | null;
  /** `UTF-8`, `GB18030`, …; null for a workbook. */
  readonly encoding: string | null;
  readonly empty: boolean;
  readonly merges: readonly Merge[];
  /** What is hidden, as far as the rows were read. */
  hidden(): { readonly sheet: boolean; readonly rows: number; readonly columns: number };
  /** The day of an Excel serial number; null where numbers are never serials (CSV). */
  readonly dayOfSerial: ((serial: number) => Day | null) | null;
  /**
   * All rows in order, blank ones too, in batches. `report` receives what goes wrong on the
   * way (a broken quote, damage); rows may still come after it. Every call begins with the first row.
   */
  rows(report: (problem: Diagnostic) => void): AsyncIterable<readonly RawRow[]>;
  /** How much of it the rows so far are, 0 to 1; a reader that holds the sheet whole leaves it out. */
  shareRead?(): number;
}

/** A file's sheets, or why there are none. */
export interface RawFile {
  readonly sheets: readonly RawSheet[];
  readonly problems: readonly Diagnostic[];
}

export const isBad = (cell: Cell): cell is BadCell =>
  typeof cell === 'object' && cell !== null && 'bad' in cell;

export const isDate = (cell: Cell): cell is DateCell =>
  typeof cell === 'object' && cell !== null && 'date' in cell;

/** The cell as a person would read it; an empty cell is `''`. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return isDate(cell) ? cell.date : cell.text;
}

/** Nothing but white space. */
export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** `A`, `B`, … `AA` for the column with this index from 0. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
