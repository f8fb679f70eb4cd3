/**
 * A manager's portfolio measured: the totals of each customer and of the whole by the policy's measures. Sums are made
 * once per measure and basis; the rows behind a figure are only looked up when they are asked for.
 */
import type { Portfolio } from '../model/appraisal.ts';
import { rowOf, rowsIn } from '../model/credited.ts';
import { type RowsBehind, rowsFound, toCents } from '../model/fact.ts';
import { type Basis, takes } from '../model/measure.ts';
import { type Decimal, type Hundredths, sum, toDecimal, toHundredths } from '../model/money.ts';
import type { Row } from '../model/package.ts';
import type { MeasureSpec } from '../model/policy/measures.ts';
import type { RowOrigin } from '../model/table.ts';
import type { Parameters } from '../policy/parameters.ts';
import { type AnyCredited, addAmount, choiceOf, sumsOf } from './customer-sums.ts';
import { partOf } from './parting.ts';
import type { ManagerTeams, Member } from './teams.ts';

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
  /** The rows behind such a figure. */
  rows(measure: string, basis: Basis, counts?: Counts): RowsBehind;
  /** By customer id: what the manager has by the assignments; empty for a measure that is not credited by them. */
  assigned(measure: string, basis: Basis, unit: string): readonly AssignedPart[];
}

/** A manager's part of a customer by the assignments. */
export interface AssignedPart {
  readonly customerId: string;
  readonly member: Member;
  /** What there is to part, and the part, in hundredths of the unit; null: cannot be told. */
  readonly whole: Hundredths | null;
  readonly part: Hundredths | null;
  readonly rows: RowsBehind;
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

const creditedIn = (spec: MeasureSpec, portfolio: Portfolio): readonly AnyCredited[] =>
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
  readonly teams: ManagerTeams;
}

/** The manager's own rows of a measure's table; of one by assignments, those of customers who have none. */
const ownRowsOf = (spec: MeasureSpec, portfolio: Portfolio, teams: ManagerTeams): readonly AnyCredited[] =>
  spec.assigned
    ? creditedIn(spec, portfolio).filter((each) => !teams.isAssigned(rowOf(each).customer_id))
    : creditedIn(spec, portfolio);

/** What a manager's part by the assignments rests on: the customers' rows, and the manager's own assignments. */
function assignedRows({ spec, basis, counts, teams }: FigureOf) {
  const parts = spec.assigned ? teams.parts(spec.assigned, basis) : [];
  const own = new Map(
    parts
      .filter(({ customerId }) => counts(customerId) !== false)
      .map((each) => [each.customerId, each.member]),
  );
  return {
    rows: teams.rows(spec.table).filter((each) => own.has(rowOf(each).customer_id)),
    assignments: [...own.values()].flatMap(({ rows }) => rows),
  };
}

const rowsOfCustomer = ({ table }: MeasureSpec, customerId: string, teams: ManagerTeams): RowsBehind =>
  rowsFound(() => [
    {
      table,
      rows: rowsIn(teams.rows(table)).filter((row) => row.customer_id === customerId),
    },
  ]);

/** Outside the closure over the sums, so that they can be freed once the manager is appraised. */
const rowsOfFigure = (figure: FigureOf): RowsBehind =>
  rowsFound(() => {
    const { spec, basis, counts, portfolio, parameters, teams } = figure;
    const choice = choiceOf(spec, parameters);
    const assigned = spec.assigned ? assignedRows(figure) : { rows: [], assignments: [] };
    const rows: RowOrigin[] = [];
    for (const some of [ownRowsOf(spec, portfolio, teams), assigned.rows]) {
      // The rows of a customer stand together.
      let customer: string | null = null;
      let isCounted = false;
      for (const row of rowsIn(some)) {
        if (row.customer_id !== customer) isCounted = counts(row.customer_id) !== false;
        customer = row.customer_id;
        if (isCounted && takes(choice, row) !== false) rows.push(row);
      }
    }
    const corrected = corrections(spec, basis, portfolio).filter(
      (row) => !row.customer_id || counts(row.customer_id) !== false,
    );
    return [
      { table: spec.table, rows },
      ...(assigned.assignments.length > 0
        ? [{ table: 'assignments' as const, rows: assigned.assignments }]
        : []),
      ...(corrected.length > 0 ? [{ table: 'adjustments' as const, rows: corrected }] : []),
    ];
  });

const figureIn =
  (figures: ByCustomer) =>
  (customerId: string): Hundredths | null => {
    const found = figures.get(customerId);
    return found === undefined ? 0n : found;
  };

/** `dollar`: yuan for one US dollar, needed where settlement is corrected. `teams`: what the manager has a part of. */
export function measuredPortfolio(
  portfolio: Portfolio,
  measures: Readonly<Record<string, MeasureSpec>>,
  parameters: Parameters,
  dollar: Decimal | null,
  teams: ManagerTeams,
): MeasuredPortfolio {
  const specOf = (measure: string): MeasureSpec => {
    const spec = measures[measure];
    if (!spec) throw new Error(`no measure ${measure}`);
    return spec;
  };

  /** A correction of settlement is in US dollars, any other in yuan. */
  const corrected = (row: Row<'adjustments'>, spec: MeasureSpec, unit: string): Hundredths => {
    if (spec.table !== 'settlement' || unit === 'USD') return toCents(row.amount);
    if (!dollar) throw new Error('settlement is corrected, and there is no dollar rate');
    return toHundredths(toDecimal(toCents(row.amount)).times(dollar));
  };

  const assigned: MeasuredPortfolio['assigned'] = (measure, basis, unit) => {
    const spec = specOf(measure);
    const parts = spec.assigned ? teams.parts(spec.assigned, basis) : [];
    return parts.map(({ customerId, member }) => {
      const whole = teams.whole(measure, { spec, basis, unit, parameters }, customerId);
      const part = whole === null ? null : partOf(member, whole);
      return { customerId, member, whole, part, rows: rowsOfCustomer(spec, customerId, teams) };
    });
  };

  // Asked for once for every customer, rule and grade: nothing is put together to look a sum up.
  const sums: Record<Basis, Map<string, Map<string, ByCustomer>>> = { quarter: new Map(), year: new Map() };
  const byCustomer = (measure: string, basis: Basis, unit: string): ByCustomer => {
    const ofUnit = sums[basis].get(unit) ?? new Map<string, ByCustomer>();
    const known = ofUnit.get(measure);
    if (known) return known;
    sums[basis].set(unit, ofUnit);
    const spec = specOf(measure);
    const asked = { spec, basis, unit, parameters };
    const totals = sumsOf(ownRowsOf(spec, portfolio, teams), asked);
    for (const { customerId, part } of assigned(measure, basis, unit)) totals.set(customerId, part);
    for (const row of corrections(spec, basis, portfolio))
      if (row.customer_id) addAmount(totals, row.customer_id, corrected(row, spec, unit));
    ofUnit.set(measure, totals);
    return totals;
  };

  const customers = new Map<string, string>();
  for (const table of ['deposits', 'loans', 'settlement'] as const)
    for (const row of rowsIn(portfolio[table]))
      customers.set(row.customer_id, customers.get(row.customer_id) || (row.customer_name ?? ''));
  for (const spec of Object.values(measures)) {
    if (!spec.assigned) continue;
    const own = new Set(teams.parts(spec.assigned, 'year').map(({ customerId }) => customerId));
    for (const row of rowsIn(teams.rows(spec.table)))
      if (own.has(row.customer_id))
        customers.set(row.customer_id, customers.get(row.customer_id) || (row.customer_name ?? ''));
  }

  const isUnknown = (measure: string): boolean => specOf(measure).assigned !== undefined && !teams.known;
  const customersBy = (measure: string, basis: Basis, unit = 'CNY') =>
    isUnknown(measure) ? () => null : figureIn(byCustomer(measure, basis, unit));

  return {
    portfolio,
    customers: new Map([...customers].sort(([a], [b]) => (a < b ? -1 : 1))),
    customer: (measure, basis, customerId) => customersBy(measure, basis)(customerId),
    customersBy,
    assigned,
    figure: (measure, basis, unit, counts = everyone) => {
      const spec = specOf(measure);
      let total: Hundredths | null = isUnknown(measure) ? null : 0n;
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
      return { total, largest };
    },
    rows: (measure, basis, counts = everyone) =>
      rowsOfFigure({ spec: specOf(measure), basis, counts, portfolio, parameters, teams }),
  };
}
