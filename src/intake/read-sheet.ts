/** Reads one sheet as one table: finds the header and the units, then hands the lines below to the table reader. */
import type { Quarter } from '../model/calendar.ts';
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { Reading, Row } from '../model/package.ts';
import type { Source } from '../model/table.ts';
import { type TableId, tables } from '../model/tables/index.ts';
import { Collector } from './collector.ts';
import { fileProblems } from './files/problems.ts';
import type { RawRow } from './files/sheet.ts';
import { findHeader, headerSearchRows } from './header.ts';
import type { Rates } from './rates.ts';
import type { ClaimedSheet } from './recognise.ts';
import type { Roster } from './roster.ts';
import { resolveUnits } from './sheet-units.ts';
import { TableReader } from './table-reader.ts';

/** What a table is read against. */
export interface Surroundings {
  readonly period: Quarter;
  readonly rates: Rates;
  /** null while the roster itself is read, and where there is none. */
  readonly roster: Roster | null;
  onRows(count: number): void;
}

export interface SheetRead<T extends TableId> {
  readonly rows: readonly Row<T>[];
  readonly reading: Reading | null;
  readonly problems: readonly Diagnostic[];
  /** Managers named by any row, also by one in error. */
  readonly managers: ReadonlySet<string>;
}

export async function readSheet<T extends TableId>(
  { file, sheet, table }: ClaimedSheet & { readonly table: T },
  surroundings: Surroundings,
): Promise<SheetRead<T>> {
  const source: Source = { file, sheet: sheet.name };
  const collector = new Collector();
  const report = (problem: Diagnostic) => collector.add(problem);
  const unread = () => ({
    rows: [],
    reading: null,
    problems: collector.problems(),
    managers: new Set<string>(),
  });
  const at: Location = sheet.name === null ? { file } : { file, sheet: sheet.name };
  if (sheet.hidden.sheet || sheet.hidden.rows > 0 || sheet.hidden.columns > 0) {
    report(fileProblems.hidden(at, sheet.hidden));
  }

  const stream = sheet.rows(report)[Symbol.asyncIterator]();
  const top: RawRow[] = [];
  while (top.length < headerSearchRows) {
    const { done, value } = await stream.next();
    if (done === true) break;
    for (const row of value) top.push(row);
  }
  // A file that cannot be decoded has no header either; that goes without saying.
  if (top.length === 0) return unread();
  const { header, problems } = findHeader(tables[table], top.slice(0, headerSearchRows), sheet.merges, at);
  for (const problem of problems) report(problem);
  const usable = header !== null && !problems.some(({ severity }) => severity === 'error');
  if (!usable) return unread();

  const resolved = resolveUnits(tables[table], header, at);
  for (const problem of resolved.problems) report(problem);
  // Amounts of a doubtful unit are not read at all: everything they say would be doubtful.
  if (resolved.problems.some(({ severity }) => severity === 'error')) return unread();

  const reader = new TableReader(table, source, sheet, header, resolved.units, surroundings, collector);
  reader.read(top.slice(header.taken));
  for (let next = await stream.next(); next.done !== true; next = await stream.next())
    reader.read(next.value);
  return reader.finish() as SheetRead<T>;
}
