/** The sheets by their content, read back with a second reader. */
import { describe, expect, test } from 'vitest';
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import { unbroken } from '../../src/spreadsheet/measure.ts';
import { problemsWorkbook } from '../../src/workbooks/check.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { faultsOf } from '../spreadsheet/package-check.ts';
import { cellsOf, listOf, open, rowsOf, sheetOf, textsOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { appraised, context, inChain } from './quarter.ts';

const interim = inChain('2026Q3');
/** The bank's first run is the second quarter's: the one before is taken as clean. */
const annual = inChain('2026Q4', { from: '2026Q2' });
/** No earlier quarter is archived, and nobody says that there was none. */
const unchained = appraised();

function managerOf(appraisal: Appraisal, id: string): ManagerAppraisal {
  const found = appraisal.managers.find(({ manager }) => manager.manager_id === id);
  if (found === undefined) throw new Error(`no manager ${id}`);
  return found;
}

const bookOf = async (appraisal: Appraisal, id: string, lang: 'zh' | 'en' = 'zh') =>
  open(await managerWorkbook(managerOf(appraisal, id), appraisal, context, lang));

describe('a manager’s workbook', () => {
  test('has the sheets in order, in both languages', async () => {
    const names = async (lang: 'zh' | 'en') => (await bookOf(interim, '0012', lang)).SheetNames;
    expect(await names('zh')).toEqual([
      '考核结果',
      '等级测算',
      '计划完成',
      '预警',
      '客户',
      '存款',
      '贷款',
      '结算',
      '五级分类',
      '趋势',
      '调整与事件',
      '申诉表',
    ]);
    expect(await names('en')).toEqual([
      'Result',
      'Grades',
      'Plan',
      'Warnings',
      'Customers',
      'Deposits',
      'Loans',
      'Settlement',
      'Classification',
      'Trend',
      'Record',
      'Appeal',
    ]);
  });

  test('says what is missing to the next grade, the nearest way first, and what the rest of the year needs', async () => {
    const book = await bookOf(interim, '0012');
    const texts = rowsOf(book, '考核结果').flat();
    // The page is full: the table tells it without its words, the nearest way first.
    const at = (title: string) => texts.indexOf(title);
    expect(at('新增日均存款（万元）')).toBeGreaterThan(0);
    expect(at('日均存款（不含协议存款）（万元）')).toBeGreaterThan(at('新增日均存款（万元）'));
    // (7,500 × 365 − 6,800.000001 × 273) ÷ 92, half-up to the cent.
    expect(texts).toContain(9577.17391);
    expect(texts).toContain('三、距二级客户经理');
  });

  test('shows a figure in full where two places would make it look equal to its threshold', async () => {
    const sheet = sheetOf(await bookOf(interim, '0012'), '等级测算');
    const near = Object.values(sheet).filter((cell) => cell?.v === 2499.999999);
    expect(near.map((cell) => String(cell.z).includes('0.00####'))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  test('names warnings with article, or says that there is none', async () => {
    const texts = async (id: string) => rowsOf(await bookOf(interim, id), '考核结果').flat();
    expect(await texts('0012')).toEqual(expect.arrayContaining(['解聘', '违法违规', '待认定', '22(1)']));
    expect(await texts('0031')).toEqual(
      expect.arrayContaining(['责任追究', '诫勉期满授信风险仍未化解', '已触发', '23']),
    );
    expect(await texts('0007')).toContain('无预警，也没有待认定的事项。');
  });

  test('at the annual stage proposes and names who approves', async () => {
    const texts = rowsOf(await bookOf(annual, '0007'), '考核结果').flat();
    expect(texts).toEqual(
      expect.arrayContaining([
        '晋升',
        '审批：分行党委（人力资源部及业务、国际、授信、风险部门审核后）；对外称高级客户经理；依据条款 19(1)',
      ]),
    );
    expect(rowsOf(await bookOf(interim, '0007'), '考核结果').flat()).not.toContain('晋升');
    // Who is to be dismissed has no title.
    expect(
      rowsOf(await bookOf(annual, '0012'), '考核结果')
        .flat()
        .join(),
    ).not.toContain('对外称');
  });

  test('says on every sheet that earlier quarters were taken as clean', async () => {
    const book = await bookOf(annual, '0012');
    for (const name of book.SheetNames)
      expect(rowsOf(book, name).flat(), name).toContain('首次运行：2026年第一季度按无不良记录处理。');
  });

  test('lists every grade and rule with figure, threshold, gap, outcome and article', async () => {
    const rows = listOf(await bookOf(interim, '0012'), '等级测算', '等级');
    const row = rows.find((each) => each.等级 === '二级客户经理' && each.条件 === '日均存款（不含协议存款）');
    expect(row).toMatchObject({
      结论: '不符合',
      实际: 6800.000001,
      标准: 7500,
      还差: 699.999999,
      单位: '万元',
      条款: '11.2(1)①',
    });
    expect(new Set(rows.map((each) => each.结论))).toEqual(new Set(['不符合', '符合', '不适用', '无法判断']));
    expect(rows.find((each) => each.等级 === '三级客户经理')?.说明).toBe('测算符合等级');
  });

  test('says which grades cannot be judged, and for want of what', async () => {
    const rows = listOf(await bookOf(unchained, '0007'), '等级测算', '等级');
    const whole = rows.filter((row) => row.条件 === '全部条件').map((row) => row.结论);
    expect(whole).toEqual(Array(5).fill('无法判断'));
    expect(rows.find((row) => row.条件 === '当年未发生欠息')).toMatchObject({
      结论: '无法判断',
      说明: '缺 2026Q1 的存档；缺 2026Q2 的存档',
    });
  });

  test('assesses a trainee against the traineeship as well', async () => {
    const rows = listOf(await bookOf(interim, '0044'), '等级测算', '等级');
    const own = rows.filter((row) => row.等级 === '见习客户经理');
    expect(own.find((row) => row.条款 === '11.2(6)')).toMatchObject({ 实际: 900, 标准: 1000, 还差: 100 });
  });

  test('tells an unknown completion from a task that was not set', async () => {
    const rows = listOf(await bookOf(interim, '0012'), '计划完成', '指标');
    // (6,199.876545 + 4,500 + 600 + 0.00355 + 4.5) ÷ 8,000; 99.996 ÷ 100; 12 ÷ 20.
    expect(rows.map((row) => row.本季完成率)).toEqual([1.413047511875, '未下达', '无法判断', 0.99996, 0.6]);
    expect(rows.map((row) => row.本季实绩).at(-2)).toBe(99.996);
  });

  test('lists every warning, triggered or not, with its rows', async () => {
    const book = await bookOf(interim, '0012');
    const rules = listOf(book, '预警', '级别').filter((row) => row.条款);
    // Triggered first, then what waits for a person, what is clear, and what does not apply.
    const order = ['已触发', '待认定', '未触发', '不适用'];
    const outcomes = rules.map((row) => String(row.结论)).filter((word) => order.includes(word));
    expect(outcomes).toEqual(outcomes.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    const counted = (word: string) => outcomes.filter((each) => each === word).length;
    expect([counted('已触发'), counted('待认定')]).toEqual([2, 1]);
    expect(Math.min(counted('未触发'), counted('不适用'))).toBeGreaterThan(0);
    expect(rowsOf(book, '预警').flat()).toContain('LN-0012-1 逾期：5 天，12,500.00 元');
    const open = listOf(await bookOf(unchained, '0044'), '预警', '级别').filter((row) => row.条款);
    expect(open.find((row) => row.预警规则 === '上季应诫勉未诫勉，须书面说明')).toMatchObject({
      结论: '无法判断',
      说明: '缺 2026Q2 的存档',
    });
  });

  test('counts head-room over each line, negative where the figure is below it', async () => {
    const rows = listOf(await bookOf(interim, '0031'), '预警', '级别');
    const at80 = { 结论: '未触发', 实际: 0.8, 预警线: 0.8, 距预警线: 0 };
    expect(rows.find((row) => row.条款 === '20(3)')).toMatchObject(at80);
    const below = { 结论: '已触发', 实际: 1200, 预警线: 1500, 距预警线: -300, 单位: '万元' };
    expect(rows.find((row) => row.条款 === '21(3)')).toMatchObject(below);
    const clear = rowsOf(await bookOf(interim, '0007'), '考核结果').flat();
    const at = clear.indexOf('在岗最低及格线', clear.indexOf('距预警线（最近的几条）：'));
    expect(
      clear
        .slice(at)
        .filter((value) => value !== null)
        .slice(0, 6),
    ).toEqual(['在岗最低及格线', 26_000, 1_500, 24_500, '万元', '9.2']);
  });

  test('links a warning on the first page to its line, and the line to its rows', async () => {
    const book = await bookOf(interim, '0012');
    const front = sheetOf(book, '考核结果');
    const place = Object.keys(front).find((address) => front[address]?.v === '所管贷款出现逾期或欠息') ?? '';
    const own = place.replace(/^[A-Z]+/, '');
    /** The link of the row: its article has it, a short word that is never broken into lines. */
    const linked = Object.keys(front).find(
      (address) => address.replace(/^[A-Z]+/, '') === own && front[address]?.l !== undefined,
    );
    expect(front[linked ?? '']?.v).toBe('20(2)');
    const target = front[linked ?? '']?.l?.Target;
    /** What stands where the cell's link leads. */
    const behind = (target = '') => {
      const [, name = '', address = ''] = /^#'(.+)'!([A-Z]+\d+)$/.exec(target) ?? [];
      return sheetOf(book, name)[address];
    };
    const line = behind(target);
    expect(line?.v).toBe('所管贷款出现逾期或欠息');
    expect(line?.l?.Target).not.toBe(target);
    const row = behind(line?.l?.Target);
    expect(row?.v).toBe('所管贷款出现逾期或欠息');
    expect(row?.l).toBeUndefined();
  });

  test('shows each account’s own part in yuan, and foreign and shared accounts as exported', async () => {
    const book = await bookOf(interim, '0012');
    const rows = listOf(book, '存款', '客户号');
    expect(rows.find((row) => row.客户号 === 'C-SHARED')).toMatchObject({ '年日均（元）': 6_000_000 });
    const exported = listOf(book, '存款', '客户号', 1);
    expect(exported.find((row) => row.客户号 === 'C-SHARED')).toMatchObject({ 币种: 'CNY', 分成比例: 0.6 });
    expect(exported.find((row) => row.币种 === 'USD')).toMatchObject({
      '年日均（原币）': 5,
      来源: 'deposits.csv',
      行号: 6,
    });
    expect(rows.find((row) => row.客户号 === 'C00124')).toMatchObject({
      计入等级: '不计入',
      不计原因: expect.stringContaining('存款 4.50 万元，不足 50.00 万元（四级客户经理）'),
    });
  });

  test('holds dates as dates and ids as texts', async () => {
    const sheet = sheetOf(await bookOf(interim, '0012'), '贷款');
    const cells = Object.values(sheet);
    const due = cells.find((cell) => cell?.z?.includes('yyyy'));
    expect(due?.t).toBe('n');
    expect(due?.v).toBe(46_477); // 2027-03-31
    expect(cells.find((cell) => cell?.v === 'LN-0012-0')?.t).toBe('s');
  });
});

describe('the branch workbook', () => {
  const book = branchWorkbook(interim, context, 'zh').then(open);

  test('has proposals at the annual stage', async () => {
    const annualBook = open(await branchWorkbook(annual, context, 'zh'));
    // Qualified above the grade held, a violation for a person to weigh, below the floor line, not a year a trainee yet.
    const proposed = listOf(annualBook, '聘任建议', '审批').flatMap((row) => row.聘任建议 ?? []);
    expect(proposed).toEqual(['晋升 → 高级客户经理', '解聘（建议）', '退出客户经理序列', '继续见习']);
  });

  test('counts grades by unit and warnings by level', async () => {
    const units = listOf(await book, '总览', '所属机构');
    expect(units[0]).toMatchObject({
      所属机构: '城东支行',
      人数: 2,
      高级客户经理: 1,
      三级客户经理: 1,
      无: 0,
    });
    const levels = listOf(await book, '总览', '级别');
    expect(levels[0]).toMatchObject({ 级别: '解聘', '已触发（项）': 0, '待认定（项）': 1 });
    expect(levels.find((row) => row.级别 === '提示')).toMatchObject({ '已触发（项）': 4 });
  });

  test('puts every warning on the list of its level', async () => {
    const ids = async (sheet: string) =>
      listOf(await book, sheet, '工号')
        .map((row) => [row.工号, row.条款])
        .filter(([id]) => id !== null);
    expect(await ids('解聘名单')).toEqual([['0012', '22(1)']]);
    expect(await ids('责任追究与低聘名单')).toEqual([
      ['0031', '23'],
      ['0031', '24'],
    ]);
    expect(await ids('黄牌名单')).toEqual([['0031', '21(1)']]);
    // In a part of its own: those of Art. 24's list, whatever their level.
    expect(await ids('诫勉名单')).toEqual([
      ['0012', '20(2)'],
      ['未完成主要业务指标，报人力资源部要求诫勉', null],
      ['工号', '条款'],
      ['0031', '24'],
    ]);
    expect(await ids('书面说明')).toEqual([['无', null]]);
    expect(await ids('提示名单')).toEqual([
      ['0012', '9.1'],
      ['0031', '21(3)'],
      ['0044', '21(3)'],
    ]);
  });

  test('gathers what is unknown or waits for a person, one line for one reason', async () => {
    const rows = listOf(await book, '待人工认定', '工号').filter((row) => row.工号 === '0012');
    expect(rows.map((row) => [row.类别, row.状态, row.缺少的资料或判断])).toEqual([
      ['预警', '待认定', '须人工认定'],
      ['等级条件', '无法判断', '“从事营销工作起始日”未填'],
    ]);
    expect(rows[1]?.涉及等级或级别).toBe('高级客户经理、一级客户经理、二级客户经理');
  });

  test('links every manager to the manager’s own workbook', async () => {
    const sheet = sheetOf(await book, '等级一览');
    const links = Object.values(sheet).flatMap((cell) => cell?.l?.Target ?? []);
    expect(links.map(decodeURIComponent)).toContain('managers/0012-张伟.xlsx');
  });

  test('closes its books', async () => {
    const rows = listOf(await book, '勾稽', '数据表').slice(0, 16);
    expect(rows.map((row) => [row.行数差, row.结论])).toEqual(Array(16).fill([0, '平']));
    // 陈静 260,000,000 + 张伟 113,043,800.95 + 欧阳明月 12,000,000 + 刘洋 9,000,000; nobody's 610,000.
    expect(rows.find((row) => row.数据表 === '存款')).toMatchObject({
      '读入金额（元）': 394_653_800.95,
      '剔除金额（元）': 610_000,
      '金额差（元）': 0,
    });
  });

  test('shows parameters, readings and the run', async () => {
    const parameters = listOf(await book, '政策参数', '参数');
    const about = (title: string) => parameters.find((row) => row.参数 === title);
    expect(about('年日均存款（不含协议存款）')).toMatchObject({
      适用于: '高级客户经理',
      取值: 25_000,
      单位: '万元',
      性质: '条文明定',
    });
    expect(about('客户下限适用的指标')).toMatchObject({ 取值: 'all', 性质: '可选读法' });
    const deposits = listOf(await book, '表头对照', '文件').filter((row) => row.文件 === 'deposits.csv');
    expect(deposits[6]).toMatchObject({ 文件中的列名: 'year_avg', 读作: '年日均余额' });
    const { sha256 } = interim.policy;
    expect(textsOf(await book)).toEqual(expect.arrayContaining(['3fa9c2d17b04', sha256, 'UTF-8']));
  });
});

test('every package is sound, in both languages and stages', async () => {
  for (const appraisal of [interim, annual])
    for (const lang of ['zh', 'en'] as const) {
      expect(faultsOf(await branchWorkbook(appraisal, context, lang))).toEqual([]);
      for (const manager of appraisal.managers)
        expect(
          faultsOf(await managerWorkbook(manager, appraisal, context, lang)),
          manager.manager.manager_id,
        ).toEqual([]);
    }
  expect(faultsOf(await problemsWorkbook(context.problems, interim.package.readings, 'zh'))).toEqual([]);
});

test('an English workbook has no Chinese of the tool', async () => {
  const own = new Set(textsOf(open(await branchWorkbook(interim, context, 'zh'))));
  const english = textsOf(open(await branchWorkbook(interim, context, 'en')));
  // What comes from the inputs is Chinese in both; nothing else may be.
  const chinese = english.map(unbroken).filter((text) => /[\u4e00-\u9fff]/.test(text) && !own.has(text));
  expect(chinese.filter((text) => !/〔2026〕|有限公司|手机银行|网上银行|满意度/.test(text))).toEqual([]);
});

test('a list without rows says so', async () => {
  const empty = { ...interim, watchList: [], unassigned: [] };
  const bytes = await branchWorkbook(empty, context, 'zh');
  expect(faultsOf(bytes)).toEqual([]);
  expect(rowsOf(open(bytes), '监察名单').at(-1)?.[0]).toBe('无');
});

test('no formula holds text from the inputs', async () => {
  const book = open(await branchWorkbook(interim, context, 'zh'));
  const formulas = cellsOf(book).flatMap(({ cell }) => cell.f ?? []);
  expect(formulas.length).toBeGreaterThan(50);
  for (const formula of formulas) expect(formula).not.toMatch(/城东支行|张伟|0012/);
});
