/** How help and the parser's complaints show what may be typed, in the reader's language: titles, placeholders, choices. */
import type { CommanderError, Help } from 'commander';
import type { Lang, Text } from '../model/text.ts';

/** The parser's own complaints; what stands in quotes is the user's. */
const complaints: Readonly<Record<string, (quoted: string) => string>> = {
  'commander.unknownOption': (quoted) => `没有选项 ${quoted}`,
  'commander.unknownCommand': (quoted) => `没有命令 ${quoted}`,
  'commander.missingArgument': (quoted) => `缺少参数 ${inChinese(quoted)}`,
  'commander.excessArguments': () => '参数太多',
  'commander.optionMissingArgument': (quoted) => `选项 ${inChinese(quoted)} 后面缺少内容`,
  'commander.missingMandatoryOptionValue': (quoted) => `必须给出选项 ${inChinese(quoted)}`,
  'commander.invalidArgument': (quoted) =>
    `${quoted.startsWith('-') ? '选项' : '参数'} ${inChinese(quoted)} 的内容无效`,
};

export function complaintOf(error: CommanderError, lang: Lang): string {
  const english = error.message.replace(/^error: /, '');
  const chinese = complaints[error.code];
  if (lang === 'en' || chinese === undefined) return english;
  const quoted = /'([^']*)'/.exec(english)?.[1] ?? '';
  const meant = /Did you mean (?:one of )?(.*)\?/.exec(english)?.[1];
  return `${chinese(quoted)}${meant === undefined ? '' : `（是否应为 ${meant}）`}`;
}

const titles: Readonly<Record<string, Text>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
};

/** What stands in brackets for something else. Words that are typed as they are, such as `zh|en`, stay. */
const placeholders: Readonly<Record<string, string>> = {
  options: '选项',
  command: '命令',
  package: '数据文件夹',
  dir: '文件夹',
  dir1: '文件夹1',
  dir2: '文件夹2',
  file: '文件',
  cases: '案例',
  id: '制度',
  manager: '客户经理',
  words: '词',
  quarter: '季度',
  count: '个数',
  date: '日期',
  a: '制度1',
  b: '制度2',
};

const named = (names: string): string => names.replace(/[a-z]+\d?/g, (name) => placeholders[name] ?? name);

/** `--out <dir>` → `--out <文件夹>` */
const inBrackets = (term: string): string => term.replace(/(?<=[<[])[^\]>]+(?=[\]>])/g, named);

/** An argument by its name alone, or an option with what follows it in brackets. */
const inChinese = (term: string): string => (term.includes('<') ? inBrackets(term) : named(term));

interface Choosing {
  readonly description: string;
  readonly argChoices?: readonly string[];
  readonly defaultValue?: unknown;
}

function described({ description, argChoices, defaultValue }: Choosing): string {
  const more = [
    ...(argChoices === undefined ? [] : [`可选：${argChoices.join('、')}`]),
    ...(typeof defaultValue === 'string' ? [`默认：${defaultValue}`] : []),
  ];
  return more.length === 0 ? description : `${description}（${more.join('；')}）`;
}

/** Columns on the terminal. */
const displayWidth = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** For `configureHelp`. */
export function helpIn(lang: Lang): Partial<Help> {
  const styleTitle = (title: string): string => titles[title]?.[lang] ?? title;
  if (lang === 'en') return { styleTitle };
  return {
    styleTitle,
    styleUsage: inBrackets,
    styleSubcommandTerm: inBrackets,
    styleOptionTerm: inBrackets,
    styleArgumentTerm: named,
    optionDescription: described,
    argumentDescription: described,
    displayWidth,
  };
}
