/** The form of `bank.yaml`. Every value is read as a text, so that 0012, 否 and NO stay what they are. */
import { z } from 'zod';
import type { Text } from '../../model/text.ts';
import { mostDigits } from './id-rule.ts';

/** A section whose lines are all commented out is empty. */
const section = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (given === '' ? {} : given), z.record(z.string(), value)).optional();

const word = z.string().min(1);
const digits = z
  .string()
  .regex(/^[1-9]\d?$/)
  .transform(Number)
  .refine((number) => number <= mostDigits);
const idForm = z.strictObject({ digits: digits.optional(), pattern: word.optional() });

export const profileSchema = z.strictObject({
  bank: word.optional(),
  files: section(word),
  columns: section(section(word)),
  units: section(section(word)),
  words: section(section(section(word))),
  ids: z
    .strictObject({
      manager: z.union([z.literal('by-name'), idForm]).optional(),
      customer: idForm.optional(),
    })
    .optional(),
  days: z.enum(['actual', '360']).optional(),
});

export type StatedProfile = z.infer<typeof profileSchema>;

export const sections = Object.keys(profileSchema.shape);

/** What is right where a value is not, by the path to it from above. */
export function expectedAt(path: readonly string[]): Text {
  const [first = '', second = ''] = path;
  return (first === 'ids' ? expectations[`ids.${second}`] : undefined) ?? expectations[first] ?? anything;
}

const anything: Text = { zh: '“名称: 值”各占一行', en: 'one “name: value” a line' };
const expectations: Readonly<Record<string, Text>> = {
  bank: { zh: '银行的名称', en: 'the name of the bank' },
  files: {
    zh: '“文件名或工作表名: 表名”，如 "DEP_*": deposits；不是数据表的写 none',
    en: '“file or sheet: table”, such as "DEP_*": deposits; none for what is no table',
  },
  columns: {
    zh: '表名之下的“银行的列名: 本工具的列名”，如 客户经理代码: manager_id；不用的写 none',
    en: '“header of the bank: column” below a table, such as 客户经理代码: manager_id; none for what is not used',
  },
  units: {
    zh: '表名之下的“列名或 all: 单位”，如 all: 万元',
    en: '“column or all: unit” below a table, such as all: 万元',
  },
  words: {
    zh: '表名、列名之下的“银行的词: 本工具的词”，如 正常类贷款: 正常',
    en: '“word of the bank: our word” below a table and a column, such as 正常类贷款: 正常',
  },
  ids: { zh: 'manager 和 customer 的写法', en: 'how manager and customer are written' },
  'ids.manager': {
    zh: '{ digits: 4 }、{ pattern: "(\\\\d{4})-.*" }（恰有一个括号组，至多三处不定次数）或 by-name',
    en: '{ digits: 4 }, { pattern: "(\\\\d{4})-.*" } (one group, at most three open counts) or by-name',
  },
  'ids.customer': {
    zh: '{ digits: 10 } 或 { pattern: "(\\\\d{10})-.*" }（恰有一个括号组，至多三处不定次数）',
    en: '{ digits: 10 } or { pattern: "(\\\\d{10})-.*" } (one group, at most three open counts)',
  },
  days: { zh: 'actual（按日历天数）或 360', en: 'actual (by the calendar) or 360' },
};
