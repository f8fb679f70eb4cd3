/**
 * What a run keeps beside its place while it writes: `.2026Q3.1f2e3d4c.new` in the making, `.2026Q3.1f2e3d4c.old` moved
 * aside for it. A result is whole from the moment its manifest, the last of its files, is written; a run that was killed,
 * or could not move its result in, leaves one of the two as the only copy, so readers look here as well.
 */
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { archiveFiles, type Manifest, manifestSchema } from '../model/manifest.ts';
import { isMissing } from '../model/system-fault.ts';
import { type Disk, disk as realDisk } from './disk.ts';
import { compareText } from './origins.ts';

export interface Names {
  readonly fresh: string;
  readonly old: string;
}

export const freshNames = (place: string): Names => namesBeside(place, randomUUID().slice(0, 8));

const namesBeside = (place: string, mark: string): Names => ({
  fresh: join(dirname(place), `.${basename(place)}.${mark}.new`),
  old: join(dirname(place), `.${basename(place)}.${mark}.old`),
});

export const lockBeside = (place: string): string => join(dirname(place), `.${basename(place)}.lock`);

const form = /^\.(.+)\.([0-9a-f]{8})\.(new|old)$/;

/** The names that runs for a place have left beside it, by their mark. */
export function leftBeside(place: string, disk: Disk): Names[] {
  const marks = namesIn(dirname(place), disk).flatMap((name) => {
    const [, of, mark = ''] = form.exec(name) ?? [];
    return of === basename(place) ? [mark] : [];
  });
  return [...new Set(marks)].map((mark) => namesBeside(place, mark));
}

/** The places in a folder of which only what stands beside them is left. */
export function lostPlacesIn(folder: string, disk: Disk = realDisk): string[] {
  const names = namesIn(folder, disk);
  const places = new Set(names.flatMap((name) => form.exec(name)?.[1] ?? []));
  return [...places].filter((place) => !names.includes(place)).map((place) => join(folder, place));
}

function namesIn(folder: string, disk: Disk): string[] {
  try {
    return disk
      .list(folder)
      .map(({ name }) => name)
      .sort(compareText);
  } catch (fault) {
    if (isMissing(fault)) return [];
    throw fault;
  }
}

/**
 * The folder that holds a place's result: itself, or where it is gone the newest of those beside it, since a swap that was
 * cut off comes after whatever earlier runs have left.
 */
export function standingAt(place: string, disk: Disk = realDisk): string {
  if (disk.look(place) !== null) return place;
  const left = leftBeside(place, disk).flatMap(({ fresh, old }) => {
    const folder = isWhole(fresh, disk) ? fresh : old;
    const made = disk.look(folder)?.mtimeMs;
    return made === undefined ? [] : [{ folder, made }];
  });
  return left.sort((a, b) => b.made - a.made)[0]?.folder ?? place;
}

/** The manifest in a folder; null: none, or what is none. One that the system will not give is a fault. */
export function manifestIn(folder: string, disk: Disk): Manifest | null {
  const path = join(folder, archiveFiles.manifest);
  try {
    if (disk.look(path)?.isFile() !== true) return null;
    const text = new TextDecoder().decode(disk.read(path));
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (fault) {
    if (fault instanceof SyntaxError || isMissing(fault)) return null;
    throw fault;
  }
}

/** Whether a folder holds every file that its manifest lists. */
export function isWhole(folder: string, disk: Disk): boolean {
  const manifest = manifestIn(folder, disk);
  return manifest?.outputs.every(({ name, bytes }) => disk.look(join(folder, name))?.size === bytes) ?? false;
}
