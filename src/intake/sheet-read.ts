/** What a sheet is read with (period, rates, roster), and the result of reading it. */
import type { Quarter } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading, Row, Suggestion } from '../model/package.ts';
import type { DeclaredWords } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import type { BankProfile } from './profile/profile.ts';
import type { Rates } from './rates.ts';
import type { Roster } from './roster.ts';
import type { RowSums } from './row-sums.ts';

/** What reading a table needs to know of the rest of the package. */
export interface Surroundings {
  readonly period: Quarter;
  readonly rates: Rates;
  /** The words that the policies declare. */
  readonly declared: DeclaredWords;
  /** What the bank's own words mean. */
  readonly profile: BankProfile;
  /** null while the roster itself is read, and where there is none. */
  readonly roster: Roster | null;
  /** What sums the sheet up. */
  readonly sums: RowSums;
  onRows(count: number): void;
  readonly report: (problem: Diagnostic) => void;
}

export interface SheetRead<T extends TableId> {
  readonly rows: readonly Row<T>[];
  /** Dated entries of after the quarter: no part of it. */
  readonly late: readonly Row<T>[];
  readonly reading: Reading | null;
  readonly suggestions: readonly Suggestion[];
  /** Managers named by any row, also by one in error. */
  readonly managers: ReadonlySet<string>;
}
