/** Bytes that are read in parts: of a file, which is never held whole, or in memory. */
import { hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { naming } from '../../model/system-fault.ts';
import { changed } from './fault.ts';

export interface Bytes {
  readonly size: number;
  /** Fewer than asked for where the bytes end before. */
  at(start: number, length: number): Promise<Buffer>;
  stream(start: number, length: number): AsyncIterable<Buffer>;
}

const pieceSize = 256 * 1024;

/** The pieces of a file from first to last, each as it is when it is asked for. */
export async function* piecesOfFile(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    for (let start = 0; ; start += pieceSize) {
      const piece = await pieceAt(file, start);
      if (piece.length > 0) yield piece;
      if (piece.length < pieceSize) return;
    }
  } catch (fault) {
    throw naming(path, fault);
  } finally {
    await file.close();
  }
}

/** Whole but at the file's end: one read may give less than there is. */
async function pieceAt(file: FileHandle, start: number): Promise<Buffer> {
  const piece = Buffer.allocUnsafe(pieceSize);
  let length = 0;
  while (length < pieceSize) {
    const { bytesRead } = await file.read(piece, length, pieceSize - length, start + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return piece.subarray(0, length);
}

/** What a piece is known by. */
export const sumOf = (piece: Buffer): string => hash('sha256', piece, 'base64');

/** The bytes of a file as they were when the sums of its pieces were taken: what is another one by now throws. */
export function bytesOfFile(path: string, size: number, sums: readonly string[]): Bytes {
  async function* stream(start: number, length: number): AsyncGenerator<Buffer> {
    const end = Math.min(start + length, size);
    if (start >= end) return;
    const file = await open(path);
    try {
      for (let index = Math.floor(start / pieceSize); index * pieceSize < end; index++) {
        const from = index * pieceSize;
        // What was added behind the end is none of these bytes.
        const piece = (await pieceAt(file, from)).subarray(0, size - from);
        if (sumOf(piece) !== sums[index]) throw changed();
        yield piece.subarray(Math.max(0, start - from), end - from);
      }
    } catch (fault) {
      throw naming(path, fault);
    } finally {
      await file.close();
    }
  }
  return {
    size,
    stream,
    async at(start, length) {
      const pieces: Buffer[] = [];
      for await (const piece of stream(start, length)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

export const bytesInMemory = (bytes: Buffer): Bytes => ({
  size: bytes.length,
  at: async (start, length) => bytes.subarray(start, start + length),
  async *stream(start, length) {
    yield bytes.subarray(start, start + length);
  },
});
