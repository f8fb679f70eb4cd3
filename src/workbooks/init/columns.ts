/** What a person needs to know of a table's column to fill it in: header with unit, form, choices, an example. */
import { type AnyColumn, type ChoiceColumn, type DeclaredWords, withWords } from '../../model/table.ts';
import { type TableId, tables } from '../../model/tables/index.ts';
import { same, type Text } from '../../model/text.ts';
import type { Format } from '../../spreadsheet/style.ts';

/** A column as it is filled in: its words are known. */
type EntryColumn = Exclude<AnyColumn, { readonly kind: 'declared' }>;

export interface DeclaredColumn {
  readonly table: TableId;
  /** The canonical name: `year_avg`. */
  readonly name: string;
  readonly column: EntryColumn;
}

/** A table's columns; those whose words the policy declares have them to choose from. */
export const columnsOf = (table: TableId, declared: DeclaredWords): DeclaredColumn[] =>
  Object.entries(tables[table].columns as Readonly<Record<string, AnyColumn>>).map(([name, column]) => ({
    table,
    name,
    column: column.kind === 'declared' ? withWords(column, declared) : column,
  }));

/** `年日均余额*(元)`: the star marks what is required, the bracket holds the unit. Intake reads both. */
export function headerOf(declared: DeclaredColumn): Text {
  const { table, name, column } = declared;
  const star = mustBeFilled(declared) ? '*' : '';
  const money = column.kind === 'amount' && !isInOtherCurrency(table);
  return {
    zh: `${column.headers[0]}${star}${money ? '(元)' : ''}`,
    en: `${name}${star}${money ? '(yuan)' : ''}`,
  };
}

/** Amounts of the table are in another currency than yuan unless the row says so: 元 over them would leave a doubt. */
function isInOtherCurrency(table: TableId): boolean {
  const { currency }: Readonly<Record<string, AnyColumn>> = tables[table].columns;
  return currency?.kind === 'currency' && currency.default !== 'CNY';
}

/** Whoever fills in a form says the currency where yuan and another one are at stake. */
export const mustBeFilled = ({ table, column }: DeclaredColumn): boolean =>
  column.required || (column.kind === 'currency' && isInOtherCurrency(table));

type Kind = EntryColumn['kind'];

/** Keyed by the kind of a column: how its cells are kept, what to write into them, and something that might stand there. */
export const kinds: Readonly<
  Record<Kind, { readonly format: Format; readonly how: Text; readonly example: string }>
> = {
  id: {
    format: 'code',
    how: { zh: '按文本填写，前面的零保留', en: 'as text; leading zeros are kept' },
    example: 'A000123',
  },
  text: { format: 'text', how: { zh: '文字', en: 'words' }, example: '' },
  amount: {
    format: 'yuan',
    how: {
      zh: '金额；空白按 0。改用万元时，把列名括号里的“元”改成“万元”',
      en: 'an amount; a blank is 0. For units of 10,000 write (万元) for (yuan) in the header',
    },
    example: '12,345,678.90',
  },
  figure: {
    format: 'decimal',
    how: { zh: '数字；没有时填 0，不要留空', en: 'a number; write 0 for none, never a blank' },
    example: '40,000,000.00',
  },
  decimal: { format: 'text', how: { zh: '数字', en: 'a number' }, example: '1' },
  days: { format: 'whole', how: { zh: '天数', en: 'days' }, example: '0' },
  count: {
    format: 'whole',
    how: { zh: '整数；不知道时留空', en: 'a whole number; a blank where it is not known' },
    example: '12',
  },
  quarter: { format: 'text', how: { zh: '季度', en: 'a quarter' }, example: '2026Q3' },
  year: { format: 'text', how: { zh: '四位年份', en: 'a year of four digits' }, example: '2026' },
  date: { format: 'date', how: { zh: '日期', en: 'a date' }, example: '2026-03-31' },
  share: {
    format: 'text',
    how: { zh: '百分比；空白为 100%', en: 'a percentage; a blank is 100%' },
    example: '100%',
  },
  currency: { format: 'text', how: { zh: '币种代码', en: 'a currency code' }, example: 'CNY' },
  choice: { format: 'text', how: { zh: '从下拉列表选择', en: 'from the drop-down' }, example: '' },
};

/** What a drop-down of Excel can hold, its words parted by commas. */
const dropDownHolds = 253;

/** Whether its words can be a drop-down; else they stand in the notes only. */
export const hasDropDown = ({ choices }: ChoiceColumn): boolean =>
  (['zh', 'en'] as const).every(
    (lang) => choices.map(({ text }) => text[lang]).join(',').length <= dropDownHolds,
  );

const oneOfTheChoices: Text = { zh: '填写“可选内容”之一', en: 'one of the choices' };

/** What to write into a cell of the column. */
export const howOf = (column: EntryColumn): Text =>
  column.kind === 'choice' && !hasDropDown(column) ? oneOfTheChoices : kinds[column.kind].how;

/** Examples that say more than their kind does. Nobody of this name or id is on any table. */
const examples: Readonly<Record<string, string>> = {
  manager_id: '0012',
  name: '示例·张三',
  unit: '示例支行',
  education: '本科',
  title: '中级经济师',
  customer_id: 'C100345',
  customer_name: '示例机械有限公司',
  account: '6200001234567890',
  loan_id: 'JJ2026000123',
  product: '流动资金贷款',
  reference: '示例〔2026〕12号',
  note: '示例',
  reason: '示例：补记分成',
  approved_by: '示例·李四',
  rate: '7.10',
  score: '92.5',
};
const ofTable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  deposits: { kind: '活期存款' },
  targets: { unit: '元' },
  metrics: { unit: '户', quarter_actual: '12', year_actual: '35' },
  fx: { currency: 'USD' },
  settlement: { currency: 'USD', reference: '' },
  adjustments: { amount: '500,000.00' },
};

/** What might stand in the column, as text. */
export function exampleOf({ table, name, column }: DeclaredColumn): Text {
  if (column.kind === 'choice') return column.choices[0]?.text ?? same('');
  return same(ofTable[table]?.[name] ?? examples[name] ?? kinds[column.kind].example);
}

/** What a blank cell means, where that is not plain. */
export function blankMeans({ column }: DeclaredColumn): Text {
  if (column.kind === 'currency') return same(column.default);
  if (column.kind === 'decimal') return same(column.default ?? '');
  if (column.kind !== 'choice') return same('');
  return column.choices.find(({ id }) => id === column.default)?.text ?? same('');
}
