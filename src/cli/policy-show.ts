/** `appraise policy show`: every parameter in force on a day, and the rules as an outline. */
import { type Day, isDay } from '../model/calendar.ts';
import { machineText, type Quantity, show as shown } from '../model/fact.ts';
import { type ParameterInForce, shownValues } from '../model/in-force.ts';
import { grouped } from '../model/money.ts';
import { gradeTitles } from '../model/policy/declared-words.ts';
import type { PolicyFile } from '../model/policy.ts';
import type { Lang } from '../model/text.ts';
import { bookOf } from '../policy/book.ts';
import { outlineOf } from '../policy/outline.ts';
import { parametersInForce } from '../policy/parameters.ts';
import { UsageError } from '../run/usage-error.ts';
import { type ExitStatus, exitStatus, type Terminal } from './command.ts';
import type { MessageOptions } from './options.ts';
import { openPolicy } from './policy-open.ts';
import { reportAll } from './report-problems.ts';
import { table, tree } from './table.ts';

interface ShowOptions extends MessageOptions {
  readonly on?: string;
  readonly book?: true;
}

export async function show(terminal: Terminal, asked: string, options: ShowOptions): Promise<ExitStatus> {
  const { lang } = terminal;
  const on = dayOf(options.on);
  const policy = await openPolicy(terminal, asked);
  if (policy === null) return exitStatus.inputErrors;
  const { file } = policy;
  const { parameters, problems } = parametersInForce(policy, on);
  if (problems.length > 0) reportAll(terminal, problems);
  if (terminal.json)
    terminal.io.out(
      `${JSON.stringify({ policy: file.policy, edition: file.edition, on, parameters: parameters.list.map(jsonOf), rules: outlineOf(file, lang) }, null, 2)}\n`,
    );
  else if (options.book) terminal.print(bookOf(file, parameters.list, on, lang));
  else
    terminal.print([
      `${file.title[lang]} ${file.edition} (${file.policy})${{ zh: `，${on} 有效`, en: `, in force on ${on}` }[lang]}`,
      '',
      ...parameterTable(parameters.list, file, lang),
      ...outlineOf(file, lang).flatMap(({ title, says, rules }) => ['', title, ...says, ...tree(rules)]),
    ]);
  return problems.length > 0 ? exitStatus.inputErrors : exitStatus.done;
}

/** The day asked for; else today, where the reader is. */
function dayOf(asked: string | undefined): Day {
  if (asked !== undefined) {
    if (isDay(asked)) return asked;
    throw new UsageError({
      zh: `“${asked}”不是日期；应写成 2026-12-31`,
      en: `"${asked}" is not a day; write 2026-12-31`,
    });
  }
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Amounts as the policy file writes them: whole yuan need no decimals, and a small one no unit of 10,000. */
function valueWords(value: Quantity, lang: Lang): string {
  if (value.kind !== 'amount') return shown(value, lang);
  return `${value.unit} ${grouped(value.value).replace(/\.00$/, '')}`;
}

function parameterTable(list: readonly ParameterInForce[], file: PolicyFile, lang: Lang): string[] {
  const header = {
    zh: ['参数', '等级', '取值', '条款', '生效日', '性质', '代码'],
    en: ['parameter', 'grade', 'value', 'article', 'since', 'kind', 'id'],
  }[lang];
  const words = {
    zh: { everyone: '全部', reading: '可选读法', assumed: '假设', written: '条文' },
    en: { everyone: 'all', reading: 'reading', assumed: 'assumption', written: 'as written' },
  }[lang];
  const titles = gradeTitles(file);
  const rows = list.flatMap((parameter) => {
    const { id, title, article, reading, assumption } = parameter;
    return shownValues(parameter).map(({ grade, value, since }) => [
      title[lang],
      grade === null ? words.everyone : (titles.get(grade)?.[lang] ?? grade),
      valueWords(value, lang),
      article,
      since ?? '',
      reading ? words.reading : assumption ? words.assumed : words.written,
      id,
    ]);
  });
  return table([header, ...rows], ['left', 'left', 'right', 'left']);
}

const jsonOf = ({ id, title, article, note, reading, assumption, values }: ParameterInForce) => ({
  id,
  title,
  article,
  note,
  reading,
  assumption,
  values: values.map(({ grade, value, since }) => ({
    grade,
    value: machineText(value),
    unit: 'unit' in value ? value.unit : null,
    since,
  })),
});
