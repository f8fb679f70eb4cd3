// The few words in which the cast is written: deposit(), loan(), settled() and the plans.

import type { Four } from './calendar.ts';
import type { Customer, Deposit, Figure, Loan, Plan, Settlement, Trouble } from './model.ts';

export const M = 1_000_000;

const first = (figure: Figure): number => (typeof figure === 'number' ? figure : figure[0]);

/** An ordinary account in yuan. Without a word about last year it averaged the same then. */
export function deposit(year: Figure, more: Partial<Deposit> = {}): Deposit {
  return { kind: '单位活期存款', currency: 'CNY', year, prior: first(year), ...more };
}

export const agreement = (year: Figure, more: Partial<Deposit> = {}): Deposit =>
  deposit(year, { kind: '协议存款', ...more });

/** An account told by its quarterly averages; the year's average follows from them. */
export function depositByQuarter(quarter: Four<number>, more: Partial<Deposit> = {}): Deposit {
  return { kind: '单位活期存款', currency: 'CNY', quarter, prior: quarter[0], ...more };
}

const NO_TROUBLE: Trouble = { days: 0, amount: 0 };
export const NEVER: Four<Trouble> = [NO_TROUBLE, NO_TROUBLE, NO_TROUBLE, NO_TROUBLE];

/** A normal working-capital loan in yuan that stood at the same balance when the year began. */
export function loan(balance: Figure, more: Partial<Loan> = {}): Loan {
  return {
    product: '流动资金贷款',
    currency: 'CNY',
    balance,
    prior: { balance: first(balance), class: '正常' },
    class: '正常',
    due: '2027-06-30',
    overdue: NEVER,
    arrears: NEVER,
    advance: [0, 0, 0, 0],
    ...more,
  };
}

export const settled = (currency: string, quarter: Four<number>, kind = '国际结算'): Settlement => ({
  kind,
  currency,
  quarter,
});

export const customer = (parts: Customer): Customer => parts;

/** Plans for averages: in 万元; one figure serves quarter and year. */
const averagePlan =
  (indicator: string, main: boolean) =>
  (quarter: Figure, year?: number): Plan => ({
    indicator,
    unit: '万元',
    quarter,
    year: year ?? first(quarter),
    main,
  });
export const planDeposits = averagePlan('存款日均', true);
export const planLoans = averagePlan('贷款日均', true);
export const planNewDeposits = averagePlan('新增存款日均', false);

/** A plan for settlement: in 万美元; the year's plan is stated beside the quarter's. */
export const planSettlement = (quarter: Figure, year: number): Plan => ({
  indicator: '国际结算额',
  unit: '万美元',
  quarter,
  year,
  main: true,
});

/** An indicator that no account table can yield: its achievement comes in the metrics table. */
export const planActiveCustomers = (target: number, achieved: number, main = false): Plan => ({
  indicator: '有效客户数',
  unit: '户',
  quarter: target,
  year: target,
  main,
  achieved,
});
