/**
 * Which encoding a text file has: a byte-order mark, else strict UTF-8, else strict GB18030 (which holds GBK).
 * Guessing libraries took GBK for Big5; trying strictly does not.
 */
import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { Cell } from './sheet.ts';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

/** Fed with the bytes of a file in order; says at the end what they are. */
export function encodingDetector() {
  let mark: Encoding | null = null;
  let start: Buffer = Buffer.alloc(0);
  let begun = false;
  let mayBeUtf8 = true;
  let open: Buffer = Buffer.alloc(0);

  const begin = () => {
    begun = true;
    mark = markOf(start);
    if (mark === null) check(start);
  };
  const check = (bytes: Buffer) => {
    if (mark !== null || !mayBeUtf8) return;
    const all = open.length === 0 ? bytes : Buffer.concat([open, bytes]);
    const end = all.length - unfinishedIn(all);
    mayBeUtf8 = isUtf8(all.subarray(0, end));
    open = all.subarray(end);
  };

  return {
    push(bytes: Buffer): void {
      if (begun) {
        check(bytes);
        return;
      }
      start = Buffer.concat([start, bytes]);
      if (start.length >= 3) begin();
    },
    end(): Encoding {
      if (!begun) begin();
      return mark ?? (mayBeUtf8 && isUtf8(open) ? 'UTF-8' : 'GB18030');
    },
  };
}

/** The bytes at the end that may be the first ones of a UTF-8 character, whose others are still to come. */
function unfinishedIn(bytes: Buffer): number {
  for (let count = 1; count <= 3; count++) {
    const byte = bytes[bytes.length - count] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return count;
  }
  return 0;
}

function markOf(start: Buffer): Encoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'UTF-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'UTF-16LE';
  if (start[0] === 0xfe && start[1] === 0xff) return 'UTF-16BE';
  return null;
}

/** A strict decoder: bytes that the encoding does not have throw. A byte-order mark is left out of the text. */
export const decoderOf = (encoding: Encoding): TextDecoder =>
  new TextDecoder(encoding.toLowerCase(), { fatal: true });

/** The text of a small file, whichever program saved it; null: the bytes are no text in any of the encodings. */
export function decodedText(bytes: Uint8Array): string | null {
  const detector = encodingDetector();
  detector.push(Buffer.from(bytes));
  try {
    const text = decoderOf(detector.end()).decode(bytes);
    // UTF-16 without its mark passes for UTF-8 as far as it is ASCII.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** A whole character of two or four bytes, or the first byte of one before the end of a cell: a text cut at a fixed width. */
const wholeOrHalf =
  /([\x81-\xfe](?:[\x40-\x7e\x80-\xfe]|[0-9][\x81-\xfe][0-9]))|[\x81-\xfe](?=[\t\n\r",;|]|$)/g;

/** Throws for bytes that the encoding does not have; the last character may be cut off, and of cells in GBK too. */
export function checkBytes(bytes: Buffer, encoding: Encoding): void {
  try {
    decoderOf(encoding).decode(bytes, { stream: true });
  } catch (error) {
    if (encoding !== 'GB18030') throw error;
    const mended = bytes.toString('latin1').replace(wholeOrHalf, (_, whole?: string) => whole ?? '?');
    decoderOf(encoding).decode(Buffer.from(mended, 'latin1'), { stream: true });
  }
}

/** Texts that are remembered: the names of branches, products and customers come again and again. */
const mostKnown = 10_000;

/** Decodes cells, strictly; one that ends in half a character is no usable value. They come as their bytes in a text, one character a byte, which finds known ones quickly. */
export function cellDecoder(encoding: Encoding): (bytes: string) => Cell {
  const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true, ignoreBOM: true });
  const known = new Map<string, Cell>();
  return (cell) => {
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const bytes = Buffer.from(cell, 'latin1');
    const text = decoded(bytes);
    if (known.size === mostKnown) known.clear();
    // The cell may be a window into a larger text, which must not be kept.
    known.set(bytes.toString('latin1'), text);
    return text;
  };

  function decoded(bytes: Buffer): Cell {
    try {
      return decoder.decode(bytes);
    } catch (error) {
      // What comes before the half must be text, else the file is none.
      if (encoding !== 'GB18030' || (bytes.at(-1) ?? 0) < 0x81) throw error;
      return { bad: 'half-character', text: decoder.decode(bytes.subarray(0, -1)) };
    }
  }
}
