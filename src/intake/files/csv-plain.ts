/**
 * Records of CSV whose quotes only stand around whole fields, as nearly every export writes them: read byte by byte, in a
 * fraction of a parser's time.
 */
import { carriageReturn, newline, quote } from './csv-pieces.ts';
import { tooLarge } from './fault.ts';
import type { Cell } from './sheet.ts';

/** V8 copies a cut of fewer characters out of a text; a longer one keeps the whole text in memory. */
const shortestWindow = 13;

export interface Splitting {
  readonly delimiter: string;
  /** Bytes that a record may have. */
  readonly longest: number;
  readonly decode: (cell: string) => Cell;
}

/** The records of a piece; null where a quote stands within a field, or a line end within quotes. */
export function plainRecords(bytes: Buffer, { delimiter, longest, decode }: Splitting): Cell[][] | null {
  const text = bytes.toString('latin1');
  const between = delimiter.charCodeAt(0);
  const found: Cell[][] = [];
  /** Where the fields of the record above begin and end: exports are sorted, and most say the same once more. */
  const starts: number[] = [];
  const ends: number[] = [];
  let above: Cell[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    const record = above.slice();
    let column = 0;
    for (let isLast = false; !isLast; column += 1) {
      const isQuoted = bytes[at] === quote;
      if (isQuoted) at += 1;
      const from = at;
      let seen = 0;
      let byte = bytes[at] ?? newline;
      while (
        byte !== quote &&
        byte !== newline &&
        byte !== carriageReturn &&
        (isQuoted || byte !== between)
      ) {
        seen |= byte;
        at += 1;
        byte = bytes[at] ?? newline;
      }
      if (isQuoted !== (byte === quote)) return null;
      const to = at;
      if (isQuoted) {
        at += 1;
        byte = bytes[at] ?? newline;
        if (byte !== between && byte !== newline && byte !== carriageReturn) return null;
      }
      if (column >= above.length || !isSame(bytes, from, to, starts[column] ?? 0, ends[column] ?? 0))
        record[column] = cellIn(from, to, seen);
      starts[column] = from;
      ends[column] = to;
      isLast = byte !== between;
      if (isLast && at - start > longest) throw tooLarge('cell-kb');
      at += byte === carriageReturn && bytes[at + 1] === newline ? 2 : 1;
    }
    record.length = column;
    found.push(record);
    above = record;
  }
  return found;

  function cellIn(from: number, to: number, seen: number): Cell {
    if (seen >= 0x80) return decode(text.slice(from, to));
    return to - from < shortestWindow ? text.slice(from, to) : bytes.toString('latin1', from, to);
  }
}

function isSame(bytes: Buffer, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  // Ids that differ do so in their last digits.
  for (let at = to - 1, other = otherTo - 1; at >= from; at--, other--)
    if (bytes[at] !== bytes[other]) return false;
  return true;
}
