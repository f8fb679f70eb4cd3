/** 贷款: every loan or other credit item credited to the manager, with what is overdue on it. */
import { code, day, whole, words, yuan } from '../../spreadsheet/cells.ts';
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
  sheet: { zh: '贷款', en: 'Loans' },
  title: { zh: '贷款及其他授信明细', en: 'Loans and other credit items' },
  none: { zh: '本期没有归属本人的授信业务', en: 'No credit item is credited to the manager' },
};

type LoanRow = DetailRow<'loans'>;

/** What is overdue is asked of the whole item, so it stands in whole, in yuan. A column without any is left out. */
const flag = (
  key: 'overdue_amount' | 'arrears_amount' | 'advance_amount',
  header: { zh: string; en: string },
): Column<LoanRow> =>
  column(key, header, { width: [10, 18], when: (rows) => rows.some(({ row }) => row[key]) }, ({ row }) => {
    const amount = row[key];
    return yuan(amount, amount ? { tone: 'bad' } : {});
  });

const daysColumn = (
  key: 'overdue_days' | 'arrears_days',
  header: { zh: string; en: string },
): Column<LoanRow> =>
  column(key, header, { when: (rows) => rows.some(({ row }) => row[key]) }, ({ row }) =>
    whole(row[key], row[key] ? { tone: 'bad' } : {}),
  );

const amounts = {
  year_avg: { zh: '年日均', en: 'Year average' },
  quarter_avg: { zh: '季日均', en: 'Quarter average' },
  end_balance: { zh: '期末余额', en: 'End balance' },
};

const columns: Column<LoanRow>[] = [
  ...customerColumns<'loans'>(),
  column('loan', { zh: '借据号', en: 'Loan' }, [10, 24], ({ row }) => code(row.loan_id)),
  column('product', { zh: '业务品种', en: 'Product' }, [8, 16], ({ row }) => words(row.product)),
  amountColumn<'loans'>('year_avg', amounts.year_avg),
  amountColumn<'loans'>('quarter_avg', amounts.quarter_avg),
  amountColumn<'loans'>('end_balance', amounts.end_balance),
  column('due', { zh: '到期日', en: 'Due' }, [11, 12], ({ row }) => day(row.due_date)),
  daysColumn('overdue_days', { zh: '逾期天数', en: 'Days overdue' }),
  flag('overdue_amount', { zh: '逾期金额（元）', en: 'Overdue (CNY)' }),
  daysColumn('arrears_days', { zh: '欠息天数', en: 'Days in arrears' }),
  flag('arrears_amount', { zh: '欠息金额（元）', en: 'Arrears (CNY)' }),
  flag('advance_amount', { zh: '垫款金额（元）', en: 'Advance (CNY)' }),
];

export const loansSheet: ManagerSheet = (view) => {
  const rows = detailRows(view, view.appraised.portfolio.loans, 'year_avg');
  const all = [...columns, ...countedColumns(view, 'loans'), ...sourceOnScreen<LoanRow>(({ row }) => row)];
  return detailSheet('loans', w.sheet, w.title, view, [
    list('loans', all, rows, { empty: w.none }),
    ...exportedBlocks(
      'loans',
      rows,
      columns.filter(({ key }) => ['loan'].includes(key)),
      amounts,
    ),
  ]);
};
