/** Problems on the screen: where, what, and what to do about it. */
import type { ChalkInstance } from 'chalk';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Lang } from '../model/text.ts';
import { severityWords } from '../model/words.ts';

const paint: Record<Severity, 'red' | 'yellow' | 'cyan'> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** `deposits.xlsx, 工作表 存款, 第 12 行, 列 年日均余额` */
function place({ at }: Diagnostic, lang: Lang): string {
  const parts = [
    at.file,
    at.sheet ? { zh: `工作表“${at.sheet}”`, en: `sheet "${at.sheet}"` }[lang] : undefined,
    at.row === undefined ? undefined : { zh: `第 ${at.row} 行`, en: `row ${at.row}` }[lang],
    at.column === undefined ? undefined : { zh: `列“${at.column}”`, en: `column "${at.column}"` }[lang],
  ];
  return parts.filter((part) => part !== undefined).join({ zh: '，', en: ', ' }[lang]);
}

/** One line: `错误 deposits.xlsx，第 12 行：…`. */
export function problemLine(problem: Diagnostic, lang: Lang, chalk: ChalkInstance): string {
  const { severity, code, value, message } = problem;
  const where = place(problem, lang);
  const colon = where === '' ? '' : { zh: '：', en: ': ' }[lang];
  const seen = value === null ? '' : { zh: `（内容：${value}）`, en: ` (seen: ${value})` }[lang];
  const word = chalk[paint[severity]](severityWords[severity][lang]);
  return `${word} ${where}${colon}${message[lang]}${seen} ${chalk.dim(`[${code}]`)}`;
}

/** The same, and below it what to do. */
export const problemLines = (problem: Diagnostic, lang: Lang, chalk: ChalkInstance): string =>
  `${problemLine(problem, lang, chalk)}\n     ${chalk.dim('→')} ${problem.hint[lang]}\n`;

/** `2 个错误，1 个警告，3 个提示` */
export function problemCounts(problems: readonly Diagnostic[], lang: Lang): string {
  const count = (severity: Severity): number => problems.filter((each) => each.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  return lang === 'zh'
    ? `${errors} 个错误，${warnings} 个警告，${notes} 个提示`
    : `${errors} errors, ${warnings} warnings, ${notes} notes`;
}
