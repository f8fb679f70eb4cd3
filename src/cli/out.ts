/** What may be written where: `--out` never takes the place of anything that is not the tool's own. */
import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  isUntouchedList,
  type Occupant,
  occupantOf,
  type Place,
  placeAt,
  placeProblems,
  Staging,
  snapshotAt,
} from '../archive/index.ts';
import type { Quarter } from '../model/calendar.ts';
import { SystemFault } from '../model/system-fault.ts';
import { isUntouched } from '../run/parts.ts';
import { UsageError } from '../run/usage-error.ts';
import type { Terminal } from './command.ts';
import type { OutOptions } from './options.ts';
import { problemLines } from './problem-list.ts';

/** The place that a name on the command line means; where nothing may be written there the command line is wrong. */
export function placeOf(given: string, packageFolder: string | null): Place {
  const place = placeAt(given, packageFolder);
  if (!('unfit' in place)) return place;
  const { zh, en } = place.unfit;
  throw new UsageError({ zh: `不能写到“${given}”：${zh}`, en: `cannot write to "${given}": ${en}` });
}

/** The same for a workbook that is named outright. */
export function workbookPlaceOf(given: string, packageFolder: string | null): Place {
  if (!isWorkbook(given))
    throw new UsageError({
      zh: `--out 应是 .xlsx 文件：${given}`,
      en: `--out names a .xlsx file, not ${given}`,
    });
  const place = placeOf(given, packageFolder);
  if (isFolder(place.path))
    throw new UsageError({ zh: `${given} 是文件夹，不是文件`, en: `${given} is a folder, not a file` });
  return place;
}

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const isWorkbook = (name: string): boolean => name.toLowerCase().endsWith('.xlsx');

/** Holds a place while a command works, and gives it back however that ends. */
export async function holding<T>(
  { io, lang, colour }: Terminal,
  place: Place,
  { shared }: OutOptions,
  work: (staging: Staging) => Promise<T>,
): Promise<T> {
  let staging: Staging | undefined;
  const forget = io.onStop(() => staging?.release());
  try {
    staging = new Staging(place, { shared });
    for (const folder of staging.aside)
      io.err(problemLines(placeProblems.aside({ file: place.given }, { folder }), lang, colour.err));
    return await work(staging);
  } finally {
    forget();
    staging?.release();
  }
}

export type ReplaceableOccupant = Exclude<Occupant, { kind: 'foreign' | 'open' }>;

const few = 5;

/** What stands at a held place; files that no run wrote are refused, and workbooks that are open. */
export async function occupantAt({ place, seen }: Staging): Promise<ReplaceableOccupant> {
  const occupant = await occupantOf(place.path, seen, isUntouched);
  switch (occupant.kind) {
    case 'open':
      throw new SystemFault(placeProblems.open({ file: place.given }, occupant));
    case 'foreign': {
      const names = occupant.files.slice(0, few).join(', ') + (occupant.files.length > few ? ', …' : '');
      throw new UsageError({
        zh: `${place.given} 里有不是本工具写出、或写出后又改过的文件（${names}），请移走，或另选一个文件夹`,
        en: `${place.given} has files that no run wrote or that were changed since (${names}); move them away or choose another folder`,
      });
    }
    default:
      return occupant;
  }
}

/** Refuses to replace another quarter, what another command wrote, and the same without `--force`. */
export function refuseToReplace(
  { given }: Place,
  occupant: Occupant,
  period: Quarter,
  force: boolean,
  isClosing = false,
): void {
  if (occupant.kind !== 'run') return;
  if ((occupant.manifest.closes !== undefined) !== isClosing)
    throw new UsageError(
      isClosing
        ? {
            zh: `${given} 里是考核结果，不能用 close 的结果覆盖，请另选一个文件夹`,
            en: `${given} holds the result of a run and is not replaced by a closed quarter; choose another folder`,
          }
        : {
            zh: `${given} 里是 close 的结果，不能用考核结果覆盖，请另选一个文件夹`,
            en: `${given} holds a closed quarter and is not replaced by a run; choose another folder`,
          },
    );
  const there = occupant.manifest.period;
  if (there !== period)
    throw new UsageError({
      zh: `${given} 里是 ${there} 的结果，不能用 ${period} 覆盖，请另选一个文件夹`,
      en: `${given} holds ${there} and is not replaced by ${period}; choose another folder`,
    });
  if (!force)
    throw new UsageError({
      zh: `${given} 里已有 ${period} 的结果；要替换请加 --force`,
      en: `${given} already holds ${period}; add --force to replace it`,
    });
}

/** Writes a problem list to a held place, or beside the result that stands there; replaces an earlier list only. */
export async function writeList(
  staging: Staging,
  occupant: ReplaceableOccupant,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const { path } = staging.place;
  const target = occupant.kind === 'run' ? `${path}-${name}` : join(path, name);
  return staging.put(
    target,
    bytes,
    (await isUntouchedList(name, target, isUntouched)) ? snapshotAt(target) : undefined,
  );
}

/** Where a list goes that is written as a workbook. */
export interface ListTarget {
  /** The folder it will stand in. */
  readonly folder: string;
  /** Answers the path written. */
  write(bytes: Uint8Array): Promise<string>;
}

const listName = 'problems.xlsx';

/** A list's place: a workbook that is named outright, or a folder; an earlier list is replaced, nothing else. */
export async function listTargetAt(staging: Staging): Promise<ListTarget> {
  const { path, given } = staging.place;
  if (!isWorkbook(given) || isFolder(path)) {
    const occupant = await occupantAt(staging);
    const folder = occupant.kind === 'run' ? dirname(path) : path;
    return { folder, write: (bytes) => writeList(staging, occupant, listName, bytes) };
  }
  const isOwn = await isUntouchedList(listName, path, isUntouched);
  await requireFresh(staging, isOwn);
  return { folder: dirname(path), write: async (bytes) => writeFile(staging, bytes) };
}

/** A workbook that is named outright replaces nothing unasked. */
export async function requireFresh({ place, seen }: Staging, force: boolean): Promise<void> {
  const occupant = await occupantOf(place.path, seen, isUntouched);
  if (occupant.kind === 'open') throw new SystemFault(placeProblems.open({ file: place.given }, occupant));
  if (seen.size > 0 && !force)
    throw new UsageError({
      zh: `${place.given} 已存在；要替换请加 --force`,
      en: `${place.given} is there already; add --force to replace it`,
    });
}

/** Writes the file that a held place is; answers its path. What came there meanwhile stays, the file beside it. */
export function writeFile(staging: Staging, bytes: Uint8Array): string {
  const { path, given } = staging.place;
  const kept = staging.put(path, bytes, staging.seen);
  if (kept !== path)
    throw new SystemFault(
      placeProblems.changed({ file: given }, { names: [basename(path)], kept, old: null }),
    );
  return path;
}
