/** A veto is no rule to meet: on a manager's sheet and in the explanation it holds or does not, and nothing is short of it. */
import { expect, test } from 'vitest';
import type { Outcome } from '../../src/model/outcome.ts';
import { markOf, treesOf } from '../../src/workbooks/manager/finding-lines.ts';
import { chainOf, entryOf, quarterOf } from '../policies/scheme.ts';
import { listOf, open, sheetOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context } from './quarter.ts';

const sheet = '积分考核办法';

test.each([
  ['B01', '良好', ['不成立', '不成立', '不成立'], 'unmet'],
  ['B05', '不合格', ['成立', '成立', '无法判断'], 'met'],
])('%s: %s', async (id, result, words, outcome) => {
  const appraisal = await quarterOf('2-points', '2026Q3');
  const manager = appraisal.managers.find((each) => each.manager.manager_id === id);
  if (!manager) throw new Error(`${id} is not appraised`);
  const book = open(await managerWorkbook(manager, appraisal, context, 'zh'));
  const rows = listOf(book, sheet, '条件');
  expect(rows.slice(0, 3).map((row) => [row.结论, row.还差])).toEqual(words.map((word) => [word, null]));
  expect(rows[3]?.结论, 'the results are lines to reach').toBe('不符合');
  const verdict = Object.values(sheetOf(book, sheet)).find(
    (cell) => cell?.f?.startsWith('IF(') && cell.v === result,
  );
  expect(verdict?.f).toMatch(/^IF\(\$B\$\d+="成立","不合格",IF\(\$B\$\d+="不成立",IF\(\$B\$\d+="符合",/);
  const [veto] = entryOf(appraisal, 'points', id).findings;
  expect([veto?.against, veto?.outcome]).toEqual([true, outcome]);
  expect(treesOf(veto ? [veto] : [], 'x').map((line) => markOf(line).tone)).toEqual([
    outcome === 'met' ? 'warn' : 'muted',
  ]);
});

test('what stops deferred pay is none either', async () => {
  const quarters = await chainOf('5-deferral', ['2026Q1', '2026Q2']);
  const findings = [...quarters.values()].flatMap(({ schemes }) =>
    schemes.flatMap(({ sections }) =>
      sections
        .filter(({ kind }) => kind === 'deferral')
        .flatMap(({ entries }) => entries.flatMap((each) => each.findings)),
    ),
  );
  expect(new Set(findings.map(({ against }) => against))).toEqual(new Set([true]));
  expect(new Set<Outcome>(findings.map(({ outcome }) => outcome)).has('unmet')).toBe(true);
});
