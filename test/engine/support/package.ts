/**
 * Builds typed packages without files: a test states only the figures it is about, everything else is an ordinary
 * manager with nothing on record.
 */
import type { Day, Quarter } from '../../../src/model/calendar.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { Decimal } from '../../../src/model/money.ts';
import type { QuarterPackage, Reading, Row } from '../../../src/model/package.ts';
import { parseRatio } from '../../../src/model/ratio.ts';
import type { RowOrigin, Source } from '../../../src/model/table.ts';
import { type TableId, tableIds, tables } from '../../../src/model/tables/index.ts';

type Cells<T extends TableId> = Omit<Row<T>, keyof RowOrigin>;
/** The cells a test cares about. */
export type Given<T extends TableId> = Partial<Cells<T> & Pick<RowOrigin, 'exported'>>;
export type GivenTables = { readonly [T in TableId]?: readonly Given<T>[] };

export const ordinaryManager = '0001';

/** What a row holds where a test says nothing: a second-grade manager, customer 甲, amounts of 0. */
const ordinary: { readonly [T in TableId]: Cells<T> } = {
  fx: { currency: 'USD', rate: new Decimal('7'), per: new Decimal('1') },
  roster: {
    manager_id: ordinaryManager,
    name: '某某',
    unit: '城关支行',
    grade: 'second',
    series: 'corporate',
    marketing_since: '2015-07-01',
    trainee_since: null,
    trainee_type: null,
    education: '本科',
    title: '',
    entry_exam: 'passed',
    promotion_exam: null,
    trainee_exam: null,
    trainee_until: null,
    employee_level: '',
    since: null,
    status: 'on-duty',
  },
  deposits: {
    manager_id: ordinaryManager,
    customer_id: '甲',
    customer_name: '',
    account: '',
    currency: 'CNY',
    kind: '活期',
    year_avg: 0n,
    prior_year_avg: 0n,
    quarter_avg: 0n,
    end_balance: 0n,
    share: parseRatio('1'),
  },
  loans: {
    manager_id: ordinaryManager,
    customer_id: '甲',
    customer_name: '',
    loan_id: 'L1',
    product: '流动资金贷款',
    currency: 'CNY',
    year_avg: 0n,
    quarter_avg: 0n,
    end_balance: 0n,
    due_date: null,
    overdue_days: 0,
    overdue_amount: 0n,
    arrears_days: 0,
    arrears_amount: 0n,
    advance_amount: 0n,
    share: parseRatio('1'),
  },
  settlement: {
    manager_id: ordinaryManager,
    customer_id: '甲',
    customer_name: '',
    reference: '',
    kind: 'international',
    currency: 'USD',
    quarter_amount: 0n,
    year_amount: 0n,
    share: parseRatio('1'),
  },
  classification: {
    loan_id: 'L1',
    manager_id: ordinaryManager,
    customer_id: '甲',
    currency: 'CNY',
    balance: 0n,
    class: 'normal',
    prior_balance: 0n,
    prior_class: null,
  },
  targets: {
    manager_id: ordinaryManager,
    indicator: 'deposits',
    quarter_target: 0n,
    year_target: 0n,
    main: 'yes',
    unit: '',
  },
  metrics: {
    manager_id: ordinaryManager,
    indicator: 'deposits',
    quarter_actual: 0n,
    year_actual: 0n,
    unit: '',
  },
  events: { manager_id: ordinaryManager, date: '2026-07-01', kind: 'explained', reference: '', note: '' },
  reviews: { manager_id: ordinaryManager, year: 2026, rating: 'competent', score: 8000n },
  adjustments: {
    manager_id: ordinaryManager,
    customer_id: '',
    indicator: 'deposits',
    basis: null,
    amount: 0n,
    reference: '批〔2026〕1号',
    reason: '更正',
    approved_by: '某某',
  },
  scores: {
    manager_id: ordinaryManager,
    indicator: '协作',
    value: 0n,
    quarter: null,
    year: null,
    note: '',
  },
  collections: {
    manager_id: ordinaryManager,
    due_principal: 0n,
    recovered_principal: 0n,
    interest_due: 0n,
    interest_received: 0n,
    interest_income: 0n,
    month_avg_loans: 0n,
  },
  units: {
    branch: '甲分行',
    kind: 'branch',
    sub_units: null,
    corporate_scale: null,
    new_deposits: null,
    new_risk_assets: null,
    new_sme_customers: null,
    opened_on: null,
    actual: null,
  },
  activities: {
    manager_id: ordinaryManager,
    date: '2026-07-01',
    kind: 'log',
    customer_id: '',
    answered_on: null,
  },
  attendance: { manager_id: ordinaryManager, date: '2026-07-01', kind: 'late', minutes: null },
};

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
    sums: [],
    readings: tableIds.filter((table) => !without.includes(table)).map(readingOf),
    // The rows are those of the declarations: `ordinary` gives every cell of every table.
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
    throw new Error(`no column ${column}`);
}
