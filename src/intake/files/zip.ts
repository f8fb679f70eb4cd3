/**
 * Looks into a zip before anything is unpacked: a workbook that is cut short, encrypted, damaged or blown up is
 * refused here in bounded time and memory, before a spreadsheet library sees it.
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** The entry's bytes, unpacked and checked; throws `ZipError`. */
  read(): Buffer;
}

export type ZipFault = 'not-a-zip' | 'truncated' | 'encrypted' | 'damaged' | 'too-large' | 'too-many-entries';

export class ZipError extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface ZipLimits {
  /** Unpacked, all entries together. */
  readonly bytes: number;
  readonly entries: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const longestComment = 0xffff;

/** The entries of a zip, by its directory. Throws `ZipError`. */
export function zipEntries(bytes: Buffer, limits: ZipLimits): ZipEntry[] {
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== localEntry) throw new ZipError('not-a-zip');
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count > limits.entries || count === 0xffff) throw new ZipError('too-many-entries');
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryEntry) throw new ZipError('truncated');
    const flags = bytes.readUInt16LE(at + 8);
    if ((flags & 1) !== 0) throw new ZipError('encrypted');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packed, offset] = longSizes(
      extra,
      [24, 20, 42].map((field) => bytes.readUInt32LE(at + field)),
    );
    const entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: packed ?? 0,
      size: size ?? 0,
      offset: offset ?? 0,
    };
    total += entry.size;
    if (total > limits.bytes) throw new ZipError('too-large');
    entries.push({ name: entry.name, size: entry.size, read: () => unpack(bytes, entry) });
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
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

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - longestComment);
  for (let at = bytes.length - 22; at >= first; at--) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  }
  throw new ZipError('truncated');
}

function unpack(
  bytes: Buffer,
  entry: { method: number; crc: number; packed: number; size: number; offset: number },
): Buffer {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localEntry)
    throw new ZipError('truncated');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + entry.packed > bytes.length) throw new ZipError('truncated');
  const packed = bytes.subarray(start, start + entry.packed);
  const content = inflate(packed, entry.method, entry.size);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipError('damaged');
  return content;
}

/** Never more than the directory promised: a bomb that lies about its size stops there. */
function inflate(packed: Buffer, method: number, size: number): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new ZipError('damaged');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ZipError('damaged');
  }
}
