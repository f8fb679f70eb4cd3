/** A quarter that is not archived is named with the people it leaves unjudged; one before the first run is none. */
import { expect, test } from 'vitest';
import { appraise } from '../../src/engine/index.ts';
import type { History } from '../../src/model/history.ts';
import type { PackageSettings } from '../../src/model/package.ts';
import { recordOf } from './support/history.ts';
import { packageOf } from './support/package.ts';
import { boxed, gradeRegulation } from './support/policy.ts';

const two = { roster: [{ manager_id: '0001' }, { manager_id: '0002' }] };

function said(history: History, settings: Partial<PackageSettings> = {}, policy = gradeRegulation): string[] {
  const pkg = packageOf(two, { period: '2026Q3' });
  return appraise({ ...pkg, settings: { ...pkg.settings, ...settings } }, [policy], history, {
    lenient: false,
  })
    .problems.filter(({ code }) => code === 'chain.missing')
    .map(({ message }) => message.zh);
}
const people = ['0001', '0002'].map((managerId) => ({ managerId }));

test('both quarters of the year, for everybody', () => {
  expect(said([])).toEqual(['没有 2026Q1、2026Q2 的存档：考核的 2 人中有 2 人的事项因此无法判断']);
});

test('the quarter before is archived, the first is not', () => {
  expect(said([recordOf('2026Q2', people)])).toEqual([
    '没有 2026Q1 的存档：考核的 2 人中有 2 人的事项因此无法判断',
  ]);
});

test('nothing is said with the archive, in the bank’s first run, or where nobody looks back', () => {
  expect(said([recordOf('2026Q1', people), recordOf('2026Q2', people)])).toEqual([]);
  expect(said([], { chainStarts: '2026Q3' })).toEqual([]);
  expect(said([], {}, boxed('commission'))).toEqual([]);
});
