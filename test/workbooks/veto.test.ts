/** A veto and a row of a decision table are no rules to meet: on a manager's sheet they hold or do not, and nothing is short. */
import { expect, test } from 'vitest';
import { ruleWords } from '../../src/cli/rule-words.ts';
import { simulatedSections } from '../../src/engine/simulation/sections.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { markOf, treesOf } from '../../src/workbooks/manager/finding-lines.ts';
import { appraised } from '../engine/support/appraised.ts';
import { withParameters } from '../engine/support/policy.ts';
import { chainOf, entryOf, policyOf, quarterOf } from '../policies/scheme.ts';
import { appraisedSample } from '../runs/sample.ts';
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
  expect([veto?.condition, veto?.outcome]).toEqual([true, outcome]);
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
  expect(new Set(findings.map(({ condition }) => condition))).toEqual(new Set([true]));
  expect(new Set<Outcome>(findings.map(({ outcome }) => outcome)).has('unmet')).toBe(true);
});

test('a row of a decision table that does not decide is none missed, and the one that does is none met', async () => {
  const appraisal = await appraisedSample('schemes/private-2002/2026Q4', 'private-2002');
  const lowered = appraisal.managers.flatMap((manager) => {
    const entry = entryOf(appraisal, 'proposals', manager.manager.manager_id);
    return entry.verdict?.id === 'lower-or-dismiss' ? manager : [];
  });
  const [manager] = lowered;
  if (!manager) throw new Error('nobody is appointed lower');
  const book = open(await managerWorkbook(manager, appraisal, context, 'zh'));
  const rows = Object.values(book.Sheets).flatMap((each) =>
    Object.entries(each).flatMap(([address, cell]) =>
      /^A\d+$/.test(address) &&
      ['越级高聘', '续聘', '主要业务指标全年未完成', '低聘或解聘'].includes(String(cell?.v))
        ? [[cell?.v, each[address.replace('A', 'B')]?.v]]
        : [],
    ),
  );
  expect(rows.filter(([, outcome]) => /成立|符合/.test(String(outcome)))).toEqual([
    ['越级高聘', '不成立'],
    ['续聘', '不成立'],
    // What is not to hold for the row to hold is no rule met either.
    ['主要业务指标全年未完成', '成立'],
    ['低聘或解聘', '成立'],
  ]);
});

test('under a policy whose veto is stricter, the veto holds of more people and meets nothing', async () => {
  const [before, policy] = [await quarterOf('2-points', '2026Q3'), policyOf('2-points')];
  const stricter = withParameters({ 'veto-rate': '98%' }, policy);
  const after = appraised(before.package, { policy: stricter });
  const points = simulatedSections(before, after).find(({ id }) => id === 'points');
  const moved = points?.entries.find(({ subject }) => subject === 'B01');
  expect(moved?.rules.map((rule) => ruleWords(rule, 'zh'))).toEqual([
    '一票否决 [veto] 第 7 条：97.50 %，标准 90.00 % → 98.00 %：不成立 → 成立',
  ]);
});
