/** A weighted, capped average of completions stands on the sheets with its weights, as a formula over them. */
import { expect, test } from 'vitest';
import type { Policy } from '../../src/model/policy.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { appraised, managerIn } from '../engine/support/appraised.ts';
import { packageOf } from '../engine/support/package.ts';
import { gradeRegulation } from '../engine/support/policy.ts';
import { listOf, open, sheetOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context } from './quarter.ts';

const { file } = gradeRegulation;
const parameters = { ...file.parameters };
for (const [id, value] of [
  ['plan-completion-average', 'weighted'],
  ['plan-completion-cap', 'capped'],
] as const)
  parameters[id] = { ...(parameters[id] ?? {}), value } as (typeof parameters)[string];
const policy: Policy = { ...gradeRegulation, file: { ...file, parameters } };

const hundred = parseRatio('100');
const plan = (indicator: string, weight: string) => ({
  indicator: indicator as 'deposits',
  quarter_target: hundred,
  year_target: hundred,
  unit: '户',
  weight,
});
const actual = (indicator: string, reached: string) => ({
  indicator: indicator as 'deposits',
  quarter_actual: parseRatio(reached),
  year_actual: hundred,
  unit: '户',
});

test('the weights have a column, and the average is worked out from them and the completions', async () => {
  const appraisal = appraised(
    packageOf({
      roster: [{}],
      deposits: [{ year_avg: 7_500_000_000n }],
      targets: [plan('有效户', '3'), plan('代发户', '1.5')],
      metrics: [actual('有效户', '99.996'), actual('代发户', '150')],
    }),
    { policy },
  );
  const book = open(await managerWorkbook(managerIn(appraisal), appraisal, context, 'zh'));
  expect(listOf(book, '计划完成', '指标').map((row) => [row.指标, row.权重])).toEqual([
    ['代发户', 1.5],
    ['有效户', 3],
  ]);
  const [made] = Object.values(sheetOf(book, '预警')).filter((cell) =>
    String(cell?.f ?? '').includes('MIN('),
  );
  const at = "'计划完成'!";
  expect(made?.f).toBe(
    `(((${at}$D$7*MIN((1),${at}$G$7))+(${at}$D$8*MIN((1),${at}$G$8)))/(${at}$D$7+${at}$D$8))`,
  );
  // (3 × 99.996 % + 1.5 × 100 %) ÷ 4.5
  expect(made?.v).toBeCloseTo(4.499_88 / 4.5, 14);
});
