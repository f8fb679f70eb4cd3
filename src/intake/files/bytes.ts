/** Bytes that are read in parts: of a file, which is never held whole, or in memory. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

export interface Bytes {
  size(): Promise<number>;
  /** Fewer than asked for where the bytes end before. */
  at(start: number, length: number): Promise<Buffer>;
  stream(start: number, length: number): Readable;
}

const pieceSize = 256 * 1024;

export const bytesOfFile = (path: string): Bytes => ({
  size: async () => (await stat(path)).size,
  async at(start, length) {
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
  stream: (start, length) =>
    createReadStream(path, { start, end: start + length - 1, highWaterMark: pieceSize }),
});

export const bytesInMemory = (bytes: Buffer): Bytes => ({
  size: async () => bytes.length,
  at: async (start, length) => bytes.subarray(start, start + length),
  stream: (start, length) => Readable.from([bytes.subarray(start, start + length)]),
});
