/**
 * Watches the columns of a sheet that are not used, since two kinds of them do harm when they are left out: one that says
 * what a missing column would say (美元 under 币别, 离岗 under 在岗状态), and one that says that its rows are another period's.
 */
import type { Quarter } from '../model/calendar.ts';
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { Suggestion } from '../model/package.ts';
import type { TableOfFiles } from '../model/table.ts';
import type { Text } from '../model/text.ts';
import { type Cell, isEmpty, type RawSheet, textOf } from './files/sheet.ts';
import type { FoundColumn, Header } from './header.ts';
import { unknownPeriod } from './period.ts';
import { isPeriodHeader, quarterInCell } from './period-in-text.ts';
import { type Defaulted, defaultedBy, shareOf, wholeShare } from './telling.ts';
import { unclaimedProblems } from './unclaimed-problems.ts';

/** A column of more different texts is none of words. */
const mostWords = 64;
/** Accounts whose shares are added up; of so many, some show it. */
const mostAccounts = 100_000;

interface Watched {
  readonly found: FoundColumn;
  filled: number;
  /** How often each text occurs; null: they are too many. */
  words: Map<string, number> | null;
  /** Keyed by account or customer: the shares so far; null: the column holds something else. */
  shares: Map<string, { sum: number; rows: number }> | null;
}

interface OtherPeriod {
  readonly found: FoundColumn;
  readonly quarter: Quarter;
  count: number;
  readonly row: number;
}

/** Tables whose rows are as of the period; a ledger's are of any time. */
const ofThePeriod: ReadonlySet<string> = new Set([
  'roster',
  'deposits',
  'loans',
  'settlement',
  'classification',
  'targets',
  'metrics',
  'collections',
]);

export const isOfThePeriod = (declaration: TableOfFiles): boolean => ofThePeriod.has(declaration.id);

export class Unclaimed {
  readonly #declaration: TableOfFiles;
  readonly #period: Quarter;
  readonly #dayOfSerial: RawSheet['dayOfSerial'];
  /** Columns that the sheet lacks and that mean something all the same. */
  readonly #absent: readonly (readonly [string, Defaulted])[];
  #watched: Watched[];
  readonly #periods: readonly FoundColumn[];
  readonly #quarters = new Map<Cell, Quarter | null>();
  readonly #others = new Map<string, OtherPeriod>();

  constructor(
    declaration: TableOfFiles,
    { columns }: Header,
    { dayOfSerial }: Pick<RawSheet, 'dayOfSerial'>,
    period: Quarter,
  ) {
    this.#declaration = declaration;
    this.#period = period;
    this.#dayOfSerial = dayOfSerial;
    const present = new Set(columns.map(({ column }) => column));
    const absent = Object.entries(declaration.columns).filter(([name]) => !present.has(name));
    this.#absent = absent.flatMap(([name, column]) => {
      const defaulted = defaultedBy(column);
      return defaulted === null ? [] : [[name, defaulted] as const];
    });
    const lacksShare = absent.some(([, column]) => column.kind === 'share' && column.blank === 'whole');
    const unused = columns.filter(({ column, entry }) => column === null && entry === null);
    const isOfInterest = this.#absent.length > 0 || lacksShare;
    this.#watched = (isOfInterest ? unused : []).map((found) => ({
      found,
      filled: 0,
      words: this.#absent.length > 0 ? new Map() : null,
      shares: lacksShare ? new Map() : null,
    }));
    const hasPeriod = isOfThePeriod(declaration) && period !== unknownPeriod;
    this.#periods = hasPeriod
      ? unused.filter(({ header }) => isPeriodHeader(header.split('/').at(-1) ?? ''))
      : [];
  }

  /** Whether there is anything to look at. */
  get watches(): boolean {
    return this.#watched.length > 0 || this.#periods.length > 0;
  }

  /** A data row; `account` is what its share would be a share of. */
  see(cells: readonly Cell[], row: number, account: string): void {
    for (const found of this.#periods) this.#seePeriod(found, cells[found.index] ?? null, row);
    let isOver = false;
    for (const watched of this.#watched) {
      const cell = cells[watched.found.index] ?? null;
      if (isEmpty(cell)) continue;
      const text = textOf(cell);
      watched.filled += 1;
      this.#seeWord(watched, text);
      this.#seeShare(watched, text, account);
      isOver ||= watched.words === null && watched.shares === null;
    }
    if (isOver)
      this.#watched = this.#watched.filter(({ words, shares }) => words !== null || shares !== null);
  }

  #seeWord(watched: Watched, text: string): void {
    const { words } = watched;
    if (words === null) return;
    words.set(text, (words.get(text) ?? 0) + 1);
    if (words.size > mostWords) watched.words = null;
  }

  #seeShare(watched: Watched, text: string, account: string): void {
    const { shares } = watched;
    if (shares === null) return;
    const share = shareOf(text);
    if (share === null) {
      watched.shares = null;
      return;
    }
    if (shares.size >= mostAccounts && !shares.has(account)) return;
    const known = shares.get(account) ?? { sum: 0, rows: 0 };
    shares.set(account, { sum: known.sum + share, rows: known.rows + 1 });
  }

  #seePeriod(found: FoundColumn, cell: Cell, row: number): void {
    if (isEmpty(cell)) return;
    let quarter = this.#quarters.get(cell);
    if (quarter === undefined) {
      quarter = quarterInCell(cell, this.#dayOfSerial);
      if (this.#quarters.size < 1000) this.#quarters.set(cell, quarter);
    }
    if (quarter === null || quarter === this.#period) return;
    const key = `${found.index} ${quarter}`;
    const known = this.#others.get(key);
    if (known === undefined) this.#others.set(key, { found, quarter, count: 1, row });
    else known.count += 1;
  }

  /** `at` is the header's row. */
  found(at: Location): { problems: readonly Diagnostic[]; suggestions: readonly Suggestion[] } {
    const suggestions: Suggestion[] = [];
    const suggest = (header: string, column: string, reason: Text): void => {
      const path = ['columns', this.#declaration.id, header];
      suggestions.push({ path, value: column, sure: true, reason });
    };
    const { columns } = this.#declaration;
    const told = this.#absent.flatMap(([name, defaulted]) => {
      const best = this.#mostTelling(defaulted);
      if (best === null) return [];
      const args = {
        table: this.#declaration.id,
        name,
        column: columns[name]?.headers[0] ?? name,
        header: best.watched.found.header,
        seen: best.seen,
        byDefault: defaulted.byDefault,
      };
      const values = best.seen.slice(0, 4);
      suggest(args.header, name, { zh: `值：${values.join('、')}`, en: `values: ${values.join(', ')}` });
      return [unclaimedProblems.telling({ ...at, column: args.header }, args)];
    });
    const shares = this.#watched.filter(addsUp).map(({ found }) => {
      const args = { table: this.#declaration.id, header: found.header };
      suggest(found.header, 'share', { zh: '按账户合计 100%', en: '100% of each account' });
      return unclaimedProblems.shares({ ...at, column: found.header }, args);
    });
    const periods = [...this.#others.values()].map(({ found, quarter, count, row }) => {
      const args = {
        header: found.header,
        table: this.#declaration.id,
        period: this.#period,
        other: quarter,
        count,
      };
      return unclaimedProblems.otherRows({ ...at, row, column: found.header }, args);
    });
    return { problems: [...told, ...shares, ...periods], suggestions };
  }

  /** The column most of whose texts say what the missing one would, not all of them what is taken anyway. */
  #mostTelling({ byDefault, tells }: Defaulted) {
    const telling = this.#watched.flatMap((watched) => {
      const counts = [...(watched.words ?? [])].flatMap(([text, count]) => {
        const word = tells(text);
        return word === null ? [] : [{ text, word, count }];
      });
      const rows = counts.reduce((sum, { count }) => sum + count, 0);
      const isHarmful = counts.some(({ word }) => word !== byDefault);
      if (!isHarmful || rows * 2 < watched.filled) return [];
      const seen = counts
        .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
        .map(({ text, count }) => `${text} ×${count}`);
      return [{ watched, rows, seen }];
    });
    telling.sort((a, b) => b.rows - a.rows || (a.watched.found.header < b.watched.found.header ? -1 : 1));
    return telling[0] ?? null;
  }
}

/** Parts of accounts that several rows share, and every one of them whole. */
function addsUp({ shares }: Watched): boolean {
  const shared = [...(shares ?? new Map()).values()].filter(({ rows }) => rows > 1);
  return shared.length > 0 && shared.every(({ sum }) => sum === wholeShare);
}
