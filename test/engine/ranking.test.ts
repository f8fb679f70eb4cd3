/** The order of the annual reviews from the bottom, ties included. */
import { expect, test } from 'vitest';
import { rankReviews } from '../../src/engine/ranking.ts';
import { ratio } from '../../src/model/ratio.ts';
import { type Given, packageOf } from './support/package.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const isTrainee = (grade: string) => grade === 'trainee';
const isAppraised = (status: string) => status === 'on-duty';

const ranked = (
  scores: readonly (bigint | null)[],
  of: Readonly<Record<string, Given<'roster'>>> = {},
  year = 2026,
) => {
  const pkg = packageOf({
    roster: ids.map((manager_id) => ({ manager_id, ...of[manager_id] })),
    reviews: scores.map((score, index) => ({
      manager_id: ids[index] ?? '',
      year,
      score: score === null ? null : ratio(score, 1n),
    })),
  });
  const ranking = rankReviews(pkg, 2026, isTrainee, isAppraised);
  return { ranks: ids.map((id) => ranking.fromBottom(id, year)), size: ranking.ranked(year) };
};

test.each([
  [
    [60n, 70n, 80n, 90n, 95n, 99n],
    [1, 2, 3, 4, 5, 6],
  ],
  [
    [99n, 95n, 90n, 80n, 70n, 60n],
    [6, 5, 4, 3, 2, 1],
  ],
  [
    [60n, 60n, 60n, 60n, 70n, 80n],
    [1, 1, 1, 1, 5, 6],
  ],
  [
    [60n, 70n, 80n, 80n, 80n, 90n],
    [1, 2, 3, 3, 3, 6],
  ],
  [
    [60n, 70n, 70n, 80n, 80n, 90n],
    [1, 2, 2, 4, 4, 6],
  ],
  [
    [60n, 70n, null, 80n, 90n, 95n],
    [1, 2, null, 3, 4, 5],
  ],
])('%s', (scores, ranks) => {
  expect(ranked(scores)).toEqual({ ranks, size: ranks.filter((rank) => rank !== null).length });
});

test('a trainee is not ranked, and pushes nobody up', () => {
  const { ranks, size } = ranked([60n, 70n, 80n, 90n, 95n, 99n], { a: { grade: 'trainee' } });
  expect([ranks, size]).toEqual([[null, 1, 2, 3, 4, 5], 5]);
});

test('who is not on duty is not ranked this year, but was last year', () => {
  const left = { a: { status: 'left' as const } };
  expect(ranked([60n, 70n, 80n, 90n, 95n, 99n], left).ranks).toEqual([null, 1, 2, 3, 4, 5]);
  expect(ranked([60n, 70n, 80n, 90n, 95n, 99n], left, 2025).ranks).toEqual([1, 2, 3, 4, 5, 6]);
});

test('nobody is ranked in a year without reviews', () => {
  const ranking = rankReviews(packageOf({ roster: [{ manager_id: 'a' }] }), 2026, isTrainee, isAppraised);
  expect([ranking.ranked(2026), ranking.fromBottom('a', 2026)]).toEqual([0, null]);
});
