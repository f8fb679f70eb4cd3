/** 存款: every account credited to the manager. */
import { code, words } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import { sourceColumns } from '../source.ts';
import {
  amountColumn,
  countedColumns,
  customerColumns,
  type DetailRow,
  detailRows,
  detailSheet,
  exportedBlocks,
} from './detail.ts';
import type { ManagerSheet } from './view.ts';

const w = {
  sheet: { zh: '存款', en: 'Deposits' },
  title: { zh: '存款明细', en: 'Deposits, account by account' },
  none: { zh: '本期没有归属本人的存款', en: 'No deposits are credited to the manager' },
};

type DepositRow = DetailRow<'deposits'>;

const amounts = {
  year_avg: { zh: '年日均', en: 'Year average' },
  prior_year_avg: { zh: '上年日均', en: 'Prior-year average' },
  quarter_avg: { zh: '季日均', en: 'Quarter average' },
  end_balance: { zh: '期末余额', en: 'End balance' },
};

const columns: Column<DepositRow>[] = [
  ...customerColumns<'deposits'>(),
  {
    key: 'account',
    header: { zh: '账号', en: 'Account' },
    width: [10, 24],
    of: ({ row }) => code(row.account),
  },
  { key: 'kind', header: { zh: '存款种类', en: 'Kind' }, width: [8, 14], of: ({ row }) => words(row.kind) },
  amountColumn<'deposits'>('year_avg', amounts.year_avg),
  amountColumn<'deposits'>('prior_year_avg', amounts.prior_year_avg),
  amountColumn<'deposits'>('quarter_avg', amounts.quarter_avg),
  amountColumn<'deposits'>('end_balance', amounts.end_balance),
];

export const depositsSheet: ManagerSheet = (view) => {
  const rows = detailRows(view, view.appraised.portfolio.deposits, 'year_avg');
  const all = [
    ...columns,
    ...countedColumns(view, 'deposits'),
    ...sourceColumns<DepositRow>(({ row }) => row),
  ];
  return detailSheet('deposits', w.sheet, w.title, view, [
    list('deposits', all, rows, { empty: w.none }),
    ...exportedBlocks(
      'deposits',
      rows,
      columns.filter(({ key }) => ['account'].includes(key)),
      amounts,
    ),
  ]);
};
