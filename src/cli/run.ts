/** `appraise run`: checks and appraises a package, and writes the workbooks, the result and the archive. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  isDone,
  manifestOf,
  type Place,
  placeProblems,
  prettyJson,
  problemsCsv,
  readOutput,
  resultsContent,
  type Staging,
  utf8,
} from '../archive/index.ts';
import type { Appraisal } from '../model/appraisal.ts';
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts';
import { archiveFiles } from '../model/manifest.ts';
import type { Text } from '../model/text.ts';
import {
  type AppraisedRun,
  appraiseGathered,
  gather,
  outputsOf,
  type Request,
  runOf,
  startOf,
} from '../run/pipeline.ts';
import { tool } from '../run/tool.ts';
import { runIn, unbroken } from './archived.ts';
import { type ExitStatus, exitStatus, statusOf, type Terminal } from './command.ts';
import type { OutOptions, RequestOptions } from './options.ts';
import { holding, occupantAt, placeOf, type ReplaceableOccupant, refuseToReplace, writeList } from './out.ts';
import { problemsJson, reportAll, reportBriefly, reportProblem } from './report-problems.ts';
import { requestOf } from './request.ts';
import { runtime } from './runtime.ts';
import { summaryLines } from './summary.ts';

interface RunOptions extends RequestOptions, OutOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly threads?: number;
}

export async function run(terminal: Terminal, folder: string, options: RunOptions): Promise<ExitStatus> {
  const place = placeOf(options.out, folder);
  const request = requestOf(folder, options, place.path);
  return holding(terminal, place, options, async (staging) => {
    const occupant = await occupantAt(staging);
    const appraisedRun = await appraisedAnew(terminal, request, place, occupant, options.force ?? false);
    if (appraisedRun === null) return alreadyDone(terminal, place);
    const { appraisal } = appraisedRun;
    if (appraisal === null) return refuse(terminal, request, appraisedRun, staging, occupant);
    const notRemoved = await write(terminal, request, appraisedRun, appraisal, staging, options.threads);
    report(terminal, appraisedRun, appraisal, staging, notRemoved);
    return exitStatus.done;
  });
}

/**
 * Null: what the same inputs made is there. While the results are written nobody keeps what they were gathered from, the
 * quarters before among it.
 */
async function appraisedAnew(
  { progress }: Terminal,
  request: Request,
  place: Place,
  occupant: ReplaceableOccupant,
  force: boolean,
): Promise<AppraisedRun | null> {
  const gathered = await gather(request, progress);
  const stands = occupant.kind === 'run' && occupant.missing.length === 0;
  if (stands && !force && isDone(startOf(request, gathered), occupant.manifest)) return null;
  const hasFaults = gathered.stopped || (!request.lenient && hasErrors(gathered.problems));
  if (!hasFaults) refuseToReplace(place, occupant, gathered.package.period, force);
  return appraiseGathered(request, gathered, progress);
}

/** What the same inputs made is there: a job that is started again has nothing to do. */
async function alreadyDone(terminal: Terminal, { given, path }: Place): Promise<ExitStatus> {
  terminal.progress.end();
  if (terminal.json) {
    const results = unbroken(await readOutput(await runIn(path), archiveFiles.results));
    terminal.io.out(new TextDecoder().decode(results));
  } else
    terminal.tell({
      zh: `${given} 里已是同样的数据、制度和版本的结果，未作改动`,
      en: `${given} holds the result of the same inputs, policy and version already; nothing was changed`,
    });
  return exitStatus.done;
}

/** The input has errors: only the list of them is written. */
async function refuse(
  terminal: Terminal,
  request: Request,
  { problems, past }: AppraisedRun,
  staging: Staging,
  occupant: ReplaceableOccupant,
): Promise<ExitStatus> {
  terminal.progress.end();
  reportAll(terminal, [...problems, ...past.remarks]);
  const list = utf8(problemsCsv(problems, request.lang));
  const path = await writeList(staging, occupant, archiveFiles.problems, list);
  terminal.complain({
    zh: `数据有错误，没有写出结果；问题清单：${path}`,
    en: `the input has errors and no result was written; the list of problems: ${path}`,
  });
  if (terminal.json) terminal.io.out(problemsJson(problems));
  return statusOf(problems);
}

/** Writes the output folder whole, or nothing; answers what keeps the old one, where it could not be removed. */
async function write(
  terminal: Terminal,
  request: Request,
  appraisedRun: AppraisedRun,
  appraisal: Appraisal,
  staging: Staging,
  threads: number | undefined,
): Promise<string | null> {
  const made = runOf(request, appraisedRun, appraisal);
  for await (const { name, bytes } of outputsOf(made, appraisedRun, terminal.progress, threads)) {
    staging.add(name, bytes);
    // Between two files a process that is told to stop hears of it.
    await setImmediate();
  }
  staging.add(archiveFiles.manifest, prettyJson(manifestOf(made, staging.files)));
  staging.add(archiveFiles.status, prettyJson({ status: 'done', tool, runtime }));
  return staging.moveIn();
}

/** The longest path that Excel opens, as its makers state it. */
const excelLimit = 218;

function report(
  terminal: Terminal,
  { problems, past }: AppraisedRun,
  appraisal: Appraisal,
  { place, files }: Staging,
  notRemoved: string | null,
): void {
  const { io, lang } = terminal;
  const at = { file: place.given };
  const warn = (problem: Diagnostic): void => reportProblem(terminal, problem);
  reportBriefly(terminal, problems, past.remarks, join(place.given, archiveFiles.problems));
  const longest = Math.max(...files.map(({ name }) => join(place.path, name).length));
  if (longest > excelLimit) warn(placeProblems.longPath(at, { longest, limit: excelLimit }));
  if (notRemoved !== null) warn(placeProblems.notRemoved(at, { folder: notRemoved }));
  if (terminal.json) for (const piece of resultsContent(appraisal)) io.out(new TextDecoder().decode(piece));
  else if (!terminal.quiet) {
    const first = join(place.given, 'branch-summary.xlsx');
    const written: Text = {
      zh: `写出 ${files.length} 个文件，请从 ${first} 看起`,
      en: `${files.length} files written; begin with ${first}`,
    };
    terminal.print([...summaryLines(appraisal, lang), '', written[lang]]);
  }
}
