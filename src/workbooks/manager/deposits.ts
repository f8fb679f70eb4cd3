/** 存款: every account credited to the manager. */
import { alike, column } from '../../spreadsheet/list.ts';
import { detailSheet } from './detail.ts';

export const depositsSheet = detailSheet('deposits', {
  name: { zh: '存款', en: 'Deposits' },
  title: { zh: '存款明细', en: 'Deposits, account by account' },
  none: { zh: '本期没有归属本人的存款', en: 'No deposits are credited to the manager' },
  amounts: {
    year_avg: { zh: '年日均', en: 'Year average' },
    prior_year_avg: { zh: '上年日均', en: 'Prior-year average' },
    quarter_avg: { zh: '季日均', en: 'Quarter average' },
    end_balance: { zh: '期末余额', en: 'End balance' },
  },
  by: 'year_avg',
  identity: 'account',
  columns: (amount) => [
    column(
      'account',
      { zh: '账号', en: 'Account' },
      [10, 24],
      alike('code', ({ row }) => row.account),
    ),
    column(
      'kind',
      { zh: '存款种类', en: 'Kind' },
      [8, 14],
      alike('text', ({ row }) => row.kind),
    ),
    amount('year_avg'),
    amount('prior_year_avg'),
    amount('quarter_avg'),
    amount('end_balance'),
  ],
});
