/** Columns and titles that do harm when nobody heeds them. */
import { describe, expect, test } from 'vitest';
import { quarterNamed, quarterOfMonths } from '../../src/intake/period.ts';
import { quarterInCell, quartersInTitle } from '../../src/intake/period-in-text.ts';
import type { TableId } from '../../src/model/tables/index.ts';
import { codes, depositHeader, only, read, readOne } from './package.ts';

const fx = '币种,汇率\nUSD,7\n';
const deposits = (header: string, ...rows: string[]) =>
  read({
    'package.yaml': only('deposits'),
    'fx.csv': fx,
    '存款.csv': `${depositHeader.trim()},${header}\n${rows.join('\n')}\n`,
  });
const row = (id: string, value: string) => `0012,${id},1,2,3,${value}`;
const found = async (table: TableId, content: string) =>
  (await readOne(table, content)).problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('a column whose values say what a missing one would', () => {
  test('currencies: an error with the line that mends it, and the line mends it', async () => {
    const rows = [row('C1', '美元'), row('C2', 'CNY'), row('C3', '')];
    const refused = await deposits('货币类别X', ...rows);
    expect(codes(refused)).toEqual(['column.left-out']);
    const [problem] = refused.problems;
    expect(problem?.message.zh).toContain('CNY ×1、美元 ×1');
    expect(problem?.hint.zh).toContain('columns: { deposits: { 货币类别X: currency } }');
    const mended = await read({
      'package.yaml': only('deposits'),
      'bank.yaml': 'columns: { deposits: { 货币类别X: currency } }',
      'fx.csv': fx,
      '存款.csv': `${depositHeader.trim()},货币类别X\n${rows.join('\n')}\n`,
    });
    expect(codes(mended)).toEqual([]);
    expect(mended.tables.deposits.map(({ year_avg }) => year_avg)).toEqual([700n, 100n, 100n]);
  });

  test('also where the first foreign one comes after thousands of rows', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => row(`C${index}`, '人民币'));
    expect(codes(await deposits('钱', ...many))).toEqual([]);
    expect(codes(await deposits('钱', ...many, row('D', 'USD')))).toEqual(['column.left-out']);
  });

  test('not where it only says what is taken anyway, nor where other things stand in it', async () => {
    expect(codes(await deposits('钱', row('C1', 'CNY'), row('C2', '人民币')))).toEqual([]);
    expect(
      codes(await deposits('备注', row('C1', '美元'), row('C2', '已对账'), row('C3', '新开户'))),
    ).toEqual([]);
    expect(codes(await deposits('代码', row('C1', '014'), row('C2', '001')))).toEqual([]);
    const said = await read({
      'package.yaml': only('deposits'),
      'bank.yaml': 'columns: { deposits: { 钱: none } }',
      '存款.csv': `${depositHeader.trim()},钱\n${row('C1', '美元')}\n`,
    });
    expect(codes(said)).toEqual([]);
  });

  test('states of a person', async () => {
    const header = '工号,姓名,所属机构,现聘等级,人员去向\n';
    expect(await found('roster', `${header}1,甲,东,三级,在岗\n2,乙,东,三级,离岗\n`)).toEqual([
      'column.left-out',
    ]);
    expect(await found('roster', `${header}1,甲,东,三级,在岗\n2,乙,东,三级,在岗\n`)).toEqual([]);
  });

  test('kinds of settlement', async () => {
    const settlement = (kind: string) =>
      read({
        'package.yaml': only('settlement'),
        'fx.csv': fx,
        '结算.csv': `工号,客户号,本季结算额,本年累计结算额,业务大类\n0012,C1,1,2,${kind}\n`,
      });
    expect(codes(await settlement('国内结算'))).toEqual(['column.left-out']);
    expect(codes(await settlement('国际结算'))).toEqual([]);
  });

  test('shares: percentages or fractions that make every account whole', async () => {
    const two = (a: string, b: string) =>
      deposits('某比', `0012,C1,1,2,3,${a}`, `0013,C1,1,2,3,${b}`, row('C2', '100%'));
    expect(codes(await two('60%', '40%'))).toEqual(['column.shares-left-out']);
    expect(codes(await two('0.6', '0.4'))).toEqual(['column.shares-left-out']);
    expect(codes(await two('60%', '39%'))).toEqual([]);
    expect(codes(await deposits('利率', row('C1', '0.35%'), row('C2', '1.5%')))).toEqual([]);
  });
});

describe('another period', () => {
  test.each([
    ['2026年9月', '2026Q3'],
    ['202612', '2026Q4'],
    ['2026-03', '2026Q1'],
    ['港区支行2026年4季度', '2026Q4'],
    ['2026年8月', null],
    ['2026年6月-2026年9月', null],
  ])('the folder %s', (name, quarter) => expect(quarterNamed(name)).toBe(quarter));

  test.each([
    ['统计日期:2026-06-30', ['2026Q2']],
    ['截止日期：20260630', ['2026Q2']],
    ['截至2026年6月30日', ['2026Q2']],
    ['2026年二季度存款明细', ['2026Q2']],
    ['2026年6月存款明细表', ['2026Q2']],
    ['存款明细（202606）', ['2026Q2']],
    ['统计区间:2026-07-01至2026-09-30', ['2026Q3']],
    ['2026.01.01-2026.06.30', ['2026Q2']],
    ['2026年1月1日至2026年9月30日', ['2026Q3']],
    ['2026年1-9月存款', ['2026Q3']],
    ['2026年1月至6月', ['2026Q2']],
    ['导出日期:2026-10-09', []],
    ['打印时间:2026-10-09 09:15', []],
    ['云银发〔2026〕12号', []],
    ['2026年三季度比二季度', ['2026Q3']],
    ['单位:万元', []],
    ['电话 20260630123', []],
  ])('the title %s', (title, quarters) => expect([...quartersInTitle(title)]).toEqual(quarters));

  test.each([
    ['202606', '2026Q2'],
    ['2026-06', '2026Q2'],
    ['2026年9月', '2026Q3'],
    ['20260930', '2026Q3'],
    ['2026/9/30', '2026Q3'],
    ['2026Q2', '2026Q2'],
    ['9', null],
    ['2026', null],
  ])('the cell %s', (text, quarter) => expect(quarterInCell(text, null)).toBe(quarter));

  test.each([
    ['2026年9月', '2026Q3'],
    ['202609', '2026Q3'],
    ['2026-09', '2026Q3'],
    ['2026-09-30', null],
    ['202613', null],
    ['2026年', null],
  ])('months in %s', (text, quarter) => expect(quarterOfMonths(text)).toBe(quarter));

  test('a title line or a date column of another one is an error that names both', async () => {
    const titled = await readOne('deposits', `统计日期:2026-06-30\n${depositHeader}0012,C1,1,2,3\n`);
    expect(codes(titled)).toEqual(['period.other-title']);
    expect(titled.problems[0]?.message.zh).toMatch(/2026Q2.*2026Q3/);
    const dated = await readOne(
      'deposits',
      `${depositHeader.trim()},数据日期\n0012,C1,1,2,3,2026-06-30\n0012,C2,1,2,3,2026-09-30\n`,
    );
    expect(codes(dated)).toEqual(['period.other-rows']);
    expect(dated.problems[0]?.message.zh).toContain('1 行属于 2026Q2');
  });

  test('its own period is none, nor are days in the life of an account; a ledger is of any time', async () => {
    const own = `统计日期:2026-09-30\n${depositHeader.trim()},数据日期,开户日期\n0012,C1,1,2,3,20260930,2020-01-01\n`;
    expect(codes(await readOne('deposits', own))).toEqual([]);
    const ledger = '2026年二季度奖惩\n工号,日期,事件类型\n0012,2026-05-06,诫勉\n';
    expect(codes(await read({ 'package.yaml': only(), 'events.csv': ledger }))).toEqual([]);
  });
});
