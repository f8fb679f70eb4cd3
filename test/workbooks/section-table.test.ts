/** Lines at their prices stand as a table: what each is made of beneath it, by formulas within the row, and so for the branch. */
import { describe, expect, test } from 'vitest';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { quarterOf } from '../policies/scheme.ts';
import { open, sheetOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context } from './quarter.ts';

/** The rows of a sheet whose cell in a column says so, from that column on. */
function rowsOf(bytes: Uint8Array, sheet: string, at: string, says: string) {
  const cells = sheetOf(open(bytes), sheet);
  const letters = 'ABCDEFGHIJKL'.split('');
  return Object.keys(cells)
    .filter((address) => new RegExp(`^${at}\\d+$`).test(address) && cells[address]?.v === says)
    .map((address) => {
      const row = address.slice(at.length);
      return letters
        .slice(letters.indexOf(at))
        .map((letter) => ({ address: `${letter}${row}`, ...cells[`${letter}${row}`] }));
    });
}
const valuesOf = (...asked: Parameters<typeof rowsOf>) =>
  rowsOf(...asked).map((row) => row.map(({ v }) => v));

describe('pay by price times volume', async () => {
  const appraisal = await quarterOf('1-unit-price', '2026Q3');
  const [first] = appraisal.managers;
  if (first === undefined) throw new Error('nobody is appraised');
  const sheet = '计价考核办法';
  const own = await managerWorkbook(first, appraisal, context, 'zh');
  const branch = await branchWorkbook(appraisal, context, 'zh');

  test('figure, unit, per, price, amount, running total, source', () => {
    // A header may be broken into lines.
    const headers = valuesOf(own, sheet, 'A', '项目')[0]?.map((header) => String(header).replace(/\n/g, ''));
    expect(headers).toEqual(
      expect.arrayContaining(['数额', '单位', '计价单位', '单价、档次', '金额（元）', '累计（元）', '依据']),
    );
    // 200.00 × 5 after 1,000.00 × 3.
    expect(valuesOf(own, sheet, 'A', '定期类存款增量')[0]?.slice(1, 8)).toEqual([
      ...[200, '万元', 10_000, 5, 1000, 4000],
      '定期增量单价（条款 2）',
    ]);
  });

  test('the parts of a figure in its tiers beneath it, which its amount adds up', () => {
    const [line] = rowsOf(own, sheet, 'A', '中间业务收入');
    const tiers = ['第1档内', '第2档内', '第3档内'].map((tier) => rowsOf(own, sheet, 'A', tier)[0]);
    expect(tiers.map((tier) => [tier?.[1]?.v, tier?.[4]?.v, tier?.[5]?.v])).toEqual([
      [50_000, 0.1, 5000],
      [30_000, 0.15, 4500],
      [0, 0.2, 0],
    ]);
    const amounts = tiers.map((tier) => tier?.[5]?.address.replace(/^(\w)/, '$$$1$$'));
    expect(line?.[5]).toMatchObject({ v: 9500, f: expect.stringContaining(amounts.join('+')) });
  });

  test('sum, bounds and pay stand by themselves beneath the table', () => {
    const at = (says: string) => rowsOf(own, sheet, 'A', says)[0]?.[0]?.address.slice(1);
    expect(valuesOf(own, sheet, 'A', '各项合计')[0]?.slice(0, 3)).toEqual(['各项合计', 16_485, '元']);
    expect(Number(at('各项合计'))).toBeGreaterThan(Number(at('不良贷款')));
    expect(rowsOf(own, sheet, 'A', '定期类存款增量 · 单价')).toEqual([]);
  });

  test('the branch has one row for each line, and its list of managers points there', () => {
    const table = '季度绩效工资计算表';
    const [line] = rowsOf(branch, table, 'D', '定期类存款增量');
    expect(line?.map(({ v }) => v).slice(0, 7)).toEqual([
      ...['定期类存款增量', 200, '万元', 10_000, 5, 1000, 4000],
    ]);
    const list = sheetOf(open(branch), '季度绩效工资');
    const headers = Object.values(list).map(({ v }) => v);
    expect(headers).not.toContain('定期类存款增量 · 单价');
    const amount = line?.[5]?.address.replace(/^(\w)/, '$$$1$$') ?? '';
    expect(Object.values(list).map(({ f }) => f)).toContain(`'${table}'!${amount}`);
  });
});

test('a pool’s weight with its factors, in the branch’s table and the manager’s', async () => {
  const appraisal = await quarterOf('4-branch-pool', '2026Q3');
  const second = appraisal.managers.find(({ manager }) => manager.manager_id === 'D02');
  if (second === undefined) throw new Error('no D02');
  const own = await managerWorkbook(second, appraisal, context, 'zh');
  const branch = await branchWorkbook(appraisal, context, 'zh');
  // 1,375.00 × 1.1 × 0.5 × 1
  for (const [book, sheet, at] of [
    [own, '绩效池分配办法', 'A'],
    [branch, '绩效池分配计算表', 'D'],
  ] as const) {
    const of = (says: string) =>
      rowsOf(book, sheet, at, says).find((row) => row.some(({ v }) => v === 756.25 || v === 0.5));
    expect(
      of('权重')
        ?.map(({ v }) => v)
        .slice(0, 4),
    ).toEqual(expect.arrayContaining([1375, 756.25]));
    expect(
      of('质量系数')
        ?.map(({ v }) => v)
        .slice(0, 4),
    ).toEqual(expect.arrayContaining([0.04, 0.5]));
  }
});
