/**
 * The calls to the system under everything that is written. A test puts others in their place, which fail when they are
 * told to: whatever fails, nothing may be lost.
 */
import {
  closeSync,
  type Dirent,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { isSystemFault, naming } from '../model/system-fault.ts';
import { type Content, piecesOf } from './bytes.ts';

export interface Disk {
  /** Makes a folder and those above it; answers the topmost that was not there. */
  makeFolders(path: string, mode: number): string | undefined;
  /** Writes a file that is not there yet. `flush`: down to the disk itself, which takes as long as writing twenty files. */
  write(path: string, content: Content, mode: number, flush?: boolean): void;
  read(path: string): Uint8Array;
  /** Null: nothing is there. A link is not followed. */
  look(path: string): Stats | null;
  list(path: string): readonly Dirent[];
  rename(from: string, to: string): void;
  /** Removes a file, or a folder with all that is in it; one that is gone is no fault. */
  remove(path: string): void;
  removeEmptyFolder(path: string): void;
  wait(milliseconds: number): void;
}

export const disk: Disk = {
  makeFolders: (path, mode) => mkdirSync(path, { recursive: true, mode }),
  write: (path, content, mode, flush = false) => named(path, () => writeNew(path, content, mode, flush)),
  read: (path) => named(path, () => readFileSync(path)),
  look: (path) => lstatSync(path, { throwIfNoEntry: false }) ?? null,
  list: (path) => readdirSync(path, { withFileTypes: true }),
  rename: renameSync,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  removeEmptyFolder: rmdirSync,
  wait: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

function writeNew(path: string, content: Content, mode: number, flush: boolean): void {
  const file = openSync(path, 'wx', mode);
  try {
    for (const piece of piecesOf(content)) writeFileSync(file, piece);
    if (flush) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function named<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (fault) {
    throw naming(path, fault);
  }
}

const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);
const patience = 5000;
const longestPause = 250;

/**
 * Renames, and tries again for some seconds where the system refuses in a way that passes: on Windows scanners and
 * indexers hold for moments what was just written. Without giving way to anything else, so that a process that is told to
 * stop has either not begun with it or is done.
 */
export function move(from: string, to: string, { rename, look, wait }: Disk): void {
  for (let waited = 0, pause = 10; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      rename(from, to);
      return;
    } catch (fault) {
      // A share may say no and have done it all the same.
      if (waited > 0 && look(from) === null && look(to) !== null) return;
      if (!isSystemFault(fault) || !passing.has(fault.code) || waited >= patience) throw fault;
    }
    wait(pause);
    waited += pause;
  }
}

/** Does what may fail without harm. */
export function attempt(work: () => void): void {
  try {
    work();
  } catch (fault) {
    if (!isSystemFault(fault)) throw fault;
  }
}
