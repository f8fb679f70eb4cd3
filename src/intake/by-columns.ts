/** Which table a sheet holds by the columns it has, where its name does not say. */
import type { Quarter } from '../model/calendar.ts';
import type { DeclaredWords } from '../model/table.ts';
import { type TableId, tableIds } from '../model/tables/index.ts';
import type { RawRow, RawSheet } from './files/sheet.ts';
import { headerSearchRows, likeness } from './header.ts';
import type { BankProfile } from './profile/profile.ts';
import { tableAsRead } from './table-as-read.ts';

/** The words of a column are no part of how it is called. */
const noWords: DeclaredWords = {
  grades: [],
  anyGrade: false,
  statuses: [],
  events: [],
  activities: [],
  ratings: [],
  series: [],
};

/** How well a sheet's header fits a table. */
interface Fit {
  readonly table: TableId;
  /** Columns of the table that it has. */
  readonly columns: number;
  /** All required ones are there. */
  readonly whole: boolean;
}

/** The rows in which a header is looked for. */
export async function topOf(sheet: RawSheet): Promise<RawRow[]> {
  const top: RawRow[] = [];
  for await (const batch of sheet.rows(() => {})) {
    for (const row of batch) top.push(row);
    if (top.length >= headerSearchRows) break;
  }
  return top.slice(0, headerSearchRows);
}

export function fitOf(
  table: TableId,
  rows: readonly RawRow[],
  { merges }: RawSheet,
  profile: BankProfile,
  period: Quarter,
): Fit {
  const { columns, missing } = likeness(
    tableAsRead(table, profile, noWords),
    rows,
    merges,
    profile.tableOf(table).headers,
    period,
  );
  return { table, columns, whole: missing.length === 0 };
}

/** A loan export without its 借据号 has the columns of deposits: one more is no contradiction of its name. */
const clearly = 2;

/**
 * The tables, of those that the name speaks of or else of all, whose required columns are all there and of which no other
 * has as many columns in the sheet; more than one is a tie. A name is believed unless another table fits better; of one
 * that speaks of several tables the clearly likeliest is meant, though a column is missing.
 */
export function tablesByColumns(
  named: readonly TableId[],
  rows: readonly RawRow[],
  sheet: RawSheet,
  profile: BankProfile,
  period: Quarter,
): TableId[] {
  const fits = tableIds.map((table) => fitOf(table, rows, sheet, profile, period));
  const most = (of: readonly Fit[]): number => Math.max(0, ...of.map(({ columns }) => columns));
  const best = (of: readonly Fit[]): TableId[] =>
    of.filter(({ whole, columns }) => whole && columns === most(of)).map(({ table }) => table);
  const own = fits.filter(({ table }) => named.includes(table));
  const among = best(own);
  if (among.length > 0) return among;
  const likely = own.filter(({ columns }) => columns === most(fits));
  const isClear = own.every((fit) => likely.includes(fit) || fit.columns + clearly <= most(fits));
  if (named.length > 1 && likely.length === 1 && isClear) return likely.map(({ table }) => table);
  return most(fits) >= most(own) + (named.length > 0 ? clearly : 0) ? best(fits) : [];
}
