/** `appraise run`: checks and appraises a package, and writes the workbooks, the result and the archive. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { manifestOf, prettyJson, problemsCsv, resultsOf, Staging, utf8 } from '../archive/index.ts';
import type { Appraisal } from '../model/appraisal.ts';
import { archiveFiles } from '../model/manifest.ts';
import { type ExitStatus, exitStatus, type Speaker, statusOf } from './command.ts';
import type { RequestOptions } from './options.ts';
import { ownPlace, refuseToReplace, writeList } from './out.ts';
import { type Judged, judge, outputsOf, type Request, runOf } from './pipeline.ts';
import { problemsJson, reportAll, reportBriefly } from './report-problems.ts';
import { requestOf } from './request.ts';
import { runtime } from './runtime.ts';
import { summaryLines } from './summary.ts';
import { tool } from './tool.ts';

interface RunOptions extends RequestOptions {
  readonly out: string;
  readonly force?: boolean;
}

export async function run(speaker: Speaker, folder: string, options: RunOptions): Promise<ExitStatus> {
  const { out } = options;
  const request = requestOf(folder, options, out);
  const occupant = await ownPlace(out);
  const judged = await judge(request, speaker.progress);
  const { appraisal, problems } = judged;
  if (appraisal === null) {
    speaker.progress.end();
    reportAll(speaker, [...problems, ...judged.past.remarks]);
    const list = utf8(problemsCsv(problems, request.lang));
    const path = await writeList(out, occupant, archiveFiles.problems, list, speaker.io.onStop);
    speaker.complain({
      zh: `数据有错误，没有写出结果；问题清单：${path}`,
      en: `the input has errors and no result was written; the list of problems: ${path}`,
    });
    if (speaker.json) speaker.io.out(problemsJson(problems));
    return statusOf(problems);
  }
  refuseToReplace(out, occupant, appraisal.period, options.force === true);
  const files = await write(speaker, request, judged, appraisal);
  reportBriefly(speaker, problems, judged.past.remarks, join(out, archiveFiles.problems));
  if (speaker.json) speaker.io.out(new TextDecoder().decode(prettyJson(resultsOf(appraisal))));
  else if (!speaker.quiet) {
    const written = {
      zh: `写出 ${files} 个文件，请从 ${join(out, 'branch-summary.xlsx')} 看起`,
      en: `${files} files written; begin with ${join(out, 'branch-summary.xlsx')}`,
    };
    speaker.print([...summaryLines(appraisal, speaker.lang), '', written[speaker.lang]]);
  }
  return exitStatus.done;
}

/** Writes the output folder whole, or nothing; answers the number of files. */
async function write(
  speaker: Speaker,
  request: Request,
  judged: Judged,
  appraisal: Appraisal,
): Promise<number> {
  const made = runOf(request, judged, appraisal);
  const staging = new Staging(request.out ?? '');
  // Until there is something to discard, a process that is told to stop does so at once, however busy it is.
  let forget: (() => void) | undefined;
  try {
    for await (const { name, bytes } of outputsOf(made, judged, speaker.progress)) {
      forget ??= speaker.io.onStop(() => staging.discard());
      staging.add(name, bytes);
      // Between two files a process that is told to stop hears of it.
      await setImmediate();
    }
    staging.add(archiveFiles.manifest, prettyJson(manifestOf(made, staging.files)));
    staging.add(archiveFiles.status, prettyJson({ status: 'done', tool, runtime }));
    await staging.moveIn();
  } catch (fault) {
    staging.discard();
    throw fault;
  } finally {
    forget?.();
  }
  return staging.files.length;
}
