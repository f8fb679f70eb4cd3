/** Sections of policies on the sheets: lists with live figures, blocks of a manager, and what is not shown to whom. */
import { describe, expect, test } from 'vitest';
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import { unbroken } from '../../src/spreadsheet/measure.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { faultsOf, partsOf } from '../spreadsheet/package-check.ts';
import { cellsOf, listOf, open, rowsOf, sheetOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context, inChain, withoutLadder, withSections } from './quarter.ts';

const both = withSections();
const alone = withoutLadder();
/** Holds a title, which the branch's sheets name and other managers' do not. */
const secret = '欧阳明月';

/** The sheets of a manager's workbook that show sections. */
const pay = '客户经理管理制度（薪酬与考勤）';
const stars = '客户经理激励考核办法';

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
  const addressOf = (word: string) =>
    Object.keys(sheet).find((address) => unbroken(String(sheet[address]?.v)) === word) ?? '';
  return sheet[`${addressOf(header).replace(/\d+/, '')}${addressOf(first).replace(/[A-Z]+/, '')}`];
}

describe('the branch', () => {
  test('has a sheet for each section, which gives way to the tool’s own names, and one for the lines', async () => {
    const { SheetNames: names } = await branch(both);
    expect(names.slice(2, 7)).toEqual(['计划完成 2', '编制：核定 人数', '最低配备', '星级', '单项状元']);
    expect(names).toEqual(expect.arrayContaining(['计划完成', '计划完成明细', '单项状元明细']));
    expect((await branch(both, 'en')).SheetNames).toEqual(
      expect.arrayContaining(['Pay', 'Headcount', 'Stars', 'Champions', 'Pay, lines', 'Completion']),
    );
  });

  test('lists the units and titles that could not be judged for a person to decide', async () => {
    const rows = listOf(await branch(both), '待人工认定', '机构或称号');
    expect(
      rows.map(({ 机构或称号: name, 评定项目: section, 状态: state }) => [name, section, state]),
    ).toEqual([['高新区支行', '编制：核定[人数]', '无法判断']]);
  });

  test('shows yuan in full where they are small, and says so', async () => {
    const book = await branch(both);
    const [paid, open, , last] = listOf(book, '计划完成 2', '工号');
    expect(paid).toMatchObject({
      姓名: '陈静',
      所属机构: '城东支行',
      '底薪（元）': 6000,
      '考勤扣款（元）': 350,
      // 3,000 + 3,000 + 22,345.67 × 3 % − 50 − 300
      '应发（元）': 6320.37,
      状态: '已评定',
    });
    // Verdict, why, what is missing; then first what the other figures lead to.
    expect(paid && Object.values(paid).slice(0, 7)).toEqual([
      '0007',
      '陈静',
      '城东支行',
      '有提成',
      '2026-09 业绩任务还差 0.01 元',
      null,
      6320.37,
    ]);
    expect(paid).toMatchObject({
      '2026-07 业绩（元）': 62_345.67,
      '2026-07 提成（元）': 670.37,
      '2026-08 底薪（元）': 3000,
    });
    expect(open).toMatchObject({
      姓名: '张伟',
      状态: '无法判断',
      '应发（元）': null,
      '2026-07 业绩（元）': null,
      '2026-07 提成（元）': null,
    });
    expect(open?.缺少的资料或判断).toContain('缺“首月业绩”的实绩');
    expect(last).toMatchObject({ '提成（元）': 0, '应发（元）': 0, 状态: '已评定' });
    const starred = listOf(book, '星级', '工号');
    expect(starred.slice(0, 4).map((row) => [row.星级, row['奖励（元）'], row.状态])).toEqual([
      ['五星级', 1500, '已评定'],
      ['一星级', 0, '已评定'],
      ['一星级', 0, '已评定'],
      ['不适用', null, '不适用'],
    ]);
    // 1,999,999,999.99 ÷ 400,000,000 is four whole ones; the second most of 2, 0 and 3 is 2; 5 × 4 are more than 4 + 2.
    expect(listOf(book, '编制：核定 人数', '机构')[0]).toMatchObject({
      中小企业授信客户新增: 37,
      业务量编制: 6,
      应配编制: 20,
      '公司业务资产负债规模（万元）': 199_999.999999,
    });
  });

  test('works figures out in their own row, and leaves alone what is not known', async () => {
    const book = await branch(both);
    const paid = (header: string, id: string) => cellUnder(book, '计划完成 2', header, id)?.f;
    expect(paid('应发（元）', '0007')).toMatch(/^ROUND\(/);
    expect(paid('应发（元）', '0012')).toBeUndefined();
    expect(paid('迟到早退（次）', '0007')).toBeUndefined();
    const units = (header: string) => cellUnder(book, '编制：核定 人数', header, '城东支行')?.f;
    expect(units('中小企业授信客户新增可增编制')).toMatch(
      /^INT\(ROUND\(MAX\(\(0\),\([A-Z]+\d+\/\(10\)\)\),12\)\)$/,
    );
    expect(units('业务量编制')).toMatch(/^\([A-Z]+\d+\+[A-Z]+\d+\)$/);
    expect(units('增加编制')).toMatch(/^MAX\(MIN\(.*\),MIN\(.*\),MIN\(/);
  });

  test('marks assumptions on the section’s sheet and among the parameters of all policies', async () => {
    const book = await branch(both);
    const least =
      '· 假设：参评的最低数额（条款 二） = 0.01 元；没有存款、没有实收利息或没有贷款的，不参加相应的评比';
    expect(rowsOf(book, '单项状元').flat()).toContain(least);
    // The stars do not rest on it.
    expect(rowsOf(book, '星级').flat()).not.toContain(least);
    const rows = listOf(book, '政策参数', '制度');
    expect(new Set(rows.map((row) => row.性质))).toEqual(new Set(['条文明定', '可选读法', '假设']));
    expect(rows.find((row) => row.参数 === '到期贷款收回率')).toMatchObject({
      制度: '客户经理激励考核办法',
      适用于: '五星级',
      取值: 1,
    });
    const run = rowsOf(book, '运行信息').flat();
    expect(both.schemes).toHaveLength(4);
    for (const { policy } of both.schemes) expect(run).toContain(policy.sha256);
  });

  test('counts verdicts on the overview and names what could not be judged', async () => {
    const book = await branch(both);
    const counts = listOf(book, '总览', '评定项目').slice(0, 8);
    expect(counts.map((row) => [row.评定项目, row.结论, row.数量])).toEqual([
      ['计划完成', '有提成', 1],
      ['计划完成', '无提成', 1],
      ['计划完成', '无法判断', 2],
      ['编制：核定[人数]', '缺编', 1],
      ['编制：核定[人数]', '无法判断', 1],
      ['星级', '五星级', 1],
      ['星级', '一星级', 2],
      ['星级', '不适用', 1],
    ]);
    const waiting = listOf(book, '待人工认定', '工号').find((row) => row.类别 === '评定项目');
    expect(waiting).toMatchObject({ 工号: '0012', 事项: '计划完成' });
    expect(waiting?.缺少的资料或判断).toContain('缺“首月业绩”的实绩');
  });
});

describe('a manager', () => {
  test('has a sheet for the policy: verdict, figures, rules, rows, lines', async () => {
    const book = await bookOf(both, '0007');
    expect(book.SheetNames.slice(0, 4)).toEqual(['考核结果', '等级测算', pay, stars]);
    const items = listOf(book, pay, '项目');
    expect(items[0]).toMatchObject({ 项目: '提成', 结果: '有提成' });
    expect(items.find((row) => row.项目 === '应发')).toMatchObject({ 结果: 6320.37, 单位: '元' });
    expect(listOf(book, pay, '条件').slice(0, 4)).toMatchObject([
      { 条件: '2026-07 业绩任务', 结论: '符合', 实际: 62_345.67, 标准: 40_000, 还差: 0, 单位: '元' },
      { 条件: '2026-08 业绩任务', 结论: '符合', 实际: 40_000, 标准: 40_000, 还差: 0 },
      { 条件: '2026-09 业绩任务', 结论: '不符合', 实际: 39_999.99, 标准: 40_000, 还差: 0.01 },
      { 条件: '2026-07 旷工不足天数线', 结论: '符合', 实际: 0, 标准: 3, 单位: '天' },
    ]);
    expect(listOf(book, stars, '条件').slice(0, 4)).toMatchObject([
      { 条件: '无责任贷款、违规贷款', 结论: '符合' },
      { 条件: '责任贷款、违规贷款（2026-01-01 至 2026-09-30）', 结论: '不成立' },
      { 条件: '五星级', 结论: '符合' },
      { 条件: '到期贷款收回率', 结论: '符合', 实际: 1, 标准: 1 },
    ]);
    expect(listOf(book, pay, '明细').slice(0, 2)).toMatchObject([
      { 明细: '2026-07-08 迟到 12 分钟', 结论: '不符合', 行号: 2 },
      { 明细: '2026-08-03 事假', 结论: '不符合', 行号: 3 },
    ]);
    expect(listOf(await bookOf(both, '0031'), pay, '明细')[0]).toMatchObject({
      明细: '2026-09-01 早退',
      结论: '无法判断',
      行号: 4,
    });
    expect(listOf(await bookOf(both, '0044'), stars, '依据的数据行')[0]).toMatchObject({
      来源: 'events.csv',
      行号: 6,
    });
    const front = rowsOf(book, '考核结果').flat();
    expect(front).toEqual(expect.arrayContaining(['二、各项评定', '计划完成', '有提成', '五星级']));
    expect(front).toContainEqual(expect.stringContaining('应发 6,320.37 元'));
  });

  test('is told what is missing', async () => {
    const book = await bookOf(both, '0012');
    expect(rowsOf(book, pay).flat()).toContainEqual(
      expect.stringContaining('无法判断，缺少：缺“首月业绩”的实绩'),
    );
    // The first page is full: it says how many more there are.
    expect(rowsOf(book, '考核结果').flat()).toContainEqual(expect.stringMatching(/^另有 \d+ 项，见各表。$/));
  });

  test('sees nobody else’s entries', async () => {
    for (const appraisal of [both, alone]) {
      const texts = [...partsOf(await bytesOf(appraisal, '0007')).values()].join('\n');
      expect(texts).not.toContain(secret);
      expect(texts).not.toContain('得主');
      expect(texts).toContain('五星级');
    }
  });
});

describe('without a ladder', () => {
  test('no sheet speaks of grades, warnings, a floor or an allowance', async () => {
    expect((await bookOf(alone, '0012')).SheetNames).toEqual([
      '考核结果',
      pay,
      stars,
      '存款',
      '贷款',
      '结算',
      '五级分类',
      // The archived quarter, in which the sections spoke of the manager as well.
      '趋势',
      '调整与事件',
      '申诉表',
    ]);
    expect((await branch(alone)).SheetNames).toEqual([
      '目录',
      '总览',
      '计划完成',
      '编制：核定 人数',
      '最低配备',
      '星级',
      '单项状元',
      '待人工认定',
      '客户经理一览',
      '未考核',
      '贷款质量',
      '机构汇总',
      '调整清单',
      '分类明细',
      '计划完成明细',
      '单项状元明细',
      '数据质量',
      '读入情况',
      '表头对照',
      '勾稽',
      '政策参数',
      '运行信息',
    ]);
    // How the roster's columns are read stands on 表头对照.
    for (const book of [await bookOf(alone, '0012'), await branch(alone)])
      for (const { sheet, cell } of cellsOf(book))
        if (sheet !== '表头对照') expect(String(cell.v)).not.toMatch(/等级|及格线|预警|补贴|聘任|现聘/);
  });

  test('the first page begins with the verdicts', async () => {
    const front = rowsOf(await bookOf(alone, '0007'), '考核结果').flat();
    expect(front).toEqual(
      expect.arrayContaining(['一、各项评定', '三、因缺少资料尚不能判断的事项（由经办机构补齐）', '五星级']),
    );
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
  const base = inChain('2026Q4');
  const nothing = { floor: null, warnings: null, allowance: null };
  const bare = {
    ...base,
    managers: base.managers.map((each) => ({ ...each, entries: { ...each.entries, ...nothing } })),
  };
  const { SheetNames: names } = await branch(bare);
  expect(names).toContain('聘任建议');
  for (const name of ['诫勉名单', '黄牌名单', '提示名单', '津贴']) expect(names).not.toContain(name);
  const front = rowsOf(await bookOf(bare, '0012'), '考核结果').flat();
  expect(front).toEqual(expect.arrayContaining(['二、计划完成', '一、结论（聘任为建议，须经批准）']));
  expect(front).not.toContain('在岗最低及格线');
});
