/**
 * Deflate that gives the same bytes on every runtime. The official builds of Node carry a zlib of their own, which is
 * several times as fast as a JavaScript one; a distribution's build may carry another, which packs the same differently.
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { deflateRaw } from 'pako';

type Deflate = (
  content: Uint8Array,
  options: { readonly level: number; readonly chunkSize?: number },
) => Uint8Array;

/** Sheets' XML in small: repeated, nearly repeated and random, longer than the window of 32 KB. */
function sample(): Uint8Array {
  let value = 1;
  const random = (): number => {
    value = (Math.imul(value, 1103515245) + 12345) >>> 0;
    return value >>> 16;
  };
  const cell = (index: number): string =>
    `<c r="${'ABCDEFGH'[index % 8]}${index}" s="${random() % 9}"><v>${random() % 7 ? random() : 0}</v></c>`;
  return new TextEncoder().encode(Array.from({ length: 1600 }, (_, index) => cell(index)).join(''));
}

/** Of the sample as packed by the zlib of Node's official builds, and by pako. */
const expected = 2639883200;

/** Bytes; most small parts fit. */
const leastPiece = 1024;

/** A fifteenth larger than by the libraries' own level, in two thirds of the time. */
const level = 4;

/** Whether a runtime's deflate gives the bytes that every workbook has. */
export const isExpected = (deflate: Deflate): boolean => crc32(deflate(sample(), { level })) === expected;

/** The runtime's own where it gives the expected bytes, else a JavaScript one. */
const chosen: Deflate = isExpected(deflateRawSync) ? deflateRawSync : deflateRaw;

/** What packs here: `zlib`, the runtime's own, or `pako`. */
export const packedBy = chosen === deflateRawSync ? 'zlib' : 'pako';

/** Packs the content of one part, which becomes a quarter of its size or less: into one piece, nothing to be put together. */
export const deflated = (content: Uint8Array): Uint8Array =>
  chosen(content, { level, chunkSize: Math.max(leastPiece, content.length >> 2) });
