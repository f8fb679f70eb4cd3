/** `appraise rollup`: branch results of one quarter into one head-office workbook. */
import { resolve } from 'node:path';
import { branchRuns, gatherRollup, type Staging, standingAt } from '../archive/index.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { rollupWorkbook } from '../workbooks/index.ts';
import { type ExitStatus, exitStatus, type Speaker, statusOf } from './command.ts';
import type { MessageOptions, OutOptions } from './options.ts';
import { holding, requireFresh, workbookPlaceOf, writeWorkbook } from './out.ts';
import { phases } from './progress.ts';
import { problemsJson, reportAll } from './report-problems.ts';
import { requireFolder } from './request.ts';
import { rollupJson, rollupLines } from './rollup-lines.ts';

interface RollupOptions extends MessageOptions, OutOptions {
  readonly out: string;
  readonly force?: boolean;
}

export async function rollup(
  speaker: Speaker,
  folders: readonly string[],
  options: RollupOptions,
): Promise<ExitStatus> {
  for (const folder of folders) requireFolder(standingAt(resolve(folder)));
  const place = workbookPlaceOf(options.out, null);
  return holding(speaker, place, options, async (staging) => {
    await requireFresh(staging, options.force === true);
    return rolledUp(speaker, folders, options, staging);
  });
}

async function rolledUp(
  speaker: Speaker,
  folders: readonly string[],
  options: RollupOptions,
  staging: Staging,
): Promise<ExitStatus> {
  const { io, lang, progress } = speaker;
  const found = await branchRuns(folders);
  const gathered = hasErrors(found.problems)
    ? { rollup: null, problems: [] }
    : await gatherRollup(found.runs, (done) => progress.show(phases.branches, done, found.runs.length));
  progress.end();
  const problems = [...found.problems, ...gathered.problems];
  if (problems.length > 0) reportAll(speaker, problems);
  if (gathered.rollup === null) {
    if (speaker.json) io.out(problemsJson(problems));
    return statusOf(problems);
  }
  progress.show(phases.workbook, 0, 0);
  writeWorkbook(staging, await rollupWorkbook(gathered.rollup, options.lang ?? 'zh'));
  progress.end();
  if (speaker.json) io.out(`${JSON.stringify(rollupJson(gathered.rollup), null, 2)}\n`);
  else speaker.print(rollupLines(gathered.rollup, lang));
  speaker.tell({ zh: `已写出 ${options.out}`, en: `written: ${options.out}` });
  return exitStatus.done;
}
