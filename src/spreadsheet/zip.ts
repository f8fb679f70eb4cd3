/** A zip archive in memory: reads the parts of a stored one, and packs parts so that the same parts give the same bytes. */
import { crc32 } from 'node:zlib';
import { deflated } from './deflate.ts';
import type { Parts } from './parts.ts';
import { Recent } from './recent.ts';

const centralEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endOfCentral = 0x06054b50;

/** The parts of an archive whose entries are stored, not compressed. */
export function readStored(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfCentral) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  const parts: Parts = new Map();
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== centralEntry) throw new Error('a broken zip directory');
    if (view.getUint16(at + 10, true) !== 0)
      throw new Error('a compressed entry where stored ones are expected');
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.set(name, decoder.decode(bytes.subarray(start, start + size)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

// 1 January 1980, the first day a zip entry can have.
const dosDate = (1 << 5) | 1;

/** A part: a text, or its bytes in UTF-8. */
export type Content = string | Uint8Array;

/** A part as an archive holds it. */
interface Packed {
  readonly bytes: Uint8Array;
  /** Of the part itself: its bytes and their checksum. */
  readonly size: number;
  readonly crc: number;
}

const packedBytes = (content: Uint8Array): Packed => ({
  bytes: deflated(content),
  size: content.length,
  crc: crc32(content),
});

const encoder = new TextEncoder();

/** The workbooks of a run have most of their small parts in common, styles and theme among them: they are packed once. */
const texts = new Recent<Packed>(200);

const packed = (part: Content): Packed =>
  typeof part === 'string' ? texts.of(part, () => packedBytes(encoder.encode(part))) : packedBytes(part);

/**
 * Packs the parts in the order of the map, every entry with the same date. Nothing else runs meanwhile: the packers' memory
 * of several workbooks at once makes the engine collect garbage, and compile again, all the time. With a mode the entries
 * are files of Unix, whose names some programs would else take for those of an old DOS.
 */
export function pack(parts: ReadonlyMap<string, Content>, mode: number | null = null): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    offset += chunk.length;
  };
  for (const [name, part] of parts) {
    const path = encoder.encode(name);
    const { bytes, size, crc } = packed(part);
    // The fields that the local header and the directory share.
    const shared = new DataView(new ArrayBuffer(26));
    shared.setUint16(0, 20, true);
    shared.setUint16(2, 0x0800, true); // names are UTF-8
    shared.setUint16(4, 8, true); // deflated
    shared.setUint16(8, dosDate, true);
    shared.setUint32(10, crc, true);
    shared.setUint32(14, bytes.length, true);
    shared.setUint32(18, size, true);
    shared.setUint16(22, path.length, true);
    const fields = new Uint8Array(shared.buffer);
    const entry = new Uint8Array(46 + path.length);
    const entryView = new DataView(entry.buffer);
    entryView.setUint32(0, centralEntry, true);
    entryView.setUint16(4, mode === null ? 20 : (3 << 8) | 20, true);
    entryView.setUint16(40, mode === null ? 0 : 0o100000 | mode, true);
    entry.set(fields, 6);
    entryView.setUint32(42, offset, true);
    entry.set(path, 46);
    directory.push(entry);
    const header = new Uint8Array(4);
    new DataView(header.buffer).setUint32(0, localEntry, true);
    push(header);
    push(fields);
    push(path);
    push(bytes);
  }
  const start = offset;
  for (const entry of directory) push(entry);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, endOfCentral, true);
  view.setUint16(8, directory.length, true);
  view.setUint16(10, directory.length, true);
  view.setUint32(12, offset - start, true);
  view.setUint32(16, start, true);
  push(end);
  return Buffer.concat(chunks);
}
