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
  resultsOf,
  type Staging,
  utf8,
} from '../archive/index.ts';
import type { Appraisal } from '../model/appraisal.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { archiveFiles } from '../model/manifest.ts';
import type { Text } from '../model/text.ts';
import { runIn, unbroken } from './archived.ts';
import { type ExitStatus, exitStatus, type Speaker, statusOf } from './command.ts';
import type { OutOptions, RequestOptions } from './options.ts';
import { holding, type OwnOccupant, occupantAt, placeOf, refuseToReplace, writeList } from './out.ts';
import {
  appraiseGathered,
  gather,
  type Judged,
  outputsOf,
  type Request,
  runOf,
  startOf,
} from './pipeline.ts';
import { problemLines } from './problem-list.ts';
import { problemsJson, reportAll, reportBriefly } from './report-problems.ts';
import { requestOf } from './request.ts';
import { runtime } from './runtime.ts';
import { summaryLines } from './summary.ts';
import { tool } from './tool.ts';

interface RunOptions extends RequestOptions, OutOptions {
  readonly out: string;
  readonly force?: boolean;
}

export async function run(speaker: Speaker, folder: string, options: RunOptions): Promise<ExitStatus> {
  const place = placeOf(options.out, folder);
  const request = requestOf(folder, options, place.path);
  return holding(speaker, place, options, async (staging) => {
    const occupant = await occupantAt(staging);
    const gathered = await gather(request, speaker.progress);
    const { force = false } = options;
    const stands = occupant.kind === 'run' && occupant.missing.length === 0;
    if (stands && !force && isDone(startOf(request, gathered), occupant.manifest))
      return alreadyDone(speaker, place);
    const hasFaults = gathered.stopped || (!request.lenient && hasErrors(gathered.problems));
    if (!hasFaults) refuseToReplace(place, occupant, gathered.package.period, force);
    const judged = appraiseGathered(request, gathered, speaker.progress);
    const { appraisal } = judged;
    if (appraisal === null) return refuse(speaker, request, judged, staging, occupant);
    await write(speaker, request, judged, appraisal, staging);
    report(speaker, judged, appraisal, staging);
    return exitStatus.done;
  });
}

/** What the same inputs made is there: a job that is started again has nothing to do. */
async function alreadyDone(speaker: Speaker, { given, path }: Place): Promise<ExitStatus> {
  speaker.progress.end();
  if (speaker.json) {
    const results = unbroken(await readOutput(await runIn(path), archiveFiles.results));
    speaker.io.out(new TextDecoder().decode(results));
  } else
    speaker.tell({
      zh: `${given} 里已是同样的数据、制度和版本的结果，未作改动`,
      en: `${given} holds the result of the same inputs, policy and version already; nothing was changed`,
    });
  return exitStatus.done;
}

/** The input has errors: only the list of them is written. */
async function refuse(
  speaker: Speaker,
  request: Request,
  { problems, past }: Judged,
  staging: Staging,
  occupant: OwnOccupant,
): Promise<ExitStatus> {
  speaker.progress.end();
  reportAll(speaker, [...problems, ...past.remarks]);
  const list = utf8(problemsCsv(problems, request.lang));
  const path = await writeList(staging, occupant, archiveFiles.problems, list);
  speaker.complain({
    zh: `数据有错误，没有写出结果；问题清单：${path}`,
    en: `the input has errors and no result was written; the list of problems: ${path}`,
  });
  if (speaker.json) speaker.io.out(problemsJson(problems));
  return statusOf(problems);
}

/** Writes the output folder whole, or nothing. */
async function write(
  speaker: Speaker,
  request: Request,
  judged: Judged,
  appraisal: Appraisal,
  staging: Staging,
): Promise<void> {
  const made = runOf(request, judged, appraisal);
  for await (const { name, bytes } of outputsOf(made, judged, speaker.progress)) {
    staging.add(name, bytes);
    // Between two files a process that is told to stop hears of it.
    await setImmediate();
  }
  staging.add(archiveFiles.manifest, prettyJson(manifestOf(made, staging.files)));
  staging.add(archiveFiles.status, prettyJson({ status: 'done', tool, runtime }));
  staging.moveIn();
}

/** The longest path that Excel opens, as its makers state it. */
const excelLimit = 218;

function report(
  speaker: Speaker,
  { problems, past }: Judged,
  appraisal: Appraisal,
  { place, files }: Staging,
): void {
  const { lang, io, colour } = speaker;
  reportBriefly(speaker, problems, past.remarks, join(place.given, archiveFiles.problems));
  const longest = Math.max(...files.map(({ name }) => join(place.path, name).length));
  if (longest > excelLimit)
    io.err(
      problemLines(
        placeProblems.longPath({ file: place.given }, { longest, limit: excelLimit }),
        lang,
        colour.err,
      ),
    );
  if (speaker.json) io.out(new TextDecoder().decode(prettyJson(resultsOf(appraisal))));
  else if (!speaker.quiet) {
    const first = join(place.given, 'branch-summary.xlsx');
    const written: Text = {
      zh: `写出 ${files.length} 个文件，请从 ${first} 看起`,
      en: `${files.length} files written; begin with ${first}`,
    };
    speaker.print([...summaryLines(appraisal, lang), '', written[lang]]);
  }
}
