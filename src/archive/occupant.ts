/** What stands where a command wants to write, file by file: nothing is replaced that was not seen, and known, before. */
import { basename, dirname, join } from 'node:path';
import { archiveFiles, type Manifest } from '../model/manifest.ts';
import { manifestIn } from './beside.ts';
import { sha256 } from './bytes.ts';
import { type Disk, disk as realDisk } from './disk.ts';
import { compareText } from './origins.ts';
import { isUntouchedCsv } from './problems-csv.ts';

/** The problem lists that commands write where there is no result. */
export const listNames = [archiveFiles.problems, 'problems.xlsx'] as const;

/** What a run writes beside the files that its manifest lists. */
export const runFiles: ReadonlySet<string> = new Set([archiveFiles.manifest, archiveFiles.status]);

/** Files that a system leaves in every folder it shows. */
const leftByTheSystem = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Beside a workbook that is open: Excel's and WPS's, and LibreOffice's. */
const openForm = /^(?:~\$(.+)|\.~lock\.(.+)#)$/;

/** Every file by its name relative to the place (its own: ''), with its hash; an empty folder's name ends in a slash. */
export type Snapshot = ReadonlyMap<string, string>;

/** What stands at a place now. */
export function snapshotAt(place: string, disk: Disk = realDisk): Snapshot {
  const there = disk.look(place);
  if (there === null) return new Map();
  if (!there.isDirectory()) return new Map([['', there.isFile() ? sha256(disk.read(place)) : 'no file']]);
  return new Map(
    entriesIn(place, disk).map((name) => {
      const path = join(place, name);
      return [name, disk.look(path)?.isFile() === true ? sha256(disk.read(path)) : 'no file'];
    }),
  );
}

/**
 * Everything below a folder, by its name relative to it with forward slashes, in order: files, and with a slash at the end
 * folders that are empty. What a system leaves in every folder is not told.
 */
export function entriesIn(folder: string, disk: Disk = realDisk): string[] {
  const below = (way: string): string[] =>
    disk
      .list(join(folder, way))
      .filter(({ name }) => !leftByTheSystem.has(name))
      .flatMap((entry) => {
        const name = `${way}${entry.name}`;
        if (!entry.isDirectory()) return [name];
        const inside = below(`${name}/`);
        return inside.length === 0 ? [`${name}/`] : inside;
      });
  return below('').sort(compareText);
}

/** The names of what is not the same in both. */
export const changesBetween = (before: Snapshot, after: Snapshot): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));

export type Occupant =
  | { readonly kind: 'nothing' }
  /** Only problem lists, as the tool wrote them. */
  | { readonly kind: 'problem-list' }
  /** A run's output: every file of it as it was written, but for those that are missing. */
  | { readonly kind: 'run'; readonly manifest: Manifest; readonly missing: readonly string[] }
  /** Workbooks that are open now. */
  | { readonly kind: 'open'; readonly files: readonly string[] }
  /** What no run wrote, or what was changed since; some of the names. */
  | { readonly kind: 'foreign'; readonly files: readonly string[] };

/** Whether a workbook is as the tool wrote it. */
type IsUntouchedWorkbook = (bytes: Uint8Array) => Promise<boolean>;

/** What is seen at a place, by what it is. */
export async function occupantOf(
  place: string,
  seen: Snapshot,
  isUntouchedWorkbook: IsUntouchedWorkbook,
  disk: Disk = realDisk,
): Promise<Occupant> {
  const open = [...seen.keys(), ...openBeside(place, disk)].flatMap((name) => openedBy(name) ?? []);
  const names = [...seen.keys()].filter((name) => openedBy(name) === null);
  if (seen.has('') && open.length === 0) return { kind: 'foreign', files: [basename(place)] };
  const manifest = manifestIn(place, disk);
  const written = new Map(manifest?.outputs.map((file) => [file.name, file.sha256]));
  const foreign: string[] = [];
  for (const name of names) {
    if (name === '' || (manifest !== null && runFiles.has(name))) continue;
    const isOwn =
      manifest === null
        ? await isUntouchedList(name, join(place, name), isUntouchedWorkbook, disk)
        : written.get(name) === seen.get(name);
    if (!isOwn) foreign.push(name);
  }
  if (foreign.length > 0) return { kind: 'foreign', files: foreign };
  if (open.length > 0) return { kind: 'open', files: open };
  if (names.length === 0) return { kind: 'nothing' };
  if (manifest === null) return { kind: 'problem-list' };
  const missing = manifest.outputs.flatMap(({ name }) => (seen.has(name) ? [] : [name]));
  return { kind: 'run', manifest, missing };
}

/** Whether a file is a problem list as the tool wrote it. */
export async function isUntouchedList(
  name: string,
  path: string,
  isUntouchedWorkbook: IsUntouchedWorkbook,
  disk: Disk = realDisk,
): Promise<boolean> {
  if (!listNames.some((list) => list === name) || disk.look(path)?.isFile() !== true) return false;
  const bytes = disk.read(path);
  return name === archiveFiles.problems ? isUntouchedCsv(bytes) : isUntouchedWorkbook(bytes);
}

/** The workbook that a lock file says is open, where the name is one's. */
function openedBy(name: string): string | null {
  const [, excel, libreOffice] = openForm.exec(basename(name)) ?? [];
  return excel ?? libreOffice ?? null;
}

/** The lock files beside a place that is itself a workbook. */
function openBeside(place: string, disk: Disk): string[] {
  const own = basename(place);
  return [`~$${own}`, `.~lock.${own}#`].filter((name) => disk.look(join(dirname(place), name)) !== null);
}
