/** A quarterly package as intake understood it: typed rows with their origins, and how each file was read. */
import type { Day, Quarter } from './calendar.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Decimal } from './money.ts';
import type { RowOf, Source } from './table.ts';
import type { TableId, tables } from './tables/index.ts';
import type { Text } from './text.ts';

export type Row<T extends TableId> = RowOf<(typeof tables)[T]>;
export type Tables = { readonly [T in TableId]: readonly Row<T>[] };

/** An input file as it lay in the package: hashed before it was read. */
export interface InputFile {
  /** Relative to the package, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The bank profile that a package was read by: what the bank's own words mean. */
export interface BankFile extends InputFile {
  /** As read: an archive keeps a copy, so that the run can be repeated. */
  readonly content: Uint8Array;
  /** What the bank is called. */
  readonly bank: string | null;
}

/** What was understood of one file or sheet; shown on 数据质量 and by `check`. */
export interface Reading {
  readonly source: Source;
  readonly table: TableId;
  /** `UTF-8`, `GB18030` …; null for a workbook. */
  readonly encoding: string | null;
  /** The header's rows, from 1. */
  readonly headerRows: readonly number[];
  readonly columns: readonly {
    readonly header: string;
    /** The column's letter or number in the file, from 1. */
    readonly position: number;
    /** The canonical column; null: kept out of the calculation. */
    readonly column: string | null;
    /** 万元, 元, … for amounts. */
    readonly unit: string | null;
    readonly unitFrom: 'header' | 'title' | 'bank' | 'default' | null;
    /** It is what the bank profile says it is. */
    readonly byProfile: boolean;
  }[];
  /** Data rows and everything else below the header: read = kept + dropped + in error. */
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsDropped: number;
  readonly rowsInError: number;
  /** Total rows that were compared with the sum of the rows above them. */
  readonly totalsChecked: number;
}

/** `package.yaml`: what the package says of itself. */
export interface PackageSettings {
  readonly period: Quarter | null;
  /** The bank's first run: the quarters before are taken as clean. */
  readonly chainStarts: Quarter | null;
  readonly absent: readonly TableId[];
  /** Days off besides the weekends, and weekend days that are worked in exchange. */
  readonly holidays: readonly Day[];
  readonly workingDays: readonly Day[];
}

/** A line that the bank profile might have, for a person to accept; nothing is applied that does not stand in the file. */
export interface Suggestion {
  /** `columns`, a table, a header. */
  readonly path: readonly string[];
  /** As YAML has it. */
  readonly value: string;
  readonly sure: boolean;
  readonly reason: Text;
}

/** Sums over the rows and the columns of a sheet that was read: where two readings differ, there the sheet was changed. */
export interface SheetSums {
  readonly source: Source;
  /** The rows as the file counts them, blank ones too. */
  readonly numbers: Int32Array;
  /** 32 bits for each of them, and for each column. */
  readonly rows: Int32Array;
  readonly columns: readonly number[];
}

export interface QuarterPackage {
  readonly period: Quarter;
  readonly settings: PackageSettings;
  readonly inputs: readonly InputFile[];
  readonly bank: BankFile | null;
  readonly suggestions: readonly Suggestion[];
  readonly readings: readonly Reading[];
  readonly sums: readonly SheetSums[];
  readonly tables: Tables;
  /** What the ledger holds of after the quarter: no part of its tables, and kept for the next one. */
  readonly lateEvents: readonly Row<'events'>[];
  /** Yuan per one unit of a currency; CNY is 1. */
  readonly rates: ReadonlyMap<string, Decimal>;
  readonly problems: readonly Diagnostic[];
}

/** What `init` puts into a package beside the tables: reading finds no data there, and misses none. */
export const packageExtras = {
  policy: 'policy.yaml',
  /** Worked cases of that policy. */
  cases: 'policy.cases.yaml',
  notes: { zh: '填写说明', en: 'Notes' },
} as const;
