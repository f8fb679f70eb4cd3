/** The rows of a worksheet as they come out of its XML, and what else the sheet says of itself. */
import { isDay, isTimeOfDay } from '../../../model/calendar.ts';
import { damaged, tooLarge } from '../fault.ts';
import type { Limits } from '../limits.ts';
import type { Cell, Merge, RawRow } from '../sheet.ts';
import { type DayOfSerial, numberShown, type Shown } from '../shown.ts';
import { columnIn, lastColumn, lastRow, mergeOf, rowNumber } from './addresses.ts';
import { richText, unescaped } from './strings.ts';
import type { Attributes, XmlHandler } from './xml.ts';

/** What the cells of a workbook refer to. */
export interface Shared {
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
  readonly dayOfSerial: DayOfSerial;
  readonly limits: Limits;
}

const noCells: readonly Cell[] = [];
const plainNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const longestFormula = 200;

export class SheetHandler implements XmlHandler {
  /** Rows read since they were last taken. */
  batch: RawRow[] = [];
  readonly merges: Merge[] = [];
  /** Rows that are hidden and hold something. */
  hiddenRows = 0;
  inData = false;
  inRow = false;
  readonly #hiddenColumns: [first: number, last: number][] = [];
  readonly #shared: Shared;
  readonly #inline = richText();

  #row = 0;
  #rowHidden = false;
  #cells: Cell[] = [];
  #widest = 0;
  #cellCount = 0;

  #column = -1;
  #inCell = false;
  #type = '';
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  #reading: 'value' | 'formula' | 'inline' | null = null;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  /** Hidden columns that the rows so far reach. */
  get hiddenColumns(): number {
    return this.#hiddenColumns.reduce(
      (count, [first, last]) => count + Math.max(0, Math.min(last, this.#widest) - first + 1),
      0,
    );
  }

  open(name: string, attributes: Attributes): void {
    if (this.#reading === 'inline') {
      this.#inline.open(name);
      return;
    }
    if (name === 'c') this.#openCell(attributes.r, attributes.t, attributes.s);
    else if (name === 'v') this.#read('value');
    else if (name === 'f') this.#read('formula');
    else if (name === 'is') this.#read('inline');
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'sheetData') this.inData = true;
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
    else if (name === 'col') this.#columns(attributes);
  }

  text(text: string): void {
    if (this.#reading === null) return;
    if (this.#reading === 'value') this.#value += text;
    else if (this.#reading === 'formula') this.#formula += text;
    else this.#inline.text(text);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 'f') this.#reading = null;
    else if (name === 'is') this.#closeInline();
    else if (this.#reading === 'inline') this.#inline.close(name);
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.inData = false;
  }

  #openRow({ r, hidden }: Attributes): void {
    if (!this.inData) return;
    const number = r === undefined ? this.#row + 1 : rowNumber(r);
    // Rows out of order: Excel does not open such a file either.
    if (number <= this.#row || number > lastRow) throw damaged();
    for (let blank = this.#row + 1; blank < number; blank++)
      this.batch.push({ number: blank, cells: noCells });
    this.#row = number;
    this.inRow = true;
    this.#rowHidden = isTrue(hidden);
    this.#cells = [];
    this.#column = -1;
  }

  #closeRow(): void {
    if (!this.inData) return;
    this.inRow = false;
    const cells = this.#cells;
    this.batch.push({ number: this.#row, cells });
    if (cells.length > this.#widest) this.#widest = cells.length;
    if (this.#rowHidden && cells.length > 0) this.hiddenRows += 1;
    this.#cellCount += cells.length;
    if (this.#cellCount > this.#shared.limits.cells) throw tooLarge('cells');
  }

  /** A whole cell, by its attributes and its value; null: it has none. */
  cell(r: string | undefined, t: string | undefined, s: string | undefined, value: string | null): void {
    this.#openCell(r, t, s);
    this.#value = value;
    this.#closeCell();
  }

  #openCell(r: string | undefined, t: string | undefined, s: string | undefined): void {
    if (!this.inData) return;
    const column = r === undefined ? this.#column + 1 : columnIn(r, this.#row);
    if (column >= lastColumn) throw damaged();
    this.#column = column;
    this.#inCell = true;
    this.#type = t ?? 'n';
    this.#style = s === undefined ? 0 : Number(s);
    this.#value = null;
    this.#formula = null;
  }

  #read(what: 'value' | 'formula' | 'inline'): void {
    if (!this.#inCell) return;
    this.#reading = what;
    if (what === 'value') this.#value = '';
    else if (what === 'formula') this.#formula = '';
    else this.#inline.begin();
  }

  #closeInline(): void {
    if (this.#reading !== 'inline') return;
    this.#reading = null;
    this.#value = this.#inline.end();
  }

  #closeCell(): void {
    if (!this.#inCell) return;
    this.#inCell = false;
    const cell = this.#cell();
    if (cell === null) return;
    const cells = this.#cells;
    const column = this.#column;
    // One place, two contents.
    if (column < cells.length && cells[column] !== null) throw damaged();
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }

  #cell(): Cell {
    const value = this.#value;
    if (value === null || (value === '' && this.#formula !== null && this.#type === 'n')) {
      return this.#formula === null
        ? null
        : { bad: 'no-cached-value', text: `=${this.#formula.slice(0, longestFormula)}` };
    }
    switch (this.#type) {
      case 's':
        return this.#sharedText(value);
      case 'n':
        return this.#number(value);
      case 'str':
      case 'inlineStr':
        return unescaped(value) || null;
      case 'b':
        return isTrue(value.trim());
      case 'e':
        return { bad: 'excel-error', text: value };
      case 'd':
        return dayIn(value);
      default:
        throw damaged();
    }
  }

  #sharedText(value: string): Cell {
    if (value === '') return null;
    const text = this.#shared.strings[/^\d+$/.test(value) ? Number(value) : -1];
    if (text === undefined) throw damaged();
    return text || null;
  }

  #number(value: string): Cell {
    const text = value.trim();
    if (text === '') return null;
    if (!plainNumber.test(text)) return { bad: 'excel-error', text };
    return numberShown(Number(text), this.#shared.styles[this.#style] ?? 'number', this.#shared.dayOfSerial);
  }

  #merge(range: string): void {
    const merge = mergeOf(range);
    if (merge !== null) this.merges.push(merge);
  }

  #columns({ min = '', max = '', hidden }: Attributes): void {
    if (isTrue(hidden)) this.#hiddenColumns.push([rowNumber(min), rowNumber(max)]);
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** A date written out, as the strict form of the format has it. */
function dayIn(value: string): Cell {
  const [day = '', time = '0:00'] = value.trim().replace(/Z$/, '').split('T');
  return isDay(day) && isTimeOfDay(time) ? { date: day } : value || null;
}
