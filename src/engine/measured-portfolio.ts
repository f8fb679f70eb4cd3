/**
 * A manager's portfolio measured: the totals of each customer and of the whole by the policy's measures. Sums are made
 * once per measure and basis; the rows behind a figure are only looked up when they are asked for.
 */
import type { Credited, Portfolio } from '../model/appraisal.ts';
import { type RowsBehind, rowsFound } from '../model/fact.ts';
import { type Basis, type RowChoice, takes, weightOf } from '../model/measure.ts';
import { type Decimal, type Hundredths, sum, toDecimal, toHundredths } from '../model/money.ts';
import type { Row } from '../model/package.ts';
import type { MeasureSpec } from '../model/policy/measures.ts';
import { weighted } from '../model/ratio.ts';
import type { Parameters } from '../policy/parameters.ts';

/** Keyed by customer; null: a column that the figure needs is missing. */
type ByCustomer = ReadonlyMap<string, Hundredths | null>;

/** The unit a whole portfolio is measured in: settlement in US dollars, the rest in yuan. */
export const measureUnit = (spec: MeasureSpec | undefined): string =>
  spec?.table === 'settlement' ? 'USD' : 'CNY';

interface Figure {
  /** Null: cannot be told. */
  readonly total: Hundredths | null;
  /** The largest single customer; null where no customer counts. */
  readonly largest: { readonly customerId: string; readonly value: Hundredths } | null;
  readonly rows: RowsBehind;
}

export interface MeasuredPortfolio {
  readonly portfolio: Portfolio;
  /** Customers with deposits, loans or settlement on the books, by id, with their names. */
  readonly customers: ReadonlyMap<string, string>;
  /** A customer's own figure; 0 where it has no rows; null: cannot be told. */
  customer(measure: string, basis: Basis, customerId: string): Hundredths | null;
  /** The same, for callers that ask about many customers. */
  customersBy(measure: string, basis: Basis, unit?: string): (customerId: string) => Hundredths | null;
  /**
   * The manager's figure over the customers that `counts` keeps (all without it). Corrections that name no customer are
   * added to the total only. `unit` USD takes settlement in dollars, row by row.
   */
  figure(measure: string, basis: Basis, unit: string, counts?: Counts): Figure;
}

/** Whether a customer counts; null: cannot be told. */
export type Counts = (customerId: string) => boolean | null;

export const everyone: Counts = () => true;
export const only =
  (customer: string): Counts =>
  (customerId) =>
    customerId === customer;
/** Those whose figure reaches a bound. */
export const reaching =
  (bound: Hundredths, figure: (customerId: string) => Hundredths | null): Counts =>
  (customerId) => {
    const value = figure(customerId);
    return value === null ? null : value >= bound;
  };

type Business = 'deposits' | 'loans' | 'settlement';
type AnyCredited = Credited<Business>;

const onlyIs = (only: MeasureSpec['only']): RowChoice['only'] =>
  only?.is === undefined ? null : { column: only.column, is: only.is };

/** The rows that a measure takes, with the words and weights in force. */
export const choiceOf = ({ only, without, weighted }: MeasureSpec, parameters: Parameters): RowChoice => ({
  only:
    only?.words === undefined ? onlyIs(only) : { column: only.column, words: parameters.words(only.words) },
  without: without
    ? {
        column: without.column,
        words: parameters.words(without.words),
        unless: without.unless === undefined ? [] : parameters.words(without.unless),
      }
    : null,
  weighted: weighted
    ? {
        column: weighted.column,
        by: weighted.by.map(({ words, weight }) => ({
          words: parameters.words(words),
          weight: parameters.ratio(weight),
        })),
      }
    : null,
});

const rowsOf = (spec: MeasureSpec, portfolio: Portfolio): readonly AnyCredited[] =>
  portfolio[spec.table] as readonly AnyCredited[];

const corrections = (spec: MeasureSpec, basis: Basis, { adjustments }: Portfolio): Row<'adjustments'>[] =>
  adjustments.filter(
    (row) => row.indicator === spec.indicator && (row.basis === null || row.basis === basis),
  );

interface FigureOf {
  readonly spec: MeasureSpec;
  readonly basis: Basis;
  readonly counts: Counts;
  readonly portfolio: Portfolio;
  readonly parameters: Parameters;
}

/** Outside the closure over the sums, so that they can be freed once the manager is appraised. */
const rowsOfFigure = ({ spec, basis, counts, portfolio, parameters }: FigureOf): RowsBehind =>
  rowsFound(() => {
    const choice = choiceOf(spec, parameters);
    const rows = rowsOf(spec, portfolio)
      .map(({ row }) => row)
      .filter((row) => takes(choice, row) !== false && counts(row.customer_id) !== false);
    const corrected = corrections(spec, basis, portfolio).filter(
      (row) => !row.customer_id || counts(row.customer_id) !== false,
    );
    return [
      { table: spec.table, rows },
      ...(corrected.length > 0 ? [{ table: 'adjustments' as const, rows: corrected }] : []),
    ];
  });

/** The policy's word for a column may name none of amounts. */
const amountIn = (amounts: AnyCredited['dollars'], column: string): Hundredths | null => {
  const amount = amounts?.[column];
  return typeof amount === 'bigint' ? amount : null;
};

const figureIn =
  (figures: ByCustomer) =>
  (customerId: string): Hundredths | null => {
    const found = figures.get(customerId);
    return found === undefined ? 0n : found;
  };

/** `dollar`: yuan for one US dollar, needed where settlement is corrected. */
export function measuredPortfolio(
  portfolio: Portfolio,
  measures: Readonly<Record<string, MeasureSpec>>,
  parameters: Parameters,
  dollar: Decimal | null,
): MeasuredPortfolio {
  const specOf = (measure: string): MeasureSpec => {
    const spec = measures[measure];
    if (!spec) throw new Error(`no measure ${measure}`);
    return spec;
  };

  /** A correction of settlement is in US dollars, any other in yuan. */
  const corrected = (row: Row<'adjustments'>, spec: MeasureSpec, unit: string): Hundredths => {
    if (spec.table !== 'settlement' || unit === 'USD') return row.amount;
    if (!dollar) throw new Error('settlement is corrected, and there is no dollar rate');
    return toHundredths(toDecimal(row.amount).times(dollar));
  };

  // Asked for once for every customer, rule and grade: nothing is put together to look a sum up.
  const sums: Record<Basis, Map<string, Map<string, ByCustomer>>> = { quarter: new Map(), year: new Map() };
  const byCustomer = (measure: string, basis: Basis, unit: string): ByCustomer => {
    const ofUnit = sums[basis].get(unit) ?? new Map<string, ByCustomer>();
    const known = ofUnit.get(measure);
    if (known) return known;
    sums[basis].set(unit, ofUnit);
    const spec = specOf(measure);
    const { add, subtract } = spec[basis];
    const choice = choiceOf(spec, parameters);
    const totals = new Map<string, Hundredths | null>();
    const put = (customer: string, amount: Hundredths | null): void => {
      const before = totals.get(customer);
      totals.set(customer, before === null || amount === null ? null : (before ?? 0n) + amount);
    };
    for (const each of rowsOf(spec, portfolio)) {
      const counted = takes(choice, each.row);
      if (counted === false) continue;
      const amounts = unit === 'USD' ? each.dollars : each.yuan;
      const added = amountIn(amounts, add);
      const subtracted = subtract === undefined ? 0n : amountIn(amounts, subtract);
      const whole = counted === null || added === null || subtracted === null ? null : added - subtracted;
      put(each.row.customer_id, choice.weighted ? weighted(whole, weightOf(choice, each.row)) : whole);
    }
    for (const row of corrections(spec, basis, portfolio))
      if (row.customer_id) put(row.customer_id, corrected(row, spec, unit));
    ofUnit.set(measure, totals);
    return totals;
  };

  const customers = new Map<string, string>();
  for (const table of ['deposits', 'loans', 'settlement'] as const)
    for (const { row } of portfolio[table] as readonly AnyCredited[])
      customers.set(row.customer_id, customers.get(row.customer_id) || (row.customer_name ?? ''));

  const customersBy = (measure: string, basis: Basis, unit = 'CNY') =>
    figureIn(byCustomer(measure, basis, unit));

  return {
    portfolio,
    customers: new Map([...customers].sort(([a], [b]) => (a < b ? -1 : 1))),
    customer: (measure, basis, customerId) => customersBy(measure, basis)(customerId),
    customersBy,
    figure: (measure, basis, unit, counts = everyone) => {
      const spec = specOf(measure);
      let total: Hundredths | null = 0n;
      let largest: Figure['largest'] = null;
      for (const [customerId, known] of byCustomer(measure, basis, unit)) {
        const counted = counts(customerId);
        if (counted === false) continue;
        const value = counted === null ? null : known;
        total = total === null || value === null ? null : total + value;
        if (
          value !== null &&
          (largest === null ||
            value > largest.value ||
            (value === largest.value && customerId < largest.customerId))
        )
          largest = { customerId, value };
      }
      const general = corrections(spec, basis, portfolio).filter((row) => !row.customer_id);
      if (total !== null) total += sum(general.map((row) => corrected(row, spec, unit)));
      return { total, largest, rows: rowsOfFigure({ spec, basis, counts, portfolio, parameters }) };
    },
  };
}
