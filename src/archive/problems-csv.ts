/** The problem list of a run as a table: `problems.csv`. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { foremost, listed } from '../model/problem-list.ts';
import { type Lang, languages, type Text } from '../model/text.ts';
import { severityWords } from '../model/words.ts';
import { csv } from './csv.ts';

/** An error in a whole table touches everyone: so many are named. */
const mostManagers = 100;

const named = (managers: readonly string[], lang: Lang): string => {
  if (managers.length <= mostManagers) return managers.join(' ');
  const more = { zh: `……共 ${managers.length} 人`, en: `… ${managers.length} in all` }[lang];
  return `${managers.slice(0, mostManagers).join(' ')} ${more}`;
};

/** The columns of the list, in order. */
const columns: readonly (readonly [Text, (problem: Diagnostic, lang: Lang) => string])[] = [
  [{ zh: '级别', en: 'severity' }, ({ severity }, lang) => severityWords[severity][lang]],
  [{ zh: '代码', en: 'code' }, ({ code }) => code],
  [{ zh: '文件', en: 'file' }, ({ at }) => at.file ?? ''],
  [{ zh: '工作表', en: 'sheet' }, ({ at }) => at.sheet ?? ''],
  [{ zh: '行', en: 'row' }, ({ at }) => String(at.row ?? '')],
  [{ zh: '列', en: 'column' }, ({ at }) => at.column ?? ''],
  [{ zh: '内容', en: 'value' }, ({ value }) => value ?? ''],
  [{ zh: '问题', en: 'problem' }, ({ message }, lang) => message[lang]],
  [{ zh: '处理办法', en: 'what to do' }, ({ hint }, lang) => hint[lang]],
  [{ zh: '涉及客户经理', en: 'managers' }, ({ managers }, lang) => named(managers, lang)],
];

/** In their order; of many, first the few that matter most. */
export function problemsCsv(problems: readonly Diagnostic[], lang: Lang): string {
  const all = listed(problems);
  const first = foremost(all);
  const others = all.filter((problem) => !first.includes(problem));
  const ordered = others.length === 0 ? all : [...first, ...others];
  return csv([
    columns.map(([header]) => header[lang]),
    ...ordered.map((problem) => columns.map(([, cell]) => cell(problem, lang))),
  ]);
}

/** Whether a file is such a list and not somebody's own of that name: its first line has these columns. */
export const isUntouchedCsv = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return languages.some((lang) => text.startsWith(csv([columns.map(([header]) => header[lang])])));
};
