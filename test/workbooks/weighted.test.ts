/** An average of completions stands on every sheet as the rules make it: by the weights, each up to 100 %, and it says so. */
import { utils, type WorkBook } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { parseRatio, sixPlaces } from '../../src/model/ratio.ts';
import { unbroken } from '../../src/spreadsheet/measure.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { appraised, managerIn } from '../engine/support/appraised.ts';
import { recordOf } from '../engine/support/history.ts';
import { packageOf } from '../engine/support/package.ts';
import { gradeRegulation, withParameters } from '../engine/support/policy.ts';
import { listOf, open, sheetOf, textsOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context } from './quarter.ts';

const policy = withParameters({
  'plan-completion-average': 'weighted',
  'plan-completion-cap': 'capped',
});

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

const given = (reached: readonly [string, string]) =>
  packageOf({
    roster: [{}],
    deposits: [{ year_avg: 7_500_000_000n }],
    targets: [plan('有效户', '3'), plan('代发户', '1.5')],
    metrics: [actual('有效户', reached[0]), actual('代发户', reached[1])],
  });
const appraisal = appraised(given(['99.996', '150']), { policy });
/** (3 × 99.996 % + 1.5 × 100 %) ÷ 4.5; the plain average is 124.998 %. */
const average = 4.499_88 / 4.5;
const told = '（按权重、单项封顶100%）';

/** The value of the cell that follows or stands under the one that says this. */
const beside = (book: WorkBook, sheet: string, words: string, rows: number, columns: number) => {
  const cells = sheetOf(book, sheet);
  const [at] = Object.entries(cells).find(([, cell]) => unbroken(String(cell?.v ?? '')) === words) ?? [];
  if (at === undefined) throw new Error(`${words} does not stand on ${sheet}`);
  const { r, c } = utils.decode_cell(at);
  return cells[utils.encode_cell({ r: r + rows, c: c + columns })]?.v;
};

test('the weights have a column, and the average is worked out from them and the completions', async () => {
  const book = open(await managerWorkbook(managerIn(appraisal), appraisal, context, 'zh'));
  expect(listOf(book, '计划完成', '指标').map((row) => [row.指标, row.权重])).toEqual([
    ['代发户', 1.5],
    ['有效户', 3],
  ]);
  const at = "'计划完成'!";
  const formula = `(((${at}$D$7*MIN((1),${at}$G$7))+(${at}$D$8*MIN((1),${at}$G$8)))/(${at}$D$7+${at}$D$8))`;
  for (const sheet of ['预警', '考核结果', '趋势']) {
    const made = Object.values(sheetOf(book, sheet)).find((cell) => cell?.f === formula);
    expect(made?.v, sheet).toBeCloseTo(average, 14);
  }
});

test('wherever a manager reads of the average it is the one that was judged, and says how it is made', async () => {
  const book = open(await managerWorkbook(managerIn(appraisal), appraisal, context, 'zh'));
  expect(beside(book, '考核结果', `主要指标本季平均完成率${told}`, 1, 0)).toBeCloseTo(average, 14);
  expect(beside(book, '趋势', `主要指标平均完成率${told}`, 1, 0)).toBeCloseTo(average, 14);
  expect(beside(book, '申诉表', `主要指标本季平均完成率${told}`, 0, 7)).toBeCloseTo(average, 14);
  expect(textsOf(book)).toContain(`主要业务指标平均完成率${told}`);
  expect(textsOf(book).filter((text) => /平均完成率$/.test(text))).toEqual([]);
});

test('the same in the branch summary, whose detail shows the weights', async () => {
  const book = open(await branchWorkbook(appraisal, context, 'zh'));
  for (const [sheet, header] of [
    ['等级一览', '主要指标本季平均'],
    ['计划完成', '主要指标平均'],
    ['排名', '本季平均完成率'],
    ['机构汇总', '平均完成率'],
  ] as const)
    expect(beside(book, sheet, `${header}${told}`, 1, 0), sheet).toBeCloseTo(average, 9);
  const [weight, done] = ["'计划明细'!\\$G\\$\\d+", "'计划明细'!\\$J\\$\\d+"];
  const part = `\\(${weight}\\*MIN\\(\\(1\\),${done}\\)\\)`;
  const formulas = Object.values(sheetOf(book, '计划完成')).map((cell) => String(cell?.f ?? ''));
  expect(formulas).toContainEqual(
    expect.stringMatching(`^\\(\\(${part}\\+${part}\\)/\\(${weight}\\+${weight}\\)\\)$`),
  );
  expect(listOf(book, '计划明细', '工号').map((row) => [row.指标, row.权重])).toEqual([
    ['代发户', 1.5],
    ['有效户', 3],
  ]);
});

test('an average that the cap holds at 100 % is near no line; its parts are, where they are', async () => {
  const near = async (reached: readonly [string, string]) => {
    const book = open(await branchWorkbook(appraised(given(reached), { policy }), context, 'zh'));
    return listOf(book, '临界名单', '工号').map((row) => [row.条件, row.实际]);
  };
  expect(await near(['101', '150'])).toEqual([['有效户本季完成率', 1.01]]);
  expect(await near(['99', '150'])).toEqual([
    [`主要指标平均${told}本季完成率`, expect.closeTo((3 * 0.99 + 1.5) / 4.5, 14)],
    ['有效户本季完成率', 0.99],
  ]);
});

test('an earlier quarter is averaged as this one is, by the weights that it had', () => {
  const target = (indicator: string, of: number, weight: string) => ({
    ...{ indicator, main: true, unit: '户', weight },
    quarter: { actual: `${of}`, target: '100' },
    year: { actual: `${of}`, target: '100' },
  });
  const history = [
    recordOf('2026Q2', [{ targets: [target('有效户', 80, '3'), target('代发户', 160, '1')] }]),
  ];
  const { trend } = managerIn(appraised(given(['99.996', '150']), { policy, history }));
  // (3 × 80 % + 1 × 100 %) ÷ 4; the plain average is 120 %.
  expect(trend.map(({ completion }) => completion && sixPlaces(completion))).toEqual([
    '0.850000',
    '0.999973',
  ]);
});

test('rules that average in several ways leave the plain average, and it is said to be so', () => {
  const several = withParameters(
    { 'admonition-completion-reading': 'average', 'plan-completion-average': 'weighted' },
    gradeRegulation,
  );
  const shown = appraised(given(['99.996', '150']), { policy: several });
  expect(shown.policy.averaging).toEqual({
    weighted: false,
    capped: false,
    told: { zh: '简单平均', en: 'the plain average' },
  });
  expect(managerIn(shown).completion.quarter.quantity).toEqual({
    kind: 'ratio',
    value: parseRatio('1.24998'),
  });
});

test('an average of which a part is not known is not known', async () => {
  const pkg = packageOf({
    roster: [{}],
    targets: [plan('有效户', '1'), plan('代发户', '1')],
    metrics: [actual('有效户', '99')],
  });
  const shown = appraised(pkg);
  const book = open(await managerWorkbook(managerIn(shown), shown, context, 'zh'));
  expect(beside(book, '考核结果', '主要指标本季平均完成率', 1, 0)).toBe('无法判断');
});
