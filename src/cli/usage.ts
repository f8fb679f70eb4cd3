/** What the parser of the command line complains of, in the reader's language. */
import type { CommanderError } from 'commander';
import type { Lang } from '../model/text.ts';
import { inChinese } from './help.ts';

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
