/**
 * A book without its cells: what the workbook library is given. Most workbooks of a run differ here in a few words
 * only (who, how far down a list reaches), so these are left blank: workbooks with the same blanks share one frame.
 */
import { cellAddress, rangeAddress } from './address.ts';
import type { PlacedBook, PlacedDropDown, PlacedSheet } from './placed.ts';
import type { PageKind, Tone } from './style.ts';
import { escaped } from './xml.ts';

export interface SheetOutline {
  readonly name: string;
  readonly kind: PageKind;
  readonly pagesWide: number;
  readonly headerRow: number | null;
  readonly frozen: PlacedSheet['frozen'];
  readonly firstRow: number;
  /** The last cell that is printed, its row fixed: `K$12`. */
  readonly lastCell: string;
  readonly tables: readonly {
    readonly name: string;
    readonly range: string;
    readonly headers: readonly string[];
  }[];
  readonly marks: readonly {
    readonly range: string;
    readonly marks: readonly { readonly word: string; readonly tone: Tone }[];
  }[];
  readonly dropDowns: readonly {
    readonly range: string;
    readonly choices: readonly string[];
    /** Other words are accepted too. */
    readonly open: boolean;
  }[];
}

export interface Outline {
  readonly title: string;
  readonly foot: readonly [left: string, right: string];
  readonly sheets: readonly SheetOutline[];
}

// A character that no text of a workbook holds: see `clean.ts`.
const edge = '\uffff';

/** Words taken out of an outline; a blank in their place says which. */
export class Blanks {
  readonly #words: string[] = [];

  add(word: string): string {
    return `${edge}${this.#words.push(word) - 1}${edge}`;
  }

  /** Puts the words back into XML. */
  fill(xml: string): string {
    if (!xml.includes(edge)) return xml;
    return xml
      .split(edge)
      .map((piece, index) => (index % 2 === 0 ? piece : escaped(this.#words[Number(piece)] ?? '')))
      .join('');
  }
}

/** A text in a page foot: `&` starts a code there, and a digit right after a font size would belong to the size. */
const footText = (text: string): string => ` ${text.replaceAll('&', '&&').slice(0, 90)}`;

/** A header as a table writes the name of its column: Excel repairs one whose line breaks are written as they are. */
const columnName = (header: string): string => header.replaceAll('\n', '_x000a_');

/** As far down as a drop-down reaches. */
const lastEntry = 10_000;

/** A drop-down over cells one under the other. */
interface JoinedDropDown {
  readonly column: number;
  readonly first: number;
  last: number;
  readonly choices: readonly string[];
}

/**
 * Cells one under the other with the same choices are one drop-down. The library would join them as well, but in the order
 * of their addresses as texts, J10 before J6, so that two rules came to lie over one cell; Excel allows one.
 */
function joinedDropDowns(dropDowns: readonly PlacedDropDown[]): JoinedDropDown[] {
  const joined: JoinedDropDown[] = [];
  const lowest = new Map<number, JoinedDropDown>();
  for (const { row, column, choices } of dropDowns) {
    const above = lowest.get(column);
    if (above?.last === row - 1 && above.choices.join() === choices.join()) above.last = row;
    else {
      const begun: JoinedDropDown = { column, first: row, last: row, choices };
      lowest.set(column, begun);
      joined.push(begun);
    }
  }
  return joined;
}

function sheetOutline(placed: PlacedSheet, blanks: Blanks): SheetOutline {
  const { kind, pagesWide, headerRow, frozen, firstRow, entries, dropDowns } = placed;
  return {
    name: placed.name,
    kind,
    pagesWide,
    headerRow,
    frozen,
    firstRow,
    lastCell: blanks.add(cellAddress(placed.lastRow, placed.printed).replace(/(\d+)$/, '$$$1')),
    tables: placed.tables.map(({ name, row, rows, headers }) => ({
      name,
      range: blanks.add(rangeAddress(row, 1, row + rows, headers.length)),
      headers: headers.map(columnName),
    })),
    marks: placed.marks.map(({ range, marks }) => ({
      range: blanks.add(range),
      marks: marks.map(({ word, mark }) => ({ word, tone: mark.tone })),
    })),
    dropDowns: [
      ...entries.flatMap(({ column, firstRow, choices, open }) =>
        choices === null ? [] : [{ range: rangeAddress(firstRow, column, lastEntry, column), choices, open }],
      ),
      ...joinedDropDowns(dropDowns).map(({ column, first, last, choices }) => ({
        range: first === last ? cellAddress(first, column) : rangeAddress(first, column, last, column),
        choices,
        open: false,
      })),
    ],
  };
}

/** The outline of a book, and what is to be filled into its blanks. */
export function outlineOf(book: PlacedBook): { readonly outline: Outline; readonly blanks: Blanks } {
  const blanks = new Blanks();
  const [left, right] = book.foot;
  return {
    outline: {
      title: blanks.add(book.title),
      foot: [blanks.add(footText(left)), blanks.add(footText(right))],
      sheets: book.sheets.map((sheet) => sheetOutline(sheet, blanks)),
    },
    blanks,
  };
}
