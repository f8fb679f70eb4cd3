/**
 * A sheet as plain data: blocks from top to bottom, made of cells. No sheet knows the workbook library, its own
 * addresses or the language it will be shown in: `place.ts` works out the addresses and resolves formulas and words,
 * `writer.ts` writes what was placed.
 */
import type { Day } from '../model/calendar.ts';
import type { Text } from '../model/text.ts';
import type { Format, Look, PageKind, Tone } from './style.ts';

/**
 * A formula as literal text and references, so that a sheet can refer to a cell whose address is not known yet. A word
 * of the tool in it becomes a text in quotes. Text from inputs never stands in one.
 */
export type Formula = readonly (string | Reference | Text)[];

export type Reference =
  /** The cell of this column in the same row of the same list. */
  | { readonly here: string }
  /** The header of this column of the same list. */
  | { readonly header: string }
  /** All data cells of a list's column, wherever the list stands in the workbook. */
  | { readonly list: string; readonly column: string }
  /** The cell that carries this anchor. */
  | { readonly anchor: string };

/** `formula\`SUM(${{ list: 'deposits', column: 'yearAverage' }})/10000\``; a formula may stand within one. */
export const formula = (
  texts: TemplateStringsArray,
  ...between: readonly (Formula | Reference | Text | string | number)[]
): Formula => {
  const parts: Formula[number][] = [];
  texts.forEach((text, index) => {
    parts.push(text);
    const part = between[index];
    if (part === undefined) return;
    if (isFormula(part)) parts.push(...part);
    else parts.push(typeof part === 'number' ? String(part) : part);
  });
  return parts;
};

const isFormula = (part: Formula | Reference | Text | string | number): part is Formula =>
  Array.isArray(part);

export type Link =
  /** A place in this workbook: a sheet, or the cell on it that carries an anchor. */
  | { readonly sheet: string }
  | { readonly anchor: string }
  /** A file, relative to this workbook, with forward slashes; and in a workbook the sheet and the cell to open it at. */
  | { readonly file: string; readonly sheet?: Text | undefined; readonly cell?: string | undefined };

export interface Cell {
  /** What is shown, or with a formula its value as the engine has it. A day stands as its ISO text. */
  readonly value: string | number | Text | Day | null;
  readonly format: Format;
  readonly formula?: Formula | undefined;
  readonly look?: Look | undefined;
  readonly tone?: Tone | undefined;
  readonly link?: Link | undefined;
  /** A name for this cell, unique in the workbook. */
  readonly anchor?: string | undefined;
  /** Steps to the right, for parts of a group. */
  readonly indent?: number | undefined;
  /** A cell of a locked sheet that a reader fills in; with `choices` from a drop-down of these words. */
  readonly open?: true | undefined;
  readonly choices?: readonly Text[] | undefined;
}

/** What is to be said of a cell, but for what it holds. */
export type CellKind = Omit<Cell, 'value'>;

/** Cells that differ by what they hold only: thousands of them need not be made one by one. */
export interface AlikeCells {
  readonly like: Pick<CellKind, 'format' | 'formula' | 'look' | 'tone' | 'indent'>;
  readonly values: readonly Cell['value'][];
}

/** A word with its colour: the colour repeats what the word says. */
export interface Mark {
  readonly text: Text;
  readonly tone: Tone;
}

/** How what is typed under a header is kept and shown; with `choices` from a drop-down. */
interface Entry {
  readonly format: Format;
  readonly choices?: readonly Text[] | undefined;
  /** Other words than the choices are accepted too. */
  readonly open?: boolean | undefined;
}

export interface ListColumn {
  /** Unique in its list; formulas name it. */
  readonly key: string;
  readonly header: Text;
  /** Bounds of the width, in digits of the body font; Chinese characters count double. */
  readonly width?: readonly [least: number, most: number] | undefined;
  /** The words of this column that are coloured; the colour follows the word when a formula changes it. */
  readonly marks?: readonly Mark[] | undefined;
  /** One of the first columns, which say whose row it is: in view at every scroll, and on every page. */
  readonly names?: true | undefined;
  /** One of the last columns, which are read on the screen: it is not printed. */
  readonly onScreen?: true | undefined;
  /** Of a list without rows that a reader is to fill in. */
  readonly entry?: Entry | undefined;
}

/** A column of a list with its cells, from the first row on. */
export interface FilledColumn extends ListColumn {
  readonly cells: readonly Cell[] | AlikeCells;
}

/** Rows of one kind under a header: an Excel table with a stable name. */
export interface List {
  readonly kind: 'list';
  /** Unique in the workbook; the Excel table's name is made from it. */
  readonly id: string;
  readonly columns: readonly FilledColumn[];
  /** So many cells each column has. */
  readonly rows: number;
  /** A row of sums under the list. */
  readonly totals: readonly Cell[] | null;
  /** Shown in the place of rows where there are none. */
  readonly empty: Text;
}

/** A cell of a form and how many columns of the sheet's grid it takes. */
export interface FormCell extends Cell {
  readonly span: number;
}

/** Cells that a chart is drawn over: a list's column, or the cells between two anchors in a row or in a column. */
export type ChartCells =
  | { readonly list: string; readonly column: string }
  | { readonly from: string; readonly to: string };

export type ChartShape =
  | 'line'
  /** Upright, beside each other or on top of each other. */
  | 'column'
  | 'stacked-column'
  /** Lying, the first category on top. */
  | 'stacked-bar';

export interface ChartSeries {
  /** Without a name the header of the list's column. */
  readonly name?: Text | undefined;
  readonly values: ChartCells;
  /** A colour that means something; without it the next one of the palette. */
  readonly tone?: Tone | undefined;
}

/** A chart over cells of the workbook: the spreadsheet program draws it, so it follows the cells. */
export interface Chart {
  readonly shape: ChartShape;
  readonly title: Text;
  /** The words along the axis. */
  readonly categories: ChartCells;
  readonly series: readonly ChartSeries[];
  /** How the value axis writes its numbers. */
  readonly format: Format;
  /** Writes each value at its point or bar. */
  readonly labels?: true | undefined;
}

export type Block =
  /** The way back to another sheet of the workbook: above all else, always in view, not printed. */
  | { readonly kind: 'way'; readonly to: string; readonly text: Text }
  | { readonly kind: 'title'; readonly text: Text; readonly lines: readonly Text[] }
  | { readonly kind: 'heading'; readonly text: Text }
  /** A paragraph across the sheet. */
  | { readonly kind: 'text'; readonly text: Text; readonly tone?: Tone | undefined }
  | List
  /** Rows of a form: cells that may span columns of the grid. Never data that a reader would sort or filter. */
  | {
      readonly kind: 'form';
      readonly rows: readonly { readonly cells: readonly FormCell[]; readonly height?: number | undefined }[];
    }
  /** Charts side by side, each with its part of the sheet's width; so many rows high (15 without `rows`). */
  | { readonly kind: 'charts'; readonly charts: readonly Chart[]; readonly rows?: number | undefined }
  | { readonly kind: 'space' };

export interface Sheet {
  readonly id: string;
  readonly name: Text;
  /** The name comes from a policy, not from the tool. */
  readonly given?: true | undefined;
  /** How it is shown, printed and protected. */
  readonly kind: PageKind;
  readonly blocks: readonly Block[];
  /** Shorter versions of the blocks, the fullest first: taken where the longer ones do not fit the page in a language. */
  readonly shorter?: readonly (() => readonly Block[])[] | undefined;
}

export interface Book {
  readonly title: Text;
  /** What stands at the left and at the right of every page's foot. */
  readonly foot: readonly [left: Text, right: Text];
  readonly sheets: readonly Sheet[];
}
