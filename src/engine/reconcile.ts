/**
 * Nothing is lost: for every table, rows read = counted + excluded + dropped + in error, and yuan read = credited +
 * excluded. Books that do not balance are a fault of the tool and stop the run.
 */
import type { Reconciliation } from '../model/appraisal.ts';
import { rowOf, yuanOf } from '../model/credited.ts';
import type { Hundredths } from '../model/money.ts';
import type { QuarterPackage } from '../model/package.ts';
import { type TableId, tableIds } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';
import { type AmountTable, amountTables, type CreditedRows, firstOfAccount } from './credit.ts';

/** The one amount of each table whose yuan are followed. */
const followed: Record<AmountTable, string> = {
  deposits: 'year_avg',
  loans: 'year_avg',
  settlement: 'year_amount',
  classification: 'balance',
};

const rules = {
  unassigned: { zh: '管户人空缺', en: 'no manager' },
  'not-appraised': { zh: '客户经理未参加考核', en: 'the manager is not appraised' },
  domestic: { zh: '国内结算不计', en: 'domestic settlement is not counted' },
  ignored: { zh: '晚于本期最后一日', en: 'after the last day of the period' },
} as const satisfies Record<string, Text>;
type ExclusionRule = keyof typeof rules;

/** The books of every table of the package. `appraised`: the ids of the managers whose rows count. */
export function reconcile(
  pkg: QuarterPackage,
  rows: CreditedRows,
  appraised: ReadonlySet<string>,
): Reconciliation[] {
  return tableIds
    .filter((table) => pkg.readings.some((reading) => reading.table === table))
    .map((table) => balanced(booksOf(table, pkg, rows, appraised)));
}

function booksOf(
  table: TableId,
  pkg: QuarterPackage,
  rows: CreditedRows,
  appraised: ReadonlySet<string>,
): Reconciliation {
  const readings = pkg.readings.filter((reading) => reading.table === table);
  const total = (count: 'rowsRead' | 'rowsKept' | 'rowsDropped' | 'rowsInError'): number =>
    readings.reduce((sum, reading) => sum + reading[count], 0);
  const excluded = new Map<ExclusionRule, { rows: number; yuan: Hundredths }>();
  const exclude = (rule: ExclusionRule, count: number, yuan: Hundredths): void => {
    const before = excluded.get(rule) ?? { rows: 0, yuan: 0n };
    excluded.set(rule, { rows: before.rows + count, yuan: before.yuan + yuan });
  };

  const amounts = isAmountTable(table) ? { read: 0n, credited: 0n } : null;
  let counted = 0;
  if (isAmountTable(table) && amounts) {
    const firstRow = firstOfAccount(table);
    for (const each of rows[table]) {
      const row = rowOf(each);
      const column = followed[table];
      const part = yuanOf(each)[column] ?? 0n;
      if (firstRow(row)) amounts.read += (row as unknown as Record<string, Hundredths>)[column] ?? 0n;
      const rule = exclusionOf(row, appraised);
      if (rule) exclude(rule, 1, part);
      else {
        counted += 1;
        amounts.credited += part;
      }
    }
  } else
    for (const row of pkg.tables[table] as readonly object[]) {
      const rule = exclusionOf(row, appraised);
      if (rule) exclude(rule, 1, 0n);
      else counted += 1;
    }
  // Rows that intake kept, but no table holds: events after the period.
  const ignored = total('rowsKept') - pkg.tables[table].length;
  if (ignored > 0) exclude('ignored', ignored, 0n);

  const list = (Object.keys(rules) as ExclusionRule[]).flatMap((rule) => {
    const sums = excluded.get(rule);
    return sums ? [{ rule, title: rules[rule], ...sums }] : [];
  });
  return {
    table,
    rowsRead: total('rowsRead'),
    rowsCounted: counted,
    excluded: list,
    rowsExcluded: list.reduce((sum, each) => sum + each.rows, 0),
    rowsDropped: total('rowsDropped'),
    rowsInError: total('rowsInError'),
    yuanRead: amounts?.read ?? null,
    yuanCredited: amounts?.credited ?? null,
    yuanExcluded: amounts && list.reduce((sum, each) => sum + each.yuan, 0n),
  };
}

const isAmountTable = (table: TableId): table is AmountTable =>
  (amountTables as readonly TableId[]).includes(table);

function exclusionOf(row: object, appraised: ReadonlySet<string>): ExclusionRule | null {
  if (!('manager_id' in row) || typeof row.manager_id !== 'string') return null;
  if (row.manager_id === '') return 'unassigned';
  if ('kind' in row && row.kind === 'domestic') return 'domestic';
  return appraised.has(row.manager_id) ? null : 'not-appraised';
}

function balanced(books: Reconciliation): Reconciliation {
  const rows = books.rowsCounted + books.rowsExcluded + books.rowsDropped + books.rowsInError;
  const yuan = (books.yuanCredited ?? 0n) + (books.yuanExcluded ?? 0n);
  if (rows !== books.rowsRead || yuan !== (books.yuanRead ?? 0n))
    throw new Error(
      `the books of ${books.table} do not balance: ${books.rowsRead} rows read, ${rows} accounted for; ` +
        `${books.yuanRead ?? 0n} cents read, ${yuan} accounted for`,
    );
  return books;
}
