/** What the readers of one sheet share: the row that is being read, and what it is read against. */
import type { Day } from '../../model/calendar.ts';
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import type { DeclaredWords, FileColumn, TableOfFiles } from '../../model/table.ts';
import { type Cell, textOf } from '../files/sheet.ts';
import type { BankProfile } from '../profile/profile.ts';
import type { Rates } from '../rates.ts';
import type { Roster } from '../roster.ts';
import type { SheetUnits } from '../sheet-units.ts';
import type { Printed } from '../totals.ts';
import type { Unit } from '../units.ts';

/** The row that is being read. */
export interface RowState {
  number: number;
  manager: string;
  /** null: not known, since its cell is in error. */
  currency: string | null;
  /** The row's own `unit` cell. */
  unit: Unit | null;
  indicator: string | null;
  failed: boolean;
  /** A currency without a rate keeps the row out; it is reported once for the sheet. */
  unrated: string | null;
  /** A name that several managers have, in place of an id; likewise. */
  namesake: string | null;
  /** The amounts in the units of the file, in the order of the amount columns. */
  readonly amounts: Printed[];
  exported: Record<string, string> | null;
}

/** What the readers of one sheet share. */
export interface SheetContext {
  readonly declaration: TableOfFiles;
  readonly units: SheetUnits;
  readonly rates: Rates;
  /** The words that the policies declare. */
  readonly declared: DeclaredWords;
  /** Keyed by column: what the bank's own words mean. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly ids: BankProfile['ids'];
  /** null while the roster itself is read. */
  readonly roster: Roster | null;
  readonly dayOfSerial: ((serial: number) => Day | null) | null;
  readonly row: RowState;
  report(problem: Diagnostic): void;
  at(column: string): Location;
}

export type ReadCell = (cell: Cell) => unknown;

/** A column as it is read: under its name in the table and its header in the file. */
export interface ReadColumn {
  readonly name: string;
  readonly header: string;
  readonly column: FileColumn;
}

/** A column of 积数, and over how many days. */
export interface MadeOf {
  readonly name: string;
  readonly days: number;
}

/** Reports a problem of the row's cell; the row is then in error. */
type Fail = <Args>(
  problem: (
    at: Location,
    args: Args,
    about: { value: string | null; managers: readonly string[] },
  ) => Diagnostic,
  args: Args,
  cell: Cell,
) => undefined;

export const failer =
  (context: SheetContext, header: string): Fail =>
  (problem, args, cell) => {
    const { row } = context;
    row.failed = true;
    const managers = row.manager === '' ? [] : [row.manager];
    context.report(problem(context.at(header), args, { value: textOf(cell) || null, managers }));
    return undefined;
  };
