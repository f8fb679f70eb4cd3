/** `appraise rollup`: branch results of one quarter into one head-office workbook. */
import { resolve } from 'node:path';
import { branchRuns, gatherRollup, type Staging, standingAt } from '../archive/index.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { phases } from '../run/phases.ts';
import { rollupWorkbook } from '../workbooks/rollup/index.ts';
import { handWrittenText } from './by-hand.ts';
import { type ExitStatus, exitStatus, statusOf, type Terminal } from './command.ts';
import type { MessageOptions, OutOptions } from './options.ts';
import { holding, requireFresh, workbookPlaceOf, writeFile } from './out.ts';
import { problemsJson, reportAll } from './report-problems.ts';
import { periodAsked, requireFolder } from './request.ts';
import { rollupJson, rollupLines } from './rollup-lines.ts';

interface RollupOptions extends MessageOptions, OutOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly period?: string;
  readonly expect?: string;
}

export async function rollup(
  terminal: Terminal,
  folders: readonly string[],
  options: RollupOptions,
): Promise<ExitStatus> {
  for (const folder of folders) requireFolder(standingAt(resolve(folder)));
  const place = workbookPlaceOf(options.out, null);
  const period = periodAsked(options);
  const expected = options.expect === undefined ? null : await branchesIn(options.expect);
  return holding(terminal, place, options, async (staging) => {
    await requireFresh(staging, options.force === true);
    return rolledUp(terminal, () => branchRuns(folders, { period, expected }), options, staging);
  });
}

/** The names in a list of branches: a line each; blank lines and those that begin with # say nothing. */
async function branchesIn(path: string): Promise<string[]> {
  const lines = (await handWrittenText(path)).split(/\r\n?|\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
}

async function rolledUp(
  terminal: Terminal,
  find: () => ReturnType<typeof branchRuns>,
  options: RollupOptions,
  staging: Staging,
): Promise<ExitStatus> {
  const { io, lang, progress } = terminal;
  const found = await find();
  const gathered = hasErrors(found.problems)
    ? { rollup: null, problems: [] }
    : await gatherRollup(found.runs, (done) => progress.show(phases.branches, done, found.runs.length));
  progress.end();
  const problems = [...found.problems, ...gathered.problems];
  if (problems.length > 0) reportAll(terminal, problems);
  if (gathered.rollup === null) {
    if (terminal.json) io.out(problemsJson(problems));
    return statusOf(problems);
  }
  progress.show(phases.workbook, 0, 0);
  writeFile(staging, await rollupWorkbook(gathered.rollup, options.lang ?? 'zh'));
  progress.end();
  if (terminal.json) io.out(`${JSON.stringify(rollupJson(gathered.rollup), null, 2)}\n`);
  else if (!terminal.quiet) terminal.print(rollupLines(gathered.rollup, lang));
  terminal.tell({ zh: `已写出 ${options.out}`, en: `written: ${options.out}` });
  return exitStatus.done;
}
