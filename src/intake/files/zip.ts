/**
 * Zip files by their directory. Nothing is held: entries are unpacked piece by piece, never to more than the directory
 * promised, and checked against its sums. What is cut short, encrypted, damaged or blown up throws a `FileFault`.
 */
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Bytes } from './bytes.ts';
import { damaged, FileFault, tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** The entry's bytes, unpacked; a sum that does not agree throws at their end. */
  read(): AsyncGenerator<Buffer>;
}

const signatures = {
  local: 0x04034b50,
  entry: 0x02014b50,
  end: 0x06054b50,
  longEnd: 0x06064b50,
  longLocator: 0x07064b50,
};
const longestComment = 0xffff;
const pieceSize = 256 * 1024;

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly length: number;
}

interface Found {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export async function zipEntries(bytes: Bytes, limits: Limits): Promise<ZipEntry[]> {
  const { size } = bytes;
  if (size < 4 || (await bytes.at(0, 4)).readUInt32LE(0) !== signatures.local)
    throw new FileFault('not-a-zip');
  const directory = await directoryOf(bytes, size);
  if (directory.count > limits.entries) throw tooLarge('entries');
  if (directory.length > directory.count * 3 * 65_536) throw damaged();
  const content = await exactly(bytes, directory.start, directory.length);
  return entriesOf(content, directory.count, bytes, limits);
}

async function exactly(bytes: Bytes, start: number, length: number): Promise<Buffer> {
  const found = await bytes.at(start, length);
  if (found.length < length) throw damaged();
  return found;
}

async function directoryOf(bytes: Bytes, size: number): Promise<Directory> {
  const from = Math.max(0, size - 22 - longestComment);
  const tail = await exactly(bytes, from, size - from);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== signatures.end) at -= 1;
  if (at < 0) throw damaged();
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  const isLong = at >= 20 && tail.readUInt32LE(at - 20) === signatures.longLocator;
  const found = isLong ? await longDirectory(bytes, size, tail.subarray(at - 20)) : { count, start, length };
  if (found.start + found.length > size) throw damaged();
  return found;
}

/** The directory's place where sizes and counts need the long fields (zip64). */
async function longDirectory(bytes: Bytes, size: number, locator: Buffer): Promise<Directory> {
  const at = Number(locator.readBigUInt64LE(8));
  if (at + 56 > size) throw damaged();
  const end = await exactly(bytes, at, 56);
  if (end.readUInt32LE(0) !== signatures.longEnd) throw damaged();
  const [count = 0, length = 0, start = 0] = [32, 40, 48].map((field) => Number(end.readBigUInt64LE(field)));
  return { count, length, start };
}

function entriesOf(directory: Buffer, count: number, bytes: Bytes, limits: Limits): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== signatures.entry) throw damaged();
    if ((directory.readUInt16LE(at + 8) & 1) !== 0) throw new FileFault('encrypted');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const extraStart = at + 46 + nameLength;
    const [size = 0, packed = 0, offset = 0] = longSizes(
      directory.subarray(extraStart, extraStart + extraLength),
      [24, 20, 42].map((field) => directory.readUInt32LE(at + field)),
    );
    const found = {
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed,
      size,
      offset,
    };
    total += size;
    if (total > limits['unpacked-mb'] * 1024 * 1024) throw tooLarge('unpacked-mb');
    const name = directory.toString('utf8', at + 46, extraStart);
    entries.push({ name, size, read: () => unpacked(bytes, found) });
    at = extraStart + extraLength + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Some writers put sizes and offsets of any length into the long fields (zip64) beside the directory entry. */
function longSizes(extra: Buffer, fields: readonly number[]): number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return fields.map((field) => {
    if (field !== 0xffffffff || at + 8 > extra.length) return field;
    const long = Number(extra.readBigUInt64LE(at));
    at += 8;
    return long;
  });
}

async function* unpacked(bytes: Bytes, entry: Found): AsyncGenerator<Buffer> {
  const start = await contentStart(bytes, entry);
  let size = 0;
  let crc = 0;
  for await (const piece of pieces(bytes, start, entry)) {
    size += piece.length;
    if (size > entry.size) throw damaged();
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged();
}

async function contentStart(bytes: Bytes, { offset, packed }: Found): Promise<number> {
  const local = await exactly(bytes, offset, 30);
  const start = offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (local.readUInt32LE(0) !== signatures.local || start + packed > bytes.size) throw damaged();
  return start;
}

async function* pieces(bytes: Bytes, start: number, { method, packed }: Found): AsyncGenerator<Buffer> {
  if (method !== 0 && method !== 8) throw damaged();
  if (packed === 0) return;
  if (method === 0) {
    yield* bytes.stream(start, packed);
    return;
  }
  const stored = Readable.from(bytes.stream(start, packed));
  const inflate = createInflateRaw({ chunkSize: pieceSize });
  stored.on('error', (error) => inflate.destroy(error));
  try {
    for await (const piece of stored.pipe(inflate)) yield piece as Buffer;
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_')) throw damaged();
    throw error;
  } finally {
    stored.destroy();
    inflate.destroy();
  }
}
