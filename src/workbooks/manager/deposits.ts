/** 存款: every account credited to the manager. */
import { code, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { sourceOnScreen } from '../source.ts';
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
  column('account', { zh: '账号', en: 'Account' }, [10, 24], ({ row }) => code(row.account)),
  column('kind', { zh: '存款种类', en: 'Kind' }, [8, 14], ({ row }) => words(row.kind)),
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
    ...sourceOnScreen<DepositRow>(({ row }) => row),
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
