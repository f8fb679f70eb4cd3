/** The files of a package: listed by name (never in the order of the directory) and hashed before they are read. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bytes, bytesOfFile, piecesOfFile, sumOf } from './files/bytes.ts';
import { type Encoding, encodingDetector } from './files/encoding.ts';

export interface ListedFile {
  readonly name: string;
  readonly path: string;
}

export interface HashedFile extends ListedFile {
  readonly bytes: number;
  readonly sha256: string;
  /** What a text file would be encoded in. */
  readonly encoding: Encoding;
  /** The very bytes that were hashed. */
  readonly content: Bytes;
}

/** Files that programs leave behind: locks of open workbooks, folder settings. */
const isLeftover = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);

export async function listFolder(folder: string): Promise<{ files: ListedFile[]; folders: string[] }> {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !isLeftover(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    files: entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => ({ name, path: join(folder, name) })),
    folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
  };
}

/** One pass over the bytes: size, hash and encoding. */
export async function hashed(file: ListedFile): Promise<HashedFile> {
  const hash = createHash('sha256');
  const detector = encodingDetector();
  let bytes = 0;
  const sums: string[] = [];
  for await (const piece of piecesOfFile(file.path)) {
    hash.update(piece);
    sums.push(sumOf(piece));
    detector.push(piece);
    bytes += piece.length;
  }
  const content = bytesOfFile(file.path, bytes, sums);
  return { ...file, bytes, sha256: hash.digest('hex'), encoding: detector.end(), content };
}
