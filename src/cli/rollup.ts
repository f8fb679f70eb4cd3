/** `appraise rollup`: branch results of one quarter into one head-office workbook. */
import { branchRuns, gatherRollup, writeWhole } from '../archive/index.ts';
import { hasErrors } from '../model/diagnostic.ts';
import { rollupWorkbook } from '../workbooks/index.ts';
import { type AddCommand, type ExitStatus, exitStatus, type Speaker, statusOf } from './command.ts';
import { type MessageOptions, requireFolder, withMessageOptions } from './options.ts';
import { requireFreshWorkbook } from './out.ts';
import { phases } from './progress.ts';
import { problemsJson, reportAll } from './report-problems.ts';
import { rollupJson, rollupLines } from './rollup-lines.ts';

interface RollupOptions extends MessageOptions {
  readonly out: string;
  readonly force?: boolean;
}

export const addRollup: AddCommand = (program, { say, action }) => {
  const command = program
    .command('rollup')
    .description(
      say({
        zh: '把各机构同一季度的结果汇总成一个总行工作簿',
        en: "branches' results of one quarter in one head-office workbook",
      }),
    )
    .argument(
      '<dir...>',
      say({
        zh: '各机构的结果文件夹，或存放它们的上级文件夹',
        en: 'branch output folders, or folders that hold them',
      }),
    )
    .requiredOption('--out <file>', say({ zh: '写到哪个 .xlsx', en: 'the workbook to write, .xlsx' }))
    .option('--force', say({ zh: '替换已有的文件', en: 'replace a file that is there' }));
  withMessageOptions(command, say).action(action(rollup));
};

async function rollup(
  speaker: Speaker,
  folders: readonly string[],
  options: RollupOptions,
): Promise<ExitStatus> {
  const { io, lang, progress } = speaker;
  const { out, force } = options;
  for (const folder of folders) requireFolder(folder);
  requireFreshWorkbook(out, force);
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
  await writeWhole(out, await rollupWorkbook(gathered.rollup, options.lang ?? 'zh'), io.onStop);
  progress.end();
  if (speaker.json) io.out(`${JSON.stringify(rollupJson(gathered.rollup), null, 2)}\n`);
  else speaker.print(rollupLines(gathered.rollup, lang));
  speaker.tell({ zh: `已写出 ${out}`, en: `written: ${out}` });
  return exitStatus.done;
}
