/** `appraise policy check`: is a policy file valid, and does it say anything that cannot be meant? */
import type { Command } from 'commander';
import { type Diagnostic, inOrder } from '../model/diagnostic.ts';
import { loadPolicy } from '../policy/file.ts';
import { lintPolicy } from '../policy/lint.ts';
import { type Cli, type ExitStatus, type Speaker, statusOf } from './command.ts';
import { type MessageOptions, withMessageOptions } from './options.ts';
import { problemCounts, problemLines } from './problem-list.ts';
import { problemsJson } from './report-problems.ts';

export function addPolicyCheck(policy: Command, { say, action }: Cli): void {
  const command = policy
    .command('check')
    .description(
      say({
        zh: '检查制度文件，列出全部问题及行列',
        en: 'check a policy file; every problem with line and column',
      }),
    )
    .argument('<file>', say({ zh: '制度文件，或自带制度的代码', en: 'a policy file, or one in the box' }));
  withMessageOptions(command, say).action(action(check));
}

/** Everything there is to say about a policy: of its form, or where that is right, of what it says. */
export async function problemsOf(idOrFile: string): Promise<Diagnostic[]> {
  const { policy, problems, placeOf } = await loadPolicy(idOrFile);
  return inOrder(policy === null ? problems : lintPolicy(policy.file, placeOf));
}

async function check(speaker: Speaker, asked: string, _options: MessageOptions): Promise<ExitStatus> {
  const { io, lang, colour } = speaker;
  const problems = await problemsOf(asked);
  if (speaker.json) io.out(problemsJson(problems));
  else for (const problem of problems) io.out(problemLines(problem, lang, colour.out));
  speaker.tell({ zh: problemCounts(problems, 'zh'), en: problemCounts(problems, 'en') });
  return statusOf(problems);
}
