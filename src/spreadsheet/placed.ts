/** The result of laying out a book: all that `writer.ts` needs to know. */
import type { DrawnChart } from './charts.ts';
import type { Mark } from './sheet.ts';
import type { Format, PageKind, Style } from './style.ts';

/** What a cell holds: a number or a text; null: nothing. */
export type Held = string | number | null;

/** A formula as XML holds it: the pieces between which the number of its row stands, the same for all rows of most columns. */
export type PlacedFormula = readonly string[] | null;

/** The cells of a column from one row down: of all rows of a list, or of one row only. */
export interface PlacedCells {
  readonly column: number;
  readonly values: readonly Held[];
  readonly formulas: readonly PlacedFormula[];
  readonly styles: readonly Style[];
}

export interface PlacedRow {
  /** From 1. */
  readonly row: number;
  /** Points. */
  readonly height: number;
  /** From left to right; the row's own are the ones at this place among them. */
  readonly cells: readonly PlacedCells[];
  readonly at: number;
}

export interface PlacedLink {
  readonly row: number;
  readonly column: number;
  /** `#'sheet'!A1`, or a file's relative address. */
  readonly target: string;
}

export interface PlacedDropDown {
  readonly row: number;
  readonly column: number;
  readonly choices: readonly string[];
}

export interface PlacedTable {
  readonly name: string;
  readonly row: number;
  readonly rows: number;
  readonly headers: readonly string[];
}

export interface PlacedEntry {
  readonly column: number;
  readonly firstRow: number;
  readonly format: Format;
  /** Null: no drop-down. */
  readonly choices: readonly string[] | null;
  readonly open: boolean;
}

export interface PlacedSheet {
  readonly name: string;
  readonly kind: PageKind;
  /** From top to bottom; what is empty and of the usual height may be left out. */
  readonly rows: readonly PlacedRow[];
  readonly widths: readonly number[];
  /** How many columns are printed, from the first on. */
  readonly printed: number;
  /** How many pages side by side its columns are printed on. */
  readonly pagesWide: number;
  /** The rows after which a page ends. */
  readonly breaks: readonly number[];
  readonly merges: readonly string[];
  readonly links: readonly PlacedLink[];
  readonly dropDowns: readonly PlacedDropDown[];
  readonly tables: readonly PlacedTable[];
  readonly marks: readonly {
    readonly range: string;
    readonly marks: readonly { word: string; mark: Mark }[];
  }[];
  /** The columns of a list to be filled in, from its first free row on. */
  readonly entries: readonly PlacedEntry[];
  readonly charts: readonly DrawnChart[];
  /** The header row that is repeated on every printed page; null where there is no single one. */
  readonly headerRow: number | null;
  /** How many rows and columns stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** From where it is printed. */
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface PlacedBook {
  readonly title: string;
  readonly foot: readonly [string, string];
  readonly sheets: readonly PlacedSheet[];
}
