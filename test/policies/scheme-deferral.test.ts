/** Deferred pay along a chain of three quarters, and without the earlier archive: as it was worked out apart from the tool. */
import { describe, expect, test } from 'vitest';
import type { SectionEntry } from '../../src/model/section-result.ts';
import { chainOf, entriesIn, entryOf, expectedOf, figureIn, quarterOf } from './scheme.ts';

const scheme = '5-deferral';
type Figures = Readonly<Record<string, string>>;
type Expected = Readonly<Record<string, string | Readonly<Record<string, Figures>>>>;

/** The figures that the expectation has, by its names. */
function seenIn(entry: SectionEntry, expected: Expected) {
  const ids: Figures = {
    'taken-from-tranches': 'taken',
    'paid-from-tranches': 'paid',
  };
  const yesNo: Figures = { 是: 'yes', 否: 'no' };
  const periods = [...new Set(entry.figures.flatMap(({ id }) => /^(\d{4}Q\d)\./.exec(id)?.[1] ?? []))];
  const tranches = Object.fromEntries(
    periods.map((period) => [
      period,
      Object.fromEntries(
        ['held', 'paid', 'forfeited', 'balance'].map((column) => [
          column,
          figureIn(entry, `${period}.${column}`),
        ]),
      ),
    ]),
  );
  return Object.fromEntries(
    Object.keys(expected).map((key) => {
      if (key === 'tranches') return [key, tranches];
      if (key === 'status') return [key, entry.outcome === 'not-applicable' ? '待岗' : entry.outcome];
      const figure = figureIn(entry, ids[key] ?? key);
      return [key, yesNo[figure] ?? figure];
    }),
  );
}

const { periods, 'without the archive': broken } = expectedOf(scheme);
const chain = await chainOf(scheme, Object.keys(periods));

describe.each([...chain])('%s', (period, appraisal) => {
  const { managers, notAppraised } = periods[period];
  test('whom it speaks of', () => {
    expect(entriesIn(appraisal, 'deferred').map(({ subject }) => subject)).toEqual(Object.keys(managers));
    expect(appraisal.notAppraised.map(({ managerId }) => managerId)).toEqual(notAppraised);
  });
  test.each(Object.entries<Expected>(managers))('%s', (manager, expected) => {
    expect(seenIn(entryOf(appraisal, 'deferred', manager), expected)).toEqual(expected);
  });
});

describe('without the archive of the quarter before', async () => {
  const [period = '2026Q3'] = Object.keys(broken);
  const appraisal = await quarterOf(scheme, period);
  test.each(Object.entries<Expected>(broken[period].managers))('%s', (manager, expected) => {
    const entry = entryOf(appraisal, 'deferred', manager);
    expect(seenIn(entry, expected)).toEqual(expected);
    expect(entry.missing.map(({ key }) => key)).toContain('archive:2026Q2');
  });
});
