/** That figures are live: the sample's measured figures, groups, completions and adjustments are formulas. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import { unbroken } from '../../src/spreadsheet/measure.ts';
import { type SampleQuarter, sampleYear } from '../runs/sample.ts';
import { cellsOf, listOf, open, sheetOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context } from './quarter.ts';

let year: Awaited<ReturnType<typeof sampleYear>>;
beforeAll(async () => {
  year = await sampleYear();
});

function appraisalOf(quarter: SampleQuarter): Appraisal {
  const appraisal = year.get(quarter);
  if (appraisal === undefined) throw new Error(`no ${quarter}`);
  return appraisal;
}

function managerOf(quarter: SampleQuarter, id: string): ManagerAppraisal {
  const found = appraisalOf(quarter).managers.find(({ manager }) => manager.manager_id === id);
  if (found === undefined) throw new Error(`no manager ${id}`);
  return found;
}

const bookOf = async (quarter: SampleQuarter, id: string, lang: 'zh' | 'en' = 'zh') =>
  open(await managerWorkbook(managerOf(quarter, id), appraisalOf(quarter), context, lang));

type Sheet = ReturnType<typeof sheetOf>;
/** The cell of a column in the row that begins with these words. */
function cellAt(sheet: Sheet, header: string, wanted: Readonly<Record<string, string>>, which = 0) {
  const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!'));
  const place = (address: string) => /^([A-Z]+)(\d+)$/.exec(address)?.slice(1) ?? [];
  const columnOf = (word: string) =>
    cells.flatMap(([address, cell]) => (unbroken(String(cell.v)) === word ? [place(address)[0]] : []))[0];
  const rows = [...new Set(cells.map(([address]) => place(address)[1]))].filter((row) =>
    Object.entries(wanted).every(([column, word]) => sheet[`${columnOf(column)}${row}`]?.v === word),
  );
  return sheet[`${columnOf(header)}${rows[which]}`];
}

describe('等级测算', () => {
  test('every figure of a measure is summed from the customers, for every manager', async () => {
    const appraisal = appraisalOf('2026Q4');
    let measured = 0;
    for (const manager of appraisal.managers) {
      const book = open(await managerWorkbook(manager, appraisal, context, 'zh'));
      const sheet = sheetOf(book, '等级测算');
      for (const [address, cell] of Object.entries(sheet)) {
        const row = /^H(\d+)$/.exec(address)?.[1]; // 客户计入线: only measures have one
        if (row === undefined || typeof cell?.v !== 'number') continue;
        measured += 1;
        expect(sheet[`D${row}`]?.f, `${manager.manager.manager_id} D${row}`).toMatch(/'客户'!/);
        expect(sheet[`C${row}`]?.f, `${manager.manager.manager_id} C${row}`).toMatch(/^IF\(/);
      }
    }
    expect(measured).toBeGreaterThan(1_000);
  });

  test('the largest customer is worked out without functions that older programs lack', async () => {
    const book = await bookOf('2026Q4', '0003');
    const largest = cellAt(sheetOf(book, '等级测算'), '实际', { 条件: '其中最大单户' });
    expect(largest?.v).toBe(9_999.999999);
    expect(largest?.f).toMatch(/SUMPRODUCT\(MAX\(/);
    for (const { cell } of cellsOf(book)) expect(cell.f ?? '').not.toMatch(/MAXIFS|XLOOKUP|FILTER\(|LET\(/);
  });

  test('groups and grades follow their parts, and the first page follows the grades', async () => {
    const book = await bookOf('2026Q4', '0003');
    const sheet = sheetOf(book, '等级测算');
    expect(cellAt(sheet, '结论', { 等级: '高级客户经理', 条件: '全部条件' })?.f).toMatch(/^IF\(OR\(/);
    expect(cellAt(sheet, '结论', { 等级: '高级客户经理', 条件: '业务指标（4 项中至少 2 项）' })?.f).toMatch(
      />=2/,
    );
    const front = Object.values(sheetOf(book, '考核结果'));
    expect(front.find((cell) => cell?.v === '一级客户经理' && cell.f)?.f).toMatch(/'等级测算'!/);
  });
});

describe('考核结果', () => {
  test('shows the single customer where it decides', async () => {
    const sheet = sheetOf(await bookOf('2026Q2', '0003'), '考核结果');
    const entries = Object.entries(sheet);
    const row = entries
      .filter(([, cell]) => cell?.v === '其中最大单户（万元）')
      .map(([address]) => address.replace('A', ''))[0];
    const values = entries
      .filter(
        ([address, cell]) =>
          address.endsWith(String(row)) && /^[A-Z]+\d+$/.test(address) && cell?.v !== undefined,
      )
      .filter(([address]) => address.replace(/^[A-Z]+/, '') === row)
      .map(([, cell]) => cell?.v);
    // To average 10,000 over 365 days after 181 days at a cent less: 0.000001 × 181 ÷ 184 more in the other 184, up to the cent.
    expect(values).toEqual([
      '其中最大单户（万元）',
      9_999.999999,
      10_000,
      0.000001,
      '█████████░',
      10_000.000001,
      '不符合',
    ]);
  });
});

describe('调整与事件', () => {
  test('shows the figure before and after, by formula, and the figures contain the adjustment', async () => {
    const book = await bookOf('2026Q4', '0008');
    expect(listOf(book, '调整与事件', '文号')[0]).toMatchObject({
      指标: '存款日均',
      口径: '季、年',
      调整额: 1_000_000,
      本季调整前: 74_000_000,
      本季调整后: 75_000_000,
      本年调整前: 74_000_000,
      本年调整后: 75_000_000,
    });
    expect(cellAt(sheetOf(book, '计划完成'), '全年实绩', { 指标: '存款日均' })?.f).toMatch(/'调整与事件'!/);
  });

  test('an adjustment that names no customer counts in the total', async () => {
    const book = await bookOf('2026Q4', '0024');
    const cell = cellAt(sheetOf(book, '等级测算'), '实际', { 等级: '四级客户经理', 条件: '新增日均存款' });
    expect(cell?.f).toMatch(/SUMIFS\('客户'.*'调整与事件'.*"全部客户"/);
  });
});

describe('趋势', () => {
  test('shows the archived quarters and this one, with charts over them', async () => {
    const book = await bookOf('2026Q4', '0008');
    const rows = listOf(book, '趋势', '季度').slice(0, 4);
    expect(rows.map((row) => row.季度)).toEqual([
      '2026年第一季度',
      '2026年第二季度',
      '2026年第三季度',
      '2026年第四季度',
    ]);
    expect(rows[3]).toMatchObject({ 测算符合等级: '二级客户经理', 日均存款: 7_500 });
  });

  test('one quarter is a table and a sentence', async () => {
    const sheet = Object.values(sheetOf(await bookOf('2026Q1', '0008'), '趋势'));
    expect(sheet.map((cell) => String(cell?.v))).toContainEqual(expect.stringContaining('目前只有一个季度'));
  });
});
