/** Addresses as sheets write them, strictly: what is no address on a sheet is damage. */
import { damaged } from '../fault.ts';
import type { Merge } from '../sheet.ts';

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

const zero = 48;
const beforeA = 64;
/** What sets small letters apart. */
const small = 32;

/** `B5`, or `b5`, as its column from 0, when it stands in this row. Read letter by letter: there are millions of them. */
export function columnIn(address: string, row: number): number {
  let at = 0;
  let column = 0;
  for (; at < address.length; at++) {
    const letter = (address.charCodeAt(at) & ~small) - beforeA;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > lastColumn) throw damaged();
  }
  if (column === 0 || rowNumber(address, at) !== row) throw damaged();
  return column - 1;
}

/** The whole number from `start` to the end of the text. */
export function rowNumber(text: string, start = 0): number {
  let number = 0;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) throw damaged();
    number = number * 10 + digit;
    if (number > lastRow) throw damaged();
  }
  if (number === 0) throw damaged();
  return number;
}

/** `A1:C2`; one cell alone is no merge. */
export function mergeOf(range: string): Merge | null {
  const [first = '', last = first] = range.replaceAll('$', '').split(':');
  const [top, left] = corner(first);
  const [bottom, right] = corner(last);
  if (top > bottom || left > right) throw damaged();
  return top === bottom && left === right ? null : { top, bottom, left, right };
}

function corner(address: string): [row: number, column: number] {
  const digits = address.search(/\d/);
  if (digits < 0) throw damaged();
  const row = rowNumber(address, digits);
  return [row, columnIn(address, row)];
}
