/** Picks the earlier quarters that a run needs from its archives, and checks that they are one unbroken chain. */
import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Quarter, shiftQuarter } from '../model/calendar.ts';
import type { Decided } from '../model/closing.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import type { QuarterRecord } from '../model/history.ts';
import { archiveFiles, type RunReference } from '../model/manifest.ts';
import { compareText } from './origins.ts';
import { archiveProblems } from './problems.ts';
import { type ArchivedRun, findArchived, readDecided, readRecord } from './read.ts';

/** How many quarters back anything looks: the rules as far as this year's first quarter, the trend a year. */
const reach = 4;

export interface Past {
  /** The quarters that were read, in order. */
  readonly history: readonly QuarterRecord[];
  readonly previous: RunReference | null;
  readonly earlier: readonly RunReference[];
  /** What was decided after the quarters that were used, as far as their closing lies in the archives. */
  readonly decided: readonly DecidedAfter[];
  /** Archived runs of the quarter itself: one of them may be what this run corrects. */
  readonly sameQuarter: readonly ArchivedRun[];
  /** Of the quarters that were used: part of what the run found. */
  readonly problems: readonly Diagnostic[];
  /** Of what else lies in the archives: for the screen only, since the same run elsewhere must give the same bytes. */
  readonly remarks: readonly Diagnostic[];
}

/** A past of which everything was asked: of its quarters is left what a manifest and a record say of them. */
export interface AskedPast extends Omit<Past, 'history'> {
  readonly history: readonly Pick<QuarterRecord, 'chainStarts'>[];
}

/** The decisions of a closed quarter. */
export interface DecidedAfter {
  /** Of the closing's folder. */
  readonly name: string;
  /** The run that stands for the quarter, by its manifest. */
  readonly run: string;
  /** It closed an earlier run of the quarter, which this one corrects. */
  readonly superseded: boolean;
  readonly decided: Decided;
}

export const referenceTo = ({ manifest, manifestHash }: ArchivedRun): RunReference => ({
  period: manifest.period,
  manifest: manifestHash,
});

/** The past of a quarter. `out`, where this run will stand, is no part of it. */
export async function pastOf(
  period: Quarter,
  archives: readonly string[],
  out: string | null,
): Promise<Past> {
  const { runs, closings, problems, remarks } = await runsIn(archives, out);
  const corrected = correctionsIn(runs);
  const before = runs.filter(
    ({ manifest, manifestHash }) => manifest.period < period && !corrected.has(manifestHash),
  );
  problems.push(...twice(before));
  for (const { name, manifest, manifestHash } of runs) {
    const by = corrected.get(manifestHash);
    if (by !== undefined && manifest.period < period)
      remarks.push(archiveProblems.corrected({ file: name }, { period: manifest.period, by: by.name }));
  }
  for (const { name, manifest } of runs)
    if (manifest.period > period) remarks.push(archiveProblems.later({ file: name }, manifest));

  const needed = before
    .filter(({ manifest }) => manifest.period >= shiftQuarter(period, -reach))
    .sort((a, b) => compareText(a.manifest.period, b.manifest.period));
  if (!hasErrors(problems)) problems.push(...links(needed));

  const { history, unread } = await recordsOf(needed, period);
  problems.push(...unread);
  const decided = await decidedAfter(needed, closings, corrected);
  problems.push(...decided.unread);
  const isPrevious = (run: ArchivedRun): boolean => run.manifest.period === shiftQuarter(period, -1);
  const previous = needed.find(isPrevious);
  return {
    history,
    previous: previous ? referenceTo(previous) : null,
    earlier: needed.filter((run) => !isPrevious(run)).map(referenceTo),
    decided: decided.after,
    sameQuarter: runs.filter(({ manifest }) => manifest.period === period),
    problems,
    remarks,
  };
}

/**
 * The past that an archived run had, found again: what is missing or another one is among the problems; the references
 * are the run's own.
 */
export async function pastBehind({ manifest }: ArchivedRun, archives: readonly string[]): Promise<Past> {
  const { previous, earlier, period } = manifest;
  const { runs, problems } = await runsIn(archives, null);
  const used: ArchivedRun[] = [];
  for (const reference of [...earlier, ...(previous ? [previous] : [])]) {
    const ofPeriod = runs.filter((run) => run.manifest.period === reference.period);
    const same = ofPeriod.find(({ manifestHash }) => manifestHash === reference.manifest);
    const names = { period, earlier: reference.period };
    if (!same) {
      const [other] = ofPeriod;
      problems.push(
        other
          ? archiveProblems.brokenChain({ file: other.name }, names)
          : archiveProblems.notFound({}, names),
      );
    }
    const run = same ?? ofPeriod[0];
    if (run) used.push(run);
  }
  const { history, unread } = await recordsOf(used, period);
  return {
    history,
    previous,
    earlier,
    decided: [],
    sameQuarter: [],
    problems: [...problems, ...unread],
    remarks: [],
  };
}

async function recordsOf(
  runs: readonly ArchivedRun[],
  period: Quarter,
): Promise<{ history: QuarterRecord[]; unread: Diagnostic[] }> {
  const history: QuarterRecord[] = [];
  const unread: Diagnostic[] = [];
  const [latest] = runs.map(({ manifest }) => manifest.period).sort((a, b) => compareText(b, a));
  for (const run of runs) {
    const record = await readRecord(run);
    if (record.problem !== null) unread.push(record.problem);
    else history.push(run.manifest.period === latest ? record.value : asAskedFor(record.value, period));
  }
  return { history, unread };
}

/**
 * What a quarter is asked for by one after the next: not what it exported, and each customer's figures by two quarters only.
 * Four quarters of a bank's accounts and customers would take as much room as the bank's own.
 */
function asAskedFor(record: QuarterRecord, period: Quarter): QuarterRecord {
  const exported = { accounts: [], loans: [], classified: [], customers: [] };
  if (record.period >= shiftQuarter(period, -2)) return { ...record, exported };
  const managers = record.managers.map(({ offBalance: _, ...manager }) => ({ ...manager, customers: [] }));
  return { ...record, managers, exported };
}

/** What was decided after some runs, or after those that they correct; an earlier version's closing does not say. */
async function decidedAfter(
  runs: readonly ArchivedRun[],
  closings: readonly ArchivedRun[],
  corrected: ReadonlyMap<string, ArchivedRun>,
): Promise<{ after: DecidedAfter[]; unread: Diagnostic[] }> {
  const after: DecidedAfter[] = [];
  const unread: Diagnostic[] = [];
  for (const closing of closings) {
    const closed = closing.manifest.closes?.manifest ?? '';
    const run = standingFor(closed, corrected);
    const says = closing.manifest.outputs.some(({ name }) => name === archiveFiles.decided);
    if (!says || !runs.some(({ manifestHash }) => manifestHash === run)) continue;
    const read = await readDecided(closing);
    if (read.problem === null)
      after.push({ name: closing.name, run, superseded: run !== closed, decided: read.value });
    else unread.push(read.problem);
  }
  return { after, unread };
}

interface Found {
  readonly runs: ArchivedRun[];
  readonly closings: ArchivedRun[];
  readonly problems: Diagnostic[];
  readonly remarks: Diagnostic[];
}

/** The runs in the archives, each folder once, however often and by whatever path it was named. */
async function runsIn(archives: readonly string[], out: string | null): Promise<Found> {
  const place = async (folder: string): Promise<string> => realpath(folder).catch(() => folder);
  const seen = new Set(out === null ? [] : [await place(out)]);
  const found: Found = { runs: [], closings: [], problems: [], remarks: [] };
  for (const archive of archives) {
    const { runs, closings } = await findArchived(archive);
    if (runs.length + closings.length === 0)
      found.remarks.push(archiveProblems.noRun({ file: basename(resolve(archive)) }, {}));
    for (const { read } of closings) if (read.problem === null) found.closings.push(read.value);
    for (const { folder, read } of runs) {
      const own = await place(folder);
      if (seen.has(own)) continue;
      seen.add(own);
      if (read.problem === null) found.runs.push(read.value);
      else found.problems.push(read.problem);
    }
  }
  return found;
}

/** Runs by the manifest of the one that they correct: that one no longer stands for its quarter. */
export const correctionsIn = (runs: readonly ArchivedRun[]): ReadonlyMap<string, ArchivedRun> =>
  new Map(
    runs.flatMap((run) => (run.manifest.replaces === null ? [] : [[run.manifest.replaces.manifest, run]])),
  );

/** The last of the runs that correct one after another. */
function standingFor(manifest: string, corrected: ReadonlyMap<string, ArchivedRun>): string {
  const by = corrected.get(manifest);
  return by === undefined ? manifest : standingFor(by.manifestHash, corrected);
}

function twice(runs: readonly ArchivedRun[]): Diagnostic[] {
  const periods = [...new Set(runs.map(({ manifest }) => manifest.period))].sort(compareText);
  return periods.flatMap((period) => {
    const folders = runs.filter(({ manifest }) => manifest.period === period).map(({ name }) => name);
    return folders.length > 1
      ? [archiveProblems.twice({}, { period, folders: folders.sort(compareText) })]
      : [];
  });
}

/** Every run must have been made from the very earlier runs that stand beside it. `runs` are in order. */
function links(runs: readonly ArchivedRun[]): Diagnostic[] {
  return runs.flatMap((run, index) => {
    const { period, previous, earlier } = run.manifest;
    const references = [...earlier, ...(previous ? [previous] : [])];
    return runs.slice(0, index).flatMap((before) => {
      const names = { period, earlier: before.manifest.period };
      const reference = references.find((each) => each.period === before.manifest.period);
      const at = { file: run.name };
      if (reference === undefined)
        return before.manifest.period >= shiftQuarter(period, -reach)
          ? [archiveProblems.wrongOrder(at, names)]
          : [];
      return reference.manifest === before.manifestHash ? [] : [archiveProblems.brokenChain(at, names)];
    });
  });
}
