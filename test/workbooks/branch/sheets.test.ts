/** The sheets of the branch workbook over the sample year, cell by cell against what was worked by hand. */
import type { WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Appraisal } from '../../../src/model/appraisal.ts';
import type { Quarter } from '../../../src/model/calendar.ts';
import { branchWorkbook } from '../../../src/workbooks/index.ts';
import { appraised } from '../../engine/support/appraised.ts';
import { packageOf } from '../../engine/support/package.ts';
import { quarters, type SampleQuarter, sampleYear } from '../../runs/sample.ts';
import { faultsOf } from '../../spreadsheet/package-check.ts';
import { listOf, open, rowsOf, sheetOf, textsOf } from '../../spreadsheet/read.ts';
import { context, inChain } from '../quarter.ts';
import { expected } from './expected.ts';

const appraisals = new Map<SampleQuarter, Appraisal>();
const books = new Map<string, WorkBook>();
beforeAll(async () => {
  for (const [quarter, appraisal] of await sampleYear()) {
    appraisals.set(quarter, appraisal);
    books.set(quarter, open(await branchWorkbook(appraisal, context, 'zh')));
  }
  const annual = appraisals.get('2026Q4');
  if (annual) books.set('en', open(await branchWorkbook(annual, context, 'en')));
}, 60_000);

const book = (name: string): WorkBook => {
  const found = books.get(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const appraisal = (quarter: SampleQuarter): Appraisal => {
  const found = appraisals.get(quarter);
  if (!found) throw new Error(`no ${quarter}`);
  return found;
};

const grades = ['senior', 'first', 'second', 'third', 'fourth', 'trainee'] as const;
const titles = [
  '高级客户经理',
  '一级客户经理',
  '二级客户经理',
  '三级客户经理',
  '四级客户经理',
  '见习客户经理',
];

/** The rows of a list down to its totals. */
const rowsTo = (rows: Record<string, unknown>[], column: string, end: string) =>
  rows.slice(
    0,
    rows.findIndex((row) => row[column] === end),
  );

describe('the tabs', () => {
  const common = {
    before: ['目录', '总览'],
    after: [
      '待人工认定',
      '诫勉名单',
      '黄牌名单',
      '解聘名单',
      '责任追究与低聘名单',
      '书面说明',
      '提示名单',
      '监察名单',
      '临界名单',
      '等级一览',
      '等级变动矩阵',
      '排名',
      '未考核',
      '计划完成',
      '贷款质量',
      '机构汇总',
      '待分配客户',
      '津贴',
      '调整清单',
      '业务明细',
      '计划明细',
      '分类明细',
      '数据质量',
      '读入情况',
      '表头对照',
      '勾稽',
      '政策参数',
      '运行信息',
    ],
  };

  test('stand in the order of the work, with the proposals at the annual stage', () => {
    // Another sheet may stand among them.
    const named = (quarter: '2026Q2' | '2026Q4') =>
      book(quarter).SheetNames.filter((name) =>
        [...common.before, '聘任建议', ...common.after].includes(name),
      );
    expect(named('2026Q2')).toEqual([...common.before, ...common.after]);
    expect(named('2026Q4')).toEqual([...common.before, '聘任建议', ...common.after]);
  });

  test('are listed in the contents with what they answer, how many rows they have, and a link to each', () => {
    const contents = listOf(book('2026Q4'), '目录', '步骤');
    expect(contents.map(({ 工作表 }) => 工作表)).toEqual(book('2026Q4').SheetNames.slice(1));
    expect(contents.filter(({ 回答什么, 请谁看 }) => !回答什么 || !请谁看)).toEqual([]);
    // 46 are appraised; an overview is no list.
    expect(contents.find(({ 工作表 }) => 工作表 === '等级一览')).toMatchObject({
      步骤: '三、人员',
      行数: 46,
    });
    expect(contents.find(({ 工作表 }) => 工作表 === '总览')).toMatchObject({ 步骤: '一、决定', 行数: null });
    // Both of its lists: between them stand a heading and a header.
    const admonitions = listOf(book('2026Q4'), '诫勉名单', '工号');
    expect(contents.find(({ 工作表 }) => 工作表 === '诫勉名单')?.行数).toBe(admonitions.length - 2);
    const links = Object.values(sheetOf(book('2026Q4'), '目录')).flatMap((cell) => cell?.l?.Target ?? []);
    expect(links).toHaveLength(contents.length);
  });

  test('a level of the overview leads to the list of its own name', () => {
    const links = Object.values(sheetOf(book('2026Q4'), '总览')).flatMap((cell) =>
      cell?.l?.Target ? [[cell.v, cell.l.Target]] : [],
    );
    expect(links).toContainEqual(['提示', "#'提示名单'!A1"]);
  });

  test('are all there in English, with none of the tool’s Chinese left', () => {
    expect(book('en').SheetNames).toHaveLength(book('2026Q4').SheetNames.length);
    const own = new Set(textsOf(book('2026Q4')));
    const chinese = textsOf(book('en')).filter((text) => /[\u4e00-\u9fff]/.test(text) && !own.has(text));
    // What is joined from names of inputs: files, references, indicators.
    expect(chinese.filter((text) => !/_|〔|有效客户数|有限公司/.test(text))).toEqual([]);
  });
});

describe.each(quarters)('等级变动矩阵 of %s', (quarter) => {
  test('counts everyone expected', () => {
    const rows = listOf(book(quarter), '等级变动矩阵', '现聘等级');
    const held = new Map(
      appraisal(quarter).managers.map(({ manager }) => [manager.manager_id, manager.grade]),
    );
    const count = (from: string, to: string | null, open = false): number =>
      Object.entries(expected[quarter].managers).filter(
        ([id, { qualifiedGrade, possibleGrade }]) =>
          held.get(id) === from &&
          qualifiedGrade === to &&
          (to !== null || (possibleGrade !== null) === open),
      ).length;
    grades.forEach((from, index) => {
      expect(rows[index]?.现聘等级).toBe(titles[index]);
      grades.forEach((to, at) => {
        expect(rows[index]?.[titles[at] ?? ''], `${from} → ${to}`).toBe(count(from, to));
      });
      expect(rows[index]?.无, `${from} → none`).toBe(count(from, null));
      expect(rows[index]?.无法判断, `${from} → not known`).toBe(count(from, null, true));
    });
    expect(rows[6]).toMatchObject({ 现聘等级: '合计', 人数: Object.keys(expected[quarter].managers).length });
  });
});

test('the annual matrix by hand, and who moves', () => {
  const rows = listOf(book('2026Q4'), '等级变动矩阵', '现聘等级');
  // 0001 stays senior; 0002 and 0003 qualify for first only.
  expect(rows[0]).toMatchObject({ 人数: 3, 高级客户经理: 1, 一级客户经理: 2, 二级客户经理: 0, 无: 0 });
  const movers = listOf(book('2026Q4'), '等级变动矩阵', '工号');
  expect(movers.find((row) => row.工号 === '0002')).toMatchObject({
    现聘等级: '高级客户经理',
    符合等级: '一级客户经理',
    与现聘比: '低于现聘',
  });
  expect(movers.map((row) => row.工号)).not.toContain('0001');
  const proposed = listOf(book('2026Q4'), '等级变动矩阵', '现聘等级', 1);
  const actions = Object.values(expected['2026Q4'].managers).flatMap(
    ({ decision }) => decision?.action ?? [],
  );
  // Only the worked managers carry a decision; the matrix counts at least them.
  expect(proposed[6]?.续聘).toBeGreaterThanOrEqual(actions.filter((action) => action === 'renew').length);
  expect(proposed[6]?.人数).toBe(46);
});

describe('临界名单', () => {
  const of = (quarter: string, kind: string) =>
    listOf(book(quarter), '临界名单', '工号').filter((row) => row.类别 === kind);

  test('0002 lacks one cent of senior; 0001 stands exactly at its bound', () => {
    expect(of('2026Q4', '上一等级').find((row) => row.工号 === '0002')).toMatchObject({
      方向: '可上',
      标准: '高级客户经理',
      条件: '日均存款（不含协议存款）（万元）',
      实际: 24_999.999999,
      标准值: 25_000,
      差额: -0.000001,
    });
    expect(of('2026Q4', '现聘等级').find((row) => row.工号 === '0001')).toMatchObject({
      方向: '可下',
      标准: '高级客户经理',
      差额: 0,
      距离: 0,
    });
  });

  test('0003 lacks one cent of a single customer, and of new deposits', () => {
    const row = of('2026Q1', '上一等级').find((each) => each.工号 === '0003');
    // 0.01 of 100,000,000 is nearer than 0.01 of 50,000,000; two conditions are needed and none is met.
    expect(row).toMatchObject({ 标准: '高级客户经理', 实际: 9_999.999999, 标准值: 10_000, 差额: -0.000001 });
    expect(row?.还须).toContain('业务指标另须再符合 1 项');
  });

  test.each(['2026Q1', '2026Q4'] as const)(
    'lists of the worked managers of %s all near floor and plan',
    (quarter) => {
      const worked = Object.entries(expected[quarter].managers).filter(([, each]) => each.worked);
      const listed = (kind: string, condition?: string) =>
        new Set(
          of(quarter, kind)
            .filter((row) => condition === undefined || row.条件 === condition)
            .map((row) => row.工号),
        );
      const near = (seen: number, line: number, share: number) => Math.abs(seen - line) / line <= share;
      for (const [id, { floor, completions }] of worked) {
        expect(listed('在岗最低及格线').has(id), `${id} floor`).toBe(
          near(Number(floor?.observed), Number(floor?.threshold), 0.05),
        );
        const deposits = completions?.deposits;
        if (!deposits?.main || deposits.quarter.completion === null) continue;
        const done = Number(deposits.quarter.completion);
        expect(listed('计划完成', '存款日均本季完成率').has(id), `${id} ${done}`).toBe(
          near(done, 1, 0.02) || near(done, 0.8, 0.02),
        );
      }
    },
  );

  test('says how near is near', () => {
    const cells = rowsOf(book('2026Q4'), '临界名单').slice(0, 6).flat();
    expect(cells).toEqual(expect.arrayContaining([0.05, 0.02, '列入距离由工具设定，非条文规定']));
  });
});

describe('贷款质量 of the last quarter', () => {
  const rows = (first: string, which = 0) => listOf(book('2026Q4'), '贷款质量', first, which);

  test('has every loan in its place: 41 of the appraised, each once', () => {
    const items = rows('年初分类').slice(0, 7);
    expect(
      items.map((row) => [
        row.年初分类,
        row.合计,
        row.正常,
        row.关注,
        row.次级,
        row.可疑,
        row.损失,
        row.已结清,
      ]),
    ).toEqual([
      ['正常', 38, 36, 0, 1, 0, 1, 0],
      ['关注', 1, 0, 1, 0, 0, 0, 0],
      ['次级', 1, 0, 0, 0, 1, 0, 0],
      ['可疑', 0, 0, 0, 0, 0, 0, 0],
      ['损失', 0, 0, 0, 0, 0, 0, 0],
      ['年初无', 1, 1, 0, 0, 0, 0, 0],
      ['合计', 41, 37, 1, 1, 1, 1, 0],
    ]);
  });

  test('has the balances that moved: 0031 600, 0032 1,000, 0028 300 of 400', () => {
    const balances = rows('年初分类', 1);
    expect(balances[0]).toMatchObject({ 次级: 600, 损失: 1_000 });
    expect(balances[2]).toMatchObject({ 年初分类: '次级', 可疑: 300 });
    expect(balances[5]).toMatchObject({ 年初分类: '年初无', 正常: 100 });
    const classes = rows('分类');
    expect(classes[2]).toMatchObject({ 分类: '次级', 年初余额: 400, 目前余额: 600, 余额变动: 200 });
    expect(classes[3]).toMatchObject({ 分类: '可疑', 年初余额: 0, 目前余额: 300 });
  });

  test('has each unit’s shares', () => {
    // 云溪支行: 342 of which 338 normal at the start of the year, 345 of which 326 now (million).
    const unit = rows('所属机构').find((row) => row.所属机构 === '云溪支行');
    expect(unit).toMatchObject({ 目前余额: 34_500, 正常: 32_600, 次级: 600, 可疑: 300, 损失: 1_000 });
    expect(unit?.年初正常占比).toBeCloseTo(338 / 342, 12);
    expect(unit?.目前正常占比).toBeCloseTo(326 / 345, 12);
    expect(unit?.后三类占比).toBeCloseTo(19 / 345, 12);
  });

  test('agrees with the books to the cent', () => {
    expect(rowsOf(book('2026Q4'), '贷款质量').flat()).toContain('平');
  });
});

describe.each(quarters)('机构汇总 of %s', (quarter) => {
  test('adds up what every manager was expected to come to', () => {
    const rows = listOf(book(quarter), '机构汇总', '所属机构');
    const changes = listOf(book(quarter), '机构汇总', '所属机构', 1);
    const { managers } = appraisal(quarter);
    const units = [...new Set(managers.map(({ manager }) => manager.unit))].sort();
    expect(rowsTo(rows, '所属机构', '合计').map((row) => row.所属机构)).toEqual(units);
    units.forEach((unit, index) => {
      const own = managers
        .filter(({ manager }) => manager.unit === unit)
        .map(({ manager }) => ({ held: manager.grade, ...expected[quarter].managers[manager.manager_id] }));
      const allowance = own.reduce(
        (total, each) => total + Math.round(Number(each.allowance?.amount) * 100),
        0,
      );
      expect(rows[index]).toMatchObject({ 客户经理: own.length, '本季补贴（元）': allowance / 100 });
      const rank = (grade: string | null | undefined) =>
        (grades as readonly (string | null | undefined)[]).indexOf(grade);
      expect(changes[index]).toMatchObject({
        高于现聘: own.filter(
          ({ held, qualifiedGrade }) => qualifiedGrade && rank(qualifiedGrade) < rank(held),
        ).length,
        与现聘相同: own.filter(
          ({ held, qualifiedGrade, possibleGrade }) => qualifiedGrade === held && possibleGrade === held,
        ).length,
        低于现聘: own.filter(({ held, possibleGrade }) => possibleGrade && rank(possibleGrade) > rank(held))
          .length,
        无符合等级: own.filter(({ possibleGrade }) => possibleGrade === null).length,
        // The highest that is possible is at least the one held, the one that is certain is below it.
        与现聘高低未定: own.filter(
          ({ held, qualifiedGrade, possibleGrade }) =>
            possibleGrade &&
            rank(possibleGrade) <= rank(held) &&
            (!qualifiedGrade || rank(qualifiedGrade) >= rank(held)) &&
            qualifiedGrade !== possibleGrade,
        ).length,
      });
    });
    expect(rows[units.length]).toMatchObject({ 所属机构: '合计', 客户经理: 46 });
  });
});

describe('other sheets of the last quarter', () => {
  test('排名 gives the places of the worked figures, equal ones the same', () => {
    const rows = listOf(book('2026Q4'), '排名', '工号');
    const worked = rows.find((row) => row.工号 === '0001');
    // 270,000,000 deposits of every kind, 250,000,000 without agreement deposits.
    expect(worked).toMatchObject({
      '日均存款（万元）': 27_000,
      '日均存款（不含协议存款）（万元）': 25_000,
    });
    const figures = rows.map((row) => Number(row['新增日均存款（万元）']));
    for (const row of rows)
      expect(row.新增日均存款名次).toBe(
        1 + figures.filter((each) => each > Number(row['新增日均存款（万元）'])).length,
      );
    const places = rows.map((row) => row.新增日均存款名次);
    expect(new Set(places).size).toBeLessThan(places.length);
  });

  test('计划完成 has a word beside every completion', () => {
    const row = listOf(book('2026Q4'), '计划完成', '工号').find((each) => each.工号 === '0001');
    // 270 ÷ 268; loans at exactly 100 % are fulfilled.
    expect(row).toMatchObject({ 存款日均结论: '完成', 贷款日均: 1, 贷款日均结论: '完成' });
    expect(row?.存款日均).toBeCloseTo(270 / 268, 12);
  });

  test('聘任建议 groups by approving body and says what a person must decide', () => {
    const rows = listOf(book('2026Q4'), '聘任建议', '审批').filter((row) => row.工号 !== null);
    const bodies = rows.map((row) => row.审批);
    expect([...new Set(bodies)]).toEqual(['A', 'B', 'C', '待定']);
    expect(bodies).toEqual(bodies.toSorted());
    const forms = listOf(book('2026Q4'), '聘任建议', '审批机构');
    expect(forms[0]).toMatchObject({
      审批机构: 'A',
      人数: bodies.filter((each) => each === 'A').length,
      审批程序: expect.stringMatching(/^分行党委/),
    });
    const of = (id: string) => rows.find((row) => row.工号 === id);
    expect(of('0001')).toMatchObject({ 聘任建议: '续聘', 须认定的事项: null, 审批意见: null });
    expect(of('0023')?.须认定的事项).toContain('学历或专业技术资格');
    expect(of('0036')?.须认定的事项).toBe('视情节轻重，由人认定；须认定：违法违规');
    expect(of('0034')).toMatchObject({
      聘任建议: '低聘或退出客户经理序列 → 四级客户经理',
      须认定的事项: '条文为低聘或退出序列，由人选定',
      理由: expect.stringContaining('诫勉期至 2027-04-20'),
    });
    expect(of('0028')).toMatchObject({ 聘任建议: '续聘', 须认定的事项: '已触发责任追究' });
    // 0002 holds the senior grade and qualifies for the first: all nine conditions of it are met.
    expect(of('0002')).toMatchObject({
      条件: '9/9',
      理由: '符合一级客户经理（低于现聘）；考核称职；第19(2)条',
    });
  });

  test('调整清单 has before, adjustment and after', () => {
    const rows = listOf(book('2026Q4'), '调整清单', '工号');
    expect(rows[0]).toMatchObject({ 工号: '0008', 口径: '季', 调整前: 7_400, 调整额: 100, 调整后: 7_500 });
    expect(rows[2]).toMatchObject({
      工号: '0024',
      口径: '年',
      调整额: 15,
      文号: '云银公〔2026〕80号',
      批准人: '李审批',
    });
  });

  test('总览 sets the branch against the quarter before, and says which quarter is not archived', () => {
    const row = listOf(book('2026Q4'), '总览', '业务指标')[0];
    const compared = listOf(book('2026Q4'), '总览', '对比');
    const total = (quarter: SampleQuarter) =>
      appraisal(quarter).managers.reduce(
        (sum, { trend }) =>
          sum + (trend.at(-1)?.measures.find(({ measure }) => measure === 'all-deposits')?.quarter ?? 0n),
        0n,
      );
    expect(row).toMatchObject({ 业务指标: '日均存款', 人数: 46, 单位: '万元' });
    expect(row?.本季).toBeCloseTo(Number(total('2026Q4')) / 1e6, 6);
    expect(compared[0]).toMatchObject({
      ...{ 对比: '上季（2026年第三季度）', 业务指标: '日均存款', 单位: '万元', 对比期无数据人数: 0 },
    });
    expect(compared[0]?.对比期).toBeCloseTo(Number(total('2026Q3')) / 1e6, 6);
    // The year's start is the same quarter of last year.
    const last = compared.filter((each) => each.对比 === '年初、上年同期（2025年第四季度）');
    expect(last.map(({ 业务指标, 对比期 }) => [业务指标, 对比期])).toEqual([['没有存档', null]]);
  });

  test('links names to their workbooks, and warnings to the sheet that shows what speaks for them', () => {
    const links = Object.values(sheetOf(book('2026Q4'), '诫勉名单')).flatMap((cell) => cell?.l?.Target ?? []);
    const [name, article] = [/^managers\/\d{4}-.+\.xlsx$/, /^managers\/\d{4}-.+\.xlsx#'预警'!A1$/];
    const shown = links.map(decodeURIComponent);
    expect(shown.filter((each) => name.test(each)).length).toBeGreaterThan(0);
    expect(shown.filter((each) => article.test(each)).length).toBeGreaterThan(0);
    // The way back is the only other one.
    expect(shown.filter((each) => !name.test(each) && !article.test(each))).toEqual(["#'目录'!A1"]);
  });
});

test('the first quarter compares with nothing', () => {
  const compared = listOf(book('2026Q1'), '总览', '对比').slice(0, 2);
  expect(compared.map((row) => [row.对比, row.业务指标, row.对比期])).toEqual([
    ['上季、年初（2025年第四季度）', '没有存档', null],
    ['上年同期（2025年第一季度）', '没有存档', null],
  ]);
});

test('总览 sets the branch against the year’s start and the same quarter of last year as well', async () => {
  const one = appraised(
    packageOf({ roster: [{ manager_id: '0001' }, { manager_id: '0002' }] }, { period: '2026Q2' }),
  );
  // In 万元; the second came in 2026.
  const deposits: Readonly<Record<string, readonly (readonly [Quarter, bigint])[]>> = {
    '0001': [
      ['2025Q2', 100n],
      ['2025Q4', 200n],
      ['2026Q1', 250n],
      ['2026Q2', 300n],
    ],
    '0002': [
      ['2026Q1', 50n],
      ['2026Q2', 100n],
    ],
  };
  const managers = one.managers.map((each) => ({
    ...each,
    trend: (deposits[each.manager.manager_id] ?? []).flatMap(([period, value]) =>
      each.trend.map((point) => ({
        ...point,
        period,
        measures: point.measures.map((measure) => ({ ...measure, quarter: value * 1_000_000n })),
      })),
    ),
  }));
  const shown = async (archived: readonly Quarter[]) => {
    const given = { ...one, managers, chain: { ...one.chain, archived } };
    const workbook = open(await branchWorkbook(given, context, 'zh'));
    return listOf(workbook, '总览', '对比')
      .filter((row) => row.业务指标 === '日均存款' || row.业务指标 === '没有存档')
      .map((row) => [row.对比, row.本季, row.对比期, row.变动, row.变动率, row.对比期无数据人数]);
  };
  const before = ['上季（2026年第一季度）', 400, 300, 100, 1 / 3, 0];
  const start = ['年初（2025年第四季度）', 400, 200, 200, 1, 1];
  expect(await shown(['2025Q2', '2025Q4', '2026Q1'])).toEqual([
    before,
    start,
    ['上年同期（2025年第二季度）', 400, 100, 300, 3, 1],
  ]);
  expect(await shown(['2025Q4', '2026Q1'])).toEqual([
    before,
    start,
    ['上年同期（2025年第二季度）', null, null, null, null, null],
  ]);
});

test('the same appraisal gives the same bytes, and a sound package, in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const [first, second] = [
      await branchWorkbook(appraisal('2026Q4'), context, lang),
      await branchWorkbook(appraisal('2026Q4'), context, lang),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(faultsOf(first)).toEqual([]);
  }
});

test('indicators may be called what they like', async () => {
  const base = inChain('2026Q3');
  const names = ['工号', '姓名', '主要指标平均', '平均结论', '*', '=1+1'];
  const managers = base.managers.map((each) => ({
    ...each,
    targets: each.targets.flatMap((target, index) => [
      target,
      { ...target, indicator: names[index] ?? '', title: { zh: names[index] ?? '', en: names[index] ?? '' } },
    ]),
  }));
  const bytes = await branchWorkbook({ ...base, managers }, context, 'zh');
  expect(faultsOf(bytes)).toEqual([]);
  expect(rowsOf(open(bytes), '计划完成').flat()).toEqual(expect.arrayContaining(['工号 2', '姓名 2']));
});

test('a branch without plans, loans or people still has its sheets', async () => {
  const base = inChain('2026Q4');
  const bare = base.managers.map((each) => ({
    ...each,
    targets: [],
    portfolio: { ...each.portfolio, classification: [], adjustments: [] },
  }));
  for (const managers of [bare, []]) {
    const bytes = await branchWorkbook({ ...base, managers, notAppraised: [], watchList: [] }, context, 'zh');
    expect(faultsOf(bytes)).toEqual([]);
  }
});
