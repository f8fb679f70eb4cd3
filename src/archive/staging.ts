/**
 * A place that a command holds while it works: no other run writes there, and what stands there is known. The result is
 * written beside it and moved in whole. Whatever fails on the way, the old result or the new one is whole and findable,
 * and a finished one is never deleted.
 */
import { basename, dirname, extname, join } from 'node:path';
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import { archiveFiles, type Manifest, type ManifestFile } from '../model/manifest.ts';
import { isSystemFault, SystemFault } from '../model/system-fault.ts';
import { freshNames, isWhole, leftBeside, lockBeside, manifestIn, type Names, standingAt } from './beside.ts';
import { type Content, Sum, sha256 } from './bytes.ts';
import { attempt, type Disk, move, disk as realDisk } from './disk.ts';
import { takeLock } from './lock.ts';
import { changesBetween, listNames, runFiles, type Snapshot, snapshotAt } from './occupant.ts';
import type { Place } from './place.ts';
import { placeProblems } from './place-problems.ts';

/** Results are personnel data: their owner's alone, unless they are asked for as shared. */
const modes = { private: { folder: 0o700, file: 0o600 }, shared: { folder: 0o777, file: 0o666 } };

export class Staging {
  readonly place: Place;
  /** What stood there when the place was taken: nothing else is replaced. */
  readonly seen: Snapshot;
  /** Finished results of earlier runs that could not be moved in. */
  readonly aside: readonly string[];
  /** What has been written of the result. */
  readonly files: ManifestFile[] = [];
  readonly #disk: Disk;
  readonly #modes: (typeof modes)['private'];
  readonly #names: Names;
  readonly #taken = new Set<string>();
  readonly #unlock: () => void;
  readonly #madeAbove: string | undefined;
  #finished = false;

  /**
   * Takes a place: tries it, completes what a killed run left half done, and clears away its leftovers.
   *
   * @throws SystemFault where another run holds the place; the system's fault where nothing can be written there
   */
  constructor(
    place: Place,
    { shared = false, disk = realDisk }: { shared?: boolean | undefined; disk?: Disk } = {},
  ) {
    const { path, given } = place;
    this.place = place;
    this.#disk = disk;
    this.#modes = shared ? modes.shared : modes.private;
    this.#names = freshNames(path);
    this.#madeAbove = disk.makeFolders(dirname(path), this.#modes.folder);
    try {
      this.#unlock = takeLock(lockBeside(path), given, disk);
    } catch (fault) {
      this.#leaveNoFolders();
      throw fault;
    }
    try {
      this.aside = this.#tidy();
      this.seen = snapshotAt(path, disk);
    } catch (fault) {
      this.release();
      throw fault;
    }
  }

  /** Writes a file of the result, at once: bytes that wait grow old. Its hash is kept for the manifest. */
  add(name: string, content: Content): void {
    // Windows and macOS would let one of two such files replace the other without a word.
    const key = name.toLowerCase();
    if (this.#taken.has(key)) throw new Error(`two output files are called ${name}`);
    this.#taken.add(key);
    const path = join(this.#names.fresh, name);
    this.#disk.makeFolders(dirname(path), this.#modes.folder);
    const sum = new Sum();
    this.#disk.write(path, sum.passing(content), this.#modes.file);
    this.files.push({ name, ...sum.found });
  }

  /**
   * Moves the result, of which everything has been added, into its place. What stood there is moved aside first and looked
   * at there, where no name leads to it any more: if it is not what was seen, it is put back. It is gone only when the new
   * one stands.
   *
   * @returns the folder that keeps what stood there, where the system does not let it be removed; else null
   * @throws SystemFault with the folder that keeps the result where it could not be moved in
   */
  moveIn(): string | null {
    this.#finished = true;
    const { path } = this.place;
    const { fresh, old } = this.#names;
    const disk = this.#disk;
    try {
      if (disk.look(path) !== null) move(path, old, disk);
      const names = this.#newIn(old);
      if (names.length > 0) throw this.#kept((kept) => placeProblems.changed(this.#at, { names, ...kept }));
      move(fresh, path, disk);
    } catch (fault) {
      if (!isSystemFault(fault)) throw fault;
      throw this.#kept((kept) => placeProblems.notMoved(this.#at, { code: fault.code, ...kept }));
    }
    this.#clear(old);
    attempt(() => {
      const manifest = this.#manifestHash(path);
      for (const folder of this.aside) if (this.#manifestHash(folder) === manifest) this.#clear(folder);
    });
    let stays = false;
    attempt(() => {
      stays = disk.look(old) !== null;
    });
    return stays ? old : null;
  }

  /**
   * Writes one file whole: the place itself, a file in it, or one beside it. Where its name cannot be taken it gets
   * another one.
   *
   * @returns the path that was written
   */
  put(target: string, bytes: Uint8Array, replaces: Snapshot = new Map()): string {
    const disk = this.#disk;
    const { fresh } = this.#names;
    disk.makeFolders(dirname(target), this.#modes.folder);
    disk.write(fresh, bytes, this.#modes.file, true);
    try {
      if (changesBetween(replaces, snapshotAt(target, disk)).length === 0) {
        move(fresh, target, disk);
        return target;
      }
    } catch (fault) {
      if (!isSystemFault(fault)) throw fault;
    }
    const free = freeName(target, disk);
    move(fresh, free, disk);
    return free;
  }

  /** Gives the place back and leaves no trace but a finished result; at once, since it also runs on a signal. */
  release(): void {
    if (!this.#finished) this.#clear(this.#names.fresh);
    attempt(this.#unlock);
    this.#leaveNoFolders();
  }

  /** What came since the place was taken, or was changed, in the folder that was moved aside. */
  #newIn(old: string): string[] {
    const disk = this.#disk;
    if (disk.look(old) === null) return [];
    return changesBetween(this.seen, snapshotAt(old, disk))
      .filter((name) => disk.look(join(old, name)) !== null)
      .map((name) => name || basename(this.place.path));
  }

  /** Puts back what was moved aside, and says where everything is. */
  #kept(problem: (kept: { kept: string; old: string | null }) => Diagnostic): SystemFault {
    const disk = this.#disk;
    const { fresh, old } = this.#names;
    attempt(() => {
      if (disk.look(old) !== null && disk.look(this.place.path) === null) move(old, this.place.path, disk);
    });
    return new SystemFault(problem({ kept: fresh, old: disk.look(old) === null ? null : old }));
  }

  get #at(): Location {
    return { file: this.place.given };
  }

  /** Nothing depends on it: what stays is cleared away by the next run. */
  #clear(path: string): void {
    attempt(() => this.#disk.remove(path));
  }

  /** Only those that were made here, and only while they are empty. */
  #leaveNoFolders(): void {
    const top = this.#madeAbove;
    if (top === undefined) return;
    attempt(() => {
      for (let folder = dirname(this.place.path); ; folder = dirname(folder)) {
        this.#disk.removeEmptyFolder(folder);
        if (folder === top) return;
      }
    });
  }

  /** With the place held, whatever is beside it is a dead run's. Answers the finished results that stay. */
  #tidy(): string[] {
    const disk = this.#disk;
    const { path } = this.place;
    const standing = standingAt(path, disk);
    if (standing !== path) move(standing, path, disk);
    const stands = manifestIn(path, disk);
    return leftBeside(path, disk).flatMap(({ fresh, old }) => {
      const isFinished = isWhole(fresh, disk);
      if (!isFinished) this.#clear(fresh);
      // Moved aside for the result that stands: that run was killed before its last step.
      if (!isFinished && stands !== null && isReplacedBy(stands, old, disk)) this.#clear(old);
      return [fresh, old].filter((folder) => disk.look(folder) !== null);
    });
  }

  #manifestHash(folder: string): string {
    return sha256(this.#disk.read(join(folder, archiveFiles.manifest)));
  }
}

/** Whether a folder holds nothing but what a run for the same quarter wrote, or a problem list. */
function isReplacedBy({ period }: Manifest, old: string, disk: Disk): boolean {
  const manifest = manifestIn(old, disk);
  const own = new Map<string, string>(manifest?.outputs.map(({ name, sha256 }) => [name, sha256]));
  const unlisted = manifest === null ? new Set<string>(listNames) : runFiles;
  return (
    (manifest === null || manifest.period === period) &&
    [...snapshotAt(old, disk)].every(([name, hash]) => own.get(name) === hash || unlisted.has(name))
  );
}

/** `list-2.xlsx` where `list.xlsx` is taken. */
function freeName(target: string, disk: Disk): string {
  const ending = extname(target);
  for (let number = 2; ; number += 1) {
    const name = join(dirname(target), `${basename(target, ending)}-${number}${ending}`);
    if (disk.look(name) === null) return name;
  }
}
