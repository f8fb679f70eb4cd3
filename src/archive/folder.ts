/**
 * A run's output folder. It is written beside its place under a name that no one else uses and moved there whole, so
 * that a run stopped half way leaves what was there before.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { archiveFiles, type Manifest, type ManifestFile, manifestSchema } from '../model/manifest.ts';
import { sha256 } from './bytes.ts';
import { compareText } from './origins.ts';

/** Files that a system leaves in every folder it shows. */
const leftByTheSystem = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** What stands where a run wants to write. */
export type Occupant =
  | { readonly kind: 'nothing' }
  /** Only the problem list of a run that wrote nothing else. */
  | { readonly kind: 'problem-list' }
  | { readonly kind: 'run'; readonly manifest: Manifest }
  /** Files that no run wrote; some of their names. */
  | { readonly kind: 'foreign'; readonly files: readonly string[] };

export async function occupantOf(folder: string): Promise<Occupant> {
  await recover(folder);
  if (!existsSync(folder)) return { kind: 'nothing' };
  if (!(await stat(folder)).isDirectory()) return { kind: 'foreign', files: [basename(folder)] };
  const files = (await filesIn(folder)).filter((name) => !leftByTheSystem.includes(basename(name)));
  if (files.length === 0) return { kind: 'nothing' };
  if (files.every((name) => name === archiveFiles.problems)) return { kind: 'problem-list' };
  const manifest = await manifestIn(folder);
  if (manifest === null) return { kind: 'foreign', files };
  const { manifest: own, status } = archiveFiles;
  const written = new Set([own, status, ...manifest.outputs.map(({ name }) => name)]);
  const foreign = files.filter((name) => !written.has(name));
  return foreign.length > 0 ? { kind: 'foreign', files: foreign } : { kind: 'run', manifest };
}

async function manifestIn(folder: string): Promise<Manifest | null> {
  try {
    const text = await readFile(join(folder, archiveFiles.manifest), 'utf8');
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Every file below a folder, by its name relative to it with forward slashes, in order. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compareText);
}

/** A folder in the making. */
export class Staging {
  readonly files: ManifestFile[] = [];
  readonly #place: string;
  readonly #names: Names;
  readonly #taken = new Set<string>();

  constructor(place: string) {
    this.#place = resolve(place);
    this.#names = namesBeside(this.#place, randomUUID().slice(0, 8));
  }

  /** Writes a file, at once: bytes that wait grow old. Its hash is kept for the manifest. */
  add(name: string, bytes: Uint8Array): void {
    // Windows and macOS would let one of two such files replace the other without a word.
    const key = name.toLowerCase();
    if (this.#taken.has(key)) throw new Error(`two output files are called ${name}`);
    this.#taken.add(key);
    const path = join(this.#names.fresh, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    this.files.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
  }

  /**
   * Moves the folder into its place; what was there is gone only when the new one stands. All in one go, so that a
   * process that is told to stop has either not begun with it or is done.
   */
  async moveIn(): Promise<void> {
    await mkdir(dirname(this.#place), { recursive: true });
    const { fresh, old } = this.#names;
    if (existsSync(this.#place)) renameSync(this.#place, old);
    renameSync(fresh, this.#place);
    rmSync(old, { recursive: true, force: true });
    await sweep(this.#place);
  }

  /** Leaves no trace; at once, since it also runs when the process is told to stop. */
  discard(): void {
    rmSync(this.#names.fresh, { recursive: true, force: true });
  }
}

interface Names {
  readonly fresh: string;
  readonly old: string;
}

const namesBeside = (place: string, mark: string): Names => ({
  fresh: join(dirname(place), `.${basename(place)}.${mark}.new`),
  old: join(dirname(place), `.${basename(place)}.${mark}.old`),
});

/**
 * A run that was killed between its two renames has left its place empty and both folders beside it: the new one is
 * complete, so it moves in. Killed after them, it has left the old one, which is only in the way.
 */
export async function recover(folder: string): Promise<void> {
  const place = resolve(folder);
  const beside = await readdir(dirname(place)).catch(() => []);
  for (const name of beside) {
    const mark = markOf(name, basename(place), 'old');
    if (mark === null) continue;
    const { fresh, old } = namesBeside(place, mark);
    if (!existsSync(place)) await rename(existsSync(fresh) ? fresh : old, place);
    await rm(old, { recursive: true, force: true });
  }
}

const aDay = 24 * 60 * 60 * 1000;

/** Removes what runs that were killed while writing left beside a place; a younger folder may still be in the making. */
async function sweep(place: string): Promise<void> {
  for (const name of await readdir(dirname(place))) {
    const path = join(dirname(place), name);
    if (markOf(name, basename(place), 'new') !== null && Date.now() - (await stat(path)).mtimeMs > aDay)
      await rm(path, { recursive: true, force: true });
  }
}

/** The mark in the name of a folder beside its place: `.2026Q3.1f2e3d4c.old`. */
function markOf(name: string, place: string, kind: 'new' | 'old'): string | null {
  const mark = name.slice(place.length + 2, -'.old'.length);
  return /^[0-9a-f]{8}$/.test(mark) && name === `.${place}.${mark}.${kind}` ? mark : null;
}

/** Calls a function when the process is told to stop; answers how to call that off. */
export type OnStop = (clean: () => void) => () => void;

/** Replaces one file whole, or leaves no trace. */
export async function writeWhole(path: string, bytes: Uint8Array, onStop: OnStop): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.${randomUUID().slice(0, 8)}.new`;
  const discard = (): void => rmSync(fresh, { force: true });
  const forget = onStop(discard);
  try {
    await writeFile(fresh, bytes);
    renameSync(fresh, path);
  } catch (fault) {
    discard();
    throw fault;
  } finally {
    forget();
  }
}
