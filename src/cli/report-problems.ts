/** Shows what was found in the inputs, as much of it as the moment asks for. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { listed } from '../model/problem-list.ts';
import type { Terminal } from './command.ts';
import { problemCounts, problemLines } from './problem-list.ts';
import { wrappedText } from './wrapped.ts';

/** A problem on stderr; on a narrow terminal it goes on below with its indent. */
export const reportProblem = ({ io, lang, colour }: Terminal, problem: Diagnostic): void =>
  io.err(wrappedText(problemLines(problem, lang, colour.err), io.errColumns));

/** After a run that was refused: everything, since all of it is to be put right in one go. */
export function reportAll(terminal: Terminal, problems: readonly Diagnostic[]): void {
  const { quiet } = terminal;
  const all = listed(problems);
  const shown = quiet ? all.filter(({ severity }) => severity === 'error') : all;
  for (const problem of shown) reportProblem(terminal, problem);
  terminal.tell({ zh: problemCounts(problems, 'zh'), en: problemCounts(problems, 'en') });
}

const fewWarnings = 20;

/**
 * After a run that was done: errors that left someone out, the first warnings, what the archives held besides, and how
 * much there is in all.
 */
export function reportBriefly(
  terminal: Terminal,
  problems: readonly Diagnostic[],
  remarks: readonly Diagnostic[],
  where: string,
): void {
  const { quiet } = terminal;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  for (const problem of [
    ...errors,
    ...(quiet ? [] : [...warnings.slice(0, fewWarnings), ...listed(remarks)]),
  ])
    reportProblem(terminal, problem);
  if (problems.length > 0)
    terminal.tell({
      zh: `${problemCounts(problems, 'zh')}；全部列在 ${where}`,
      en: `${problemCounts(problems, 'en')}; all of them are in ${where}`,
    });
}

/** The problems as data. */
export const problemsJson = (problems: readonly Diagnostic[]): string =>
  `${JSON.stringify({ schema: 'rm-appraisal/problems/1', problems }, null, 2)}\n`;
