/** What is the same for every manager of a run, made once. */
import { lastDay, stageOf, yearOf } from '../model/calendar.ts';
import type { ConditionSpecs } from '../model/conditions/index.ts';
import { rowsIn } from '../model/credited.ts';
import type { History } from '../model/history.ts';
import type { QuarterPackage } from '../model/package.ts';
import type { Policy } from '../model/policy.ts';
import type { Source } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import { assumptionsOf } from '../policy/assumptions.ts';
import type { Parameters } from '../policy/parameters.ts';
import { tablesNeeded } from '../policy/tables-needed.ts';
import { averagingOf } from './averaging.ts';
import type { Branch } from './context.ts';
import type { CreditedRows } from './credit.ts';
import { pastOf } from './past.ts';
import { rankReviews } from './ranking.ts';
import { teamsOf } from './teams.ts';

export function branchOf(
  pkg: QuarterPackage,
  policy: Policy,
  parameters: Parameters,
  history: History,
  rows: CreditedRows,
): Branch {
  const onBooks = new Set<string>();
  for (const table of ['deposits', 'loans', 'settlement'] as const)
    for (const { manager_id: manager, customer_id: customer } of rowsIn(rows[table]))
      if (manager !== '') onBooks.add(customer);
  const columnsIn = columnsOf(pkg);
  return {
    period: pkg.period,
    stage: stageOf(pkg.period),
    lastDay: lastDay(pkg.period),
    policy: policy.file,
    parameters,
    assumptions: assumptionsOf(policy.file, parameters.list),
    package: pkg,
    past: pastOf(pkg, history),
    onBooks,
    ranking: rankReviews(
      pkg,
      yearOf(pkg.period),
      (grade) => policy.file.ladder[grade]?.trainee ?? false,
      (status) => policy.file.statuses[status]?.appraised ?? false,
    ),
    teams: teamsOf(pkg, rows),
    averaging: averagingOf(
      specsIn(policy.file, 'completion').filter((spec) => 'less-than' in spec),
      parameters,
    ),
    readsPlans: tablesNeeded([policy.file]).includes('targets'),
    flowMeasures: [
      ...new Set(specsIn(policy.file, 'compare').flatMap(({ flows, measure }) => (flows ? measure : []))),
    ],
    loansMeasure: specsIn(policy.file, 'declining').flatMap(({ loans }) => loans ?? [])[0] ?? null,
    hasColumn: (table, { source }, column) => columnsIn(table, source).has(column),
  };
}

/** Every condition of a kind in the policy's rules, wherever it stands. */
function specsIn<K extends 'compare' | 'completion' | 'declining'>(
  value: unknown,
  kind: K,
): ConditionSpecs[K][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === kind && typeof each === 'object' ? (each as ConditionSpecs[K]) : specsIn(each, kind),
  );
}

/** The columns that a file has of a table. Asked for every row: the rows of a file share their source. */
function columnsOf(pkg: QuarterPackage): (table: TableId, source: Source) => ReadonlySet<string> {
  const known = new Map<Source, Map<TableId, ReadonlySet<string>>>();
  return (table, source) => {
    const found = known.get(source)?.get(table);
    if (found) return found;
    const readings = pkg.readings.filter(
      (each) =>
        each.table === table && each.source.file === source.file && each.source.sheet === source.sheet,
    );
    const columns = new Set(readings.flatMap((each) => each.columns.flatMap(({ column }) => column ?? [])));
    known.set(source, (known.get(source) ?? new Map()).set(table, columns));
    return columns;
  };
}
