/** Counts, quarters, figures that may be unknown, and the package's own days off. */
import { describe, expect, test } from 'vitest';
import { codes, only, read, readOne } from './package.ts';

describe('a count', () => {
  const branch = async (count: string) => {
    const found = await readOne('units', `分行,二级经营机构数量\n滨海分行,"${count}"\n`);
    return found.tables.units[0]?.sub_units ?? codes(found)[0] ?? null;
  };

  test.each([
    ['7', 7],
    ['1,200', 1200],
    ['-3', -3],
    ['12.0', 12],
    ['１２', 12],
    ['0', 0],
    ['', null],
    ['-', null],
    ['无', null],
    ['7.5', 'cell.not-a-count'],
    ['七', 'cell.not-a-count'],
    ['7家', 'cell.not-a-count'],
    ['99999999999999999999', 'cell.not-a-count'],
  ])('%j is %j', async (cell, expected) => expect(await branch(cell)).toBe(expected));
});

describe('a quarter', () => {
  const score = async (quarter: string) => {
    const found = await readOne('scores', `客户经理工号,指标,得分,季度\n0012,协作,85,${quarter}\n`);
    return found.tables.scores[0]?.quarter ?? codes(found)[0] ?? null;
  };

  test.each([
    ['2026Q3', '2026Q3'],
    ['2026q3', '2026Q3'],
    ['2026-Q3', '2026Q3'],
    ['2026年第三季度', '2026Q3'],
    ['2026年3季度', '2026Q3'],
    ['', null],
    ['—', null],
    ['2026Q5', 'cell.not-a-quarter'],
    ['Q3', 'cell.not-a-quarter'],
    ['2026', 'cell.not-a-quarter'],
    ['2026Q3至2026Q4', 'cell.not-a-quarter'],
  ])('%j is %j', async (cell, expected) => expect(await score(cell)).toBe(expected));
});

describe('the figures of a unit', () => {
  const header = '机构名称,类别,公司业务资产负债规模(万元),现有人数\n';

  test('a blank one is unknown, and no warning; a zero is a zero', async () => {
    const found = await readOne(
      'units',
      `${header}滨海分行,,,\n江北支行,对公网点,0,0\n港区分行,分行,8.5,3\n`,
    );
    expect(codes(found)).toEqual([]);
    expect(
      found.tables.units.map(({ kind, corporate_scale, actual }) => [kind, corporate_scale, actual]),
    ).toEqual([
      ['branch', null, null],
      ['corporate-outlet', 0n, 0],
      ['branch', 8_500_000n, 3],
    ]);
  });

  test('a column that is not there is unknown too', async () => {
    const found = await readOne('units', '分行,现有人数\n滨海分行,4\n');
    expect(found.tables.units[0]).toMatchObject({ new_deposits: null, sub_units: null, opened_on: null });
  });

  test('totals, remarks and a header repeated are no units; a name alone is one', async () => {
    const lines = [
      '滨海分行,,5,1',
      '港区分行,,,',
      '合计,,5,1',
      header.trim(),
      '填报人：王芳,,,',
      '数据截至年末，未经审计。,,,',
    ];
    const found = await readOne('units', `${header}${lines.join('\n')}\n`);
    expect(codes(found)).toEqual([]);
    expect(found.tables.units.map(({ branch }) => branch)).toEqual(['滨海分行', '港区分行']);
  });

  test('a unit stands there once', async () => {
    const found = await readOne('units', `${header}滨海分行,,1,1\n江北支行,对公网点,,\n滨海分行,,2,2\n`);
    expect(found.problems).toMatchObject([
      { code: 'row.duplicate', value: '滨海分行', managers: [], at: { row: 4 } },
    ]);
  });
});

describe('days off', () => {
  const settings = async (lines: string) => read({ 'package.yaml': `${only()}${lines}\n` });

  test('are what package.yaml says; without it there are none', async () => {
    const stated = await settings('holidays: [2026-10-01, 2026-10-02]\nworking-days: [2026-10-10]');
    expect(stated.problems).toEqual([]);
    expect(stated.settings).toMatchObject({
      holidays: ['2026-10-01', '2026-10-02'],
      workingDays: ['2026-10-10'],
    });
    expect((await settings('')).settings).toMatchObject({ holidays: [], workingDays: [] });
  });

  test.each([
    ['holidays: [2026-02-30]', 'holidays'],
    ['holidays: [10月1日]', 'holidays'],
    ['holidays: 2026-10-01', 'holidays'],
    ['working-days: [2026-10-10, 2026-13-01]', 'working-days'],
  ])('%s is refused', async (line, key) => {
    const { problems } = await settings(line);
    expect(problems).toMatchObject([{ code: 'settings.invalid-value', at: { row: 3 } }]);
    expect(problems[0]?.message.zh).toContain(key);
  });
});

test('the amounts of a table without a currency column are yuan, in the unit of its headers', async () => {
  const headers = '到期贷款(万元),收回到期贷款(万元),应收利息,实收利息,利息收入,贷款月均余额';
  const found = await readOne('collections', `客户经理工号,${headers}\n0012,100,99.5,3,2,1,0\n`);
  expect(codes(found)).toEqual([]);
  expect(found.tables.collections).toMatchObject([
    { due_principal: 100_000_000n, recovered_principal: 99_500_000n, interest_due: 300n },
  ]);
});

test('a ledger goes on after the quarter: what happened later is left out, and counted', async () => {
  const found = await readOne('activities', '工号,日期,类别\n0012,2026-09-30,日志\n0012,2026-10-01,日志\n');
  expect(found.tables.activities).toMatchObject([{ date: '2026-09-30' }]);
  expect(found.problems).toMatchObject([{ code: 'events.after-period', severity: 'note' }]);
});

describe('a character that an export lost', () => {
  const deposits = (manager: string, customer: string, name: string) =>
    readOne(
      'deposits',
      `客户经理工号,客户号,户名,年日均余额,季日均余额,期末余额\n${manager},${customer},${name},1,1,1\n`,
    );
  const roster = (name: string, unit: string, education: string) =>
    readOne(
      'roster',
      `客户经理工号,姓名,所属支行,等级,学历\n0012,${name},${unit},四级客户经理,${education}\n`,
    );

  test.each([
    ['a customer’s name', () => deposits('0012', 'C1', '李\ufffd'), '户名'],
    ['a customer’s name, as ?', () => deposits('0012', 'C1', '李?'), '户名'],
    ['a customer’s id', () => deposits('0012', 'C\ufffd1', '李'), '客户号'],
    ['a manager’s id', () => deposits('?', 'C1', '李'), '客户经理工号'],
    ['a manager’s name', () => roster('?梅', '城北支行', '本科'), '姓名'],
    ['a unit', () => roster('李梅', '城\ufffd支行', '本科'), '所属支行'],
    [
      'an indicator of the bank’s own',
      () => readOne('metrics', '客户经理工号,指标,本季实绩,本年实绩\n0012,手机?行户数,1,1\n'),
      '指标',
    ],
  ])('in %s is an error of its cell', async (_, found, column) => {
    expect((await found()).problems.filter(({ code }) => code === 'cell.lost-character')).toMatchObject([
      { severity: 'error', at: { row: 2, column } },
    ]);
  });

  test('a question in a remark is none, nor is a full-width one in a name', async () => {
    for (const found of [await roster('李梅', '城北支行', '本科?'), await deposits('0012', 'C1', '去哪儿？')])
      expect(codes(found)).toEqual([]);
  });
});
