/** 收贷收息: what fell due on a manager's loans in the year, and what came in. */
import { amount } from '../table.ts';
import { managerId } from './shared.ts';

/** A blank would hide what is owed: a zero is written. */
const written = { required: true, mayBeBlank: false } as const;

export const collections = {
  id: 'collections',
  names: ['collections', '收贷收息'],
  title: { zh: '收贷收息', en: 'Collections' },
  columns: {
    manager_id: managerId,
    due_principal: amount(['到期贷款本金', '到期贷款', '应收本金'], written),
    recovered_principal: amount(['收回到期贷款', '收回到期贷款本金', '实收本金'], written),
    interest_due: amount(['应收利息', '应收利息额'], written),
    interest_received: amount(['实收利息', '实收利息额'], written),
    interest_income: amount(['年利息收入', '利息收入', '全年利息收入'], written),
    month_avg_loans: amount(['管理贷款月均余额', '贷款月均余额', '月均贷款余额'], written),
  },
} as const;
