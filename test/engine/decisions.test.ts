/** A proposal shows every row of the table up to the one that decided, and what each rests on. */

import { expect, test } from 'vitest';
import { type Decision, decisionOf } from '../../src/model/entries.ts';
import { roomOf } from '../../src/model/judgement.ts';
import type { Policy } from '../../src/model/policy.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { appraised, managerIn, within } from './support/appraised.ts';
import { type GivenTables, packageOf } from './support/package.ts';
import { gradeRegulation } from './support/policy.ts';

const ordinary: GivenTables = {
  roster: [{}],
  deposits: [{ year_avg: 7_500_000_000n, prior_year_avg: 7_500_000_000n }],
  targets: [{ indicator: 'deposits', quarter_target: parseRatio('0.01'), year_target: parseRatio('0.01') }],
  metrics: [],
  reviews: [{ year: 2026 }, { year: 2025 }, { year: 2024 }],
};

const decided = (given: GivenTables): Decision => {
  const pkg = packageOf({ ...ordinary, ...given }, { period: '2026Q4', chainStarts: '2026Q4' });
  const decision = decisionOf(managerIn(appraised(pkg)));
  if (!decision) throw new Error('no decision');
  return decision;
};

test.each([
  ['higher', '分行党委（人力资源部及业务、国际、授信、风险部门审核后）'],
  // As editions have it that do not say.
  ['proposed', '中心支行（人力资源部会同有关部门审核同意后）'],
] as const)('one step below first is approved by who appoints the %s grade', (by, body) => {
  const policy: Policy = { ...gradeRegulation, file: { ...gradeRegulation.file, 'approved-by': by } };
  const pkg = packageOf(
    {
      ...ordinary,
      roster: [{ grade: 'first' }],
      targets: [{ quarter_target: parseRatio('0.01'), year_target: parseRatio('10000000000') }],
    },
    { period: '2026Q4', chainStarts: '2026Q4' },
  );
  const decision = decisionOf(managerIn(appraised(pkg, { policy })));
  expect([decision?.toGrade, decision?.approval?.zh]).toEqual(['second', body]);
});

test('the rows that did not match, then the one that did', () => {
  const { row, action, considered } = decided({});
  expect(action).toBe('renew');
  expect(considered).toHaveLength(row);
  expect(considered.map(({ outcome }) => outcome)).toEqual([...Array(row - 1).fill('unmet'), 'met']);
  expect(considered.map(({ article }) => article)).toEqual([
    '22',
    '19(5)',
    '19(5)',
    '19(5)',
    '19(4)',
    '24',
    '19(3)',
    '19(1)',
    '19(1)',
    '19(2)',
  ]);
});

test('the reviews of this year and last speak for the ranking', () => {
  const ranking = within(decided({}).considered[6] ?? failed()).find(({ title }) =>
    title.zh.includes('考核排名'),
  );
  expect(ranking?.evidence.map(({ table, origin }) => `${table}:${origin.row}`)).toEqual([
    'reviews:3',
    'reviews:2',
  ]);
});

test('the warnings behind a dismissal', () => {
  const { considered } = decided({
    events: [
      { kind: 'violation', date: '2026-03-01' },
      { kind: 'gross_negligence', date: '2026-03-02' },
    ],
  });
  expect(
    considered.map(({ evidence }) => evidence.map(({ table, origin }) => `${table}:${origin.row}`)),
  ).toEqual([['events:2']]);
});

test('the floor behind an exit', () => {
  const floor = decided({ deposits: [{ year_avg: 1_499_999_999n }] }).considered[4];
  expect([floor?.outcome, floor?.observed?.quantity, floor && roomOf(floor)]).toEqual([
    'met',
    { kind: 'amount', unit: 'CNY', value: 1_499_999_999n },
    { kind: 'amount', unit: 'CNY', value: 1n },
  ]);
});

test('what is compared with the grade held', () => {
  const renewed = within(decided({}).considered[9] ?? failed());
  expect(
    renewed.flatMap(({ observed }) =>
      observed?.quantity?.kind === 'words' ? observed.quantity.value.zh : [],
    ),
  ).toEqual(['称职', '二级客户经理']);
});

test('whom no grade is left for leaves the series, whichever row decided', () => {
  const { action, title, row } = decided({ roster: [{ entry_exam: 'failed' }] });
  expect([action, title.zh, row]).toEqual(['exit', '退出客户经理序列', 11]);
});

test('undecided at the row that stopped, and what it lacks in words', () => {
  const noReview = decided({ reviews: [] });
  expect([noReview.action, noReview.row, noReview.considered.at(-1)?.outcome]).toEqual([
    'undecided',
    10,
    'unknown',
  ]);
  expect(noReview.missing.map(({ text }) => text.zh)).toEqual(['缺 2026 年度考核结果']);
  const noEducation = decided({ roster: [{ education: '' }] });
  expect(noEducation.missing.map(({ text }) => text.zh)).toEqual(['无法判断“学历或专业技术资格”']);
  expect(noEducation.needsPerson).toBe(true);
});

function failed(): never {
  throw new Error('no such row');
}
