/** 贷款: every loan or other credit item credited to the manager, with what is overdue on it. */
import type { Text } from '../../model/text.ts';
import { type Extra, whole, yuan } from '../../spreadsheet/cells.ts';
import { alike, type Column, column } from '../../spreadsheet/list.ts';
import { type DetailRow, detailSheet } from './detail.ts';

type LoanRow = DetailRow<'loans'>;

const overdue: Extra = { tone: 'bad' };

/** What is overdue is asked of the whole item, so it stands in whole, in yuan. A column without any is left out. */
const flag = (key: 'overdue_amount' | 'arrears_amount' | 'advance_amount', header: Text): Column<LoanRow> =>
  column(key, header, { width: [10, 18], when: (rows) => rows.some(({ row }) => row[key]) }, ({ row }) => {
    const amount = row[key];
    return yuan(amount, amount ? overdue : undefined);
  });

const daysColumn = (key: 'overdue_days' | 'arrears_days', header: Text): Column<LoanRow> =>
  column(key, header, { when: (rows) => rows.some(({ row }) => row[key]) }, ({ row }) =>
    whole(row[key], row[key] ? overdue : undefined),
  );

export const loansSheet = detailSheet('loans', {
  name: { zh: '贷款', en: 'Loans' },
  title: { zh: '贷款及其他授信明细', en: 'Loans and other credit items' },
  none: { zh: '本期没有归属本人的授信业务', en: 'No credit item is credited to the manager' },
  amounts: {
    year_avg: { zh: '年日均', en: 'Year average' },
    quarter_avg: { zh: '季日均', en: 'Quarter average' },
    end_balance: { zh: '期末余额', en: 'End balance' },
  },
  by: 'year_avg',
  identity: 'loan',
  columns: (amount) => [
    column(
      'loan',
      { zh: '借据号', en: 'Loan' },
      [10, 24],
      alike('code', ({ row }) => row.loan_id),
    ),
    column(
      'product',
      { zh: '业务品种', en: 'Product' },
      [8, 16],
      alike('text', ({ row }) => row.product),
    ),
    amount('year_avg'),
    amount('quarter_avg'),
    amount('end_balance'),
    column(
      'due',
      { zh: '到期日', en: 'Due' },
      [11, 12],
      alike('date', ({ row }) => row.due_date),
    ),
    daysColumn('overdue_days', { zh: '逾期天数', en: 'Days overdue' }),
    flag('overdue_amount', { zh: '逾期金额（元）', en: 'Overdue (CNY)' }),
    daysColumn('arrears_days', { zh: '欠息天数', en: 'Days in arrears' }),
    flag('arrears_amount', { zh: '欠息金额（元）', en: 'Arrears (CNY)' }),
    flag('advance_amount', { zh: '垫款金额（元）', en: 'Advance (CNY)' }),
  ],
});
