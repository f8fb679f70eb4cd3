/** What a manager's rows and adjustments come to: by measure and customer, and for the whole portfolio. */
import type { Credited, ManagerAppraisal } from '../../model/appraisal.ts';
import type { MeasureInForce } from '../../model/in-force.ts';
import { takes, weightOf } from '../../model/measure.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import type { Row } from '../../model/package.ts';
import { times, toWhole, weighted } from '../../model/ratio.ts';
import { within } from '../findings.ts';
import type { Occasion } from './occasion.ts';

export type Table = MeasureInForce['table'];
export type Basis = 'quarter' | 'year';
export type Adjustment = Row<'adjustments'>;

/** A measure in one currency: a column of 客户. */
export interface Sum {
  readonly key: string;
  readonly measure: MeasureInForce;
  readonly unit: string;
}

export interface CustomerLine {
  readonly id: string;
  readonly name: string;
  /** Of the year, by the key of the sum; null: not known. */
  readonly sums: ReadonlyMap<string, Hundredths | null>;
}

export const sumKey = (measure: string, unit: string): string => `sum-${measure}-${unit}`;

export interface Sums {
  readonly measureOf: (id: string) => MeasureInForce | undefined;
  readonly columns: readonly Sum[];
  /** By id. */
  readonly customers: readonly CustomerLine[];
  /** The measures that count rows by weights. */
  readonly weighted: Readonly<Record<Table, readonly MeasureInForce[]>>;
  /** The measures that leave out some of the manager's rows of a table. */
  readonly choosy: Readonly<Record<Table, readonly MeasureInForce[]>>;
  readonly hasRows: (table: Table) => boolean;
  /** The adjustments that name a customer, and those that do not. */
  readonly named: readonly Adjustment[];
  readonly general: readonly Adjustment[];
  /** An adjustment as it enters a figure: settlement is adjusted in dollars. */
  readonly corrected: (row: Adjustment, measure: MeasureInForce, unit: string) => Hundredths;
  readonly portfolio: (
    measure: MeasureInForce,
    unit: string,
    basis: Basis,
    adjustments: readonly Adjustment[],
  ) => Hundredths | null;
}

export const concerns = (row: Adjustment, measure: MeasureInForce, basis: Basis): boolean =>
  row.indicator === measure.indicator && (row.basis === null || row.basis === basis);

/** One row's part of a figure; null: not known. */
function amountOf(
  each: Credited<Table>,
  measure: MeasureInForce,
  unit: string,
  basis: Basis,
): Hundredths | null {
  const taken = takes(measure, each.row);
  if (taken === false) return 0n;
  const { add, subtract } = measure[basis];
  const amounts = unit === 'USD' ? each.dollars : each.yuan;
  const added = amounts?.[add] ?? null;
  const subtracted = subtract === undefined ? 0n : (amounts?.[subtract] ?? null);
  const whole = taken === null || added === null || subtracted === null ? null : added - subtracted;
  return measure.weighted ? weighted(whole, weightOf(measure, each.row)) : whole;
}

/** Null as soon as one is not known. */
const total = (amounts: readonly (Hundredths | null)[]): Hundredths | null =>
  amounts.includes(null) ? null : sum(amounts as readonly Hundredths[]);

interface Judged {
  readonly appraised: ManagerAppraisal;
  readonly appraisal: Occasion;
}

/** The measures, each in its own currency and in those that the grades count it in. */
function columnsOf({ appraised, appraisal }: Judged): Sum[] {
  const { measures } = appraisal.policy;
  const columns = new Map<string, Sum>();
  const want = (id: string, unit: string): void => {
    const measure = measures.find((each) => each.id === id);
    const key = sumKey(id, unit);
    if (measure !== undefined && !columns.has(key)) columns.set(key, { key, measure, unit });
  };
  for (const { id, unit } of measures) want(id, unit);
  const rules = [appraised.floor, ...appraised.grades.flatMap((grade) => grade.rules)];
  for (const { observed } of rules.flatMap(within)) {
    if (observed?.origin.kind !== 'measure' || observed.quantity?.kind !== 'amount') continue;
    want(observed.origin.measure, observed.quantity.unit);
    if (observed.origin.customersBy !== null) want(observed.origin.customersBy, 'CNY');
  }
  return [...columns.values()];
}

export function sumsOf(view: Judged): Sums {
  const { portfolio, customers: known } = view.appraised;
  const { measures } = view.appraisal.policy;
  const { dollar } = view.appraisal;
  const rowsOf = (table: Table) => portfolio[table] as readonly Credited<Table>[];
  const choosy = (table: Table): MeasureInForce[] =>
    measures.filter(
      (measure) => measure.table === table && rowsOf(table).some(({ row }) => takes(measure, row) === false),
    );
  const weightedOf = (table: Table): MeasureInForce[] =>
    measures.filter((measure) => measure.table === table && measure.weighted !== null);
  const corrected: Sums['corrected'] = (row, measure, unit) =>
    measure.table !== 'settlement' || unit === 'USD' || dollar === null
      ? row.amount
      : toWhole(times(dollar, row.amount));

  const columns = columnsOf(view);
  const named = portfolio.adjustments.filter((row) => row.customer_id);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  for (const table of ['deposits', 'loans', 'settlement'] as const)
    for (const { row } of rowsOf(table))
      names.set(row.customer_id, names.get(row.customer_id) || (row.customer_name ?? ''));
  for (const { customer_id: id } of named) if (id && !names.has(id)) names.set(id, '');

  const lines = new Map<string, Map<string, Hundredths | null>>(
    [...names.keys()].map((id) => [id, new Map(columns.map(({ key }) => [key, 0n]))]),
  );
  const put = (id: string | null, key: string, amount: Hundredths | null): void => {
    const line = lines.get(id ?? '');
    const before = line?.get(key) ?? null;
    line?.set(key, before === null || amount === null ? null : before + amount);
  };
  for (const { key, measure, unit } of columns) {
    for (const each of rowsOf(measure.table))
      put(each.row.customer_id, key, amountOf(each, measure, unit, 'year'));
    for (const row of named)
      if (concerns(row, measure, 'year')) put(row.customer_id, key, corrected(row, measure, unit));
  }

  return {
    measureOf: (id) => measures.find((each) => each.id === id),
    columns,
    customers: [...names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, name]) => ({ id, name, sums: lines.get(id) ?? new Map() })),
    choosy: { deposits: choosy('deposits'), loans: choosy('loans'), settlement: choosy('settlement') },
    weighted: {
      deposits: weightedOf('deposits'),
      loans: weightedOf('loans'),
      settlement: weightedOf('settlement'),
    },
    hasRows: (table) => rowsOf(table).length > 0,
    named,
    general: portfolio.adjustments.filter((row) => !row.customer_id),
    corrected,
    portfolio: (measure, unit, basis, adjustments) =>
      total([
        ...rowsOf(measure.table).map((each) => amountOf(each, measure, unit, basis)),
        ...adjustments
          .filter((row) => concerns(row, measure, basis))
          .map((row) => corrected(row, measure, unit)),
      ]),
  };
}
