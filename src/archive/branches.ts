/** Finds the branches that a rollup is of. A branch that failed or is not there is an error: the total would look whole. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isQuarter, type Quarter } from '../model/calendar.ts';
import { type Diagnostic, errorOf, warningOf } from '../model/diagnostic.ts';
import { archiveFiles } from '../model/manifest.ts';
import { compareText } from './origins.ts';
import { type ArchivedRun, placesIn, readRun } from './read.ts';

export const branchProblems = {
  nothing: errorOf<object>('rollup.no-run', () => ({
    message: { zh: '这个文件夹里没有考核结果', en: 'there is no result in this folder' },
    hint: {
      zh: '请给出各机构的结果文件夹，或存放它们的上级文件夹',
      en: 'name branch output folders, or folders that hold them',
    },
  })),
  otherPeriod: errorOf<{ period: Quarter; first: Quarter }>('rollup.other-period', ({ period, first }) => ({
    message: {
      zh: `这是 ${period} 的结果，而第一个是 ${first}`,
      en: `this is ${period}, but the first one is ${first}`,
    },
    hint: {
      zh: '一次只汇总一个季度，请去掉其他季度',
      en: 'roll up one quarter at a time; leave out the others',
    },
  })),
  sameRun: errorOf<{ other: string }>('rollup.same-run', ({ other }) => ({
    message: {
      zh: `与“${other}”是同一次运行，会被重复计算`,
      en: `this is the same run as "${other}" and would count twice`,
    },
    hint: { zh: '请去掉其中一个', en: 'leave out one of the two' },
  })),
  failed: errorOf<object>('rollup.failed-branch', () => ({
    message: {
      zh: '这个机构的运行因数据有错误而没有结果，只有问题清单',
      en: "this branch's run had errors in its input: there is a list of problems and no result",
    },
    hint: { zh: '请该机构改正数据并重新运行', en: 'have the branch put its data right and run again' },
  })),
  missing: errorOf<object>('rollup.missing-branch', () => ({
    message: { zh: '应有这个机构的结果，却没有找到', en: "this branch's result is expected and not there" },
    hint: {
      zh: '请向该机构索取结果；若名称不同，请改正 --expect 的清单',
      en: 'ask the branch for it; if it goes by another name, correct the list given with --expect',
    },
  })),
  unexpected: warningOf<object>('rollup.unexpected-branch', () => ({
    message: {
      zh: '--expect 的清单里没有这个机构，它已计入汇总',
      en: 'the list given with --expect has no such branch; it is counted',
    },
    hint: { zh: '请核对是否应计入', en: 'see whether it belongs here' },
  })),
  empty: warningOf<object>('rollup.empty-folder', () => ({
    message: {
      zh: '这个文件夹里没有本季的考核结果，没有计入',
      en: 'there is no result of the quarter in this folder: it is not counted',
    },
    hint: {
      zh: '若它是一个机构，请向其索取结果；可用 --expect 列出应有的机构',
      en: 'if it is a branch, ask for its result; --expect lists the branches that must be there',
    },
  })),
} as const;

export interface NamedRun {
  readonly name: string;
  readonly run: ArchivedRun;
}

export interface BranchOptions {
  /** The quarter to roll up; null: there is only one. */
  readonly period: Quarter | null;
  /** The names of the branches that must be there; null: whichever are found. */
  readonly expected: readonly string[] | null;
}

/** The runs in the folders, by name; whatever keeps a total from being whole is among the problems. */
export async function branchRuns(
  folders: readonly string[],
  { period, expected }: BranchOptions,
): Promise<{ runs: NamedRun[]; problems: Diagnostic[] }> {
  const { places, runs: found, problems } = await foundIn(folders, period);
  const names = namesOf(places);
  const nameOf = new Map(places.map((place, index) => [place, names[index] ?? basename(place)]));
  const runs = found.map((run) => ({ run, name: nameOf.get(run.place) ?? run.name }));
  const ran = new Set(found.map(({ place }) => place));
  for (const [place, name] of nameOf)
    if (!ran.has(place)) problems.push(branchProblems.failed({ file: name }, {}));
  if (expected !== null) problems.push(...unlike(expected, names));
  problems.push(...conflicts(runs));
  return { runs: runs.sort((a, b) => compareText(a.name, b.name)), problems };
}

interface Found {
  readonly runs: ArchivedRun[];
  /** Of runs, and of those that failed. */
  readonly places: string[];
  readonly problems: Diagnostic[];
}

/** A folder of branches, a branch in it, its quarters. */
const depth = 2;

async function foundIn(folders: readonly string[], period: Quarter | null): Promise<Found> {
  const found: Found = { runs: [], places: [], problems: [] };
  for (const folder of folders)
    if (!(await look(resolve(folder), depth, period, found)))
      found.problems.push(branchProblems.nothing({ file: basename(resolve(folder)) }, {}));
  return found;
}

/** Adds the runs that a folder is or holds, and those that failed; answers whether there are any. */
async function look(folder: string, below: number, period: Quarter | null, found: Found): Promise<boolean> {
  const read = await readRun(folder);
  const isOfPeriod = (of: string): boolean => period === null || of === period;
  // What was closed beside it is no branch, and nothing to be told of.
  if (read?.value?.manifest.closes !== undefined) return true;
  if (read?.problem) found.problems.push(read.problem);
  else if (read !== null) {
    if (!isOfPeriod(read.value.manifest.period)) return false;
    found.runs.push(read.value);
    found.places.push(folder);
  } else if (existsSync(join(folder, archiveFiles.problems))) {
    if (isQuarter(basename(folder)) && !isOfPeriod(basename(folder))) return false;
    found.places.push(folder);
  } else return lookBelow(folder, below, period, found);
  return true;
}

async function lookBelow(
  folder: string,
  below: number,
  period: Quarter | null,
  found: Found,
): Promise<boolean> {
  const empty: string[] = [];
  let holds = false;
  for (const each of below > 0 ? placesIn(folder) : [])
    if (await look(each, below - 1, period, found)) holds = true;
    else empty.push(each);
  // Of a branch, its other folders need not be told.
  if (holds && below === depth)
    for (const each of empty) found.problems.push(branchProblems.empty({ file: basename(each) }, {}));
  return holds;
}

/** What the list of branches and those that are there do not have in common. */
const unlike = (expected: readonly string[], there: readonly string[]): Diagnostic[] => [
  ...expected
    .filter((name) => !there.includes(name))
    .map((name) => branchProblems.missing({ file: name }, {})),
  ...there
    .filter((name) => !expected.includes(name))
    .map((name) => branchProblems.unexpected({ file: name }, {})),
];

/** Runs that do not go into one total. */
function conflicts(runs: readonly NamedRun[]): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const seen = new Map<string, string>();
  const first = runs[0]?.run.manifest.period;
  for (const { name, run } of runs) {
    const { period } = run.manifest;
    if (first !== undefined && period !== first)
      problems.push(branchProblems.otherPeriod({ file: name }, { period, first }));
    const other = seen.get(run.manifestHash);
    if (other !== undefined) problems.push(branchProblems.sameRun({ file: name }, { other }));
    seen.set(run.manifestHash, name);
  }
  return problems;
}

/**
 * What to call each branch: its folder, or where that is the quarter the folder above; as many folders more as it takes
 * to tell two apart.
 */
function namesOf(folders: readonly string[]): string[] {
  const parts = folders.map((folder) => {
    const own = isQuarter(basename(folder)) ? dirname(folder) : folder;
    return own.split(/[\\/]/).filter((part) => part !== '');
  });
  return parts.map((own) => {
    for (let length = 1; length < own.length; length += 1) {
      const name = own.slice(-length).join('/');
      if (parts.filter((other) => other.slice(-length).join('/') === name).length === 1) return name;
    }
    return own.join('/');
  });
}
