/**
 * The cells of a sheet as XML (ECMA-376, SpreadsheetML `sheetData`), written here because they are nearly all of a
 * workbook: everything around them is the library's, in `frame.ts`.
 */
import { columnLetters, rangeAddress } from './address.ts';
import type { PlacedCell } from './placed.ts';
import type { LibraryStyle } from './style.ts';
import { escaped, xmlHead } from './xml.ts';

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
  xml(): string {
    let items = '';
    for (const text of this.#places.keys())
      items += `<si><t${keepsSpace(text) ? ' xml:space="preserve"' : ''}>${escaped(text)}</t></si>`;
    return `${xmlHead}<sst xmlns="${main}" count="${this.#uses}" uniqueCount="${this.#places.size}">${items}</sst>`;
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const keepsSpace = (text: string): boolean => /^\s|\n|\s$/.test(text);

/** What a cell needs of its workbook: where its text stands, and its style's number. */
export interface Shared {
  readonly texts: SharedTexts;
  readonly styles: ReadonlyMap<LibraryStyle, number>;
}

/** The content of a cell. A text is never a formula, whatever it begins with: only `formula` makes one. */
function cellXml({ value, formula, style }: PlacedCell, address: string, { texts, styles }: Shared): string {
  const start = `<c r="${address}" s="${styles.get(style) ?? 0}"`;
  if (formula !== null) {
    const code = `<f>${escaped(formula)}</f>`;
    if (value === null) return `${start}>${code}</c>`;
    return typeof value === 'number'
      ? `${start}>${code}<v>${value}</v></c>`
      : `${start} t="str">${code}<v>${escaped(value)}</v></c>`;
  }
  if (value === null) return `${start}/>`;
  return typeof value === 'number'
    ? `${start}><v>${value}</v></c>`
    : `${start} t="s"><v>${texts.add(value)}</v></c>`;
}

/** The cells' XML, and the range that they take. */
export interface Rows {
  readonly xml: string;
  readonly range: string;
}

/** The rows of a sheet: `heights` has them all, and the cells come row by row, from left to right. */
export function rowsXml(
  cells: readonly PlacedCell[],
  heights: ReadonlyMap<number, number>,
  shared: Shared,
): Rows {
  const letters: string[] = [];
  const rows: string[] = [];
  let at = 0;
  let [left, right] = [cells[0]?.column ?? 1, 1];
  for (const [row, height] of [...heights].sort(([a], [b]) => a - b)) {
    const first = cells[at]?.column ?? 0;
    let last = 0;
    let content = '';
    for (let cell = cells[at]; cell?.row === row; cell = cells[at]) {
      if (cell.column <= last) throw new Error(`a cell of row ${row} stands out of order`);
      last = cell.column;
      letters[last] ??= columnLetters(last);
      content += cellXml(cell, `${letters[last]}${row}`, shared);
      at += 1;
    }
    const spans = last === 0 ? '' : ` spans="${first}:${last}"`;
    const tag = `<row r="${row}" ht="${height}" customHeight="1"${spans} x14ac:dyDescent="0.25"`;
    rows.push(last === 0 ? `${tag}/>` : `${tag}>${content}</row>`);
    if (last > 0) [left, right] = [Math.min(left, first), Math.max(right, last)];
  }
  if (at < cells.length) throw new Error(`a cell stands in row ${cells[at]?.row}, which has no height`);
  const [top, bottom] = [cells[0]?.row ?? 1, cells.at(-1)?.row ?? 1];
  return { xml: `<sheetData>${rows.join('')}</sheetData>`, range: rangeAddress(top, left, bottom, right) };
}
