/** What is the same for every manager of a run, made once. */
import { lastDay, stageOf, yearOf } from '../model/calendar.ts';
import type { History } from '../model/history.ts';
import type { QuarterPackage } from '../model/package.ts';
import type { Policy } from '../model/policy.ts';
import type { RowOrigin } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import type { Branch } from './context.ts';
import type { CreditedRows } from './credit.ts';
import type { Parameters } from './parameters.ts';
import { pastOf } from './past.ts';
import { rankReviews } from './ranking.ts';

export function branchOf(
  pkg: QuarterPackage,
  policy: Policy,
  parameters: Parameters,
  history: History,
  rows: CreditedRows,
): Branch {
  const managersOf = new Map<string, Set<string>>();
  for (const table of ['deposits', 'loans', 'settlement'] as const)
    for (const { row } of rows[table]) {
      if (row.manager_id === '') continue;
      const managers = managersOf.get(row.customer_id) ?? new Set();
      managersOf.set(row.customer_id, managers.add(row.manager_id));
    }
  const columns = new Set(
    pkg.readings.flatMap(({ table, source, columns }) =>
      columns.flatMap(({ column }) => (column ? [columnKey(table, source, column)] : [])),
    ),
  );
  return {
    period: pkg.period,
    stage: stageOf(pkg.period),
    lastDay: lastDay(pkg.period),
    policy: policy.file,
    parameters,
    package: pkg,
    past: pastOf(pkg, history),
    managersOf,
    ranking: rankReviews(pkg, yearOf(pkg.period), (grade) => policy.file.ladder[grade]?.trainee ?? false),
    hasColumn: (table, { source }, column) => columns.has(columnKey(table, source, column)),
  };
}

const columnKey = (table: TableId, { file, sheet }: RowOrigin['source'], column: string): string =>
  `${table}\n${file}\n${sheet ?? ''}\n${column}`;
