/** `appraise check`: everything that `run` would refuse or mention, as one ordered list to put right. */
import { hasErrors, inOrder } from '../model/diagnostic.ts';
import { problemsWorkbook } from '../workbooks/index.ts';
import { type AddCommand, type ExitStatus, exitStatus, type Speaker } from './command.ts';
import { type RequestOptions, requestOf, withRequestOptions } from './options.ts';
import { ownPlace, writeList } from './out.ts';
import { judge } from './pipeline.ts';
import { problemCounts, problemLines } from './problem-list.ts';
import { problemsJson } from './report-problems.ts';

interface CheckOptions extends RequestOptions {
  readonly out?: string;
}

export const addCheck: AddCommand = (program, { say, action }) => {
  const command = program
    .command('check')
    .description(
      say({ zh: '只检查数据，列出要改的地方', en: 'check a package only, and list what is to be put right' }),
    )
    .argument('<package>', say({ zh: '一个季度的数据文件夹', en: "the folder with a quarter's exports" }))
    .option(
      '--out <dir>',
      say({ zh: '把清单写成 problems.xlsx', en: 'where to write the list as problems.xlsx' }),
    );
  withRequestOptions(command, say).action(action(check));
};

async function check(speaker: Speaker, folder: string, options: CheckOptions): Promise<ExitStatus> {
  const { io, lang, colour } = speaker;
  const out = options.out ?? null;
  const request = requestOf(folder, options, out);
  const occupant = out === null ? null : await ownPlace(out);
  const { problems: found, past, package: read } = await judge(request, speaker.progress);
  const problems = inOrder([...found, ...past.remarks]);
  speaker.progress.end();
  if (out !== null && occupant !== null) {
    const bytes = await problemsWorkbook(problems, read.readings, request.lang);
    const path = await writeList(out, occupant, 'problems.xlsx', bytes);
    speaker.tell({ zh: `清单：${path}`, en: `the list: ${path}` });
  }
  if (speaker.json) io.out(problemsJson(problems));
  else for (const problem of problems) io.out(problemLines(problem, lang, colour.out));
  speaker.tell({ zh: problemCounts(problems, 'zh'), en: problemCounts(problems, 'en') });
  return hasErrors(problems) ? exitStatus.inputErrors : exitStatus.done;
}
