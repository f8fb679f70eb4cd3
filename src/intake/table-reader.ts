/** Reads the lines below a sheet's header as rows of a table, and keeps the books: every line is kept, dropped or in error. */
import { type Day, lastDay, yearOf } from '../model/calendar.ts';
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { Reading, Row } from '../model/package.ts';
import type { Source, TableOfFiles } from '../model/table.ts';
import { requiredTables, type TableId } from '../model/tables/index.ts';
import { numberIn } from './cells/numbers.ts';
import { cellProblems, unitProblems } from './cells/problems.ts';
import { checkProblems } from './checks/problems.ts';
import type { Exact } from './exact.ts';
import {
  type BadCell,
  columnLetter,
  isBad,
  isEmpty,
  type RawRow,
  type RawSheet,
  textOf,
} from './files/sheet.ts';
import type { Header } from './header.ts';
import { lineClassifier } from './lines.ts';
import type { Part } from './parts.ts';
import { unknownPeriod } from './period.ts';
import type { RowState, SheetContext } from './readers/index.ts';
import { difference, type ProductBeside, productProblems } from './readers/products.ts';
import type { UnknownWords } from './readers/unknown-words.ts';
import { RowTallies } from './row-tallies.ts';
import type { SheetRead, Surroundings } from './sheet-read.ts';
import type { SheetUnits } from './sheet-units.ts';
import { nameHeaders, tableAsRead } from './table-as-read.ts';
import { columnReadAs, type PlannedColumn, type PlannedPart, planOf, type TablePlan } from './table-plan.ts';
import { TallMerges } from './tall-merges.ts';
import { RunningTotals, totalProblems } from './totals.ts';
import { Unclaimed } from './unclaimed.ts';
import { titleUnits } from './units.ts';
import { headerKey } from './words.ts';

/** Tables of dated entries that are kept from quarter to quarter. */
const ledgers: ReadonlySet<TableId> = new Set(['events', 'activities', 'attendance']);

const isFilled = ({ figures }: PlannedPart, { cells }: RawRow): boolean =>
  figures === null || figures.some((index) => !isEmpty(cells[index]));

/** What the shares of a row are shares of. */
function accountOf({ account, loan_id, reference, customer_id }: Readonly<Record<string, unknown>>): string {
  const named = account || loan_id || reference || customer_id;
  return typeof named === 'string' ? named : '';
}

export class TableReader {
  readonly #table: TableId;
  readonly #declaration: TableOfFiles;
  readonly #source: Source;
  readonly #sheet: RawSheet;
  readonly #header: Header;
  readonly #parts: readonly [Part, ...Part[]];
  readonly #units: SheetUnits;
  readonly #surroundings: Surroundings;

  readonly #plan: TablePlan;
  readonly #row: RowState;
  readonly #classify: ReturnType<typeof lineClassifier>;
  readonly #totals: RunningTotals;
  readonly #tallMerges: TallMerges<PlannedColumn>;
  readonly #widest: number;
  readonly #lastDay: Day | null;
  /** The column beside the managers' ids that has their names; -1: there is none. */
  readonly #nameIndex: number;
  readonly #unclaimed: Unclaimed;

  readonly #rows: unknown[] = [];
  readonly #late: unknown[] = [];
  /** The cells of the row before, where it could be read: exports are sorted, and most of a row is the same once more. */
  #above: RawRow['cells'] | null = null;
  /** What the columns were last read as, in their order. */
  readonly #values: unknown[] = [];
  /** Of the line that is being read. */
  readonly #reported = new Set<string>();
  readonly #managers = new Set<string>();
  readonly #tallies = new RowTallies();
  #pendingBlanks = 0;
  #read = 0;
  #dropped = 0;
  #inError = 0;
  #totalsChecked = 0;

  constructor(
    table: TableId,
    source: Source,
    sheet: RawSheet,
    header: Header,
    parts: readonly [Part, ...Part[]],
    surroundings: Surroundings,
  ) {
    this.#table = table;
    this.#declaration = tableAsRead(table, surroundings.profile, surroundings.declared);
    this.#source = source;
    this.#sheet = sheet;
    this.#header = header;
    this.#parts = parts;
    this.#units = parts[0].units;
    this.#surroundings = surroundings;
    this.#row = {
      number: 0,
      manager: '',
      currency: this.#units.currency,
      unit: null,
      indicator: null,
      failed: false,
      unrated: null,
      namesake: null,
      amounts: [],
      exported: null,
    };
    this.#plan = planOf({ source, declaration: this.#declaration, header, parts, surroundings }, (units) =>
      this.#context(units),
    );
    this.#classify = lineClassifier(this.#declaration, header);
    this.#totals = new RunningTotals(this.#plan.amounts.length);
    this.#tallMerges = new TallMerges(sheet.merges, this.#plan.columns, header.rows.at(-1) ?? 0);
    // Only a CSV shifts its cells; beside a sheet's table may stand anything.
    this.#widest =
      sheet.name === null
        ? Math.max(0, ...header.columns.map(({ index }) => index)) + 1
        : Number.POSITIVE_INFINITY;
    this.#nameIndex =
      header.columns.find(({ column, header: text }) => column === null && nameHeaders.has(headerKey(text)))
        ?.index ?? -1;
    this.#unclaimed = new Unclaimed(this.#declaration, header, sheet, surroundings.period);
    this.#lastDay = surroundings.period === unknownPeriod ? null : lastDay(surroundings.period);
  }

  /** What the readers of a column know of the sheet, and of the row that they are in. */
  #context(units: SheetUnits): SheetContext {
    return {
      declaration: this.#declaration,
      units,
      rates: this.#surroundings.rates,
      declared: this.#surroundings.declared,
      words: this.#surroundings.profile.tableOf(this.#table).words,
      ids: this.#surroundings.profile.ids,
      roster: this.#surroundings.roster,
      dayOfSerial: this.#sheet.dayOfSerial,
      row: this.#row,
      report: (problem) => this.#report(problem),
      at: (column) => this.#at(column),
    };
  }

  #at(column?: string, number = this.#row.number): Location {
    const { file, sheet } = this.#source;
    return {
      file,
      ...(sheet === null ? {} : { sheet }),
      row: number,
      ...(column === undefined ? {} : { column }),
    };
  }

  read(lines: readonly RawRow[]): void {
    for (const line of lines) this.#line(line);
    this.#surroundings.onRows(lines.length);
  }

  /** A cell that several rows of one line have is wrong once. */
  #report(problem: Diagnostic): void {
    const key = `${problem.code}\n${problem.at.column}`;
    if (this.#parts.length > 1 && this.#reported.has(key)) return;
    this.#reported.add(key);
    this.#surroundings.report(problem);
  }

  #line(line: RawRow): void {
    const kind = this.#classify(line);
    // Blank lines after the last filled one are not lines of the table.
    if (kind === 'blank') {
      this.#pendingBlanks += 1;
      return;
    }
    this.#read += this.#pendingBlanks;
    this.#dropped += this.#pendingBlanks;
    this.#pendingBlanks = 0;
    if (kind === 'data' && this.#rowsOf(line)) return;
    this.#read += 1;
    this.#dropped += 1;
    if (kind === 'zeros') this.#tallies.zeros(line.number);
    else if (kind === 'total' || kind === 'subtotal') this.#total(kind, line);
    else if (kind === 'note') this.#note(line);
  }

  /** A note below the table may state the unit as well, and then has to agree. */
  #note(line: RawRow): void {
    const stated = line.cells.map(textOf).filter((text) => text.includes('单位'));
    for (const unit of stated.flatMap(titleUnits)) {
      const differs = this.#plan.amounts.find(
        ({ name }) => (this.#units.columns.get(name)?.unit?.exponent ?? 0) !== unit.exponent,
      );
      if (differs === undefined) continue;
      const used = this.#units.columns.get(differs.name)?.unit?.text ?? this.#plainUnit();
      this.#surroundings.report(
        unitProblems.disagree(this.#at(differs.header, line.number), { units: [used, unit.text] }),
      );
    }
  }

  /** Whether the line has any row: one laid out wide may have several, or none. */
  #rowsOf(line: RawRow): boolean {
    if (this.#reported.size > 0) this.#reported.clear();
    let isAny = false;
    for (const part of this.#plan.parts) {
      if (!isFilled(part, line)) continue;
      isAny = true;
      this.#read += 1;
      this.#data(line, part.columns);
    }
    return isAny;
  }

  #data(line: RawRow, columns: readonly PlannedColumn[]): void {
    const row = this.#row;
    row.number = line.number;
    row.manager = '';
    row.currency = this.#units.currency;
    row.unit = null;
    row.indicator = null;
    row.failed = false;
    row.unrated = null;
    row.namesake = null;
    row.exported = null;
    const values: Record<string, unknown> = { ...this.#plan.blank, row: line.number };
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] as PlannedColumn;
      const { index } = column;
      const stated = line.cells[index];
      if (!column.standsAlone || this.#above === null || stated !== this.#above[index]) {
        const cell = column.constant ?? stated ?? null;
        this.#values[at] = isBad(cell) ? this.#bad(cell, column.header, index) : column.reader.read(cell);
      }
      values[column.name] = this.#values[at];
    }
    this.#above = row.failed || this.#parts.length > 1 ? null : line.cells;
    values.exported = row.exported;
    // A roster without ids goes by its names.
    if (values.manager_id === null && typeof values.name === 'string') {
      row.manager = values.name;
      values.manager_id = values.name;
    }
    if (this.#isLate(values)) {
      this.#dropped += 1;
      this.#tallies.late();
      this.#late.push(values);
      return;
    }
    this.#checkRow(line, values);
    if (this.#unclaimed.watches) this.#unclaimed.see(line.cells, line.number, accountOf(values));

    if (row.manager !== '') this.#managers.add(row.manager);
    this.#totals.add(row.failed ? null : row.amounts, row.currency);
    if (row.failed) this.#inError += 1;
    else this.#rows.push(values);
  }

  #bad(cell: BadCell, header: string, index: number): undefined {
    const row = this.#row;
    row.failed = true;
    const { managers } = this.#about();
    if (cell.bad === 'half-character') {
      const about = { value: cell.text, managers };
      this.#report(cellProblems.halfCharacter(this.#at(header), { column: header }, about));
      return undefined;
    }
    const problem = cell.bad === 'excel-error' ? cellProblems.excelError : cellProblems.noCachedValue;
    const address = `${columnLetter(index)}${row.number}`;
    this.#report(problem(this.#at(header), { cell: address }, { value: cell.text, managers }));
    return undefined;
  }

  #about(): { readonly managers: readonly string[] } {
    const { manager } = this.#row;
    return { managers: manager === '' ? [] : [manager] };
  }

  /** What concerns the row as a whole. */
  #checkRow(line: RawRow, values: Record<string, unknown>): void {
    const row = this.#row;
    if (line.cells.length > this.#widest && line.cells.slice(this.#widest).some((cell) => !isEmpty(cell))) {
      row.failed = true;
      const args = { cells: line.cells.length, columns: this.#widest };
      this.#report(checkProblems.tooManyCells(this.#at(), args, this.#about()));
    }
    for (const { planned, merge } of this.#tallMerges.over(line.number)) {
      row.failed = true;
      const args = { column: planned.header, cell: `${columnLetter(merge.left)}${merge.top}` };
      this.#report(cellProblems.merged(this.#at(planned.header), args, this.#about()));
    }
    for (const beside of this.#plan.beside) this.#compare(beside, line);
    if (row.namesake !== null) {
      row.failed = true;
      this.#tallies.namesake(row.namesake, row.number);
    }
    if (row.unrated !== null) {
      row.failed = true;
      this.#tallies.unrated(row.unrated, row.manager, row.number);
    }
    if (this.#isStranger(values)) {
      row.failed = true;
      const name = this.#nameIndex < 0 ? '' : textOf(line.cells[this.#nameIndex]);
      this.#tallies.stranger(row.manager, row.number, name || null);
    }
  }

  #compare(beside: ProductBeside, { cells }: RawRow): void {
    const { product, average, days } = beside;
    const [summed, stated] = [product, average].map(({ index }) => numberIn(cells[index] ?? null));
    const about = this.#about();
    if (typeof summed === 'string') {
      this.#row.failed = true;
      const args = { column: product.header, fault: summed };
      const value = textOf(cells[product.index]);
      this.#surroundings.report(cellProblems.notANumber(this.#at(product.header), args, { ...about, value }));
    }
    if (typeof summed !== 'bigint' || typeof stated === 'string') return;
    const found = difference(beside, summed, stated ?? 0n);
    if (found === null) return;
    this.#row.failed = true;
    const args = { average: average.header, product: product.header, days, ...found };
    const value = textOf(cells[average.index]);
    this.#surroundings.report(productProblems.differs(this.#at(average.header), args, { ...about, value }));
  }

  /** Reviews of earlier years may name people who have left. */
  #isStranger(values: Record<string, unknown>): boolean {
    const { roster, period } = this.#surroundings;
    const { manager } = this.#row;
    if (roster === null || manager === '' || roster.ids.has(manager)) return false;
    return this.#table !== 'reviews' || typeof values.year !== 'number' || values.year >= yearOf(period);
  }

  /** A ledger goes on after the quarter; what happened later is not this quarter's. */
  #isLate(values: Record<string, unknown>): boolean {
    if (!ledgers.has(this.#table) || this.#lastDay === null) return false;
    return typeof values.date === 'string' && values.date > this.#lastDay;
  }

  #total(kind: 'total' | 'subtotal', line: RawRow): void {
    const stated = this.#plan.amounts.map(({ index }): Exact | null => {
      const value = numberIn(line.cells[index] ?? null);
      return typeof value === 'bigint' ? value : null;
    });
    const differences = this.#totals.compare(kind, stated);
    if (differences === null) return;
    this.#totalsChecked += 1;
    for (const { index, stated: figure, sum } of differences) {
      const column = this.#plan.amounts[index]?.header ?? '';
      this.#surroundings.report(
        totalProblems.differs(
          this.#at(column, line.number),
          { column, stated: figure, sum },
          { value: figure },
        ),
      );
    }
  }

  /** `complete`: all of the file was read. */
  finish(complete: boolean): SheetRead<TableId> {
    const at = this.#at(undefined, this.#header.rows[0] ?? 1);
    for (const { header, reader } of this.#plan.columns) {
      const { count, rows } = reader.blanks;
      if (count === 0) continue;
      const args = { column: header, count, rows };
      this.#surroundings.report(
        cellProblems.blankAmounts({ ...at, row: rows[0] ?? 1, column: header }, args),
      );
    }
    const tallied = this.#tallies.problems((row, column) => this.#at(column, row), {
      roster: this.#surroundings.roster,
      managerHeader: this.#plan.columns.find(({ name }) => name === 'manager_id')?.header ?? '',
      headerRow: at.row ?? 1,
      lastDay: this.#lastDay,
    });
    const found = [
      tallied,
      this.#unclaimed.found(at),
      ...this.#plan.columns.map((column) => this.#words(column)),
    ];
    for (const problem of found.flatMap(({ problems }) => problems)) this.#surroundings.report(problem);
    const lines = this.#rows.length + this.#inError + this.#tallies.lateCount;
    // An optional table without rows says that nothing of the kind is on record.
    const isMissed = requiredTables.some((table) => table === this.#table);
    if (lines === 0 && complete && isMissed) this.#surroundings.report(checkProblems.noRows(at, {}));
    return {
      rows: this.#rows as Row<TableId>[],
      late: this.#late as Row<TableId>[],
      reading: this.#reading(),
      suggestions: found.flatMap(({ suggestions }) => suggestions),
      managers: this.#managers,
    };
  }

  #words({ name, header, reader }: PlannedColumn): ReturnType<UnknownWords['found']> {
    const column = this.#declaration.columns[name];
    if (column === undefined) return { problems: [], suggestions: [] };
    const at = (row: number) => this.#at(header, row);
    return reader.unknown.found({ table: this.#table, name, header, at }, column);
  }

  /** The unit of amounts that state none. */
  #plainUnit(): string {
    const { currency } = this.#units;
    return currency === null || currency === 'CNY' ? '元' : currency;
  }

  #reading(): Reading {
    return {
      source: this.#source,
      table: this.#table,
      encoding: this.#sheet.encoding,
      headerRows: this.#header.rows,
      columns: this.#header.columns.map(({ index, header, column, indicator, entry }) => {
        const part = this.#parts.find((each) => each.indicator === indicator) ?? this.#parts[0];
        const unit = column === null ? undefined : part.units.columns.get(column);
        const ownUnit = indicator === null ? null : part.unit;
        return {
          header,
          position: index + 1,
          column: columnReadAs(column, { declaration: this.#declaration, header: this.#header }),
          unit: ownUnit ?? (unit === undefined ? null : (unit.unit?.text ?? this.#plainUnit())),
          unitFrom: ownUnit === null ? (unit?.from ?? null) : 'header',
          byProfile: entry !== null,
        };
      }),
      rowsRead: this.#read,
      rowsKept: this.#rows.length,
      rowsDropped: this.#dropped,
      rowsInError: this.#inError,
      totalsChecked: this.#totalsChecked,
    };
  }
}
