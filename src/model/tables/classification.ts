/** Five-category loan classification: one row per loan, now and at the start of the year. */
import { amount, choice, required } from '../table.ts';
import { loanId } from './loans.ts';
import { creditedManager, customerId, rowCurrency } from './shared.ts';

export const loanClasses = [
  { id: 'normal', text: { zh: '正常', en: 'normal' }, also: ['1'] },
  { id: 'special-mention', text: { zh: '关注', en: 'special mention' }, also: ['2'] },
  { id: 'substandard', text: { zh: '次级', en: 'substandard' }, also: ['3'] },
  { id: 'doubtful', text: { zh: '可疑', en: 'doubtful' }, also: ['4'] },
  { id: 'loss', text: { zh: '损失', en: 'loss' }, also: ['5'] },
] as const;

export type LoanClass = (typeof loanClasses)[number]['id'];

export const classification = {
  id: 'classification',
  names: ['classification', '五级分类', '贷款分类'],
  title: { zh: '五级分类', en: 'Classification' },
  columns: {
    loan_id: loanId,
    manager_id: creditedManager,
    customer_id: customerId,
    currency: rowCurrency,
    balance: amount(['余额'], required),
    class: choice(['分类结果', '五级分类', '五级分类结果', '贷款形态', '五级形态'], loanClasses, required),
    prior_balance: amount(['年初余额']),
    prior_class: choice(['年初分类'], loanClasses),
  },
} as const;
