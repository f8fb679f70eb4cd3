/** 积数: averages are made of them where an export has none, and held against them where it has both. */
import { describe, expect, test } from 'vitest';
import { daysOver } from '../../src/intake/readers/products.ts';
import { codes, only, read, readOne } from './package.ts';

const header = '客户经理工号,客户号,币种,年积数,季积数,期末余额';
const deposits = (...rows: string[]) => readOne('deposits', `${[header, ...rows].join('\n')}\n`);

describe('days', () => {
  test.each([
    ['2026Q1', 90, 90],
    ['2026Q2', 181, 91],
    ['2026Q3', 273, 92],
    ['2026Q4', 365, 92],
    ['2028Q1', 91, 91],
    ['2028Q4', 366, 92],
  ])('%s by the calendar', (quarter, year, ofQuarter) => {
    expect(daysOver('year', quarter, 'actual')).toBe(year);
    expect(daysOver('quarter', quarter, 'actual')).toBe(ofQuarter);
  });

  test('a year of 360', () => {
    expect([daysOver('year', '2026Q3', 360), daysOver('quarter', '2026Q3', 360)]).toEqual([270, 90]);
  });
});

describe('in place of the averages', () => {
  test('product ÷ days, half-up to a cent', async () => {
    // 273 days: 1.365 makes 0.005, and a cent less 0.00496…; 92 days: -0.46 makes -0.005.
    const found = await deposits('0012,C1,,1.365,-0.46,9', '0012,C2,,1.355,-0.45,9', '0012,C3,,27300,9200,9');
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits.map(({ year_avg, quarter_avg }) => [year_avg, quarter_avg])).toEqual([
      [1n, -1n],
      [0n, 0n],
      [100_00n, 100_00n],
    ]);
    expect(found.tables.deposits[0]).not.toHaveProperty('year_product');
  });

  test('the average counts as there, under the header that it comes from', async () => {
    const { readings } = await deposits('0012,C1,,1,1,1');
    expect(readings[0]?.columns).toContainEqual(
      expect.objectContaining({ header: '年积数', column: 'year_avg', position: 4 }),
    );
  });

  test('in units, and in another currency by the rate of the average', async () => {
    const found = await read({
      'package.yaml': only('deposits'),
      'fx.csv': '币种,汇率\nUSD,7.1\n',
      // 27.3 × 10,000 ÷ 273 = 1000 dollars; 0.92 × 10,000 ÷ 92 = 100.
      'deposits.csv': `${header.replace('年积数,季积数', '年积数(万元),季积数(万元)')}\n0012,C1,USD,27.3,0.92,1\n`,
    });
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({ year_avg: 7100_00n, quarter_avg: 710_00n });
  });

  test('the profile counts 360 days, and may name the column', async () => {
    const found = await read({
      'package.yaml': only('deposits'),
      'bank.yaml': 'days: 360\ncolumns: { deposits: { 积数A: year_product } }\n',
      'deposits.csv': `${header.replace('年积数', '积数A')}\n0012,C1,,27000,9000,1\n`,
    });
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({ year_avg: 100_00n, quarter_avg: 100_00n });
  });

  test('a total is one of 积数; a blank is 0 and counted; what is no number is named', async () => {
    const right = await deposits('0012,C1,,273,92,1', '0012,C2,,273,92,1', '合计,,,546,184,2');
    expect(codes(right)).toEqual([]);
    expect(codes(await deposits('0012,C1,,273,92,1', '合计,,,274,92,1'))).toEqual(['total.differs']);
    expect(codes(await deposits('0012,C1,,,92,1'))).toEqual(['amount.blank']);
    expect(codes(await deposits('0012,C1,,x,92,1'))).toEqual(['cell.not-a-number']);
  });
});

describe('beside the averages', () => {
  const both = (average: string, product: string, head = '年日均余额') =>
    readOne(
      'deposits',
      `客户经理工号,客户号,${head},年积数,季积数,期末余额\n0012,C1,${average},${product},92,1\n`,
    );

  test('a cent more or less is rounding, more is an error', async () => {
    expect(codes(await both('100.01', '27300'))).toEqual([]);
    expect(codes(await both('99.99', '27300'))).toEqual([]);
    expect(codes(await both('100.02', '27300'))).toEqual(['average.differs']);
    expect(codes(await both('99.98', '27300'))).toEqual(['average.differs']);
    expect(codes(await both('100.01', '27299.99'))).toEqual(['average.differs']);
    expect(codes(await both('100', 'x'))).toEqual(['cell.not-a-number']);
  });

  test('a cent is one of the unit that the average is in', async () => {
    expect(codes(await both('1.01', '2730000', '年日均余额(万元)'))).toEqual([]);
    expect(codes(await both('1.02', '2730000', '年日均余额(万元)'))).toEqual(['average.differs']);
  });
});
