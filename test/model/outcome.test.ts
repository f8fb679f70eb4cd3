/** The tables of truth of the four outcomes. Unknown never counts as met and never becomes unmet. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, anyOf, atLeast, metIf, not, type Outcome, outcomes } from '../../src/model/outcome.ts';

const [M, U, N, X] = ['met', 'unmet', 'not-applicable', 'unknown'] as const;

test.each<[Outcome[], Outcome]>([
  [[], M],
  [[M, M], M],
  [[M, U], U],
  [[M, X], X],
  [[U, X], U],
  [[N, M], M],
  [[N, N], M],
  [[N, X], X],
  [[N, U], U],
])('all of %s: %s', (parts, expected) => {
  expect(allOf(parts)).toBe(expected);
});

test.each<[Outcome[], Outcome]>([
  [[M, U], M],
  [[M, X], M],
  [[U, X], X],
  [[U, U], U],
  [[N, U], U],
  [[N, X], X],
  [[N, N], N],
])('any of %s: %s', (parts, expected) => {
  expect(anyOf(parts)).toBe(expected);
});

test.each<[number, Outcome[], Outcome]>([
  [2, [M, M, U, U], M],
  [2, [M, M, X, X], M],
  [2, [M, X, U, U], X],
  [2, [U, X, X, U], X],
  [2, [U, U, U, X], U],
  [2, [M, U, U, U], U],
  [2, [M, N, N, N], U],
  [2, [M, M, N, N], M],
  [2, [M, X, N, N], X],
  [1, [N, N, N, N], N],
])('at least %i of %s: %s', (needed, parts, expected) => {
  expect(atLeast(needed, parts)).toBe(expected);
});

test('the opposite', () => {
  expect([M, U, N, X].map(not)).toEqual([U, M, N, X]);
  expect([metIf(true), metIf(false)]).toEqual([M, U]);
});

describe('whatever an unknown part turns out to be', () => {
  const parts = fc.array(fc.constantFrom(...outcomes), { maxLength: 6 });
  const settled = (all: readonly Outcome[], as: readonly boolean[]): Outcome[] =>
    all.map((part, index) => (part === 'unknown' ? metIf(as[index] ?? false) : part));
  const known = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });

  test.each<[string, (parts: readonly Outcome[]) => Outcome]>([
    ['all', allOf],
    ['any', anyOf],
    ['at least two', (all) => atLeast(2, all)],
  ])('a decided group of %s stays decided', (_, group) => {
    fc.assert(
      fc.property(parts, known, (all, as) => {
        const before = group(all);
        return before === 'unknown' || group(settled(all, as)) === before;
      }),
    );
  });

  test.each<[string, (parts: readonly Outcome[]) => Outcome]>([
    ['all', allOf],
    ['any', anyOf],
    ['at least two', (all) => atLeast(2, all)],
  ])('an undecided group of %s can still go both ways', (_, group) => {
    fc.assert(
      fc.property(parts, (all) => {
        const best = group(
          settled(
            all,
            all.map(() => true),
          ),
        );
        const worst = group(
          settled(
            all,
            all.map(() => false),
          ),
        );
        return group(all) !== 'unknown' || (best === 'met' && worst === 'unmet');
      }),
    );
  });
});
