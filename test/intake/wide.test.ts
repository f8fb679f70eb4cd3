/** Targets and actual figures laid out wide: a row for each manager, the indicators as columns. */
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { inWordsOf } from '../../src/intake/period-words.ts';
import { toCents } from '../../src/model/fact.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { codes, only, read, readOne } from './package.ts';

const rowsOf = async (content: string | Uint8Array, name?: string) => {
  const found = await readOne('targets', content, name);
  const rows = found.tables.targets.map((row) => [
    row.manager_id,
    row.indicator,
    toCents(row.quarter_target),
    toCents(row.year_target),
    row.unit,
    row.row,
  ]);
  return { rows, codes: codes(found), readings: found.readings };
};

// 0012: deposits 100 and 400 万元, loans 20 and 80 万元; 0013: deposits only.
const expected = [
  ['0012', 'deposits', 100_000_000n, 400_000_000n, null, 4],
  ['0012', 'loans', 20_000_000n, 80_000_000n, null, 4],
  ['0013', 'deposits', 0n, 500_000_000n, null, 5],
];

describe('two rows of headers', () => {
  test('indicators above, quarter and year below', async () => {
    const found = await rowsOf(
      '单位:万元\n工号,姓名,存款日均,,贷款日均,\n,,本季计划,年度计划,季度,全年\n0012,甲,100,400,20,80\n0013,乙,0,500,,\n',
    );
    expect(found).toMatchObject({ rows: expected, codes: [] });
    const [reading] = found.readings;
    expect(reading?.rowsRead).toBe(3);
    expect(reading?.rowsKept).toBe(3);
    expect(reading?.columns.map(({ position, column }) => [position, column])).toEqual([
      [1, 'manager_id'],
      [2, null],
      [3, 'quarter_target'],
      [4, 'year_target'],
      [5, 'quarter_target'],
      [6, 'year_target'],
    ]);
  });

  test('quarter and year above, indicators below; merged, with a title over all', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Sheet1');
    sheet.addRows([
      ['2026年三季度任务分解表'],
      ['工号', '姓名', '三季度任务(万元)', null, '2026年任务(万元)', null],
      [null, null, '存款日均', '贷款日均', '存款日均', '贷款日均'],
      ['0012', '甲', 100, 20, 400, 80],
      ['0013', '乙', 0, null, 500, null],
      ['合计', null, 100, 20, 900, 80],
    ]);
    for (const range of ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2']) sheet.mergeCells(range);
    const { rows, codes: found } = await rowsOf(
      new Uint8Array(await book.xlsx.writeBuffer()),
      'targets.xlsx',
    );
    expect(found).toEqual([]);
    expect(rows.map(([id, indicator, quarter, year]) => [id, indicator, quarter, year])).toEqual(
      expected.map(([id, indicator, quarter, year]) => [id, indicator, quarter, year]),
    );
  });
});

test('in the names of the columns, each with its unit', async () => {
  const header =
    '员工号,存款日均季度计划(亿元),存款日均年度计划(亿元),本季有效客户数任务(户),全年有效客户数任务(户),国际结算额计划-季度(万美元),国际结算额计划-全年(万美元)\n';
  const { rows } = await rowsOf(`${header}0012,1,1.5,3,4,2,5\n`);
  expect(rows).toEqual([
    ['0012', 'deposits', 10_000_000_000n, 15_000_000_000n, 'CNY', 2],
    ['0012', '有效客户数', 300n, 400n, '户', 2],
    ['0012', 'settlement', 2_000_000n, 5_000_000n, 'USD', 2],
  ]);
});

test('actual figures in the same way', async () => {
  const found = await readOne('metrics', '工号,有效客户数,\n,本季完成,本年累计完成\n0012,3,7\n');
  expect(found.tables.metrics).toMatchObject([
    {
      manager_id: '0012',
      indicator: '有效客户数',
      quarter_actual: parseRatio('3'),
      year_actual: parseRatio('7'),
    },
  ]);
});

test('of four quarters the one of the package, and not a word of the others', async () => {
  const header = '工号,存款日均,,,,\n,一季度,二季度,三季度,四季度,全年\n';
  const found = await read({ 'package.yaml': only('targets'), '计划.csv': `${header}0012,1,2,3,4,9\n` });
  expect(found.tables.targets).toMatchObject([
    { quarter_target: parseRatio('3'), year_target: parseRatio('9') },
  ]);
  expect(found.problems.filter(({ code }) => code.startsWith('header.'))).toEqual([]);
  expect(found.readings[0]?.columns.map(({ column }) => column)).toEqual([
    'manager_id',
    null,
    null,
    'quarter_target',
    null,
    'year_target',
  ]);
});

test('in the names of the columns as well', async () => {
  const header = '工号,存款日均一季度任务,存款日均三季度任务,存款日均四季度任务,存款日均全年任务\n';
  const { rows, codes: found } = await rowsOf(`${header}0012,1,3,4,9\n`);
  expect(found).toEqual([]);
  expect(rows).toEqual([['0012', 'deposits', 300n, 900n, null, 2]]);
});

test('a column that was of no use in its neighbour’s quarter is in its own', async () => {
  const found = await read({
    'package.yaml': only('targets').replace('2026Q3', '2026Q4'),
    'bank.yaml': 'columns: { targets: { 存款日均四季度任务: none, 网点: none } }',
    '计划.csv': '网点,工号,存款日均三季度任务,存款日均四季度任务,存款日均全年任务\n东城,0012,3,4,9\n',
  });
  expect(found.tables.targets).toMatchObject([
    { quarter_target: parseRatio('4'), year_target: parseRatio('9') },
  ]);
});

test("the bank's own indicators, by the words of its profile", async () => {
  const found = await read({
    'package.yaml': only('targets'),
    'bank.yaml':
      'columns: { targets: { 应达数: quarter_target, 年应达数: year_target } }\nwords: { targets: { indicator: { 揽存: 存款日均 } } }',
    '计划.csv': '工号,揽存,\n,应达数,年应达数\n0012,1,2\n',
  });
  expect(codes(found)).toEqual([]);
  expect(found.tables.targets).toMatchObject([
    { indicator: 'deposits', quarter_target: parseRatio('1'), year_target: parseRatio('2') },
  ]);
});

describe('what is wrong is said once, with its own column', () => {
  test('an unknown manager, a figure that is none, one that is blank', async () => {
    const found = await read({
      'package.yaml': only('roster', 'targets'),
      '名册.csv': '工号,姓名,所属机构,现聘等级\n0012,甲,东城,三级\n',
      '计划.csv':
        '工号,存款日均,,贷款日均,\n,季度,全年,季度,全年\n0012,x,1,2,\n0099,1,2,3,4\n1.2E+10,1,2,3,4\n',
    });
    expect(
      found.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ code, at }) => [code, at.row, at.column]),
    ).toEqual([
      ['cell.not-a-number', 3, '存款日均/季度'],
      ['cell.blank', 3, '贷款日均/全年'],
      ['manager.unknown', 4, '工号'],
      ['id.scientific', 5, '工号'],
    ]);
    const [unknown] = found.problems.filter(({ code }) => code === 'manager.unknown');
    expect(unknown?.message.zh).not.toContain('2 行');
  });

  test('two columns of one indicator and basis', async () => {
    const header = '工号,存款日均本季计划,存款日均季度任务,存款日均年度计划\n';
    expect((await rowsOf(`${header}0012,1,2,3\n`)).codes).toEqual(['header.two-columns']);
  });

  test("a title's 万元 is no dollar, and no number of customers", async () => {
    const title = '单位:万元\n工号,国际结算额,,有效客户数,\n,季度,全年,季度,全年\n';
    const { rows, codes: found } = await rowsOf(`${title}0012,1,2,3,4\n`);
    expect(rows.map(([, indicator, quarter]) => [indicator, quarter])).toEqual([['有效客户数', 300n]]);
    expect(new Set(found)).toEqual(new Set(['unit.wrong-for-indicator', 'indicator.unknown']));
  });
});

test('a long table keeps its groups, and its rates of completion are nobody’s target', async () => {
  const header = '业务计划,,,,\n工号,指标,本季计划,年度计划,季度计划完成率\n';
  const { rows } = await rowsOf(`${header}0012,存款日均,1,2,90%\n`);
  expect(rows).toEqual([['0012', 'deposits', 100n, 200n, null, 3]]);
  // Nor is one wide whose column of indicators is not known.
  const unknown = '工号,考核科目,三季度任务数,全年任务数,本季下达计划\n';
  expect((await rowsOf(`${unknown}0012,存款日均,1,2,3\n`)).codes).toEqual(['header.not-found']);
});

describe('a header that names its period', () => {
  test.each([
    ['三季度计划', '本季计划'],
    ['第三季度结算量', '本季结算量'],
    ['2026年三季度日均', '本季日均'],
    ['2026Q3日均', '本季日均'],
    ['3季度计划', '本季计划'],
    ['2026年日均', '本年日均'],
    ['2026年度计划', '本年计划'],
    ['2025年日均余额', '上年日均余额'],
    ['2025年末余额', '上年末余额'],
    ['四季度计划', '四季度计划'],
    ['2025年三季度日均', '2025年三季度日均'],
    ['前三季度日均', '前三季度日均'],
    ['1-3季度日均', '1-3季度日均'],
    ['一至三季度日均', '一至三季度日均'],
    ['2026年初余额', '2026年初余额'],
    ['2026年9月日均', '2026年9月日均'],
    ['2024年日均', '2024年日均'],
  ])('%s is %s in 2026Q3', (header, said) => expect(inWordsOf('2026Q3', header)).toBe(said));

  test('is known in its quarter, and is not the other ones’', async () => {
    const tableOf = (quarter: string) =>
      `工号,客户号,2026年日均余额,2025年日均余额,${quarter}日均余额,期末余额\n0012,C1,1,9,2,3\n`;
    const known = await readOne('deposits', tableOf('三季度'));
    expect(codes(known)).toEqual([]);
    expect(known.tables.deposits).toMatchObject([
      { year_avg: 100n, prior_year_avg: 900n, quarter_avg: 200n },
    ]);
    expect(codes(await readOne('deposits', tableOf('二季度')))).toEqual(['header.missing-column']);
  });

  test('a line of the profile written for one quarter says nothing of another', async () => {
    const files = (period: string) => ({
      'package.yaml': only('deposits').replace('2026Q3', period),
      'bank.yaml': 'columns: { deposits: { 三季度均额: quarter_avg } }',
      '存款.csv': '工号,客户号,年日均余额,三季度均额,期末余额\n0012,C1,1,2,3\n',
    });
    expect(codes(await read(files('2026Q3')))).toEqual([]);
    expect(codes(await read(files('2026Q4')))).toContain('header.missing-column');
  });
});
