/** Reads archived runs back: nothing of them is believed before its hash and its form are checked. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { z } from 'zod';
import { type ClosingBasis, closingBasis, type Decided, decidedForm } from '../model/closing.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type QuarterRecord, quarterRecord } from '../model/history.ts';
import { archiveFiles, type Manifest, manifestSchema } from '../model/manifest.ts';
import { type Results, resultsSchema } from '../model/results.ts';
import { isMissing, naming, SystemFault, systemProblems } from '../model/system-fault.ts';
import { lostPlacesIn, standingAt } from './beside.ts';
import { sha256 } from './bytes.ts';
import { type Explanation, explanationSchema } from './explanation.ts';
import { type InputRows, inputRowsSchema } from './input-rows.ts';
import { compareText } from './origins.ts';
import { archiveProblems } from './problems.ts';

/** A run's output folder, by its manifest. */
export interface ArchivedRun {
  /** Where it belongs. */
  readonly place: string;
  /** Where it is: its place, or beside it. */
  readonly folder: string;
  /** What problems call it: never a path of the machine. */
  readonly name: string;
  readonly manifest: Manifest;
  readonly manifestHash: string;
}

/** The value, or what was wrong. */
export type Read<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: Diagnostic };

const good = <T>(value: T): Read<T> => ({ value, problem: null });
const bad = (problem: Diagnostic): Read<never> => ({ value: null, problem });

/** Null: it is not there. */
export async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    // A pipe would be waited for.
    if ((await stat(path)).isFile()) return await readFile(path);
  } catch (fault) {
    if (isMissing(fault)) return null;
    throw naming(path, fault);
  }
  throw new SystemFault(systemProblems.notAFile({ file: path }, { code: 'ENXIO' }));
}

/** Files that tell that a run was here. */
const traces: readonly string[] = [archiveFiles.results, archiveFiles.record, archiveFiles.status];

/** The run at a place, or what is wrong with its remains; null: there was none. */
export async function readRemains(place: string): Promise<Read<ArchivedRun> | null> {
  const run = await readRun(place);
  if (run !== null) return run;
  const folder = standingAt(resolve(place));
  const wasHere = traces.some((name) => existsSync(join(folder, name)));
  const file = `${basename(resolve(place))}/${archiveFiles.manifest}`;
  return wasHere ? bad(archiveProblems.missingFile({ file }, {})) : null;
}

/** The run at a place, or what a move that failed has left of it beside; null: there is none. */
export async function readRun(place: string): Promise<Read<ArchivedRun> | null> {
  const folder = standingAt(resolve(place));
  const name = basename(resolve(place));
  const bytes = await bytesOf(join(folder, archiveFiles.manifest));
  if (bytes === null) return null;
  const read = parsed(bytes, manifestSchema, `${name}/${archiveFiles.manifest}`);
  if (read.value === null) return read;
  return good({ place, folder, name, manifest: read.value, manifestHash: sha256(bytes) });
}

/** A closed quarter lies among the runs, and is none. */
const isClosing = ({ value }: Read<ArchivedRun>): boolean => value?.manifest.closes !== undefined;

interface FoundRun {
  readonly folder: string;
  readonly read: Read<ArchivedRun>;
}

/** The runs that a folder is or holds, by name; none of either: an empty list. */
export const findRuns = async (folder: string): Promise<FoundRun[]> => (await findArchived(folder)).runs;

/** The runs of a folder, and the quarters that were closed. */
export async function findArchived(
  folder: string,
): Promise<{ readonly runs: FoundRun[]; readonly closings: FoundRun[] }> {
  const own = await readRun(folder);
  const places = own === null ? placesIn(folder) : [folder];
  const found: FoundRun[] = [];
  for (const each of places) {
    const read = own ?? (await readRun(each));
    if (read !== null) found.push({ folder: each, read });
  }
  return {
    runs: found.filter(({ read }) => !isClosing(read)),
    closings: found.filter(({ read }) => isClosing(read)),
  };
}

/** The folders in a folder, also those that links lead to and those that a move that failed has left beside their place. */
export const placesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
    .concat(lostPlacesIn(folder))
    .sort(compareText);

/** A file that the run's manifest lists, with its hash checked. */
export async function readOutput(run: ArchivedRun, name: string): Promise<Read<Uint8Array>> {
  const at = { file: `${run.name}/${name}` };
  const bytes = await bytesOf(join(run.folder, name));
  if (bytes === null) return bad(archiveProblems.missingFile(at, {}));
  const listed = run.manifest.outputs.find((output) => output.name === name);
  return listed?.sha256 === sha256(bytes) ? good(bytes) : bad(archiveProblems.changedFile(at, {}));
}

async function readForm<T>(run: ArchivedRun, name: string, form: z.ZodType<T>): Promise<Read<T>> {
  const bytes = await readOutput(run, name);
  return bytes.value === null ? bytes : parsed(bytes.value, form, `${run.name}/${name}`);
}

/** What closing the quarter starts from; null: an archive of before has it not, nor one that grades nobody. */
export const readClosing = async (run: ArchivedRun): Promise<Read<ClosingBasis> | null> =>
  run.manifest.outputs.some(({ name }) => name === archiveFiles.closing)
    ? readForm(run, archiveFiles.closing, closingBasis)
    : null;

/** What the decisions of a closed quarter record. */
export const readDecided = (closing: ArchivedRun): Promise<Read<Decided>> =>
  readForm(closing, archiveFiles.decided, decidedForm);

export const readResults = (run: ArchivedRun): Promise<Read<Results>> =>
  readForm(run, archiveFiles.results, resultsSchema);

/** Null: an archive of before has none. */
export const readInputRows = async (run: ArchivedRun): Promise<Read<InputRows> | null> =>
  run.manifest.outputs.some(({ name }) => name === archiveFiles.inputRows)
    ? readForm(run, archiveFiles.inputRows, inputRowsSchema)
    : null;

export async function readRecord(run: ArchivedRun): Promise<Read<QuarterRecord>> {
  const read = await readForm(run, archiveFiles.record, quarterRecord);
  const { period } = run.manifest;
  if (read.value === null || read.value.period === period) return read;
  const at = { file: `${run.name}/${archiveFiles.record}` };
  return bad(archiveProblems.wrongPeriod(at, { period, says: read.value.period }));
}

export const readExplanation = (run: ArchivedRun, managerId: string): Promise<Read<Explanation>> =>
  readForm(run, explanationFile(managerId), explanationSchema);

function parsed<T>(bytes: Uint8Array, form: z.ZodType<T>, file: string): Read<T> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const fault = { zh: '内容不是有效的 JSON', en: String(error) };
    return bad(archiveProblems.unreadable({ file }, { fault }));
  }
  const read = form.safeParse(value);
  if (read.success) return good(read.data);
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  const fault =
    place === 'schema'
      ? {
          zh: '由本工具的另一版本写成，格式不同',
          en: 'another version of the tool wrote it, in another form',
        }
      : { zh: `“${place}”的内容与格式不符`, en: `${place}: ${issue?.message ?? ''}` };
  return bad(archiveProblems.unreadable({ file }, { fault }));
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Where a manager's reasoning stands: by the id, or by its hash where a file cannot be called so or another might be. */
export function explanationFile(managerId: string): string {
  const plain = /^[A-Z0-9-]{1,60}$/.test(managerId) && !reserved.test(managerId);
  return `explanations/${plain ? managerId : `_${sha256(Buffer.from(managerId))}`}.json`;
}

/** Where an archive keeps a policy it was run with. */
export const policyCopy = (id: string): string => `policies/${id}.yaml`;
