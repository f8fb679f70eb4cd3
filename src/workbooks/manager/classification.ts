/** 五级分类: the class and balance of every loan, now and at the start of the year. */
import { loanClasses } from '../../model/tables/classification.ts';
import type { Text } from '../../model/text.ts';
import { marked } from '../../spreadsheet/cells.ts';
import { alike, column } from '../../spreadsheet/list.ts';
import type { Mark } from '../../spreadsheet/sheet.ts';
import { choiceWord } from '../words.ts';
import { detailSheet } from './detail.ts';

/** The sheet's name, for links to it from the branch's lists. */
export const classificationName: Text = { zh: '五级分类', en: 'Classification' };

const tones = {
  normal: 'good',
  'special-mention': 'warn',
  substandard: 'bad',
  doubtful: 'bad',
  loss: 'bad',
} as const;

export const classMarks: readonly Mark[] = loanClasses.map(({ id, text }) => ({ text, tone: tones[id] }));

export const classificationSheet = detailSheet('classification', {
  name: classificationName,
  title: { zh: '贷款五级分类明细', en: 'Five-category classification' },
  none: { zh: '本期没有归属本人的分类贷款', en: 'No classified loan is credited to the manager' },
  amounts: {
    balance: { zh: '余额', en: 'Balance' },
    prior_balance: { zh: '年初余额', en: 'Balance at start of year' },
  },
  by: 'balance',
  identity: 'loan',
  columns: (amount) => [
    column(
      'loan',
      { zh: '借据号', en: 'Loan' },
      [10, 24],
      alike('code', ({ row }) => row.loan_id),
    ),
    amount('balance'),
    column('class', { zh: '分类结果', en: 'Class' }, { marks: classMarks }, ({ row }) =>
      marked({ text: choiceWord(loanClasses, row.class), tone: tones[row.class] }),
    ),
    amount('prior_balance'),
    column('priorClass', { zh: '年初分类', en: 'Class at start of year' }, { marks: classMarks }, ({ row }) =>
      marked({ text: choiceWord(loanClasses, row.prior_class), tone: tones[row.prior_class ?? 'normal'] }),
    ),
  ],
});
