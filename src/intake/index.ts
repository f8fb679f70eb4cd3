/**
 * Files → rows. Reads a quarterly package: lists and hashes its files, recognises the tables, reads them in an order
 * in which each finds what it needs (rates and roster first), and checks them against one another. Whatever is wrong
 * with the data is among the package's problems, all of it, in order; only the tool's own faults are thrown.
 */
import { isQuarter, type Quarter } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import {
  packageExtras,
  type QuarterPackage,
  type Reading,
  type SheetSums,
  type Suggestion,
  type Tables,
} from '../model/package.ts';
import { listed, ProblemList } from '../model/problem-list.ts';
import type { DeclaredWords } from '../model/table.ts';
import { requiredTables, type TableId, tableIds } from '../model/tables/index.ts';
import { checkAssignments } from './checks/assignments.ts';
import { checkDuplicates } from './checks/duplicates.ts';
import { checkIndicators } from './checks/indicators.ts';
import { checkTogether } from './checks/lying-together.ts';
import { supersededRows } from './checks/moves.ts';
import { checkDollar, checkPresence } from './checks/presence.ts';
import { checkShares } from './checks/shares.ts';
import { isTable, openFile } from './files/index.ts';
import { type HashedFile, type HashedFolder, hashedFolder, ofPeriod } from './folder.ts';
import { withoutRows, withoutSources } from './in-error.ts';
import { chainStartsLater, findPeriod, otherPeriod, periodProblems } from './period.ts';
import { type AskedProfile, findProfile, unusedLines } from './profile/find.ts';
import { type BankProfile, profileFile } from './profile/profile.ts';
import { type Rates, ratesOf } from './rates.ts';
import { readSheet } from './read-sheet.ts';
import {
  type ClaimedSheet,
  claimsOfFile,
  recogniseSheets,
  recognitionProblems,
  unknownFiles,
} from './recognise.ts';
import { type Roster, rosterOf } from './roster.ts';
import { RowSums } from './row-sums.ts';
import {
  lostSettings,
  noneStated,
  type ParsedSettings,
  type Settings,
  settingsFile,
  settingsIn,
} from './settings.ts';
import type { SheetRead } from './sheet-read.ts';
import { fileSuggestions, type UnclaimedSheet } from './suggest/files.ts';
import { inOrder as inOrderOfLines, merged } from './suggest/merge.ts';
import { unclaimedProblems } from './unclaimed-problems.ts';
import { recogniseUnknown } from './unknown-ending.ts';

export { unknownPeriod } from './period.ts';

export interface Progress {
  /** Files are opened first, all of them, then the rows of their tables are read. */
  readonly stage: 'opening' | 'reading';
  /** How much is done, of how much: files opened, or their bytes read. */
  readonly done: number;
  readonly of: number;
  /** Rows read so far, of all files. */
  readonly rows: number;
}

export interface ReadOptions {
  /** The quarter asked for; it goes before what the package says. */
  readonly period?: Quarter | null;
  /** Files named outright for a table, besides those of package.yaml. */
  readonly files?: ReadonlyMap<TableId, readonly string[]>;
  /** The words that the policies declare. */
  readonly declared: DeclaredWords;
  /** The tables that must be there, as the policies need them; left out, all that any policy might. */
  readonly required?: readonly TableId[];
  /** The bank profile. */
  readonly bank?: AskedProfile;
  readonly onProgress?: (progress: Progress) => void;
}

export async function readPackage(folder: string, options: ReadOptions): Promise<QuarterPackage> {
  const asked = options.period ?? null;
  if (asked !== null && !isQuarter(asked)) throw new RangeError(`not a quarter: ${asked}`);
  const { onProgress } = options;
  const all = await hashedFolder(folder, (done, of) =>
    onProgress?.({ stage: 'opening', done: done / 2, of, rows: 0 }),
  );
  const stated = await readSettings(all);
  const settings = withFiles(stated.settings, options.files);
  const found = findPeriod(asked, settings.period, folder);
  const { period } = found;
  const lying = ofPeriod(all, period);
  const { files, folders } = lying;
  const list = new ProblemList();
  const ofOtherPeriod: Diagnostic[] = [];
  const report = (problem: Diagnostic): void => {
    if (saysOtherPeriod.has(problem.code)) ofOtherPeriod.push(problem);
    else list.add(problem);
  };
  const reportAll = (problems: Iterable<Diagnostic>): void => {
    for (const problem of problems) report(problem);
  };
  reportAll([...stated.problems, ...lying.notes]);
  if (!stated.lost.has('period')) reportAll(found.problems);
  reportAll(chainStartsLater(settings.chainStarts, period));
  for (const name of folders) report(recognitionProblems.folder({ file: name }, {}));

  const bank = await findProfile(folder, options.bank, settings.bank, options.declared);
  reportAll(bank.problems);
  const recognised = await recognise(lying, settings, bank.profile, period, onProgress);
  reportAll(recognised.problems);
  const read = await readTables(recognised.sheets, files, period, bank.profile, options, report);
  if (!stated.lost.has('absent')) {
    const { required = requiredTables } = options;
    reportAll(checkPresence(recognised.tables, settings.absent, required));
  }
  const ofFiles = [];
  for (const each of recognised.unclaimed)
    ofFiles.push(await fileSuggestions(each, bank.profile, options.declared, read.roster, period));
  reportAll(unusedLines(bank));
  reportAll(checkDollar(read.tables.settlement.length > 0, read.rates));
  const together = checkTogether(read, files, ofOtherPeriod);
  for (const problem of together.problems) list.add(problem);
  const { roster } = withoutSources(read.tables, together.sources);
  const inForce = withoutRows(read, supersededRows(roster, period, report), 'rowsDropped');
  const once = withoutSources(inForce.tables, together.sources);
  reportAll(checkDuplicates(once));
  reportAll(checkIndicators(once));
  reportAll(checkAssignments(once.assignments));
  const { tables, readings } = withoutRows(inForce, checkShares(once, report), 'rowsInError');

  return {
    period,
    settings: {
      period: settings.period,
      chainStarts: settings.chainStarts,
      absent: settings.absent,
      holidays: settings.holidays,
      workingDays: settings.workingDays,
    },
    inputs: files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    bank: bank.file,
    suggestions: inOrderOfLines(merged([...recognised.suggestions, ...read.suggestions, ...ofFiles.flat()])),
    readings,
    sums: read.sums,
    tables,
    lateEvents: read.lateEvents,
    rates: read.rates,
    problems: listed(list.problems()),
  };
}

/** What says that a file is another period's; of files that repeat this period's it is told once for all. */
const saysOtherPeriod: ReadonlySet<string> = new Set(
  [periodProblems.otherFile, unclaimedProblems.otherTitle, unclaimedProblems.otherRows].map(
    ({ code }) => code,
  ),
);

async function readSettings({ files, unopened }: HashedFolder): Promise<ParsedSettings> {
  const fault = unopened.get(settingsFile);
  if (fault !== undefined) return lostSettings(fault);
  const file = files.find(({ name }) => name === settingsFile);
  return file === undefined ? noneStated : settingsIn(file.content);
}

function withFiles(settings: Settings, more: ReadOptions['files']): Settings {
  if (more === undefined) return settings;
  const files = new Map(settings.files);
  for (const [table, names] of more) files.set(table, [...(files.get(table) ?? []), ...names]);
  return { ...settings, files };
}

const besideTables: ReadonlySet<string> = new Set([
  settingsFile,
  profileFile,
  packageExtras.policy,
  packageExtras.cases,
]);

interface Recognised {
  readonly sheets: readonly ClaimedSheet[];
  /** Tables that some file claims, though it may be unreadable. */
  readonly tables: ReadonlySet<TableId>;
  readonly problems: readonly Diagnostic[];
  readonly unclaimed: readonly UnclaimedSheet[];
  readonly suggestions: readonly Suggestion[];
}

async function recognise(
  { files, unopened }: HashedFolder,
  settings: Settings,
  profile: BankProfile,
  period: Quarter,
  onProgress: ReadOptions['onProgress'],
): Promise<Recognised> {
  const sheets: ClaimedSheet[] = [];
  const claimed = new Set<TableId>();
  const names = new Set<string>();
  const unclaimed: UnclaimedSheet[] = [];
  const suggestions: Suggestion[] = [];
  const problems: Diagnostic[] = [];
  for (const [name, fault] of unopened) {
    if (name === settingsFile) continue;
    names.add(name);
    problems.push(isTable(name) ? fault : recognitionProblems.notATable({ file: name }, {}));
    if (isTable(name)) for (const table of claimsOfFile(name)) claimed.add(table);
  }
  for (const [index, file] of files.entries()) {
    onProgress?.({ stage: 'opening', done: (files.length + index) / 2, of: files.length, rows: 0 });
    if (besideTables.has(file.name)) continue;
    names.add(file.name);
    const raw = await openFile(file, settings.limits);
    for (const sheet of raw?.sheets ?? []) names.add(`${file.name}#${sheet.name}`);
    if (raw !== null) problems.push(...raw.problems, ...otherPeriod(file.name, period));
    // A file that cannot be read is not missing as well.
    if (raw?.problems.length) for (const table of claimsOfFile(file.name)) claimed.add(table);
    const found =
      raw === null
        ? await recogniseUnknown(file, settings.limits, settings, profile, period)
        : await recogniseSheets(file.name, raw.sheets, settings, profile, period);
    problems.push(...found.problems);
    sheets.push(...found.claimed);
    unclaimed.push(...found.unclaimed);
    suggestions.push(...found.suggestions);
    for (const table of [...found.claimed.map((sheet) => sheet.table), ...found.doubtful]) claimed.add(table);
  }
  return {
    sheets,
    tables: claimed,
    problems: [...problems, ...unknownFiles(settings, names)],
    unclaimed,
    suggestions,
  };
}

interface TablesRead {
  readonly sums: readonly SheetSums[];
  readonly roster: Roster | null;
  readonly suggestions: readonly Suggestion[];
  readonly tables: Tables;
  readonly lateEvents: Tables['events'];
  readonly rates: Rates;
  readonly readings: readonly Reading[];
}

async function readTables(
  sheets: readonly ClaimedSheet[],
  files: readonly HashedFile[],
  period: Quarter,
  profile: BankProfile,
  { declared, onProgress }: ReadOptions,
  report: (problem: Diagnostic) => void,
): Promise<TablesRead> {
  const rows = Object.fromEntries(tableIds.map((id) => [id, [] as unknown[]])) as Record<TableId, unknown[]>;
  const lateEvents: Tables['events'][number][] = [];
  const readings: Reading[] = [];
  const summed: SheetSums[] = [];
  const suggestions: Suggestion[] = [];
  let rates: Rates = ratesOf([]).rates;
  let roster: Roster | null = null;
  const bytesOf = bytesEach(sheets, files);
  const of = sheets.reduce((sum, { file }) => sum + bytesOf(file), 0);
  let rowsRead = 0;
  let done = 0;

  for (const table of tableIds) {
    const managers = new Set<string>();
    const ofTable = sheets.filter((sheet) => sheet.table === table);
    let readable = ofTable.length > 0;
    for (const sheet of ofTable) {
      const onRows = (count: number) => {
        rowsRead += count;
        const ofSheet = bytesOf(sheet.file) * (sheet.sheet.shareRead?.() ?? 0);
        onProgress?.({ stage: 'reading', done: done + ofSheet, of, rows: rowsRead });
      };
      const sums = new RowSums();
      const result: SheetRead<TableId> = await readSheet(sheet, {
        period,
        rates,
        declared,
        profile,
        roster,
        sums,
        onRows,
        report,
      });
      rows[table] = rows[table].concat(result.rows);
      if (table === 'events') lateEvents.push(...(result.late as Tables['events']));
      for (const manager of result.managers) managers.add(manager);
      suggestions.push(...result.suggestions);
      if (result.reading === null) readable = false;
      else {
        readings.push(result.reading);
        summed.push(sums.of(result.reading.source));
      }
      done += bytesOf(sheet.file);
    }
    if (table === 'fx') {
      const found = ratesOf(rows.fx as Tables['fx'][number][]);
      rates = found.rates;
      found.problems.forEach(report);
    }
    // Without a readable roster nobody is unknown: one mistake is not reported once for every row.
    if (table === 'roster' && readable)
      roster = rosterOf(managers, rows.roster as Tables['roster'][number][]);
  }
  return {
    tables: rows as unknown as Tables,
    lateEvents,
    rates,
    readings,
    sums: summed,
    suggestions,
    roster,
  };
}

/** The bytes of a file for each of its sheets: what the reading is measured by. */
function bytesEach(sheets: readonly ClaimedSheet[], files: readonly HashedFile[]): (file: string) => number {
  const each = new Map(
    files.map(({ name, bytes }) => [name, bytes / sheets.filter(({ file }) => file === name).length]),
  );
  return (file) => each.get(file) ?? 0;
}
