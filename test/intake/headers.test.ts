/** Which row is the header, and which column is which. */
import { describe, expect, test } from 'vitest';
import { claims } from '../../src/intake/recognise.ts';
import { codes, depositHeader, only, read, readOne } from './package.ts';

describe('finding the header', () => {
  test('titles, dates and organisation names above it', async () => {
    const titles = 'XX银行客户经理存款明细表\n填报单位:东城支行,,日期:2026-09-30\n\n';
    const found = await readOne('deposits', `${titles}${depositHeader}0012,C1,1,2,3\n`);
    expect(codes(found)).toEqual([]);
    expect(found.readings[0]).toMatchObject({ headerRows: [4], rowsRead: 1 });
  });

  test('spellings: width, case, spaces, 日平 for 日均, 帐 for 账, units in brackets, English names', async () => {
    const headers = '客 户 经 理 号,客户编号,帐号,年日平余额（元）,Prior_Year_Avg,季日平均余额,END BALANCE\n';
    const found = await readOne('deposits', `${headers}0012,C1,A1,1,2,3,4\n`);
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({
      account: 'A1',
      year_avg: 100n,
      prior_year_avg: 200n,
      end_balance: 400n,
    });
  });

  test('a two-row header of a CSV, where a group name stands over its first column only', async () => {
    const header = '工号,客户号,本年,,,上年\n,,日均余额,季日均余额,期末余额,日均余额\n';
    const found = await readOne('deposits', `${header}0012,C1,1,2,3,4\n`);
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({
      year_avg: 100n,
      quarter_avg: 200n,
      prior_year_avg: 400n,
    });
  });

  test('a row of units below the header', async () => {
    const found = await readOne('deposits', `${depositHeader},,万元,万元,元\n0012,C1,1,2,3\n`);
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({
      year_avg: 1_000_000n,
      quarter_avg: 2_000_000n,
      end_balance: 300n,
    });
  });

  test("last year's column is never taken for this year's", async () => {
    const header = '工号,客户号,上年,,本年\n,,年日均余额,季日均余额,期末余额\n';
    const found = await readOne('deposits', `${header}0012,C1,1,2,3\n`);
    expect(codes(found)).toEqual(['header.missing-column', 'header.missing-column']);
  });

  test('a header printed again on every page is no data', async () => {
    const found = await readOne('deposits', `${depositHeader}0012,C1,1,2,3\n${depositHeader}0012,C2,1,2,3\n`);
    expect(codes(found)).toEqual([]);
    expect(found.readings[0]).toMatchObject({ rowsRead: 3, rowsKept: 2, rowsDropped: 1 });
  });

  test('the order of the columns does not matter', async () => {
    const found = await readOne(
      'deposits',
      '期末余额,客户号,季日均,年日均,币种,工号\n3,C1,2,1,人民币,0012\n',
    );
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({ manager_id: '0012', year_avg: 100n, end_balance: 300n });
  });
});

describe('what the file has', () => {
  test('a missing column names the headers found and the nearest', async () => {
    const found = await readOne('deposits', '工号,客户号,年日均余颔,季日均余额,期末余额\n0012,C1,1,2,3\n');
    const [problem] = found.problems;
    expect(problem?.code).toBe('header.missing-column');
    expect(problem?.message.zh).toContain('工号、客户号、年日均余颔、季日均余额、期末余额');
    expect(problem?.hint.zh).toContain('年日均余颔');
  });

  test('an optional column that is missing is null in the rows, a blank one is 0', async () => {
    const without = await readOne('deposits', `${depositHeader}0012,C1,1,2,3\n`);
    expect(without.tables.deposits[0]).toMatchObject({
      prior_year_avg: null,
      account: null,
      kind: null,
      currency: 'CNY',
    });
    const blank = await readOne('deposits', `${depositHeader.trim()},上年日均,储种\n0012,C1,1,2,3,,无\n`);
    expect(blank.tables.deposits[0]).toMatchObject({ prior_year_avg: 0n, kind: '无' });
    expect(codes(blank)).toEqual(['amount.blank']);
  });

  test('extra columns are reported once', async () => {
    const found = await readOne(
      'deposits',
      `序号,${depositHeader.trim()},备注\n1,0012,C1,1,2,3,x\n2,0012,C2,1,2,3,y\n`,
    );
    expect(found.problems.map(({ code }) => code)).toEqual(['header.extra-columns']);
  });
});

describe('recognising tables by name', () => {
  test.each([
    ['2026Q3_存款明细', ['deposits']],
    ['deposits-branch12', ['deposits']],
    ['贷款五级分类', ['classification']],
    ['贷款分类表', ['classification']],
    ['国际结算业务', ['settlement']],
    ['国结业务量', ['settlement']],
    ['外汇牌价', ['fx']],
    ['客户经理名册', ['roster']],
    ['FX', ['fx']],
    ['effxyz', []],
    ['存款与贷款', ['deposits', 'loans']],
    ['说明', []],
  ])('%s', (name, tables) => expect(claims(name)).toEqual(tables));

  const csv = (id: string) => `${depositHeader}0012,${id},1,2,3\n`;

  test('two files that claim one table are read as one, in the order of their names', async () => {
    const found = await read({
      'package.yaml': only('deposits'),
      '存款_西.csv': csv('C2'),
      '存款_东.csv': csv('C1'),
    });
    expect(found.tables.deposits.map(({ customer_id }) => customer_id)).toEqual(['C1', 'C2']);
  });

  test('package.yaml and the caller name files outright', async () => {
    const settings = `${only('deposits')}files:\n  deposits: 导出1.csv\n`;
    const other = '甲,乙\n1,2\n';
    const found = await read({ 'package.yaml': settings, '导出1.csv': csv('C1'), '导出2.csv': other });
    expect(found.tables.deposits).toHaveLength(1);
    expect(codes(found)).toEqual(['file.unclaimed']);
    const both = await read(
      { 'package.yaml': settings, '导出1.csv': csv('C1'), '导出2.csv': csv('C2') },
      { files: new Map([['deposits', ['导出2.csv']]]) },
    );
    expect(both.tables.deposits).toHaveLength(2);
  });

  test('leftovers are skipped; other files are mentioned', async () => {
    const files = {
      'package.yaml': only('deposits'),
      '存款.csv': csv('C1'),
      '~$存款.xlsx': 'x',
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      'README.md': '#',
    };
    const found = await read(files);
    expect(found.problems.map(({ code, at }) => [code, at.file])).toEqual([
      ['file.not-a-table', 'README.md'],
    ]);
    expect(found.inputs.map(({ name }) => name)).toEqual(['README.md', 'package.yaml', '存款.csv']);
    expect(found.inputs[2]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
