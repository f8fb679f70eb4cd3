/** What must hold of every appraisal, whatever the branch: tried on random small branches. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appraisal } from '../../src/model/appraisal.ts';
import { decisionOf, gradedOf } from '../../src/model/entries.ts';
import { tableIds } from '../../src/model/tables/index.ts';
import { appraised, findingsOf } from './support/appraised.ts';
import { branch, managerIds, period } from './support/arbitrary.ts';
import { recordOf } from './support/history.ts';
import { type GivenTables, packageOf } from './support/package.ts';
import { withParameters } from './support/policy.ts';

const runs = { numRuns: 60 };

/** The earlier quarters of 2026, archived: 0001 was late in the second, 0002 was not yet there in the first. */
const archive = [
  recordOf(
    '2025Q3',
    managerIds.map((managerId) => ({ managerId })),
  ),
  recordOf(
    '2025Q4',
    managerIds.map((managerId) => ({ managerId })),
  ),
  recordOf('2026Q1', [
    { managerId: '0001' },
    { managerId: '0003', signs: { advance: { shown: [], unknown: true } } },
  ]),
  recordOf('2026Q2', [
    {
      managerId: '0001',
      signs: { arrears: { shown: ['L9'], unknown: false } },
      warnings: [{ rule: 'admonition.credit-risk', level: 'admonition', outcome: 'triggered' }],
      targets: ['deposits', 'loans', '有效户'].map((indicator) => ({
        indicator,
        main: true,
        unit: 'CNY',
        quarter: { actual: '70.00', target: '100.00' },
        year: { actual: '70.00', target: '100.00' },
      })),
    },
    { managerId: '0002' },
    { managerId: '0003' },
  ]),
  recordOf(
    '2026Q3',
    managerIds.map((managerId) => ({ managerId })),
  ),
];
const earlier = (quarter: string) => archive.filter((record) => record.period < quarter);

/** The appraisal as text, without where the rows stood. */
const withoutOrigins = ({ package: _, ...appraisal }: Appraisal): string =>
  JSON.stringify(appraisal, (key, value: unknown) => {
    if (key === 'source' || (key === 'row' && typeof value === 'number')) return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });

/** Where two texts part, with what stands before and after; null: nowhere. */
function difference(one: string, other: string): string[] | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return [one, other].map((text) => text.slice(Math.max(0, at - 200), at + 100));
}

test('the order of the rows does not matter', () => {
  const shuffled = branch.chain((given) =>
    fc
      .tuple(
        ...tableIds.map((table) => {
          const rows = [...((given[table] ?? []) as object[])];
          return fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
        }),
      )
      .map((tables) => ({
        given,
        reordered: Object.fromEntries(tableIds.map((table, index) => [table, tables[index]])) as GivenTables,
      })),
  );
  fc.assert(
    fc.property(shuffled, period, ({ given, reordered }, quarter) => {
      const history = earlier(quarter);
      const [one, other] = [given, reordered].map((tables) =>
        withoutOrigins(appraised(packageOf(tables, { period: quarter }), { history })),
      );
      expect(difference(one ?? '', other ?? '')).toBeNull();
    }),
    runs,
  );
});

test('the books balance, and a shared account is read once', () => {
  fc.assert(
    fc.property(branch, period, (given, quarter) => {
      for (const books of appraised(packageOf(given, { period: quarter })).reconciliation) {
        const { rowsCounted, rowsExcluded, rowsDropped, rowsInError } = books;
        expect(rowsCounted + rowsExcluded + rowsDropped + rowsInError).toBe(books.rowsRead);
        if (books.yuanRead === null) continue;
        expect((books.yuanCredited ?? 0n) + (books.yuanExcluded ?? 0n)).toBe(books.yuanRead);
      }
      const read = (table: 'deposits' | 'loans', key: 'account' | 'loan_id') =>
        [...new Map((given[table] ?? []).map((row) => [(row as Record<string, unknown>)[key], row])).values()]
          .map(({ year_avg = 0n }) => year_avg)
          .reduce((sum, each) => sum + each, 0n);
      const books = appraised(packageOf(given, { period: quarter })).reconciliation;
      const yuanOf = (table: string) => books.find((each) => each.table === table)?.yuanRead;
      expect(yuanOf('deposits')).toBe(read('deposits', 'account'));
      expect(yuanOf('loans')).toBe(read('loans', 'loan_id'));
    }),
    runs,
  );
});

test('what is unknown names what is missing, and nothing else does', () => {
  fc.assert(
    fc.property(branch, period, fc.boolean(), (given, quarter, archived) => {
      const history = archived ? earlier(quarter) : [];
      const without = ['deposits.kind', 'loans.product', 'loans.overdue_days', 'classification.prior_class'];
      for (const manager of appraised(packageOf(given, { period: quarter, without }), { history }).managers) {
        for (const [place, { outcome, missing }] of findingsOf(manager))
          expect(missing.length > 0, `${place} ${outcome}`).toBe(outcome === 'unknown');
        const decision = decisionOf(manager);
        if (decision)
          expect(decision.missing.length > 0, decision.title.en).toBe(decision.action === 'undecided');
      }
    }),
    runs,
  );
});

describe('taking information away', () => {
  const optional = [
    'roster.marketing_since',
    'roster.trainee_since',
    'roster.trainee_type',
    'roster.education',
    'roster.title',
    'roster.entry_exam',
    'roster.promotion_exam',
    'deposits.kind',
    'deposits.prior_year_avg',
    'loans.product',
    'loans.overdue_days',
    'loans.overdue_amount',
    'loans.arrears_days',
    'loans.arrears_amount',
    'loans.advance_amount',
    'classification.prior_balance',
    'classification.prior_class',
  ];

  /** Every finding of `less` is that of `full`, or unknown; a decision is the same, or undecided. */
  function expectOnlyUnknown(full: Appraisal, less: Appraisal): void {
    for (const [index, manager] of full.managers.entries()) {
      const other = less.managers[index];
      if (!other) throw new Error('a manager is gone');
      const findings = findingsOf(other);
      for (const [place, { outcome }] of findingsOf(manager)) {
        const now = findings.get(place)?.outcome ?? outcome;
        expect([outcome, 'unknown'], `${place}: ${outcome}`).toContain(now);
      }
      const [graded, lowest] = [gradedOf(manager), gradedOf(other)];
      if (lowest.qualifiedGrade !== null) {
        const order = full.policy.ladder.map(({ id }) => id);
        const held = (grade: string | null) => (grade === null ? order.length : order.indexOf(grade));
        expect(held(lowest.qualifiedGrade)).toBeGreaterThanOrEqual(held(graded.qualifiedGrade));
        expect(held(lowest.possibleGrade)).toBeLessThanOrEqual(held(graded.qualifiedGrade));
      }
      const [decision, otherwise] = [decisionOf(manager), decisionOf(other)];
      if (decision && otherwise && otherwise.action !== 'undecided') {
        expect(otherwise.action).toBe(decision.action);
        expect(otherwise.toGrade).toBe(decision.toGrade);
      }
    }
  }

  const readings = fc.record({
    'customers-basis': fc.constantFrom('total', 'without-agreement'),
    'customers-scope': fc.constantFrom('all', 'deposits'),
    'bad-since-before': fc.constantFrom('leave-out', 'count'),
  });

  test('a column', () => {
    fc.assert(
      fc.property(
        branch,
        period,
        readings,
        fc.subarray(optional, { minLength: 1, maxLength: 3 }),
        (given, quarter, reading, without) => {
          const options = { policy: withParameters(reading), history: earlier(quarter) };
          const full = appraised(packageOf(given, { period: quarter }), options);
          expectOnlyUnknown(full, appraised(packageOf(given, { period: quarter, without }), options));
        },
      ),
      { numRuns: 120 },
    );
  });

  test('an archived quarter', () => {
    fc.assert(
      fc.property(branch, period, fc.subarray(archive), (given, quarter, kept) => {
        const pkg = packageOf(given, { period: quarter });
        const less = kept.filter((record) => record.period < quarter);
        expectOnlyUnknown(appraised(pkg, { history: earlier(quarter) }), appraised(pkg, { history: less }));
      }),
      runs,
    );
  });
});
