/**
 * The files of a package: listed by name (never in the order of the directory) and hashed before they are read. Only
 * regular files are opened: a pipe would be waited for, a device read without end.
 */
import { createHash } from 'node:crypto';
import { readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Quarter } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { systemProblem, systemProblems } from '../model/system-fault.ts';
import { type Bytes, bytesOfFile, piecesOfFile, sumOf } from './files/bytes.ts';
import { type Encoding, encodingDetector } from './files/encoding.ts';
import { fileProblems } from './files/problems.ts';
import { quarterNamed, unknownPeriod } from './period.ts';

interface ListedFile {
  /** From the package on, with forward slashes. */
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
export const isLeftover = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);

interface Listed {
  /** Regular files, and links to such: of the package and of the folders in it, one of which a sub-branch may have. */
  readonly files: readonly ListedFile[];
  /** Folders that are not looked into. */
  readonly folders: readonly string[];
  /** What is neither, by name: why it cannot be opened. */
  readonly unopened: ReadonlyMap<string, Diagnostic>;
  /** Links that were followed. */
  readonly notes: readonly Diagnostic[];
}

/** What people lay aside: 旧数据, though not 旧宫支行. */
const laidAside =
  /备份|副本|作废|^旧$|旧(?:数据|表|版|文件|的)|归档|存档|历史(?:数据|$)|backup|\bbak\b|\bold\b|archive/i;
/** What a run writes. */
const ofRun = 'manifest.json';

/** `within` is the folder's name in the package; null: it is the package. */
async function listFolder(folder: string, within: string | null): Promise<Listed> {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !isLeftover(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: ListedFile[] = [];
  const folders: string[] = [];
  const unopened = new Map<string, Diagnostic>();
  const notes: Diagnostic[] = [];
  for (const entry of entries) {
    const name = within === null ? entry.name : `${within}/${entry.name}`;
    const path = join(folder, entry.name);
    try {
      const isLink = entry.isSymbolicLink();
      const what = isLink ? await stat(path) : entry;
      if (what.isDirectory()) {
        const inside =
          within !== null || isLink || laidAside.test(name) ? null : await listFolder(path, name);
        if (inside === null || inside.files.some((file) => file.name === `${name}/${ofRun}`))
          folders.push(name);
        else {
          files.push(...inside.files);
          folders.push(...inside.folders);
          for (const [other, fault] of inside.unopened) unopened.set(other, fault);
          notes.push(...inside.notes);
        }
      } else if (!what.isFile())
        unopened.set(name, systemProblems.notAFile({ file: name }, { code: 'ENXIO' }));
      else {
        files.push({ name, path });
        if (isLink) notes.push(fileProblems.link({ file: name }, {}, { value: await readlink(path) }));
      }
    } catch (fault) {
      unopened.set(name, systemProblem(fault, { file: name }));
    }
  }
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files, folders, unopened, notes };
}

export interface HashedFolder extends Listed {
  readonly files: readonly HashedFile[];
}

/** The folder with its files hashed; one that the system does not let us read is `unopened`. */
export async function hashedFolder(
  folder: string,
  onFile: (done: number, of: number) => void,
): Promise<HashedFolder> {
  const listed = await listFolder(folder, null);
  const files: HashedFile[] = [];
  const unopened = new Map(listed.unopened);
  for (const file of listed.files) {
    onFile(files.length, listed.files.length);
    try {
      files.push(await hashed(file));
    } catch (fault) {
      unopened.set(file.name, systemProblem(fault, { file: file.name }));
    }
  }
  return { ...listed, files, unopened };
}

/** Without what lies in folders that are named for another quarter. */
export function ofPeriod(lying: HashedFolder, period: Quarter): HashedFolder {
  const isOther = (folder: string): boolean => {
    const quarter = quarterNamed(folder);
    return period !== unknownPeriod && quarter !== null && quarter !== period;
  };
  const folderOf = (name: string): string => name.split('/').slice(0, -1).join('/');
  const isKept = (name: string): boolean => !isOther(folderOf(name));
  const others = lying.files.map(({ name }) => folderOf(name)).filter(isOther);
  return {
    ...lying,
    files: lying.files.filter(({ name }) => isKept(name)),
    unopened: new Map([...lying.unopened].filter(([name]) => isKept(name))),
    folders: [...new Set([...lying.folders, ...others])],
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
