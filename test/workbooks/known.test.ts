/** What is not known is told as not known wherever a person reads, and what is known of the person comes first. */

import { readFileSync } from 'node:fs';
import type { WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { summaryLines } from '../../src/cli/summary.ts';
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import { decisionOf, gradedOf, warningsOf } from '../../src/model/entries.ts';
import { declaredWords } from '../../src/model/policy/declared-words.ts';
import { ratio } from '../../src/model/ratio.ts';
import type { Lang } from '../../src/model/text.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { appraised, managerIn } from '../engine/support/appraised.ts';
import { packageOf } from '../engine/support/package.ts';
import { readPackage } from '../intake/read.ts';
import { samples, sampleYear } from '../runs/sample.ts';
import { listOf, open, rowsOf, textsOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { context } from './quarter.ts';

const firstPage = async (each: ManagerAppraisal, appraisal: Appraisal, lang: Lang = 'zh') => {
  const book = open(await managerWorkbook(each, appraisal, context, lang));
  return rowsOf(book, book.SheetNames[0] ?? '')
    .flat()
    .filter((cell) => typeof cell === 'string');
};

describe('without the archive of the earlier quarters', () => {
  let alone: Appraisal;
  let book: WorkBook;
  beforeAll(async () => {
    alone = appraised(await readPackage(`${samples}2026Q3`));
    book = open(await branchWorkbook(alone, context, 'zh'));
  }, 60_000);

  test('nobody is counted as qualifying for none who may yet qualify', () => {
    const open_ = alone.managers
      .map(gradedOf)
      .filter(({ qualifiedGrade, possibleGrade }) => qualifiedGrade === null && possibleGrade !== null);
    expect(open_).toHaveLength(38);
    const rows = listOf(book, '总览', '所属机构');
    expect(rows.find((row) => row.所属机构 === '合计')).toMatchObject({ 人数: 46, 无: 8, 无法判断: 38 });
    const everybody = listOf(book, '等级一览', '工号');
    expect(everybody.filter((row) => row.符合等级 === '无法判断')).toHaveLength(38);
    expect(everybody.filter((row) => row.最高预警 === '无')).toEqual([]);
  });

  test('nor on the screen', () => {
    const [head] = summaryLines(alone, 'zh').filter((line) => line.startsWith('现聘'));
    expect(head?.trim().split(/ {2,}/).at(-1)).toBe('无法判断');
  });

  test('a first page says that the grade and the warnings cannot be judged', async () => {
    const page = await firstPage(managerIn(alone, '0001'), alone);
    expect(page).toContain('2 条预警规则无法判断。等级尚不能判断：至少无符合等级，至多高级客户经理。');
    expect(page).toContain('没有触发或待认定的预警，但有 2 条预警规则无法判断。');
    expect(page.filter((text) => /不符合任何|无预警|低于现聘/.test(text))).toEqual([]);
    expect(page).toContain('0 / 0 / 2');
  });
});

describe('with every quarter at hand', () => {
  let year: Awaited<ReturnType<typeof sampleYear>>;
  const of = (quarter: '2026Q4'): Appraisal => {
    const found = year.get(quarter);
    if (!found) throw new Error(`no ${quarter}`);
    return found;
  };
  beforeAll(async () => {
    year = await sampleYear();
  }, 60_000);

  test('the proposal comes first, then the warnings, then the grade', async () => {
    const [card] = of('2026Q4').managers.filter(
      (each) =>
        gradedOf(each).qualifiedGrade !== null &&
        decisionOf(each)?.title.zh === '低聘' &&
        warningsOf(each).some(({ level, outcome }) => level === 'yellow-card' && outcome === 'triggered'),
    );
    const page = card ? await firstPage(card, of('2026Q4')) : [];
    const [conclusion] = page.filter((text) => text.includes('全部条件'));
    expect(conclusion).toMatch(/^聘任建议：低聘，拟聘.+。已触发黄牌警告 1 项.*。目前符合.+全部条件/);
  });

  test('a proposal stands beside the warnings that speak', async () => {
    const book = open(await branchWorkbook(of('2026Q4'), context, 'zh'));
    const rows = listOf(book, '聘任建议', '审批');
    // The credit of 0028 is unresolved after the admonition ran out, and the review says competent.
    expect(rows.find((row) => row.工号 === '0028')).toMatchObject({
      聘任建议: '续聘',
      预警: '责任追究：诫勉期满授信风险仍未化解',
    });
  });

  test('a plan missed in two quarters is shown with both of them', async () => {
    const book = open(await branchWorkbook(of('2026Q4'), context, 'zh'));
    const grounds = listOf(book, '黄牌名单', '工号').filter((row) => String(row.条款) === '21(1)');
    expect(grounds.length).toBeGreaterThan(0);
    for (const row of grounds) expect(row.依据).toMatch(/^2026Q4 [\d.]+ %、2026Q3 [\d.]+ % \/ 100\.00 %$/);
  });
});

describe('sums', () => {
  const person = (manager_id: string, unit: string) => ({ manager_id, unit });
  const target = (manager_id: string) => ({
    manager_id,
    indicator: '有效户' as 'deposits',
    unit: '户',
    quarter_target: ratio(9_000n, 1n),
    year_target: ratio(36_000n, 1n),
  });
  const actual = (manager_id: string) => ({
    manager_id,
    indicator: '有效户' as 'deposits',
    unit: '户',
    quarter_actual: ratio(9_000n, 1n),
    year_actual: ratio(36_000n, 1n),
  });

  test('a plan whose actual figures are not known is there in full, and reached by nobody knows how much', async () => {
    const pkg = packageOf({
      roster: [person('1', '甲'), person('2', '甲'), person('3', '乙')],
      targets: [target('1'), target('2'), target('3')],
      metrics: [actual('1')],
    });
    const book = open(await branchWorkbook(appraised(pkg), context, 'zh'));
    expect(listOf(book, '总览', '指标').at(0)).toMatchObject({
      全年计划: 108_000,
      全年实绩: 36_000,
      全年实绩未知人数: 2,
      全年完成率: '无法判断',
    });
    const [second, first] = listOf(book, '机构汇总', '所属机构', 2);
    expect(first).toMatchObject({
      所属机构: '甲',
      全年计划: 72_000,
      全年实绩: 36_000,
      全年完成率: '无法判断',
    });
    expect(second).toMatchObject({
      所属机构: '乙',
      全年计划: 36_000,
      全年实绩: '无法判断',
      全年完成率: '无法判断',
    });
  });
});

describe('another bank’s run', () => {
  let run: Appraisal;
  let book: WorkBook;
  beforeAll(async () => {
    const here = `${samples}another-bank/`;
    const { policy } = parsePolicy(readFileSync(`${here}policy.yaml`), 'policy.yaml');
    if (!policy) throw new Error('no policy');
    const { tables, ...pkg } = await readPackage(`${here}2026Q3`, { declared: declaredWords(policy.file) });
    const roster = tables.roster.map((row) => (row.manager_id === 'B04' ? { ...row, grade: 'second' } : row));
    run = appraised({ ...pkg, tables: { ...tables, roster } }, { policy });
    book = open(await branchWorkbook(run, context, 'zh'));
  });

  test('has no line that its policy does not draw', () => {
    expect(listOf(book, '计划完成', '工号')).toHaveLength(4);
    expect(
      textsOf(book).filter((text) => /完成线|诫勉|及格线/.test(text) && !/未规定完成线/.test(text)),
    ).toEqual([]);
  });

  test('has no count and no sheet of what its policy does not ask for', async () => {
    expect(book.SheetNames.filter((name) => /监察名单|待分配客户/.test(name))).toEqual([]);
    expect(textsOf(book).filter((text) => /监察|应配备客户经理/.test(text))).toEqual([]);
    const own = textsOf(open(await managerWorkbook(managerIn(run, 'B01'), run, context, 'zh')));
    expect(own.filter((text) => /客户计入线|结算以万美元计|国际结算|员工级别/.test(text))).toEqual([]);
    expect(textsOf(book).filter((text) => /存贷款/.test(text))).toEqual([]);
  });

  test('says of whom the least grade is counted, and nowhere that he qualifies for it', () => {
    const note = '其中 1 人的等级尚不能判断，按至少符合的等级计';
    expect(summaryLines(run, 'zh')).toContain(note);
    expect(textsOf(book).filter((text) => text.includes(note))).toHaveLength(2);
    const proposal = listOf(book, '聘任建议', '审批').find((row) => row.工号 === 'B05');
    expect(proposal?.理由).toMatch(/^至少助理客户经理（与现聘高低未定）/);
    const mover = listOf(book, '等级变动矩阵', '工号').find((row) => row.工号 === 'B05');
    expect(mover?.符合等级).toBe('至少助理客户经理');
  });

  test('calls a grade outside its ladder by its name', () => {
    expect(run.notAppraised.flatMap(({ problems }) => problems.map(({ zh }) => zh))).toEqual([
      '现聘等级“二级客户经理”不在本办法的等级序列中',
    ]);
  });
});
