/** Branches and outlets: their rows, and how many managers they have. */

import { countOf, type Fact, readOff, theseRows } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import type { Row } from '../../model/package.ts';
import type { SectionEntry } from '../../model/section-result.ts';
import type { UnitKind } from '../../model/sections/units.ts';
import type { AnyColumn } from '../../model/table.ts';
import { tables } from '../../model/tables/index.ts';
import type { Text } from '../../model/text.ts';
import type { Branch } from '../context.ts';
import { missingCell, missingColumn, missingTable } from '../finding.ts';
import { entryAbout, hasTable } from './evaluator.ts';

/** An entry for each unit of these kinds, by name; one that says so where the package has no table of units. */
export function entriesFor(
  kinds: readonly UnitKind[],
  branch: Branch,
  entry: (row: Row<'units'>) => SectionEntry,
): SectionEntry[] {
  if (!hasTable('units', branch))
    return [
      entryAbout('units', tables.units.title, { outcome: 'unknown', missing: [missingTable('units')] }),
    ];
  return branch.package.tables.units
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => (a.branch < b.branch ? -1 : 1))
    .map(entry);
}

export const unitTitle = (column: keyof typeof tables.units.columns): Text => ({
  zh: (tables.units.columns[column] as AnyColumn).headers[0],
  en: englishOf[column],
});

const englishOf: Readonly<Record<keyof typeof tables.units.columns, string>> = {
  branch: 'Branch',
  kind: 'Kind',
  sub_units: 'Sub-units',
  corporate_scale: 'Corporate assets and liabilities',
  new_deposits: 'New corporate deposits',
  new_risk_assets: 'New risk assets',
  new_sme_customers: 'New credit customers of small and medium size',
  opened_on: 'Opened on',
  actual: 'Managers now',
};

/** What a blank cell of a unit is missing for. */
export const unitLacks = (row: Row<'units'>, column: keyof typeof tables.units.columns, branch: Branch) =>
  branch.hasColumn('units', row, column)
    ? missingCell(column, unitTitle(column))
    : missingColumn('units', column);

interface Actual {
  readonly fact: Fact;
  readonly missing: readonly Missing[];
  readonly notes: readonly Text[];
}

/** The managers a unit has: as its row says, else by the reading — not known, or those on duty there by the roster. */
export function actualOf(row: Row<'units'>, blank: string, branch: Branch): Actual {
  const title = unitTitle('actual');
  if (row.actual !== null || blank !== 'roster')
    return {
      fact: readOff(
        title,
        row.actual === null ? null : countOf('number', row.actual),
        theseRows({ table: 'units', rows: [row] }),
      ),
      missing: row.actual === null ? [unitLacks(row, 'actual', branch)] : [],
      notes: [],
    };
  const whole = branch.package.readings.filter(({ table }) => table === 'roster');
  const known = whole.length > 0 && whole.every(({ rowsInError }) => rowsInError === 0);
  const there = branch.package.tables.roster.filter(
    ({ unit, status }) => unit === row.branch && branch.policy.statuses[status]?.appraised,
  );
  return {
    fact: readOff(
      title,
      known ? countOf('number', there.length) : null,
      theseRows({ table: 'roster', rows: there }),
    ),
    missing: known ? [] : [missingTable('roster')],
    notes: known
      ? [
          {
            zh: `现有人数未填，按名册中所属机构为“${row.branch}”的在岗人员计：${there.length} 人`,
            en: `the number of managers is blank; the roster has ${there.length} on duty in "${row.branch}"`,
          },
        ]
      : [],
  };
}
