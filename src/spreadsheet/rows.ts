/**
 * The cells of a sheet as XML (ECMA-376, SpreadsheetML `sheetData`), written here because they are nearly all of a
 * workbook: everything around them is the library's, in `frame.ts`.
 */
import { columnLetters, rangeAddress } from './address.ts';
import { type Ink, type Stamp, stamp } from './ink.ts';
import type { Held, PlacedFormula, PlacedRow } from './placed.ts';
import type { Style } from './style.ts';
import { xmlHead } from './xml.ts';

/** The texts of a workbook, each once; cells hold their places. */
export class SharedTexts {
  readonly #places = new Map<string, number>();
  #uses = 0;

  /** The place of a text. */
  add(text: string): number {
    this.#uses += 1;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  /** `xl/sharedStrings.xml` */
  write(ink: Ink): void {
    ink.markup(xmlHead);
    ink.markup(`<sst xmlns="${main}" count="${this.#uses}" uniqueCount="${this.#places.size}">`);
    for (const text of this.#places.keys()) {
      ink.stamp(keepsSpace(text) ? stamps.spacedText : stamps.text);
      ink.text(text);
      ink.stamp(stamps.textEnd);
    }
    ink.markup('</sst>');
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const keepsSpace = (text: string): boolean => text.includes('\n') || text.trim() !== text;

/** What a cell needs of its workbook: where its text stands, and the number of its style. */
export interface Shared {
  readonly texts: SharedTexts;
  readonly styles: readonly (number | undefined)[];
}

const stamps = {
  text: stamp('<si><t>'),
  spacedText: stamp('<si><t xml:space="preserve">'),
  textEnd: stamp('</t></si>'),
  formula: stamp('><f>'),
  formulaOfText: stamp(' t="str"><f>'),
  formulaEnd: stamp('</f></c>'),
  formulaValue: stamp('</f><v>'),
  number: stamp('><v>'),
  sharedText: stamp(' t="s"><v>'),
  valueEnd: stamp('</v></c>'),
  empty: stamp('/>'),
} as const;

/** The content of a cell. A text is never a formula, whatever it begins with: only `formula` makes one. */
function writeContent(value: Held, formula: PlacedFormula, row: number, texts: SharedTexts, ink: Ink): void {
  if (formula !== null) {
    ink.stamp(typeof value === 'string' ? stamps.formulaOfText : stamps.formula);
    for (let at = 0; at < formula.length; at += 1) {
      if (at > 0) ink.whole(row);
      ink.markup(formula[at] ?? '');
    }
    ink.stamp(value === null ? stamps.formulaEnd : stamps.formulaValue);
    if (value === null) return;
    if (typeof value === 'number') ink.number(value);
    else ink.text(value);
    ink.stamp(stamps.valueEnd);
  } else if (value === null) ink.stamp(stamps.empty);
  else if (typeof value === 'number') {
    ink.stamp(stamps.number);
    ink.number(value);
    ink.stamp(stamps.valueEnd);
  } else {
    ink.stamp(stamps.sharedText);
    ink.whole(texts.add(value));
    ink.stamp(stamps.valueEnd);
  }
}

/** Stamps that differ by a number, each made when it is first asked for. */
function stampsBy(markup: (number: number) => string): (number: number) => Stamp {
  const made: Stamp[] = [];
  return (number) => {
    made[number] ??= stamp(markup(number));
    return made[number];
  };
}

/** How a cell of a column begins, up to the number of its row; and its style. */
const startOf = stampsBy((column) => `<c r="${columnLetters(column)}`);
const styledAs = stampsBy((style) => `" s="${style}"`);

/** `sheetData`: the rows of a sheet from top to bottom. */
export function writeRows(rows: readonly PlacedRow[], { texts, styles }: Shared, ink: Ink): void {
  let above = 0;
  ink.markup('<sheetData>');
  for (const { row, height, cells, at } of rows) {
    if (row <= above) throw new Error(`row ${row} stands out of order`);
    above = row;
    const [first, last] = [cells[0], cells.at(-1)];
    const spans = first && last ? ` spans="${first.column}:${last.column}"` : '';
    ink.markup(`<row r="${row}" ht="${height}" customHeight="1"${spans} x14ac:dyDescent="0.25"`);
    ink.markup(first ? '>' : '/>');
    let left = 0;
    for (const { column, values, formulas, styles: own } of cells) {
      if (column <= left) throw new Error(`a cell of row ${row} stands out of order`);
      left = column;
      ink.stamp(startOf(column));
      ink.whole(row);
      ink.stamp(styledAs(styles[own[at] as Style] ?? 0));
      writeContent(values[at] ?? null, formulas[at] ?? null, row, texts, ink);
    }
    if (first) ink.markup('</row>');
  }
  ink.markup('</sheetData>');
}

/** The cells of a sheet from the first to the last: `A1:K12`. */
export function rangeOf(rows: readonly PlacedRow[]): string {
  const filled = rows.filter(({ cells }) => cells.length > 0);
  let [left, right] = [filled[0]?.cells[0]?.column ?? 1, 1];
  for (const { cells } of filled) {
    left = Math.min(left, cells[0]?.column ?? left);
    right = Math.max(right, cells.at(-1)?.column ?? right);
  }
  return rangeAddress(filled[0]?.row ?? 1, left, filled.at(-1)?.row ?? 1, right);
}
