/**
 * Rows credited to managers. Nearly every row of a bank is wholly one manager's, in yuan: it stands for itself. Any other
 * stands beside what the manager has of it.
 */
import type { Hundredths } from './money.ts';
import type { Row } from './package.ts';
import type { RowOrigin } from './table.ts';

/** Keyed by amount column; null: the column is missing. */
export type Amounts = Readonly<Record<string, Hundredths | null>>;

/** A row with the manager's own part of each amount. */
export interface Part<R extends RowOrigin> {
  readonly row: R;
  readonly yuan: Amounts;
  /** The same in US dollars, for settlement; null elsewhere. */
  readonly dollars: Amounts | null;
}

export type Credited<T extends 'deposits' | 'loans' | 'settlement' | 'classification'> =
  | Row<T>
  | Part<Row<T>>;

type AnyCredited = RowOrigin | Part<RowOrigin>;
type Whole<C extends AnyCredited> = C extends Part<infer R> ? R : C;

/** Asked millions of times, of rows of many shapes: for these a value is read five times as fast as `in` is answered. */
const isPart = (credited: AnyCredited): credited is Part<RowOrigin> =>
  (credited as Partial<Part<RowOrigin>>).yuan !== undefined;

export const rowOf = <C extends AnyCredited>(credited: C): Whole<C> =>
  (isPart(credited) ? credited.row : credited) as Whole<C>;

/** The manager's part in yuan. */
export const yuanOf = (credited: AnyCredited): Amounts =>
  isPart(credited) ? credited.yuan : (credited as unknown as Amounts);

/** The same in US dollars; null: it is no settlement. */
export const dollarsOf = (credited: AnyCredited): Amounts | null =>
  isPart(credited) ? credited.dollars : null;

export const rowsIn = <L extends readonly AnyCredited[]>(credited: L): Whole<L[number]>[] =>
  credited.map((each: L[number]) => rowOf(each));
