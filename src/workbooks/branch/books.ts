/** 勾稽: rows and yuan of every table, with the check sums that must be 0. */
import type { Reconciliation } from '../../model/appraisal.ts';
import { tables } from '../../model/tables/index.ts';
import { blank, marked, whole, words, yuan } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
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
  column('table', { zh: '数据表', en: 'Table' }, [14, 20], ({ table }) => words(tables[table].title)),
  ...rowKeys.map(([key, header]): Column<Reconciliation> => column(key, header, (each) => whole(each[key]))),
  column('rowCheck', { zh: '行数差', en: 'Row check' }, (each) =>
    whole(rowDifference(each), { formula: rowCheck, look: 'strong' }),
  ),
  ...yuanKeys.map(
    ([key, header]): Column<Reconciliation> =>
      column(key, header, [16, 22], (each) =>
        yuan(each[key], key === 'yuanCredited' ? { anchor: booksAnchor(each.table) } : {}),
      ),
  ),
  column('yuanCheck', { zh: '金额差（元）', en: 'Yuan check' }, [10, 16], (each) => {
    const difference = yuanDifference(each);
    if (difference === null) return blank;
    return yuan(difference, { formula: yuanCheck, look: 'strong' });
  }),
  column('verdict', { zh: '结论', en: 'Verdict' }, { marks: [balanced, unbalanced] }, (each) =>
    marked(rowDifference(each) === 0 && (yuanDifference(each) ?? 0n) === 0n ? balanced : unbalanced, {
      formula: verdict,
    }),
  ),
];

type Excluded = Reconciliation['excluded'][number] & { readonly table: Reconciliation['table'] };

const excludedColumns: Column<Excluded>[] = [
  column('table', { zh: '数据表', en: 'Table' }, [14, 20], ({ table }) => words(tables[table].title)),
  column('rows', { zh: '行数', en: 'Rows' }, ({ rows }) => whole(rows)),
  column('yuan', { zh: '金额（元）', en: 'Yuan' }, [14, 22], (each) => yuan(each.yuan)),
  column('rule', { zh: '剔除规则', en: 'Rule' }, [10, 40], ({ title }) => words(title)),
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
