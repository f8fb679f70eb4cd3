/** The page of the input tables: every column with the headers it is known by, from the tables' declarations. */

import { type Choice, columnsOfFiles, type Declared, type FileColumn } from '../../src/model/table.ts';
import { requiredTables, type TableId, tableIds, tables } from '../../src/model/tables/index.ts';
import { spellings } from '../../src/model/tables/spellings.ts';
import { code, page, table } from './markdown.ts';

const intro = `每张表的列、认得的列名和该填什么。由表的声明生成，不要手工修改：\`npm run docs\`。
列名可用中文的任何一种写法，也可用左边的英文名；本行另有叫法的写进 [bank.yaml](inputs.md#a-banks-own-words)。

Every table's columns, the headers they are known by, and what a cell holds. A header may be any of those, or the English
name on the left. Made from the tables' declarations by \`npm run docs\`; not to be edited.`;

const words: Readonly<Record<Declared, string>> = {
  grades: '制度中的等级 · a grade of the policy',
  statuses: '制度中的状态 · a status of the policy',
  events: '制度中的事件类型 · a kind of event of the policy',
  activities: '制度中的履职记录类别 · a kind of activity of the policy',
  ratings: '制度中的考核结果 · a rating of the policy',
  series: '制度中的条线 · a line of business of the policy',
};

const choices = (all: readonly Choice[]): string =>
  all.map(({ text, also = [] }) => [text.zh, text.en, ...also].join('/')).join('；');

/** What a cell of the column holds. */
function content(column: FileColumn): string {
  switch (column.kind) {
    case 'id':
      return '编号 · an id';
    case 'text':
      return '文字 · text';
    case 'amount':
      return column.average ? '日均金额 · an amount, daily average' : '金额 · an amount';
    case 'product':
      return `每日余额之和，${code(column.of)} 没有时由它算出 · balance × days, for want of ${code(column.of)}`;
    case 'figure':
      if (column.points) return '分数 · points';
      return column.mayBeNegative
        ? '数值，按单位 · a figure in its unit'
        : '数值，按单位，不小于 0 · a figure in its unit, 0 or more';
    case 'decimal':
      return column.orPercent ? '小数，或百分比 · a decimal, or a percentage' : '小数 · a decimal';
    case 'days':
      return '天数 · days';
    case 'count':
      return '整数 · a whole number';
    case 'year':
      return '年份 · a year';
    case 'quarter':
      return '季度 · a quarter';
    case 'date':
      return '日期 · a date';
    case 'share':
      return '比例 · a share: 60%, 0.6, 60';
    case 'currency':
      return '币种 · a currency';
    case 'choice':
      return choices(column.choices) + (column.open ? '；或其他名称 · or another name' : '');
    case 'declared':
      return words[column.words];
  }
}

/** What a blank cell means; a required cell must not be blank. */
function blank(column: FileColumn): string {
  switch (column.kind) {
    case 'amount':
      return { true: '0', false: '不可 · must not be', unknown: '未知 · unknown' }[`${column.mayBeBlank}`];
    case 'days':
    case 'product':
      return '0';
    case 'share':
      return column.blank === 'whole' ? '100%' : '未约定 · none agreed';
    case 'currency':
      return column.default;
    case 'decimal':
      return column.default ?? '';
    case 'choice':
      return column.choices.find(({ id }) => id === column.default)?.text.zh ?? '';
    default:
      return '';
  }
}

/** The headers, first those that the tables declare, then those met in banks' exports. */
function headersOf(id: TableId, name: string, { headers }: FileColumn): string {
  const met = spellings
    .filter(({ column, doubtful }) => doubtful !== true && [name, `${id}.${name}`].includes(column))
    .flatMap(({ headers }) => headers.split(' '));
  return [...new Set([...headers, ...met])].join('、');
}

const head = ['列 column', '必须 required', '内容 content', '空白 blank', '列名 headers'];

function section(id: TableId): string {
  const { title, names } = tables[id];
  const needed = requiredTables.some((each) => each === id) ? '必须 required' : '可无 optional';
  const rows = Object.entries(columnsOfFiles(tables[id])).map(([name, column]) => [
    code(name),
    column.required ? '是' : '',
    content(column),
    blank(column),
    headersOf(id, name, column),
  ]);
  return `## ${title.zh} ${id}\n\n${needed}；文件或工作表名含 name has: ${names.join('、')}\n\n${table(head, rows)}`;
}

export const columnsPage = (): string => page('数据表 · Input tables', intro, tableIds.map(section));
