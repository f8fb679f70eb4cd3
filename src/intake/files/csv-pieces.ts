/**
 * The bytes of a CSV file in large pieces. Delimiters, quotes and line ends are found without decoding: in UTF-8 and in
 * GB18030 their bytes are never part of another character. UTF-16, where they may be, becomes UTF-8 on the way.
 */
import type { Bytes } from './bytes.ts';
import { decoderOf, type Encoding } from './encoding.ts';

export const quote = 0x22;
export const newline = 0x0a;
export const carriageReturn = 0x0d;

export interface Pieces {
  /** What the pieces are encoded in. */
  readonly encoding: 'UTF-8' | 'GB18030';
  readonly bytes: AsyncIterable<Buffer>;
}

export function piecesOf(content: Bytes, encoding: Encoding, onBytes: (count: number) => void): Pieces {
  const bytes = bytesOf(content, onBytes);
  if (encoding === 'GB18030') return { encoding, bytes };
  return { encoding: 'UTF-8', bytes: encoding === 'UTF-8' ? withoutMark(bytes) : inUtf8(bytes, encoding) };
}

async function* bytesOf(content: Bytes, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of content.stream(0, content.size)) {
    onBytes(piece.length);
    yield piece;
  }
}

const mark = Buffer.from('efbbbf', 'hex');

async function* withoutMark(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const bytes of pieces) {
    yield isFirst && bytes.subarray(0, mark.length).equals(mark) ? bytes.subarray(mark.length) : bytes;
    isFirst = false;
  }
}

async function* inUtf8(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = decoderOf(encoding);
  for await (const bytes of pieces) yield Buffer.from(decoder.decode(bytes, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** Where the last whole record ends: at the last line end that stands outside quotes. */
export function endOfRecords(bytes: Buffer): number {
  let inside = quotesIn(bytes) % 2 === 1;
  for (let at = bytes.length - 1; at >= 0; at--) {
    const byte = bytes[at];
    if (byte === quote) inside = !inside;
    if (inside) continue;
    // A `\r` at the very end may be the first half of a line end.
    if (byte === newline || (byte === carriageReturn && at < bytes.length - 1)) return at + 1;
  }
  return 0;
}

function quotesIn(bytes: Buffer): number {
  if (!bytes.includes(quote)) return 0;
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === quote) count += 1;
  return count;
}

/** `\r\n` and `\r` as `\n`. */
export const withPlainLineEnds = (bytes: Buffer): Buffer =>
  bytes.includes(carriageReturn)
    ? Buffer.from(bytes.toString('latin1').replace(/\r\n?/g, '\n'), 'latin1')
    : bytes;
