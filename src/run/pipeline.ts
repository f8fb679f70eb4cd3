/**
 * The main job from end to end: read a package, a policy and the quarters before, appraise, and make every file of the
 * output. What is done with the files is the commands' own: `run` keeps them, `verify` compares them.
 */
import {
  type AskedPast,
  type Content,
  compactJson,
  explanationFile,
  explanationJson,
  fingerprintOf,
  inputRowsOf,
  type Past,
  pastOf,
  policyCopy,
  problemsCsv,
  type Run,
  recordContent,
  replacedBy,
  resultsContent,
  type Start,
  utf8,
} from '../archive/index.ts';
import { closingBasisOf } from '../closing/basis.ts';
import { olderBooks } from '../closing/older-books.ts';
import { decisionsWorkbook } from '../closing/workbook.ts';
import { appraise, hasLadder } from '../engine/index.ts';
import { cellProblems } from '../intake/cells/problems.ts';
import { readPackage } from '../intake/index.ts';
import type { AskedProfile } from '../intake/profile/find.ts';
import type { Appraisal } from '../model/appraisal.ts';
import type { Quarter } from '../model/calendar.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { archiveFiles, type Manifest } from '../model/manifest.ts';
import type { QuarterPackage } from '../model/package.ts';
import { wordsTogether } from '../model/policy/declared-words.ts';
import { listed } from '../model/problem-list.ts';
import type { Lang } from '../model/text.ts';
import { type LoadedPolicy, loadPolicy } from '../policy/file.ts';
import { tablesRequired } from '../policy/tables-needed.ts';
import {
  branchWorkbook,
  makeWorkbooks,
  managerFileName,
  managerResultOf,
  runSummaryOf,
} from '../workbooks/index.ts';
import { coresAllowed } from './cores.ts';
import { type Progress, phases } from './phases.ts';
import { tool } from './tool.ts';
import { UsageError } from './usage-error.ts';

export interface Request {
  readonly package: string;
  readonly period: Quarter | null;
  /** Ids or files; at most one of them grades managers. */
  readonly policies: readonly [string, ...string[]];
  readonly archives: readonly string[];
  /** The bank profile. */
  readonly bank: AskedProfile;
  readonly lenient: boolean;
  /** Of the files written, not of the messages. */
  readonly lang: Lang;
  /** Where the result will stand: what is there now is no part of the past. */
  readonly out: string | null;
}

export interface AppraisedRun {
  readonly package: QuarterPackage;
  readonly policies: readonly LoadedPolicy[];
  readonly past: AskedPast;
  /** Everything found on the way, in order. */
  readonly problems: readonly Diagnostic[];
  /** Null: errors stand in the way. */
  readonly appraisal: Appraisal | null;
}

/** Where a run's past comes from: its archives, unless the command knows better. */
type PastFor = (period: Quarter) => Promise<Past>;

/** What an appraisal starts from. */
type Gathered = Omit<AppraisedRun, 'appraisal' | 'past'> & {
  readonly past: Past;
  /** An error concerns everyone: there is nothing to appraise. */
  readonly stopped: boolean;
};

const unknownWords: readonly string[] = [cellProblems.unknownWord.code, cellProblems.unknownGrade.code];

/** Reads the policies, the package and the quarters before it. */
export async function gather(
  request: Request,
  progress: Progress,
  pastFor: PastFor = (period) => pastOf(period, request.archives, request.out),
): Promise<Gathered> {
  const policies = await Promise.all(request.policies.map(loadPolicy));
  refuseTogether(policies);
  const sound = policies.flatMap(({ policy }) => policy ?? []);
  const read = await readPackage(request.package, {
    period: request.period,
    bank: request.bank,
    declared: wordsTogether(sound),
    // What a policy in error needs is not known.
    ...(sound.length === policies.length ? { required: tablesRequired(sound.map(({ file }) => file)) } : {}),
    onProgress: ({ stage, done, of, rows }) =>
      stage === 'opening'
        ? progress.show(phases.opening, done, of)
        : progress.show(phases.reading, done, of, rows),
  });
  const past = await pastFor(read.period);
  // While a policy is in error its words are not known: its mistake is not told once for every word as well.
  const inError = policies.some(({ policy }) => policy === null);
  const ofData = inError ? read.problems.filter(({ code }) => !unknownWords.includes(code)) : read.problems;
  const found = [...policies.flatMap(({ problems }) => problems), ...ofData, ...past.problems];

  // An error that names its managers leaves them out whole; any other concerns everyone.
  const stopped = found.some(({ severity, managers }) => severity === 'error' && managers.length === 0);
  return { package: read, policies, past, problems: listed(found), stopped };
}

/** A manager stands on one ladder, and a policy's results under its id. */
function refuseTogether(loaded: readonly LoadedPolicy[]): void {
  const policies = loaded.flatMap(({ policy }) => policy ?? []);
  const ids = policies.map(({ file }) => file.policy);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new UsageError({
      zh: `制度“${twice}”给了两次`,
      en: `the policy "${twice}" is given twice`,
    });
  const ladders = policies.filter(hasLadder).map(({ file }) => file.policy);
  if (ladders.length > 1)
    throw new UsageError({
      zh: `一次运行只能有一个等级制度：${ladders.join('、')}`,
      en: `a run takes one policy with a ladder of grades, not ${ladders.join(', ')}`,
    });
}

/** Reads and appraises; writes nothing. */
export const appraiseRequest = async (
  request: Request,
  progress: Progress,
  pastFor?: PastFor,
): Promise<AppraisedRun> => appraiseGathered(request, await gather(request, progress, pastFor), progress);

/** Appraises what was read. */
export function appraiseGathered(
  request: Request,
  { stopped, ...gathered }: Gathered,
  progress: Progress,
): AppraisedRun {
  const { package: read, policies, past, problems: found } = gathered;
  const [first, ...others] = policies.flatMap(({ policy }) => policy ?? []);
  if (first === undefined || stopped) return { ...gathered, appraisal: null };

  progress.show(phases.appraising, 0, 0);
  const { appraisal, problems } = appraise(read, [first, ...others], past.history, {
    lenient: true,
    onManager: (done, of) => progress.show(phases.appraising, done, of),
  });
  const all = [...found, ...problems];
  const refused = !request.lenient && hasErrors(all);
  const remarks = [...past.remarks, ...(appraisal === null ? [] : olderBooks(past.decided, appraisal))];
  return {
    ...gathered,
    past: { ...past, remarks, history: past.history.map(({ chainStarts }) => ({ chainStarts })) },
    problems: listed(all),
    appraisal: refused ? null : appraisal,
  };
}

export interface Output {
  readonly name: string;
  readonly bytes: Content;
}

const optionsOf = ({ lenient, lang }: Request): Manifest['options'] => ({ lenient, lang });

/** What a run starts from, known before anything is appraised. */
export const startOf = (request: Request, { policies, past, package: read }: Gathered): Start => ({
  tool,
  options: optionsOf(request),
  policies: policies.flatMap(({ policy }) => policy ?? []),
  package: read,
  past,
});

/** The run behind an appraisal, as its manifest tells it. */
export function runOf(request: Request, { past }: AppraisedRun, appraisal: Appraisal): Run {
  const run = { tool, options: optionsOf(request), appraisal, past };
  return { ...run, replaces: replacedBy(run) };
}

/**
 * Every file of the output but its manifest, one by one: a bank's workbooks do not fit into memory together. Threads change no
 * byte, only the time.
 */
export async function* outputsOf(
  run: Run,
  appraisedRun: AppraisedRun,
  progress: Progress,
  threads = coresAllowed(),
): AsyncGenerator<Output> {
  const { appraisal, options } = run;
  const { managers } = appraisal;
  const { lang } = options;
  const fingerprint = fingerprintOf(run);
  const ofRun = { fingerprint, replaces: run.replaces };
  const context = { tool: tool.version, ...ofRun, problems: appraisedRun.problems };

  const results = managers.map((manager) => managerResultOf(manager, appraisal));
  const workbooks = makeWorkbooks(results, runSummaryOf(appraisal, ofRun), lang, threads);
  try {
    // While the threads make the first managers' workbooks, this one makes what is the branch's.
    progress.show(phases.workbook, 0, 0);
    yield { name: 'branch-summary.xlsx', bytes: await branchWorkbook(appraisal, context, lang) };
    yield { name: archiveFiles.results, bytes: resultsContent(appraisal) };
    yield { name: archiveFiles.record, bytes: recordContent(appraisal, appraisedRun.past.history) };
    yield { name: archiveFiles.inputRows, bytes: compactJson(inputRowsOf(appraisedRun.package)) };
    const closing = closingBasisOf(appraisal, fingerprint);
    if (closing !== null) {
      yield { name: archiveFiles.closing, bytes: compactJson(closing) };
      yield { name: archiveFiles.decisions, bytes: await decisionsWorkbook(closing, lang) };
    }
    yield { name: archiveFiles.problems, bytes: utf8(problemsCsv(appraisedRun.problems, lang)) };
    if (appraisedRun.package.bank)
      yield { name: archiveFiles.bank, bytes: appraisedRun.package.bank.content };
    for (const { policy, bytes } of appraisedRun.policies)
      if (policy) yield { name: policyCopy(policy.file.policy), bytes };
    let done = 0;
    for await (const { result, bytes } of workbooks) {
      const { appraised } = result;
      done += 1;
      progress.show(phases.workbooks, done, managers.length);
      yield { name: `managers/${managerFileName(appraised)}`, bytes };
      const explanation = explanationJson(appraisal, appraised);
      yield { name: explanationFile(appraised.manager.manager_id), bytes: explanation };
    }
  } finally {
    workbooks.end();
  }
  progress.end();
}
