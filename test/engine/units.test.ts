/** What sections about units and duties make of rows that could not be read, and of rows in another order. */
import { describe, expect, test } from 'vitest';
import type { QuarterPackage } from '../../src/model/package.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { SectionEntry } from '../../src/model/section-result.ts';
import type { TableId } from '../../src/model/tables/index.ts';
import { appraised } from './support/appraised.ts';
import { type GivenTables, packageOf } from './support/package.ts';
import { boxed } from './support/policy.ts';

/** The entries of a section, by subject. */
function entriesOf(
  policy: string | Policy,
  section: string,
  pkg: QuarterPackage,
): Record<string, SectionEntry> {
  const { schemes } = appraised(pkg, {
    policy: typeof policy === 'string' ? boxed(policy) : policy,
    lenient: true,
  });
  const found = schemes.flatMap(({ sections }) => sections).find(({ id }) => id === section);
  return Object.fromEntries((found?.entries ?? []).map((entry) => [entry.subject, entry]));
}

/** The same package, of one table of which a row was in error. */
const withError = (pkg: QuarterPackage, broken: TableId): QuarterPackage => ({
  ...pkg,
  readings: pkg.readings.map((reading) =>
    reading.table === broken ? { ...reading, rowsRead: reading.rowsRead + 1, rowsInError: 1 } : reading,
  ),
});

describe('rows that could not be read', () => {
  const campaigns = packageOf(
    {
      roster: [{}, { manager_id: '0002' }],
      activities: ['2026-01-05', '2026-02-05'].map((date) => ({ date, kind: 'campaign' as const })),
    },
    { period: '2026Q2' },
  );

  test('may be the campaigns that a unit lacks', () => {
    const judged = (pkg: QuarterPackage) => entriesOf('duties', 'centres', pkg).城关支行;
    expect(judged(campaigns)?.verdict?.id).toBe('incomplete');
    for (const table of ['activities', 'roster'] as const)
      expect(judged(withError(campaigns, table))).toMatchObject({
        outcome: 'unknown',
        missing: [{ key: 'table:activities' }],
      });
  });

  test('may hold the meeting that anybody of a unit records, and are not a manager’s own logs', () => {
    const { findings } = entriesOf('duties', 'managers', withError(campaigns, 'activities'))['0002'] ?? {};
    const outcomes = Object.fromEntries((findings ?? []).map(({ rule, outcome }) => [rule, outcome]));
    expect(outcomes).toMatchObject({ log: 'unmet', report: 'unmet', meeting: 'unknown' });
  });

  test('may be the managers of an outlet that the roster is counted for', () => {
    const outlets = packageOf({
      roster: [{}],
      units: [
        { branch: '城关支行', kind: 'corporate-outlet' },
        { branch: '城东支行', kind: 'corporate-outlet', actual: 0 },
      ],
    });
    const judged = (pkg: QuarterPackage) =>
      Object.entries(entriesOf('headcount-2013', 'minimum-staffing', pkg)).map(([unit, { verdict }]) => [
        unit,
        verdict?.id,
      ]);
    expect(judged(outlets)).toEqual([
      ['城东支行', 'short'],
      ['城关支行', 'enough'],
    ]);
    expect(judged(withError(outlets, 'roster'))).toEqual([
      ['城东支行', 'short'],
      ['城关支行', undefined],
    ]);
  });
});

test('a customer whose measure is not known may be one that should have been visited', () => {
  const { file, ...rest } = boxed('duties');
  const deposits = file.measures.deposits;
  if (!deposits) throw new Error('no measure');
  const year = { add: 'year_avg', subtract: 'prior_year_avg' };
  const policy = { ...rest, file: { ...file, measures: { deposits: { ...deposits, year } } } };
  const pkg = packageOf(
    { roster: [{}], deposits: [{ year_avg: 90_000_000n, customer_name: '海天公司' }] },
    { without: ['deposits.prior_year_avg'] },
  );
  const { findings, lines } = entriesOf(policy, 'managers', pkg)['0001'] ?? {};
  expect(findings?.find(({ rule }) => rule === 'visit')).toMatchObject({
    outcome: 'unknown',
    missing: [{ key: 'column:deposits.prior_year_avg' }],
  });
  expect(lines?.map(({ says }) => says.zh)).toContain('海天公司 存款不详');
});

test('the order of the rows does not matter', () => {
  const given: GivenTables = {
    roster: [{}, { manager_id: '0002', unit: '城东支行' }, { manager_id: '0003' }],
    deposits: [
      { customer_id: '甲', year_avg: 60_000_000n },
      { customer_id: '乙', year_avg: 50_000_000n },
      { manager_id: '0003', customer_id: '丙', year_avg: 70_000_000n },
    ],
    activities: [
      { date: '2026-07-03', kind: 'visit', customer_id: '乙' },
      { date: '2026-07-02', kind: 'visit', customer_id: '甲' },
      { date: '2026-08-04', kind: 'visit', customer_id: '' },
      { manager_id: '0003', date: '2026-07-02', kind: 'meeting' },
      { date: '2026-07-06', kind: 'need_card', answered_on: '2026-07-30' },
      { date: '2026-07-01', kind: 'complaint', answered_on: null },
      { manager_id: '0002', date: '2026-04-08', kind: 'campaign' },
    ],
    units: [
      { branch: '乙分行', sub_units: 2, actual: 3 },
      { branch: '甲分行', sub_units: 3, corporate_scale: 0n, actual: 3 },
    ],
  };
  const turned = Object.fromEntries(
    Object.entries(given).map(([table, rows]) => [table, rows.toReversed()]),
  ) as GivenTables;
  const said = (tables: GivenTables) =>
    (['managers', 'centres', 'headcount'] as const).map((section) =>
      Object.entries(
        entriesOf(section === 'headcount' ? 'headcount-2013' : 'duties', section, packageOf(tables)),
      ).map(([subject, { verdict, figures, lines, missing, notes }]) => ({
        subject,
        verdict,
        figures: figures.map(({ id, fact }) => [id, fact.quantity]),
        lines: lines.map(({ title, says, outcome }) => [title, says, outcome]),
        missing,
        notes,
      })),
    );
  expect(said(turned)).toEqual(said(given));
});
