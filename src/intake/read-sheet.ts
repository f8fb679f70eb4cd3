/** Reads one sheet as one table: finds the header and the units, then hands the lines below to the table reader. */
import type { Quarter } from '../model/calendar.ts';
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { Suggestion } from '../model/package.ts';
import type { Source } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import { fileProblems } from './files/problems.ts';
import type { RawRow, RawSheet } from './files/sheet.ts';
import { findHeader, type Header, headerSearchRows } from './header.ts';
import { headerRemarks, withoutHeader } from './header-problems.ts';
import { partsOf } from './parts.ts';
import { unknownPeriod } from './period.ts';
import { quartersInTitle } from './period-in-text.ts';
import type { ClaimedSheet } from './recognise.ts';
import type { SheetRead, Surroundings } from './sheet-read.ts';
import { byNameSuggestion, columnSuggestion, unusedSuggestion } from './suggest/columns.ts';
import { tableAsRead } from './table-as-read.ts';
import { TableReader } from './table-reader.ts';
import { isOfThePeriod } from './unclaimed.ts';
import { unclaimedProblems } from './unclaimed-problems.ts';

export async function readSheet<T extends TableId>(
  claimed: ClaimedSheet & { readonly table: T },
  surroundings: Surroundings,
): Promise<SheetRead<T>> {
  const { file, sheet } = claimed;
  let complete = true;
  const report = (problem: Diagnostic) => {
    if (problem.severity === 'error') complete = false;
    surroundings.report(problem);
  };
  const stream = surroundings.sums.over(sheet.rows(report));
  try {
    const { reader, suggestions } = await readerFor(claimed, stream, surroundings);
    if (reader !== null) {
      for (let next = await stream.next(); next.done !== true; next = await stream.next())
        reader.read(next.value);
    }
    const hidden = sheet.hidden();
    if (hidden.sheet || hidden.rows > 0 || hidden.columns > 0)
      surroundings.report(fileProblems.hidden(placeOf(file, sheet), hidden));
    if (reader !== null) {
      const read = reader.finish(complete) as SheetRead<T>;
      return { ...read, suggestions: [...suggestions, ...read.suggestions] };
    }
    return { rows: [], late: [], reading: null, suggestions, managers: new Set() };
  } finally {
    // A file that is given up half way is closed.
    await stream.return(undefined);
  }
}

const placeOf = (file: string, { name }: RawSheet): Location =>
  name === null ? { file } : { file, sheet: name };

interface StartedReader {
  /** null: nothing can be read. */
  readonly reader: TableReader | null;
  /** What its unknown headers could be. */
  readonly suggestions: readonly Suggestion[];
}

/** So many rows are looked at to judge what a column could be. */
const sampleRows = 1000;

/** The reader of the sheet's table, fed with the rows that were looked at first. */
async function readerFor(
  { file, sheet, table }: ClaimedSheet,
  stream: AsyncIterator<readonly RawRow[]>,
  surroundings: Surroundings,
): Promise<StartedReader> {
  const source: Source = { file, sheet: sheet.name };
  const at = placeOf(file, sheet);
  const top: RawRow[] = [];
  while (top.length < sampleRows) {
    const { done, value } = await stream.next();
    if (done === true) break;
    for (const row of value) top.push(row);
  }
  // A file that cannot be decoded has no header either; one problem is enough.
  if (top.length === 0) return { reader: null, suggestions: [] };
  const { profile, report, roster, period } = surroundings;
  const bank = profile.tableOf(table);
  const declaration = tableAsRead(table, profile, surroundings.declared);
  const searched = top.slice(0, headerSearchRows);
  const header = findHeader(declaration, searched, sheet.merges, bank.headers, period);
  for (const { entry } of header?.columns ?? []) if (entry !== null) profile.used.add(entry);
  const place = { ...at, row: header?.rows[0] ?? 1 };
  const remarks =
    header === null
      ? withoutHeader(
          declaration,
          top.slice(0, sampleRows),
          headerSearchRows,
          sheet.merges,
          roster,
          period,
          at,
        )
      : headerRemarks(declaration, header, top.slice(header.taken, sampleRows), roster, period, place);
  const suggestions = [
    ...remarks.guesses.map((guess) => columnSuggestion(table, guess)),
    ...remarks.unknown.map((text) => unusedSuggestion(table, text)),
    ...(remarks.byName === null ? [] : [byNameSuggestion(remarks.byName)]),
  ];
  const nothing = { reader: null, suggestions };
  for (const problem of remarks.problems) report(problem);
  if (header === null || remarks.problems.some(({ severity }) => severity === 'error')) return nothing;

  if (isOfThePeriod(declaration)) for (const problem of titleProblems(header, period, at)) report(problem);
  const resolved = partsOf(declaration, header, at, { units: bank.units, used: profile.used });
  for (const problem of resolved.problems) report(problem);
  // Amounts of a doubtful unit are not read at all: everything they say would be doubtful.
  if (resolved.problems.some(({ severity }) => severity === 'error')) return nothing;

  const reader = new TableReader(table, source, sheet, header, resolved.parts, surroundings);
  reader.read(top.slice(header.taken));
  return { reader, suggestions };
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
