/**
 * What a later quarter needs of this one: `next-quarter.json` in a run's archive. Facts, not judgements, wherever a
 * later policy may judge them anew; ids and amounts in short lists, since a bank has millions of accounts.
 */
import { z } from 'zod';
import type { OffBalance, Portfolio } from './appraisal.ts';
import { isQuarter } from './calendar.ts';
import { type Credited, rowOf, yuanOf } from './credited.ts';
import { type RowChoice, takes } from './measure.ts';
import { Decimal, type Hundredths, plain } from './money.ts';
import { decimalText } from './ratio.ts';
import { sectionVerdict } from './section-verdict.ts';

const quarter = z.string().refine(isQuarter, 'a quarter such as 2026Q3');
const amount = z.string().regex(/^-?\d+\.\d{2}$/, 'an amount with two places');
const ids = z.array(z.string());
const currencyAmount = String.raw`(?:[A-Z]{3} )?-?\d+(?:\.\d+)?`;
/** Exact amounts by currency, yuan without its code: `12345678.90`, `USD 100.5`, `12.00 + USD 100.5`; empty: nothing. */
const amounts = z.string().regex(new RegExp(`^(?:${currencyAmount}(?: \\+ ${currencyAmount})*)?$`));

/** Money with two places, all else exactly. */
const figure = z.string().regex(/^-?\d+\.\d{2,}$/, 'a number with two places or more');
const completion = z.strictObject({ actual: figure.nullable(), target: figure });

const targetRecord = z.strictObject({
  indicator: z.string(),
  main: z.boolean(),
  unit: z.string(),
  quarter: completion,
  year: completion,
  /** Left out: 1. */
  weight: z
    .string()
    .regex(/^\d+(?:\.\d+)?$/)
    .optional(),
});

/** Keyed by the policy's signs: the loans that showed it, and whether the export lacked the columns to tell. */
const signs = z.record(z.string(), z.strictObject({ shown: ids, unknown: z.boolean() }));

/** Customer id; then deposits and loans (end_balance) and settlement of every kind (quarter_amount): the manager's part. */
const customerFigures = z.tuple([z.string(), amounts, amounts, amounts]);

/** Customer id, empty for corrections that name none; then US dollars and yuan of the quarter, at its own rates. */
const customerFlow = z.tuple([z.string(), amount, amount]);

const managerRecord = z.strictObject({
  managerId: z.string(),
  name: z.string(),
  unit: z.string(),
  /** The grade held. */
  grade: z.string(),
  qualifiedGrade: z.string().nullable(),
  /** The highest if every unknown turned out well; archives of before do not say. */
  possibleGrade: z.string().nullable().optional(),
  targets: z.array(targetRecord),
  /** Triggered, under review or unknown; a rule that is not here was clear. */
  warnings: z.array(
    z.strictObject({
      rule: z.string(),
      level: z.string(),
      outcome: z.enum(['triggered', 'review', 'unknown']),
    }),
  ),
  signs,
  /** Ordered by id. A run keeps those of the two quarters before it. */
  customers: z.array(customerFigures),
  /**
   * The part of the customers' loans that is off the balance sheet, by id; left out: nobody can tell, as in archives of
   * before.
   */
  offBalance: z.array(z.tuple([z.string(), amounts])).optional(),
  /** Of the measures that a rule may take over four quarters: what the quarter added. */
  flows: z.record(z.string(), z.array(customerFlow)).optional(),
  /** For the trend: what the sections that speak of managers came to; archives of before do not say. */
  verdicts: z.array(sectionVerdict).optional(),
  /** For the trend: the whole portfolio by the policy's measures. */
  measures: z.array(
    z.strictObject({
      measure: z.string(),
      unit: z.string(),
      quarter: amount.nullable(),
      year: amount.nullable(),
    }),
  ),
});

/** A tranche of deferred pay: the quarter, then what was held, paid and forfeited up to now; null: not known. */
const tranche = z.tuple([quarter, amount.nullable(), amount.nullable(), amount.nullable()]);

/** By manager id: what a section carries on, for everybody it holds anything of. */
const carried = z.array(
  z.strictObject({ managerId: z.string(), claim: amount.nullable(), tranches: z.array(tranche) }),
);

export const quarterRecord = z.strictObject({
  schema: z.literal('rm-appraisal/next-quarter/1'),
  period: quarter,
  /** The bank's first run, as its own package or an earlier quarter's record said. */
  chainStarts: quarter.nullable(),
  /** The appraised managers, by id. */
  managers: z.array(managerRecord),
  /** Managers who were left out, so that what they reached is not known. */
  notAppraised: ids,
  /** By policy and section; left out where no section carries anything on. */
  carried: z.record(z.string(), z.record(z.string(), carried)).optional(),
  /**
   * What the package held, managers who are not appraised and unassigned rows included: to notice later what is gone. A
   * run keeps it of the latest quarter before it.
   */
  exported: z.strictObject({
    accounts: ids,
    loans: ids,
    /** Loan ids of the classification. */
    classified: ids,
    /** Customer id, then the ids of its managers. */
    customers: z.array(z.array(z.string()).min(1)),
  }),
});

export type TargetRecord = z.infer<typeof targetRecord>;
export type CustomerFigures = z.infer<typeof customerFigures>;
export type CarriedRecord = z.infer<typeof carried>[number];
export type CustomerFlow = z.infer<typeof customerFlow>;
export type ManagerRecord = z.infer<typeof managerRecord>;
export type QuarterRecord = z.infer<typeof quarterRecord>;

/** The archived quarters before the package's, in order of period, each once. Quarters may be missing between them. */
export type History = readonly QuarterRecord[];

const domestic = 'CNY';
type AmountsByCurrency = ReadonlyMap<string, Decimal>;

/** `12.00 + USD 100.5` by currency. */
export function readAmounts(text: string): AmountsByCurrency {
  const read = new Map<string, Decimal>();
  for (const part of text === '' ? [] : text.split(' + ')) {
    const [first = '', second] = part.split(' ');
    if (second === undefined) read.set(domestic, new Decimal(first));
    else read.set(first, new Decimal(second));
  }
  return read;
}

/** Yuan first, then the other currencies by code. */
export const writeAmounts = (amounts: AmountsByCurrency): string =>
  [...amounts]
    .map(([currency, value]) => (currency === domestic ? value.toFixed(2) : `${currency} ${value.toFixed()}`))
    .sort()
    .join(' + ');

type Balances = 'deposits' | 'loans' | 'settlement';
const columns = { deposits: 'end_balance', loans: 'end_balance', settlement: 'quarter_amount' } as const;

/** A customer's amounts in their own currencies, so that a later quarter can take them at its own rates. */
interface Own {
  /** Nearly every amount, and added up as such. */
  yuan: Hundredths | null;
  /** Null: none, as of nearly every customer. */
  others: Map<string, Decimal> | null;
}
const noAmounts = (): Own => ({ yuan: null, others: null });

/** Adds the manager's part of a row. */
function addTo(own: Own, credited: Credited<Balances>, column: string): void {
  const { currency, exported, share } = rowOf(credited);
  if (currency === domestic) {
    own.yuan = (own.yuan ?? 0n) + (yuanOf(credited)[column] ?? 0n);
    return;
  }
  const whole = exported?.[column];
  if (whole === undefined) throw new Error(`no exported ${column} in a row of currency ${currency}`);
  own.others ??= new Map();
  own.others.set(
    currency,
    (own.others.get(currency) ?? new Decimal('0')).plus(new Decimal(whole).times(decimalText(share))),
  );
}

/** `12.00 + USD 100.5` less `USD 100.5`, exactly. */
export const lessAmounts = (all: string, part: string): string => {
  const rest = new Map(readAmounts(all));
  for (const [currency, amount] of readAmounts(part))
    rest.set(currency, (rest.get(currency) ?? new Decimal('0')).minus(amount));
  return writeAmounts(rest);
};

/** What of each customer's credit items the choice leaves out; null: the column that would say so is missing. */
export function leftOutOf(choice: RowChoice, { loans }: Portfolio): OffBalance | null {
  const byCustomer = new Map<string, Own>();
  for (const credited of loans) {
    const row = rowOf(credited);
    const taken = takes(choice, row);
    if (taken === null) return null;
    if (taken) continue;
    const id = row.customer_id;
    const own = byCustomer.get(id) ?? noAmounts();
    byCustomer.set(id, own);
    addTo(own, credited, columns.loans);
  }
  return [...byCustomer].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => [id, written(own)]);
}

function written({ yuan, others }: Own): string {
  const inYuan = yuan === null ? '' : plain(yuan);
  if (others === null) return inYuan;
  return [inYuan, writeAmounts(others)].filter((text) => text !== '').join(' + ');
}

/**
 * Every customer's figures as the record keeps them, by id. The running quarter is compared in this form too: a rule
 * over time must not see a decline that is only a difference of rounding.
 */
export function figuresOfCustomers(portfolio: Portfolio): CustomerFigures[] {
  const byCustomer = new Map<string, Record<Balances, Own>>();
  for (const table of ['deposits', 'loans', 'settlement'] as const) {
    for (const credited of portfolio[table] as readonly Credited<Balances>[]) {
      const id = rowOf(credited).customer_id;
      let of = byCustomer.get(id);
      if (of === undefined) {
        of = { deposits: noAmounts(), loans: noAmounts(), settlement: noAmounts() };
        byCustomer.set(id, of);
      }
      addTo(of[table], credited, columns[table]);
    }
  }
  return [...byCustomer]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { deposits, loans, settlement }]) => [
      id,
      written(deposits),
      written(loans),
      written(settlement),
    ]);
}
