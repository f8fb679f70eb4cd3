/**
 * Splits text into CSV records (RFC 4180), strictly: a quote in the wrong place is a fault with its line, never a guess.
 * Text comes in pieces of any size; a record that is not complete waits for the next piece.
 */
import { tooLarge } from './fault.ts';
import type { RawRow } from './sheet.ts';

export class CsvFault extends Error {
  readonly why: 'quote-inside' | 'after-quote' | 'not-closed';
  readonly line: number;

  constructor(why: CsvFault['why'], line: number) {
    super(why);
    this.why = why;
    this.line = line;
  }
}

export class CsvRecords {
  readonly #delimiter: string;
  readonly #longest: number;
  #text = '';
  /** Where in the text the next record begins, and on which physical line. */
  #at = 0;
  #line = 1;

  /** `longest`: of one record, in characters. */
  constructor(delimiter: string, longest: number) {
    this.#delimiter = delimiter;
    this.#longest = longest;
  }

  /** The line that the next record begins on. */
  get line(): number {
    return this.#line;
  }

  /** The records that are complete with this piece; with the last piece, all that is left. Line ends are `\n`. */
  push(piece: string, isLast: boolean): RawRow[] {
    this.#text = this.#at >= this.#text.length ? piece : this.#text.slice(this.#at) + piece;
    this.#at = 0;
    const text = this.#text;
    const rows: RawRow[] = [];
    let quote = positionOf(text, '"', 0);
    while (this.#at < text.length) {
      const start = this.#at;
      const end = positionOf(text, '\n', start);
      if (quote < start) quote = positionOf(text, '"', start);
      const number = this.#line;
      let cells: string[] | null;
      if (quote > end || (quote === end && isLast)) {
        // Nearly every record: no quote in it.
        if (end === text.length && !isLast) break;
        cells = this.#plain(text.slice(start, end));
        this.#at = end + 1;
        this.#line += 1;
      } else {
        cells = this.#quoted(text, isLast);
        if (cells === null) break;
      }
      if (this.#at - start > this.#longest) throw tooLarge('cell-kb');
      rows.push({ number, cells });
    }
    if (text.length - this.#at > this.#longest) throw tooLarge('cell-kb');
    return rows;
  }

  /** The added delimiter makes the engine copy the line: a cell that is kept must not keep the whole piece of text. */
  #plain(line: string): string[] {
    const cells = (line + this.#delimiter).split(this.#delimiter);
    cells.pop();
    return cells;
  }

  /** A record with quotes, field by field; null where it is not complete. */
  #quoted(text: string, isLast: boolean): string[] | null {
    const cells: string[] = [];
    let at = this.#at;
    let line = this.#line;
    for (;;) {
      let field = '';
      if (text[at] === '"') {
        const opened = line;
        for (at += 1; ; at += 2) {
          const end = text.indexOf('"', at);
          if (end < 0 || (end + 1 === text.length && !isLast)) {
            if (end < 0 && isLast) throw new CsvFault('not-closed', opened);
            return null;
          }
          const inside = text.slice(at, end);
          line += newlinesIn(inside);
          field += inside;
          at = end;
          if (text[end + 1] !== '"') break;
          field += '"';
        }
        at += 1;
        const next = text[at];
        if (next !== undefined && next !== '\n' && next !== this.#delimiter)
          throw new CsvFault('after-quote', line);
      } else {
        const end = Math.min(positionOf(text, this.#delimiter, at), positionOf(text, '\n', at));
        if (end === text.length && !isLast) return null;
        field = text.slice(at, end);
        if (field.includes('"')) throw new CsvFault('quote-inside', line);
        at = end;
      }
      cells.push(field);
      if (text[at] === this.#delimiter) {
        at += 1;
        continue;
      }
      this.#at = at + 1;
      this.#line = line + 1;
      return cells;
    }
  }
}

/** The end of the text where the letter does not occur. */
function positionOf(text: string, letter: string, from: number): number {
  const at = text.indexOf(letter, from);
  return at < 0 ? text.length : at;
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
