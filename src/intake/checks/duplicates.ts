/** Rows that may occur once only: a manager in the roster, a loan among a manager's rows, a target of an indicator … */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Tables } from '../../model/package.ts';
import type { RowOrigin } from '../../model/table.ts';
import { groupsOf } from './groups.ts';
import { checkProblems } from './problems.ts';
import { rowKeys } from './row-keys.ts';

interface Uniqueness<Row> {
  readonly key: (row: Row) => string;
  /** The key as a person would name it. */
  readonly named: (row: Row) => string;
  readonly managers: (row: Row) => string;
}

export function* checkDuplicates(rows: Tables): Generator<Diagnostic> {
  yield* repeated(rows.roster, {
    key: rowKeys.roster,
    named: (row) => row.manager_id,
    managers: (row) => row.manager_id,
  });
  yield* repeated(rows.loans, {
    key: rowKeys.loans,
    named: (row) => row.loan_id,
    managers: (row) => row.manager_id,
  });
  yield* repeated(rows.classification, {
    key: rowKeys.classification,
    named: (row) => row.loan_id,
    managers: (row) => row.manager_id,
  });
  yield* repeated(rows.targets, byIndicator);
  yield* repeated(rows.metrics, byIndicator);
  yield* repeated(rows.reviews, {
    key: rowKeys.reviews,
    named: (row) => `${row.manager_id} ${row.year}`,
    managers: (row) => row.manager_id,
  });
  yield* repeated(rows.branches, {
    key: rowKeys.branches,
    named: (row) => `${row.branch} ${row.indicator}`,
    managers: () => '',
  });
  yield* repeated(rows.deferrals, {
    key: rowKeys.deferrals,
    named: (row) => `${row.manager_id} ${row.period}`,
    managers: (row) => row.manager_id,
  });
  // A unit's figures are its own: two rows of one name would be summed by nobody.
  yield* repeated(rows.units, { key: rowKeys.units, named: (row) => row.branch, managers: () => '' });
}

const byIndicator: Uniqueness<{ readonly manager_id: string; readonly indicator: string }> = {
  key: rowKeys.targets,
  named: (row) => `${row.manager_id} ${row.indicator}`,
  managers: (row) => row.manager_id,
};

function* repeated<Row extends RowOrigin>(
  rows: readonly Row[],
  unique: Uniqueness<Row>,
): Generator<Diagnostic> {
  for (const [earlier, ...others] of groupsOf(rows, unique.key)) {
    if (earlier === undefined) continue;
    for (const row of others) {
      const { file, sheet } = row.source;
      const named = unique.named(row);
      const managers = [...new Set([earlier, row].map(unique.managers))].filter((id) => id !== '');
      yield checkProblems.duplicate(
        { file, sheet, row: row.row },
        { key: named, file: earlier.source.file, row: earlier.row },
        { value: named, managers },
      );
    }
  }
}
