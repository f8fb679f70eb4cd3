/** Sections of policies on the sheets: lists with live figures, blocks of a manager, and what is not shown to whom. */
import { describe, expect, test } from 'vitest';
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { faultsOf, partsOf } from '../spreadsheet/package-check.ts';
import { listOf, open, rowsOf, sheetOf, textsOf } from '../spreadsheet/read.ts';
import { appraisalOf, context, policy } from './fixture.ts';
import { managerWorkbook } from './made.ts';
import { payScheme, secret, withoutLadder, withSections } from './schemes.ts';

const both = withSections();
const alone = withoutLadder();

function managerOf(appraisal: Appraisal, id: string): ManagerAppraisal {
  const found = appraisal.managers.find(({ manager }) => manager.manager_id === id);
  if (found === undefined) throw new Error(`no manager ${id}`);
  return found;
}

const bytesOf = (appraisal: Appraisal, id: string, lang: 'zh' | 'en' = 'zh') =>
  managerWorkbook(managerOf(appraisal, id), appraisal, context, lang);
const bookOf = async (appraisal: Appraisal, id: string, lang: 'zh' | 'en' = 'zh') =>
  open(await bytesOf(appraisal, id, lang));
const branch = async (appraisal: Appraisal, lang: 'zh' | 'en' = 'zh') =>
  open(await branchWorkbook(appraisal, context, lang));

/** The cell under a header, in the row that begins so. */
function cellUnder(book: Awaited<ReturnType<typeof branch>>, name: string, header: string, first: string) {
  const sheet = sheetOf(book, name);
  const addressOf = (word: string) => Object.keys(sheet).find((address) => sheet[address]?.v === word) ?? '';
  return sheet[`${addressOf(header).replace(/\d+/, '')}${addressOf(first).replace(/[A-Z]+/, '')}`];
}

describe('the branch', () => {
  test('has a sheet for each section, which gives way to the tool’s own names, and one for the lines', async () => {
    const { SheetNames: names } = await branch(both);
    expect(names.slice(4, 7)).toEqual(['计划完成 2', '编制：核定 人数', '三个状元']);
    expect(names).toEqual(expect.arrayContaining(['计划完成', '计划完成明细']));
    expect((await branch(both, 'en')).SheetNames).toEqual(
      expect.arrayContaining(['Pay', 'Headcount', 'Champions', 'Pay, lines', 'Completion']),
    );
  });

  test('lists the units and titles that could not be judged for a person to decide', async () => {
    const rows = listOf(await branch(both), '待人工认定', '机构或称号');
    expect(
      rows.map(({ 机构或称号: name, 评定项目: section, 状态: state }) => [name, section, state]),
    ).toEqual([['收息状元', '三个状元', '无法判断']]);
  });

  test('shows yuan in full where they are small, and says so', async () => {
    const book = await branch(both);
    const [paid, open, outside, failed] = listOf(book, '计划完成 2', '工号');
    expect(paid).toMatchObject({
      姓名: '陈静',
      所属机构: '城东支行',
      档次: '达标档',
      完成率: 1.55864175,
      '应发（元）': 3520.37,
      满万元数: 6,
      状态: '已评定',
      说明: '审批：联社主任办公会',
    });
    // Too many for one list: what the others lead to stands beside the verdict, the rest beneath.
    const [behind, unknown] = listOf(book, '计划完成 2', '工号', 1);
    expect(behind).toMatchObject({ 姓名: '陈静', '基本工资（元）': 3000, '业绩（元）': 62_345.67 });
    expect(unknown).toMatchObject({ 姓名: '张伟', '业绩（元）': null });
    expect(open).toMatchObject({ 档次: '无法判断', '应发（元）': null });
    expect(open?.缺少的资料或判断).toBe('“业绩”未填');
    expect(outside).toMatchObject({ 档次: '不适用', 状态: '不适用' });
    expect(failed).toMatchObject({ 档次: '未达标', '提成（元）': 0, 满万元数: 3 });
    expect(listOf(book, '编制：核定 人数', '机构')[0]).toMatchObject({
      '资产负债规模（万元）': 199_999.999999,
      '客户新增（户）': 37,
      编制: 20,
    });
  });

  test('works figures out in their own row, and leaves alone what is not known', async () => {
    const book = await branch(both);
    const pay = (header: string, id: string) => cellUnder(book, '计划完成 2', header, id)?.f;
    expect(pay('应发（元）', '0007')).toMatch(/^ROUND\(IF\(ROUND\(/);
    expect(pay('应发（元）', '0012')).toBeUndefined();
    expect(pay('基本工资（元）', '0007')).toBeUndefined();
    const units = (header: string) => cellUnder(book, '编制：核定 人数', header, '城东支行')?.f;
    expect(units('按规模')).toMatch(/^INT\(ROUND\(\(ROUND\([A-Z]+\d+\*10000,2\)\/\(400000000\)\),12\)\)$/);
    expect(units('按增长')).toMatch(/^MAX\(MIN\(.*\),MIN\(.*\),MIN\(/);
  });

  test('marks assumptions on the section’s sheet and among the parameters of all policies', async () => {
    const book = await branch(both);
    for (const name of ['计划完成 2', '三个状元'])
      expect(rowsOf(book, name).flat()).toContain('· 假设：提成比例（条款 七） = 3.00 %；来源未写明');
    const rows = listOf(book, '政策参数', '制度');
    expect(new Set(rows.map((row) => row.性质))).toEqual(new Set(['条文明定', '可选读法', '假设']));
    expect(rows.find((row) => row.参数 === '定额')).toMatchObject({
      制度: '客户经理薪酬管理制度',
      适用于: '达到定额一档',
    });
    const run = rowsOf(book, '运行信息').flat();
    expect(run).toEqual(expect.arrayContaining([policy.sha256, payScheme.policy.sha256]));
  });

  test('counts verdicts on the overview and names what could not be judged', async () => {
    const book = await branch(both);
    const counts = listOf(book, '总览', '评定项目').slice(0, 4);
    expect(counts.map((row) => [row.结论, row.数量])).toEqual([
      ['达标档', 1],
      ['未达标', 1],
      ['无法判断', 1],
      ['不适用', 1],
    ]);
    const waiting = listOf(book, '待人工认定', '工号').find((row) => row.类别 === '评定项目');
    expect(waiting).toMatchObject({ 工号: '0012', 事项: '计划完成', 缺少的资料或判断: '“业绩”未填' });
  });
});

describe('a manager', () => {
  test('has a sheet for the policy: verdict, figures, rules, rows, lines', async () => {
    const book = await bookOf(both, '0007');
    const name = '客户经理薪酬管理制度';
    expect(book.SheetNames.slice(0, 3)).toEqual(['考核结果', '等级测算', name]);
    const items = listOf(book, name, '项目');
    expect(items[0]).toMatchObject({ 项目: '档次', 结果: '达标档' });
    expect(items.find((row) => row.项目 === '应发')).toMatchObject({ 结果: 3520.37, 单位: '元' });
    expect(listOf(book, name, '条件').slice(0, 5)).toMatchObject([
      { 条件: '达到定额一档', 结论: '不符合' },
      { 条件: '业绩达到定额', 结论: '不符合', 实际: 39_999.99, 标准: 40_000, 还差: 0.01, 单位: '元' },
      { 条件: '完成率达到', 结论: '符合' },
      { 条件: '本年无旷工', 结论: '符合' },
      { 条件: '旷工', 结论: '不成立' },
    ]);
    expect(listOf(book, name, '依据的数据行')[0]).toMatchObject({
      内容: '无旷工记录',
      来源: '考勤.csv',
      行号: 9,
    });
    expect(listOf(book, name, '明细').slice(0, 2)).toMatchObject([
      { 内容: '迟到 12 分钟', 结论: '不符合', 行号: 7 },
      { 内容: '无日志', 结论: '无法判断', 行号: null },
    ]);
    const front = rowsOf(book, '考核结果').flat();
    expect(front).toEqual(expect.arrayContaining(['二、各项评定', '计划完成', '达标档']));
    expect(front).toContainEqual(expect.stringContaining('应发 3,520.37 元'));
  });

  test('is told what is missing', async () => {
    const book = await bookOf(both, '0012');
    expect(rowsOf(book, '客户经理薪酬管理制度').flat()).toContain('无法判断，缺少：“业绩”未填');
    expect(rowsOf(book, '考核结果').flat()).toContain('· “业绩”未填，影响：计划完成');
  });

  test('sees nobody else’s entries', async () => {
    for (const appraisal of [both, alone]) {
      const texts = [...partsOf(await bytesOf(appraisal, '0007')).values()].join('\n');
      expect(texts).not.toContain(secret);
      expect(texts).not.toContain('三个状元');
      expect(texts).toContain('达标档');
    }
  });
});

describe('without a ladder', () => {
  test('no sheet speaks of grades, warnings, a floor or an allowance', async () => {
    expect((await bookOf(alone, '0012')).SheetNames).toEqual([
      '考核结果',
      '客户经理薪酬管理制度',
      '存款',
      '贷款',
      '结算',
      '五级分类',
      '调整与事件',
      '申诉表',
    ]);
    expect((await branch(alone)).SheetNames).toEqual([
      '总览',
      '客户经理一览',
      '计划完成',
      '编制：核定 人数',
      '三个状元',
      '待人工认定',
      '未考核',
      '贷款质量',
      '机构汇总',
      '调整清单',
      '分类明细',
      '计划完成明细',
      '数据质量',
      '读入情况',
      '表头对照',
      '勾稽',
      '政策参数',
      '运行信息',
    ]);
    for (const book of [await bookOf(alone, '0012'), await branch(alone)])
      for (const text of textsOf(book)) expect(text).not.toMatch(/等级|及格线|预警|补贴|聘任|现聘/);
  });

  test('the first page begins with the verdicts', async () => {
    const front = rowsOf(await bookOf(alone, '0007'), '考核结果').flat();
    expect(front).toEqual(expect.arrayContaining(['一、各项评定', '二、尚不能判断的事项', '达标档']));
  });

  test('every package is sound, in both languages', async () => {
    for (const appraisal of [both, alone, { ...alone, managers: [] }, withoutLadder('2026Q4')])
      for (const lang of ['zh', 'en'] as const) {
        expect(faultsOf(await branchWorkbook(appraisal, context, lang))).toEqual([]);
        for (const { manager } of appraisal.managers)
          expect(faultsOf(await bytesOf(appraisal, manager.manager_id, lang))).toEqual([]);
      }
  });
});

test('a ladder without floor, warnings and allowance leaves out what they would fill', async () => {
  const base = appraisalOf('2026Q4');
  const [first] = alone.managers;
  if (first === undefined) throw new Error('the fixture has no manager');
  const { floor, warnings, allowance } = first;
  const bare = { ...base, managers: base.managers.map((each) => ({ ...each, floor, warnings, allowance })) };
  const { SheetNames: names } = await branch(bare);
  expect(names).toContain('聘任建议');
  for (const name of ['诫勉名单', '黄牌名单', '提示与报送名单', '津贴']) expect(names).not.toContain(name);
  const front = rowsOf(await bookOf(bare, '0012'), '考核结果').flat();
  expect(front).toEqual(expect.arrayContaining(['三、计划完成', '五、聘任建议（建议，须经批准）']));
  expect(front).not.toContain('在岗最低及格线');
});
