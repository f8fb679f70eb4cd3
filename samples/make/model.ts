// The shape of the cast: a manager, the customers and what is planned, written in yuan (or the row's own currency).

import type { Four, Quarter } from './calendar.ts';

/** A figure that stays the same all year, or one for each quarter. */
export type Figure = number | Four<number>;

/** When an account, a loan or a settlement is in the export at all. */
export interface Span {
  /** The first quarter that has it, and the first that no longer exports it. */
  readonly from?: Quarter;
  readonly goneFrom?: Quarter;
}

export interface Deposit extends Span {
  readonly kind: string;
  readonly currency: string;
  /** The daily average of the year so far. Left out: follows from `quarter`. */
  readonly year?: Figure;
  /** The daily average of the quarter. Left out: follows from `year`. */
  readonly quarter?: Figure;
  /** The balance on the last day. Left out: a little above the quarter's average. */
  readonly end?: Figure;
  /** Last year's daily average; null = the account was opened this year. */
  readonly prior: number | null;
}

export interface Loan extends Span {
  readonly product: string;
  readonly currency: string;
  readonly balance: Figure;
  readonly prior: { readonly balance: number; readonly class: string } | null;
  readonly class: string | Four<string>;
  readonly due: string;
  readonly overdue: Four<Trouble>;
  readonly arrears: Four<Trouble>;
  readonly advance: Four<number>;
}

export interface Trouble {
  readonly days: number;
  readonly amount: number;
}

export interface Settlement extends Span {
  readonly kind: string;
  readonly currency: string;
  readonly quarter: Four<number>;
}

export interface Customer {
  readonly deposits?: readonly Deposit[];
  readonly loans?: readonly Loan[];
  readonly settlement?: readonly Settlement[];
}

export interface Plan {
  readonly indicator: string;
  readonly unit: string;
  readonly quarter: Figure;
  readonly year: number;
  readonly main: boolean;
  /** For an indicator that only the metrics table carries: what was achieved. */
  readonly achieved?: number;
}

export interface Manager {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  readonly grade: Grade;
  /** One line: what this person is in the sample for. */
  readonly story: string;
  readonly series?: string;
  readonly since: string;
  readonly trainee?: {
    readonly since: string;
    readonly type: '应届毕业生' | '其他';
    /** 原行员等级: the employee level before the traineeship. */
    readonly level: string;
    /** The exam at its end is held in December: its result stands in the fourth quarter's roster. */
    readonly exam?: '合格' | '不合格';
    /** What the former post was paid a month, both fees together. */
    readonly fees?: number;
  };
  /** From when in the year the grade is held, and the one held before it; without one: none was. */
  readonly appointed?: { readonly since: string; readonly from?: Grade };
  readonly education?: string;
  readonly title?: string;
  readonly entryExam?: string | Four<string>;
  /** The promotion exam is held in November: its result stands in the fourth quarter's roster. */
  readonly promotionExam?: string;
  readonly status?: Four<string>;
  readonly joins?: Quarter;
  readonly customers: readonly Customer[];
  readonly plans: readonly Plan[];
  /** So many more small customers with random figures, far from any threshold. */
  readonly filler?: number;
}

export const UNITS = ['城关支行', '开发区支行', '云溪支行', '港区支行', '江北支行'] as const;
export type Unit = (typeof UNITS)[number];

export const GRADES = {
  senior: '高级客户经理',
  first: '一级客户经理',
  second: '二级客户经理',
  third: '三级客户经理',
  fourth: '四级客户经理',
  trainee: '见习客户经理',
} as const;
export type Grade = keyof typeof GRADES;
