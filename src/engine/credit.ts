/**
 * Credits every row to its manager: one portfolio per manager. The rows of a shared account each repeat the whole; in
 * ascending manager id a part is the rounded running total less the one before, so that the parts add up to the cent.
 */
import { accountKey } from '../model/account.ts';
import type { Portfolio } from '../model/appraisal.ts';
import { type Amounts, type Credited, rowOf } from '../model/credited.ts';
import { type Decimal, divideHalfUp, type Hundredths, quotientOf } from '../model/money.ts';
import type { QuarterPackage, Row } from '../model/package.ts';
import { isEqual, one, plus, type Ratio, zero } from '../model/ratio.ts';
import { compareRows } from './order.ts';
import { partOf, type Span } from './parting.ts';

const amountColumns = {
  deposits: ['year_avg', 'prior_year_avg', 'quarter_avg', 'end_balance'],
  loans: ['year_avg', 'quarter_avg', 'end_balance', 'overdue_amount', 'arrears_amount', 'advance_amount'],
  settlement: ['quarter_amount', 'year_amount'],
  classification: ['balance', 'prior_balance'],
} as const;
export type AmountTable = keyof typeof amountColumns;
export const amountTables = Object.keys(amountColumns) as AmountTable[];

type Shared = Row<'deposits'> | Row<'loans'> | Row<'settlement'>;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** US dollars of a yuan amount at the package's own rate, half-up to the cent, rounded once. */
function dollarConverter(rate: Decimal): (yuan: Hundredths) => Hundredths {
  const { n, d } = quotientOf(rate);
  return (yuan) => divideHalfUp(yuan * d, n);
}

const amountsOf = (
  row: Amounts,
  columns: readonly string[],
  convert: (amount: Hundredths) => Hundredths,
): Amounts =>
  Object.fromEntries(
    columns.map((column) => {
      const value = row[column] ?? null;
      return [column, value === null ? null : convert(value)];
    }),
  );

/** Every row with its manager's part of the amounts; blank manager ids stay blank. */
function credited<T extends 'deposits' | 'loans' | 'settlement'>(
  pkg: QuarterPackage,
  table: T,
): Credited<T>[] {
  const columns = amountColumns[table];
  const dollarRate = table === 'settlement' ? (pkg.rates.get('USD') ?? null) : null;
  const toDollars = dollarRate === null ? null : dollarConverter(dollarRate);
  const running = new Map<string, Ratio>();
  const parts = new Map<Shared, Span>();
  const rows = pkg.tables[table] as readonly Shared[];
  const shared = rows.filter((row) => !isEqual(row.share, one));
  for (const row of shared.toSorted((a, b) => byText(a.manager_id, b.manager_id))) {
    const key = (accountKey[table] as (row: Shared) => string)(row);
    const before = running.get(key) ?? zero;
    const after = plus(before, row.share);
    running.set(key, after);
    parts.set(row, { before, after });
  }
  return rows.map((row) => {
    const yuan = row as unknown as Amounts;
    const dollars = toDollars && amountsOf(yuan, columns, toDollars);
    const between = parts.get(row);
    const own = row as Row<T>;
    if (between === undefined) return dollars === null ? own : { row: own, yuan, dollars };
    const part = (amount: Hundredths): Hundredths => partOf(between, amount);
    return {
      row: own,
      yuan: amountsOf(yuan, columns, part),
      dollars: dollars && amountsOf(dollars, columns, part),
    };
  });
}

export interface CreditedRows {
  readonly deposits: readonly Credited<'deposits'>[];
  readonly loans: readonly Credited<'loans'>[];
  readonly settlement: readonly Credited<'settlement'>[];
  readonly classification: readonly Row<'classification'>[];
}

/** All amount rows of the package, credited. */
export const creditRows = (pkg: QuarterPackage): CreditedRows => ({
  deposits: credited(pkg, 'deposits'),
  loans: credited(pkg, 'loans'),
  settlement: credited(pkg, 'settlement'),
  classification: pkg.tables.classification,
});

/**
 * Whether a row is the first of its account, whose whole every manager's row repeats. Whoever has no share is never the
 * first: another row of the account has one.
 */
export const firstOfAccount = (table: AmountTable): ((row: object) => boolean) => {
  if (table === 'classification') return () => true;
  const seen = new Set<string>();
  return (row) => {
    const shared = row as Shared;
    if (isEqual(shared.share, one)) return true;
    if (isEqual(shared.share, zero)) return false;
    const key = (accountKey[table] as (row: Shared) => string)(shared);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
};

/** The tables whose rows go to their manager as they are. */
const recordTables = [
  'targets',
  'metrics',
  'events',
  'reviews',
  'adjustments',
  'scores',
  'collections',
  'activities',
  'attendance',
] as const;

/** A manager whom no row names. */
export const emptyPortfolio = (): { [K in keyof Portfolio]: Portfolio[K][number][] } => ({
  deposits: [],
  loans: [],
  settlement: [],
  classification: [],
  targets: [],
  metrics: [],
  events: [],
  reviews: [],
  adjustments: [],
  scores: [],
  collections: [],
  activities: [],
  attendance: [],
});

function sortRows(portfolio: ReturnType<typeof emptyPortfolio>): void {
  for (const table of amountTables) {
    const compare = compareRows(table);
    portfolio[table].sort((a, b) => compare(rowOf(a), rowOf(b)));
  }
  for (const table of recordTables) portfolio[table].sort(compareRows(table));
}

/** One portfolio per manager id that any row names; its rows in the order of what they say. */
export function portfolios(pkg: QuarterPackage, rows: CreditedRows): ReadonlyMap<string, Portfolio> {
  const byManager = new Map<string, ReturnType<typeof emptyPortfolio>>();
  const of = (manager: string) => {
    const found = byManager.get(manager) ?? emptyPortfolio();
    byManager.set(manager, found);
    return found;
  };
  for (const each of rows.deposits) of(rowOf(each).manager_id).deposits.push(each);
  for (const each of rows.loans) of(rowOf(each).manager_id).loans.push(each);
  for (const each of rows.settlement) of(rowOf(each).manager_id).settlement.push(each);
  for (const each of rows.classification) of(rowOf(each).manager_id).classification.push(each);
  for (const table of recordTables)
    for (const row of pkg.tables[table]) (of(row.manager_id)[table] as unknown[]).push(row);
  for (const portfolio of byManager.values()) sortRows(portfolio);
  return byManager;
}
