/** `appraise policy check`: is a policy file valid, and does it say anything that cannot be meant? */
import type { Diagnostic } from '../model/diagnostic.ts';
import { listed } from '../model/problem-list.ts';
import { loadPolicy } from '../policy/file.ts';
import { type ExitStatus, statusOf, type Terminal } from './command.ts';
import type { MessageOptions } from './options.ts';
import { problemCounts, problemLines } from './problem-list.ts';
import { problemsJson } from './report-problems.ts';

/** Everything there is to say about a policy: of its form, or where that is right, of what it says. */
export async function problemsOf(idOrFile: string): Promise<Diagnostic[]> {
  const { problems, remarks } = await loadPolicy(idOrFile);
  return listed([...problems, ...remarks]);
}

export async function check(
  terminal: Terminal,
  asked: string,
  _options: MessageOptions,
): Promise<ExitStatus> {
  const { io, lang, colour } = terminal;
  const problems = await problemsOf(asked);
  if (terminal.json) io.out(problemsJson(problems));
  else for (const problem of problems) io.out(problemLines(problem, lang, colour.out));
  terminal.tell({ zh: problemCounts(problems, 'zh'), en: problemCounts(problems, 'en') });
  return statusOf(problems);
}
