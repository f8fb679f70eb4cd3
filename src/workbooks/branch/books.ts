/** 勾稽: rows and yuan of every table, with the check sums that must be 0. */
import type { Reconciliation } from '../../model/appraisal.ts';
import { tables } from '../../model/tables/index.ts';
import { blank, marked, numberOf, whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import { formula, type Mark } from '../../spreadsheet/sheet.ts';
import { type BranchSheet, opening } from './view.ts';

const w = {
  sheet: { zh: '勾稽', en: 'Reconciliation' },
  title: { zh: '数据勾稽：一行不少，一分不差', en: 'Reconciliation: no row and no cent is lost' },
  how: {
    zh: '读入行 = 计入 + 按规则剔除 + 合计及空行等 + 错误；读入金额 = 计入 + 剔除。共管账户整户只计一次。',
    en: 'Rows read = counted + excluded by a rule + dropped + in error; yuan read = credited + excluded. A shared account is read once.',
  },
  excluded: { zh: '按规则剔除的行', en: 'Rows excluded, by rule' },
};

export const balanced: Mark = { text: { zh: '平', en: 'balanced' }, tone: 'good' };
export const unbalanced: Mark = { text: { zh: '不平', en: 'not balanced' }, tone: 'bad' };

/** The yuan credited of a table. */
export const booksAnchor = (table: Reconciliation['table']): string => `books ${table}`;

const rowDifference = (each: Reconciliation): number =>
  each.rowsRead - each.rowsCounted - each.rowsExcluded - each.rowsDropped - each.rowsInError;

const yuanDifference = ({ yuanRead, yuanCredited, yuanExcluded }: Reconciliation): bigint | null =>
  yuanRead === null ? null : yuanRead - (yuanCredited ?? 0n) - (yuanExcluded ?? 0n);

const rowKeys = [
  ['rowsRead', { zh: '读入行', en: 'Rows read' }],
  ['rowsCounted', { zh: '计入行', en: 'Counted' }],
  ['rowsExcluded', { zh: '剔除行', en: 'Excluded' }],
  ['rowsDropped', { zh: '合计空行等', en: 'Dropped' }],
  ['rowsInError', { zh: '错误行', en: 'In error' }],
] as const;

const yuanKeys = [
  ['yuanRead', { zh: '读入金额（元）', en: 'Yuan read' }],
  ['yuanCredited', { zh: '计入金额（元）', en: 'Yuan credited' }],
  ['yuanExcluded', { zh: '剔除金额（元）', en: 'Yuan excluded' }],
] as const;

const rowCheck = formula`${{ here: 'rowsRead' }}-${{ here: 'rowsCounted' }}-${{ here: 'rowsExcluded' }}-${{ here: 'rowsDropped' }}-${{ here: 'rowsInError' }}`;
const yuanCheck = formula`ROUND(${{ here: 'yuanRead' }}-${{ here: 'yuanCredited' }}-${{ here: 'yuanExcluded' }},2)`;
const verdict = formula`IF(AND(${{ here: 'rowCheck' }}=0,N(${{ here: 'yuanCheck' }})=0),${balanced.text},${unbalanced.text})`;

const columns: Column<Reconciliation>[] = [
  {
    key: 'table',
    header: { zh: '数据表', en: 'Table' },
    width: [14, 20],
    of: ({ table }) => words(tables[table].title),
  },
  ...rowKeys.map(
    ([key, header]): Column<Reconciliation> => ({ key, header, of: (each) => whole(each[key]) }),
  ),
  {
    key: 'rowCheck',
    header: { zh: '行数差', en: 'Row check' },
    of: (each) => whole(rowDifference(each), { formula: rowCheck, look: 'strong' }),
  },
  ...yuanKeys.map(
    ([key, header]): Column<Reconciliation> => ({
      key,
      header,
      width: [16, 22],
      of: (each) => yuan(each[key], key === 'yuanCredited' ? { anchor: booksAnchor(each.table) } : {}),
    }),
  ),
  {
    key: 'yuanCheck',
    header: { zh: '金额差（元）', en: 'Yuan check' },
    width: [10, 16],
    of: (each) => {
      const difference = yuanDifference(each);
      if (difference === null) return blank;
      return { value: numberOf(difference), format: 'yuan', formula: yuanCheck, look: 'strong' };
    },
  },
  {
    key: 'verdict',
    header: { zh: '结论', en: 'Verdict' },
    marks: [balanced, unbalanced],
    of: (each) =>
      marked(rowDifference(each) === 0 && (yuanDifference(each) ?? 0n) === 0n ? balanced : unbalanced, {
        formula: verdict,
      }),
  },
];

type Excluded = Reconciliation['excluded'][number] & { readonly table: Reconciliation['table'] };

const excludedColumns: Column<Excluded>[] = [
  {
    key: 'table',
    header: { zh: '数据表', en: 'Table' },
    width: [14, 20],
    of: ({ table }) => words(tables[table].title),
  },
  { key: 'rows', header: { zh: '行数', en: 'Rows' }, of: ({ rows }) => whole(rows) },
  { key: 'yuan', header: { zh: '金额（元）', en: 'Yuan' }, width: [14, 22], of: (each) => yuan(each.yuan) },
  { key: 'rule', header: { zh: '剔除规则', en: 'Rule' }, width: [10, 40], of: ({ title }) => words(title) },
];

export const booksSheet: BranchSheet = (view) => {
  const { reconciliation } = view.appraisal;
  return {
    id: 'books',
    name: w.sheet,
    kind: 'proof',
    blocks: [
      opening(w.title, view, w.how),
      list('books', columns, reconciliation),
      { kind: 'heading', text: w.excluded },
      list(
        'excluded',
        excludedColumns,
        reconciliation.flatMap(({ table, excluded }) => excluded.map((each) => ({ ...each, table }))),
      ),
    ],
  };
};
