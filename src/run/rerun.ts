/** Runs an archived quarter again, on its inputs, its policy and its past, and compares what comes out. */
import { join } from 'node:path';
import {
  type ArchivedRun,
  bytesOf,
  type Cause,
  causesOf,
  type Difference,
  differencesOf,
  explanationOf,
  manifestOf,
  type Names,
  namesIn,
  type Past,
  policyCopy,
  prettyJson,
  readExplanation,
  readInputRows,
  resolveExplanation,
  resultsOf,
  type SheetChange,
  sha256,
  sheetChanges,
  wholeOf,
} from '../archive/index.ts';
import { hashedFolder } from '../intake/folder.ts';
import type { Appraisal } from '../model/appraisal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { archiveFiles } from '../model/manifest.ts';
import { resultsSchema } from '../model/results.ts';
import { loadPolicy } from '../policy/file.ts';
import { type CellDifference, cellDifferences } from './cells.ts';
import { haveSameParts } from './parts.ts';
import type { Progress } from './phases.ts';
import { appraiseRequest, outputsOf, type Request, runOf } from './pipeline.ts';

/** A file that is not the same when made again. */
export interface FileDifference {
  readonly name: string;
  /** Packed differently: every part of it is the same once unpacked. */
  readonly state: 'differs' | 'packed-differently' | 'only-archived' | 'only-rerun';
  /** Of a workbook; null: the file has none. */
  readonly cells: readonly CellDifference[] | null;
}

export type Rerun =
  | { readonly done: false; readonly why: 'policy' | 'past' }
  | {
      readonly done: false;
      readonly why: 'input';
      readonly problems: readonly Diagnostic[];
      readonly sheets: readonly SheetChange[];
    }
  | {
      readonly done: true;
      /** Where the inputs are no longer what was read. */
      readonly sheets: readonly SheetChange[];
      /** Null: the archived results cannot be read. */
      readonly results: readonly Difference[] | null;
      /** What their ids are called. */
      readonly names: Names;
      readonly files: readonly FileDifference[];
    };

export async function rerun(
  archived: ArchivedRun,
  folder: string,
  past: Past,
  progress: Progress,
): Promise<Rerun> {
  const { manifest } = archived;
  const policies = await policiesOf(archived);
  if (policies === null) return { done: false, why: 'policy' };
  const used = manifest.earlier.length + (manifest.previous ? 1 : 0);
  if (past.history.length < used) return { done: false, why: 'past' };

  const request: Request = {
    package: folder,
    period: manifest.period,
    policies,
    archives: [],
    bank: manifest.bank && join(archived.folder, archiveFiles.bank),
    ...manifest.options,
    out: null,
  };
  // What is wrong with the chain is said apart; it must not keep the quarter from being rerun.
  const appraisedRun = await appraiseRequest(request, progress, async () => ({ ...past, problems: [] }));
  const { appraisal, problems } = appraisedRun;
  const then = (await readInputRows(archived))?.value ?? null;
  const sheets = then === null ? [] : sheetChanges(then, appraisedRun.package.sums);
  if (appraisal === null) return { done: false, why: 'input', problems, sheets };

  const run = { ...runOf(request, appraisedRun, appraisal), replaces: manifest.replaces };
  const files: FileDifference[] = [];
  const left = new Set(manifest.outputs.map(({ name }) => name));
  const made = [];
  for await (const { name, bytes: content } of outputsOf(run, appraisedRun, progress)) {
    const bytes = wholeOf(content);
    left.delete(name);
    const before = await bytesOf(join(archived.folder, name)).catch(() => null);
    const difference = before === null ? null : await differenceOf(name, before, bytes);
    if (before === null) files.push({ name, state: 'only-rerun', cells: null });
    else if (difference !== null) files.push(difference);
    const kept = difference?.state === 'packed-differently' ? (before ?? bytes) : bytes;
    made.push({ name, bytes: kept.length, sha256: sha256(kept) });
  }
  for (const name of left) files.push({ name, state: 'only-archived', cells: null });

  if (sha256(prettyJson(manifestOf(run, made))) !== archived.manifestHash)
    files.push({ name: archiveFiles.manifest, state: 'differs', cells: null });
  const results = await resultsChanged(archived, appraisal, files);
  const concerned = new Set(results?.map(({ managerId }) => managerId));
  const explanations = appraisal.managers
    .filter(({ manager }) => concerned.has(manager.manager_id))
    .map((each) => resolveExplanation(explanationOf(appraisal, each)));
  // What was proposed then is not always among what is considered now.
  for (const id of concerned) {
    const before = id === null ? null : (await readExplanation(archived, id)).value;
    if (before !== null) explanations.push(resolveExplanation(before));
  }
  return { done: true, sheets, results, names: namesIn(explanations), files };
}

/** Null: the two are the same. */
async function differenceOf(
  name: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<FileDifference | null> {
  if (Buffer.compare(before, after) === 0) return null;
  if (!name.endsWith('.xlsx')) return { name, state: 'differs', cells: null };
  if (await haveSameParts(before, after)) return { name, state: 'packed-differently', cells: null };
  return { name, state: 'differs', cells: await cellDifferences(name, before, after) };
}

/** The files of a package that are not those the archived run read. */
export async function changedInputs({ manifest }: ArchivedRun, folder: string): Promise<Cause[]> {
  // A file that cannot be opened is one that is not there; why, the rerun says.
  const { files } = await hashedFolder(folder, () => {});
  const inputs = files.map(({ name, bytes, sha256: now }) => ({ name, bytes, sha256: now }));
  return causesOf(manifest, { ...manifest, inputs });
}

/** The archive's own copy of each policy, or the one in the box, whichever the run was made with; null: one is lost. */
async function policiesOf({ folder, manifest }: ArchivedRun): Promise<Request['policies'] | null> {
  const found: string[] = [];
  for (const { id, sha256: used } of manifest.policies)
    for (const each of [join(folder, policyCopy(id)), id]) {
      const { bytes } = await loadPolicy(each);
      if (sha256(bytes) !== used) continue;
      found.push(each);
      break;
    }
  const [first, ...others] = found;
  return first === undefined || found.length < manifest.policies.length ? null : [first, ...others];
}

/** Null: the archived results cannot be read. Where their bytes are the same, so are they: a whole bank's are long to read. */
async function resultsChanged(
  archived: ArchivedRun,
  appraisal: Appraisal,
  files: readonly FileDifference[],
): Promise<readonly Difference[] | null> {
  if (!files.some(({ name }) => name === archiveFiles.results)) return [];
  const before = await archivedResults(archived);
  return before && differencesOf(before, resultsOf(appraisal));
}

/** As they lie there now, changed or not: the comparison is to say what was changed. */
async function archivedResults({ folder }: ArchivedRun) {
  try {
    const bytes = await bytesOf(join(folder, archiveFiles.results));
    return resultsSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes ?? undefined))).data ?? null;
  } catch {
    return null;
  }
}
