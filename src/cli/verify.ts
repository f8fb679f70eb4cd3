/**
 * `appraise verify`: inputs intact? chain intact? same results? same bytes? — and where not, which file, which
 * manager, which rule, which cell.
 */
import { dirname, resolve } from 'node:path';
import {
  archiveState,
  type FileState,
  pastBehind,
  type Read,
  readRemains,
  readRun,
} from '../archive/index.ts';
import { archiveFiles } from '../model/manifest.ts';
import { SystemFault, systemProblem } from '../model/system-fault.ts';
import { phases } from '../run/phases.ts';
import { changedInputs, rerun } from '../run/rerun.ts';
import { tool } from '../run/tool.ts';
import { UsageError } from '../run/usage-error.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import type { MessageOptions } from './options.ts';
import { requireFolder } from './request.ts';
import { answerLines, answersOf, type Found } from './verify-answers.ts';
import { verifyClosing } from './verify-closing.ts';

interface VerifyOptions extends MessageOptions {
  readonly package?: string;
  readonly archive?: readonly string[];
}

export async function verify(
  terminal: Terminal,
  folder: string,
  options: VerifyOptions,
): Promise<ExitStatus> {
  // Quarters of a chain usually lie side by side.
  const { archive: archives = [dirname(resolve(folder))] } = options;
  for (const each of archives) requireFolder(each);
  const closed = (await readRun(folder))?.value ?? null;
  if (closed?.manifest.closes !== undefined) return verifyClosing(terminal, closed, archives);
  if (options.package === undefined)
    throw new UsageError({
      zh: '必须给出选项 --package <数据文件夹>',
      en: "required option '--package <package>' not specified",
    });
  requireFolder(options.package);
  const found = await look(terminal, folder, options.package, archives);
  terminal.progress.end();

  const answers = answersOf(found, terminal);
  if (terminal.json) terminal.io.out(`${JSON.stringify(asData(found), withoutNames, 2)}\n`);
  else terminal.print(answers.flatMap((answer) => answerLines(answer, terminal)));
  const version = found.run.value?.manifest.tool.version ?? tool.version;
  if (version !== tool.version)
    terminal.tell({
      zh: `归档由 ${version} 版写出，本工具是 ${tool.version} 版：字节可以不同，结果按内容比较`,
      en: `the archive was written by version ${version}, this is ${tool.version}: bytes may differ, results are compared by content`,
    });
  return answers.every(({ yes }) => yes === true) ? exitStatus.done : exitStatus.different;
}

/** Looks at everything that can be seen; what cannot keeps nothing else from being looked at. */
async function look(
  { progress }: Terminal,
  folder: string,
  packageFolder: string,
  archives: readonly string[],
): Promise<Found> {
  const run = await readRemains(folder);
  if (run === null) {
    requireFolder(folder);
    throw new UsageError({ zh: `${folder} 里没有考核结果`, en: `there is no result in ${folder}` });
  }
  if (run.problem !== null) {
    const state: FileState['state'] = run.problem.code === 'archive.missing-file' ? 'missing' : 'unreadable';
    return {
      ...{ run, inputs: run, past: run, again: run },
      files: { value: [{ name: archiveFiles.manifest, state }], problem: null },
    };
  }
  const { value } = run;
  const past = await seen(() => pastBehind(value, archives));
  return {
    run,
    files: await seen(() => archiveState(value, (done, of) => progress.show(phases.archive, done, of))),
    inputs: await seen(() => changedInputs(value, packageFolder)),
    past,
    again: past.problem === null ? await seen(() => rerun(value, packageFolder, past.value, progress)) : past,
  };
}

/** What there is to see, or what of the system stood in the way. */
async function seen<T>(look: () => Promise<T>): Promise<Read<T>> {
  try {
    return { value: await look(), problem: null };
  } catch (fault) {
    return { value: null, problem: fault instanceof SystemFault ? fault.problem : systemProblem(fault) };
  }
}

/** Null: the question could not be answered; why is among the faults. */
const asData = ({ run, files, inputs, past, again }: Found) => ({
  files: files.value,
  inputs: inputs.value,
  chain: past.value?.problems ?? null,
  rerun: again.value,
  faults: [...new Set([run, files, inputs, past, again].flatMap(({ problem }) => problem ?? []))],
});

const withoutNames = (key: string, value: unknown): unknown => (key === 'names' ? undefined : value);
