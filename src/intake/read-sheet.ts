/** Reads one sheet as one table: finds the header and the units, then hands the lines below to the table reader. */
import type { Quarter } from '../model/calendar.ts';
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { Source } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import { Collector } from './collector.ts';
import { declared } from './declared.ts';
import { fileProblems } from './files/problems.ts';
import type { RawRow, RawSheet } from './files/sheet.ts';
import { findHeader, type Header, headerSearchRows } from './header.ts';
import { unknownPeriod } from './period.ts';
import { quartersInTitle } from './period-in-text.ts';
import type { ClaimedSheet } from './recognise.ts';
import type { SheetRead, Surroundings } from './sheet-read.ts';
import { resolveUnits } from './sheet-units.ts';
import { TableReader } from './table-reader.ts';
import { isOfThePeriod } from './unclaimed.ts';
import { unclaimedProblems } from './unclaimed-problems.ts';

export async function readSheet<T extends TableId>(
  claimed: ClaimedSheet & { readonly table: T },
  surroundings: Surroundings,
): Promise<SheetRead<T>> {
  const { file, sheet } = claimed;
  const collector = new Collector();
  let complete = true;
  const report = (problem: Diagnostic) => {
    complete = false;
    collector.add(problem);
  };
  const stream = sheet.rows(report)[Symbol.asyncIterator]();
  try {
    const reader = await readerFor(claimed, stream, collector, surroundings);
    if (reader !== null) {
      for (let next = await stream.next(); next.done !== true; next = await stream.next())
        reader.read(next.value);
    }
    const hidden = sheet.hidden();
    if (hidden.sheet || hidden.rows > 0 || hidden.columns > 0)
      collector.add(fileProblems.hidden(placeOf(file, sheet), hidden));
    const unread = () => ({
      rows: [],
      reading: null,
      problems: collector.problems(),
      managers: new Set<string>(),
    });
    return reader === null ? unread() : (reader.finish(complete) as SheetRead<T>);
  } finally {
    // A file that is given up half way is closed.
    await stream.return?.();
  }
}

const placeOf = (file: string, { name }: RawSheet): Location =>
  name === null ? { file } : { file, sheet: name };

/** The reader of the sheet's table, fed with the rows that the search for the header took; null where nothing can be read. */
async function readerFor(
  { file, sheet, table }: ClaimedSheet,
  stream: AsyncIterator<readonly RawRow[]>,
  collector: Collector,
  surroundings: Surroundings,
): Promise<TableReader | null> {
  const source: Source = { file, sheet: sheet.name };
  const at = placeOf(file, sheet);
  const report = (problem: Diagnostic) => collector.add(problem);
  const top: RawRow[] = [];
  while (top.length < headerSearchRows) {
    const { done, value } = await stream.next();
    if (done === true) break;
    for (const row of value) top.push(row);
  }
  // A file that cannot be decoded has no header either; one problem is enough.
  if (top.length === 0) return null;
  const { profile } = surroundings;
  const bank = profile.tableOf(table);
  const declaration = declared(table, profile);
  const searched = top.slice(0, headerSearchRows);
  const { header, problems } = findHeader(declaration, searched, sheet.merges, at, bank.headers);
  for (const problem of problems) report(problem);
  if (header === null || problems.some(({ severity }) => severity === 'error')) return null;

  for (const { entry } of header.columns) if (entry !== null) profile.used.add(entry);
  if (isOfThePeriod(declaration))
    for (const problem of titleProblems(header, surroundings.period, at)) report(problem);
  const resolved = resolveUnits(declaration, header, at, { units: bank.units, used: profile.used });
  for (const problem of resolved.problems) report(problem);
  // Amounts of a doubtful unit are not read at all: everything they say would be doubtful.
  if (resolved.problems.some(({ severity }) => severity === 'error')) return null;

  const reader = new TableReader(table, source, sheet, header, resolved.units, surroundings, collector);
  reader.read(top.slice(header.taken));
  return reader;
}

/** Titles that speak of another quarter than the package's, and not of that one too. */
function titleProblems({ titles }: Header, period: Quarter, at: Location): Diagnostic[] {
  if (period === unknownPeriod) return [];
  return titles.flatMap((title) => {
    const other = [...quartersInTitle(title)];
    if (other.length === 0 || other.includes(period)) return [];
    return [unclaimedProblems.otherTitle({ ...at, row: 1 }, { period, other }, { value: title })];
  });
}
