// Approved corrections (adjustments): what they add, to whom, and in which quarter's package they stand.

import type { Quarter } from './calendar.ts';

export interface Correction {
  readonly quarters: readonly Quarter[];
  readonly manager: string;
  readonly customer: string;
  readonly indicator: string;
  readonly basis: '' | 'quarter' | 'year';
  readonly amount: number;
  readonly reference: string;
  readonly reason: string;
  readonly approvedBy: string;
}

export const CORRECTIONS: readonly Correction[] = [
  {
    quarters: [1, 2, 3, 4],
    manager: '0008',
    customer: '60000801',
    indicator: '存款日均',
    basis: '',
    amount: 1_000_000,
    reference: '云银公〔2026〕14号',
    reason: '误划转至他行客户的存款',
    approvedBy: '李审批',
  },
  {
    quarters: [2],
    manager: '0009',
    customer: '',
    indicator: '国际结算额',
    basis: 'quarter',
    amount: 100_000,
    reference: '云银国〔2026〕8号',
    reason: '六月末入账延迟',
    approvedBy: '李审批',
  },
  {
    quarters: [4],
    manager: '0024',
    customer: '',
    indicator: '新增存款日均',
    basis: 'year',
    amount: 150_000,
    reference: '云银公〔2026〕80号',
    reason: '客户合并后上年日均重复',
    approvedBy: '李审批',
  },
];
