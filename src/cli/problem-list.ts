/** Problems on the screen: where, what, and what to do about it. */
import type { ChalkInstance } from 'chalk';
import { describePlace } from '../model/describe.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Lang } from '../model/text.ts';
import { severityWords } from '../model/words.ts';
import { printable } from './printable.ts';

const paint: Record<Severity, 'red' | 'yellow' | 'cyan'> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** One line: `错误 deposits.xlsx，第 12 行：…`. */
export function problemLine(problem: Diagnostic, lang: Lang, chalk: ChalkInstance): string {
  const { severity, code, value, message } = problem;
  const where = printable(describePlace(problem.at, lang));
  const colon = where === '' ? '' : { zh: '：', en: ': ' }[lang];
  const shown = printable(value ?? '');
  const seen = value === null ? '' : { zh: `（内容：${shown}）`, en: ` (seen: ${shown})` }[lang];
  const word = chalk[paint[severity]](severityWords[severity][lang]);
  return `${word} ${where}${colon}${printable(message[lang])}${seen} ${chalk.dim(`[${code}]`)}`;
}

/** The same, and below it the row where it is known, and what to do. */
export const problemLines = (
  problem: Diagnostic,
  lang: Lang,
  chalk: ChalkInstance,
  row: readonly string[] = [],
): string =>
  [
    problemLine(problem, lang, chalk),
    ...row.map((line) => `     ${chalk.dim(`${problem.at.row} │`)} ${line}`),
    `     ${chalk.dim('→')} ${printable(problem.hint[lang])}`,
    '',
  ].join('\n');

/** `2 个错误，1 个警告，3 个提示` */
export function problemCounts(problems: readonly Diagnostic[], lang: Lang): string {
  const count = (severity: Severity): number => problems.filter((each) => each.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  return lang === 'zh'
    ? `${errors} 个错误，${warnings} 个警告，${notes} 个提示`
    : `${errors} errors, ${warnings} warnings, ${notes} notes`;
}
