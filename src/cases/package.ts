/**
 * Typed packages without files: a case states only the figures it is about, everything else is an ordinary manager with
 * nothing on record.
 */
import type { Day, Quarter } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { Decimal } from '../model/money.ts';
import type { QuarterPackage, Reading, Row } from '../model/package.ts';
import { parseRatio, zero } from '../model/ratio.ts';
import type { AnyColumn, RowOrigin, Source } from '../model/table.ts';
import { type TableId, tableIds, tables } from '../model/tables/index.ts';
import { CaseFault } from './fault.ts';

type Cells<T extends TableId> = Omit<Row<T>, keyof RowOrigin>;
/** The cells a case cares about. */
export type Given<T extends TableId> = Partial<Cells<T> & Pick<RowOrigin, 'exported'>>;
export type GivenTables = { readonly [T in TableId]?: readonly Given<T>[] };

export const ordinaryManager = '0001';

/** What a row holds where a case says nothing: a second-grade manager, customer 甲; other cells are blank. */
const ordinary: { readonly [T in TableId]: Partial<Cells<T>> } = {
  fx: { currency: 'USD', rate: '7', per: '1' },
  roster: {
    manager_id: ordinaryManager,
    name: '某某',
    unit: '城关支行',
    grade: 'second',
    series: 'corporate',
    marketing_since: '2015-07-01',
    education: '本科',
    entry_exam: 'passed',
    status: 'on-duty',
  },
  deposits: {
    manager_id: ordinaryManager,
    customer_id: '甲',
    currency: 'CNY',
    kind: '活期',
    share: parseRatio('1'),
  },
  loans: {
    manager_id: ordinaryManager,
    customer_id: '甲',
    loan_id: 'L1',
    product: '流动资金贷款',
    currency: 'CNY',
    share: parseRatio('1'),
  },
  settlement: {
    manager_id: ordinaryManager,
    customer_id: '甲',
    kind: 'international',
    currency: 'USD',
    share: parseRatio('1'),
  },
  classification: {
    loan_id: 'L1',
    manager_id: ordinaryManager,
    customer_id: '甲',
    currency: 'CNY',
    class: 'normal',
  },
  targets: {
    manager_id: ordinaryManager,
    indicator: 'deposits',
    main: 'yes',
  },
  metrics: {
    manager_id: ordinaryManager,
    indicator: 'deposits',
  },
  events: { manager_id: ordinaryManager, date: '2026-07-01', kind: 'explained' },
  reviews: { manager_id: ordinaryManager, year: 2026, rating: 'competent', score: parseRatio('80') },
  adjustments: {
    manager_id: ordinaryManager,
    indicator: 'deposits',
    reference: '批〔2026〕1号',
    reason: '更正',
    approved_by: '某某',
  },
  scores: {
    manager_id: ordinaryManager,
    indicator: '协作',
  },
  collections: {
    manager_id: ordinaryManager,
  },
  units: {
    branch: '甲分行',
    kind: 'branch',
  },
  activities: {
    manager_id: ordinaryManager,
    date: '2026-07-01',
    kind: 'log',
  },
  attendance: { manager_id: ordinaryManager, date: '2026-07-01', kind: 'late' },
  assignments: { manager_id: ordinaryManager, customer_id: '甲', role: 'lead', from: '2025-01-01' },
  branches: { branch: '城关支行' },
  deferrals: { manager_id: ordinaryManager, period: '2025Q3' },
};

/** A cell about which a case says nothing. */
function blankOf(spec: AnyColumn): unknown {
  switch (spec.kind) {
    case 'id':
    case 'text':
      return '';
    case 'amount':
      return spec.mayBeBlank === 'unknown' ? null : 0n;
    case 'figure':
      return spec.required ? zero : null;
    case 'decimal':
      return spec.default;
    case 'days':
      return 0;
    default:
      return null;
  }
}

interface Around {
  readonly period?: Quarter;
  /** Yuan for one unit. */
  readonly rates?: Readonly<Record<string, string>>;
  readonly chainStarts?: Quarter | null;
  readonly holidays?: readonly Day[];
  readonly workingDays?: readonly Day[];
  /** Columns that the export lacks, `roster.education`, or whole tables, `units`. */
  readonly without?: readonly string[];
  readonly problems?: readonly Diagnostic[];
}

/** A package of the given rows, each table from one file that has all columns but those left out. */
export function packageOf(
  given: GivenTables,
  {
    period = '2026Q3',
    rates = { USD: '7' },
    chainStarts = null,
    holidays = [],
    workingDays = [],
    without = [],
    problems = [],
  }: Around = {},
): QuarterPackage {
  for (const column of without) mustExist(column);
  const lacking = (table: TableId, column: string): boolean => without.includes(`${table}.${column}`);
  const rowsOf = (table: TableId) =>
    (without.includes(table) ? [] : (given[table] ?? [])).map((cells, index) => ({
      source: sourceOf(table),
      row: index + 2,
      exported: null,
      ...blank[table],
      ...ordinary[table],
      ...cells,
      ...Object.fromEntries(
        columnsOf(table)
          .filter((column) => lacking(table, column))
          .map((column) => [column, null]),
      ),
    }));
  const readingOf = (table: TableId): Reading => ({
    source: sourceOf(table),
    table,
    encoding: 'UTF-8',
    headerRows: [1],
    columns: columnsOf(table)
      .filter((column) => !lacking(table, column))
      .map((column, index) => ({
        header: column,
        position: index + 1,
        column,
        unit: null,
        unitFrom: null,
        byProfile: false,
      })),
    rowsRead: given[table]?.length ?? 0,
    rowsKept: given[table]?.length ?? 0,
    rowsDropped: 0,
    rowsInError: 0,
    totalsChecked: 0,
  });
  return {
    period,
    settings: { period, chainStarts, absent: [], holidays, workingDays },
    inputs: [],
    bank: null,
    suggestions: [],
    lateEvents: [],
    sums: [],
    readings: tableIds.filter((table) => !without.includes(table)).map(readingOf),
    // The rows are those of the declarations: every cell of every table is there.
    tables: Object.fromEntries(
      tableIds.map((table) => [table, rowsOf(table)]),
    ) as unknown as QuarterPackage['tables'],
    rates: new Map([
      ['CNY', new Decimal('1')],
      ...Object.entries(rates).map(([currency, rate]) => [currency, new Decimal(rate)] as const),
    ]),
    problems,
  };
}

/** Every cell of every table, blank. */
const blank = Object.fromEntries(
  tableIds.map((table) => [
    table,
    Object.fromEntries(
      Object.entries(tables[table].columns).map(([column, spec]) => [column, blankOf(spec)]),
    ),
  ]),
) as Readonly<Record<TableId, Readonly<Record<string, unknown>>>>;

const sources = new Map<TableId, Source>();
/** One source for all rows of a table, as intake shares it. */
function sourceOf(table: TableId): Source {
  const known = sources.get(table) ?? { file: `${table}.csv`, sheet: null };
  sources.set(table, known);
  return known;
}

const columnsOf = (table: TableId): string[] => Object.keys(tables[table].columns);

function mustExist(column: string): void {
  const [table = '', name] = column.split('.');
  const isTable = (tableIds as string[]).includes(table);
  if (!isTable || (name !== undefined && !columnsOf(table as TableId).includes(name)))
    throw new CaseFault({ zh: `没有“${column}”这一列`, en: `no column ${column}` });
}
