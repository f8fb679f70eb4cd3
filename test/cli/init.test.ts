/** `appraise init`: an empty package that says how it is filled in, and runs once it is. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { claims } from '../../src/intake/recognise.ts';
import { resultsSchema } from '../../src/model/results.ts';
import { requiredTables, type TableId, tableIds, tables } from '../../src/model/tables/index.ts';
import { policyIds } from '../../src/policy/file.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { readPackage } from '../intake/read.ts';
import { appraise } from './appraise.ts';

async function fresh(lang = 'zh'): Promise<{ folder: string; file: string }> {
  const folder = join(temporaryFolder(), '2026Q3');
  const { status, err } = await appraise(['init', folder, '--lang', lang]);
  if (status !== 0) throw new Error(err);
  return { folder, file: join(folder, 'package.xlsx') };
}

const ids = await policyIds();
const boxedPolicy = (id: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../src/policies/${id}/policy.yaml`, import.meta.url)));

async function opened(file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
}

const sheetOf = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The row that holds the headers: the first with more than one text; a line above them stands in merged cells. */
function headersOf(sheet: ExcelJS.Worksheet): { row: number; headers: string[] } {
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    const headers = (sheet.getRow(row).values as unknown[]).slice(1).map(String);
    if (new Set(headers).size > 1) return { row, headers };
  }
  throw new Error(`no headers on ${sheet.name}`);
}

type Cells = Readonly<Record<string, string | number | Date>>;

/** Types rows into the sheets by the headers as they stand there, as a person would. */
async function fillIn(file: string, rows: Readonly<Record<string, readonly Cells[]>>): Promise<void> {
  const workbook = await opened(file);
  for (const [name, records] of Object.entries(rows)) {
    const sheet = sheetOf(workbook, name);
    const { row, headers } = headersOf(sheet);
    records.forEach((record, index) => {
      for (const [header, value] of Object.entries(record)) {
        const column = headers.findIndex((each) => each.replace(/\*|\(.*\)/g, '') === header);
        if (column < 0) throw new Error(`no header ${header} on ${name}: ${headers}`);
        sheet.getRow(row + 1 + index).getCell(column + 1).value = value;
      }
    });
  }
  await workbook.xlsx.writeFile(file);
}

const managers: Readonly<Record<string, readonly Cells[]>> = {
  客户经理名册: [
    {
      客户经理工号: '0001',
      姓名: '张一',
      所属机构: '城东支行',
      现聘等级: '三级客户经理',
      从事营销工作起始日: new Date('2020-03-01'),
      学历: '本科',
      上岗考试: '合格',
    },
    {
      客户经理工号: '0002',
      姓名: '李二',
      所属机构: '城西支行',
      现聘等级: '二级客户经理',
      条线: '个人',
      从事营销工作起始日: '2019-07-01',
      学历: '硕士',
      上岗考试: '合格',
      状态: '在岗',
    },
    {
      客户经理工号: '0003',
      姓名: '王三',
      所属机构: '城西支行',
      现聘等级: '见习客户经理',
      见习起始日: '2026-01-15',
      见习类别: '应届毕业生',
      学历: '本科',
    },
  ],
  存款: [
    {
      客户经理工号: '0001',
      客户号: 'C1',
      客户名称: '甲公司',
      账号: '6200001234567890',
      年日均余额: 40_000_000,
      上年日均余额: 30_000_000,
      季日均余额: 41_000_000,
      期末余额: '42,000,000.55',
    },
    {
      客户经理工号: '0002',
      客户号: 'C2',
      账号: 'A2',
      年日均余额: 60_000_000,
      季日均余额: 60_000_000,
      期末余额: 60_000_000,
    },
    {
      客户经理工号: '0002',
      客户号: 'C3',
      账号: 'A3',
      币种: 'USD',
      年日均余额: 3_000_000,
      季日均余额: 3_000_000,
      期末余额: 3_000_000,
      分成比例: 1,
    },
  ],
  贷款: [
    {
      客户经理工号: '0001',
      客户号: 'C1',
      借据号: 'L1',
      业务品种: '流动资金贷款',
      年日均余额: 5_000_000,
      季日均余额: 5_000_000,
      期末余额: 5_000_000,
      逾期天数: 3,
    },
  ],
  国际结算: [
    {
      客户经理工号: '0002',
      客户号: 'C3',
      结算类型: '国际结算',
      本季结算额: 800_000,
      本年累计结算额: 2_400_000,
    },
  ],
  五级分类: [
    {
      借据号: 'L1',
      客户经理工号: '0001',
      客户号: 'C1',
      余额: 5_000_000,
      分类结果: '正常',
      年初余额: 5_000_000,
      年初分类: '关注',
    },
  ],
  计划: [
    {
      客户经理工号: '0001',
      指标: '存款日均',
      本季计划: 40_000_000,
      年度计划: 40_000_000,
      主要业务指标: '是',
      单位: '元',
    },
    { 客户经理工号: '0002', 指标: '国际结算额', 本季计划: 100, 年度计划: 300, 单位: '万美元' },
    { 客户经理工号: '0003', 指标: '开户数', 本季计划: 10, 年度计划: 40, 主要业务指标: '否', 单位: '户' },
  ],
  其他指标: [{ 客户经理工号: '0003', 指标: '开户数', 本季实绩: 12, 本年实绩: 35, 单位: '户' }],
  事件台账: [{ 客户经理工号: '0001', 日期: new Date('2026-08-01'), 事件类型: '诫勉', 文号: '人〔2026〕5号' }],
  年度考核: [{ 客户经理工号: '0001', 年度: 2025, 考核结果: '称职', 得分: 92.5 }],
  汇率: [{ 币种: 'USD', 汇率: 7.1 }],
  调整: [
    {
      客户经理工号: '0001',
      指标: '存款日均',
      口径: '年',
      调整额: 500_000,
      文号: '调〔2026〕1号',
      事由: '补记分成',
      批准人: '陈行长',
    },
  ],
};

/** The tables that the grade regulation makes use of. */
const others: readonly TableId[] = [
  'scores',
  'collections',
  'units',
  'activities',
  'attendance',
  'assignments',
  'branches',
  'deferrals',
];
const laid = tableIds.filter((table) => !others.includes(table));

describe('untouched', () => {
  test.each(['zh', 'en'])('every sheet claims its table and no example counts as data (%s)', async (lang) => {
    const { folder, file } = await fresh(lang);
    expect(readdirSync(folder).sort()).toEqual([
      ...['.schemas', 'package.xlsx', 'package.yaml', 'policy.cases.yaml', 'policy.yaml'],
    ]);
    // An editor finds the schema of each file by its first line, and the schema is there.
    for (const name of ['package.yaml', 'policy.yaml']) {
      const [first = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
      const schema = /^# yaml-language-server: \$schema=(.*)$/.exec(first)?.[1] ?? 'none';
      expect(JSON.parse(readFileSync(join(folder, schema), 'utf8')).type).toBe('object');
    }
    const [notes, ...names] = (await opened(file)).worksheets.map(({ name }) => name);
    expect(notes).toBe({ zh: '填写说明', en: 'Notes' }[lang]);
    expect(names.flatMap(claims).sort()).toEqual([...laid].sort());
    const { readings, problems } = await readPackage(folder);
    expect(readings.map(({ table }) => table).sort()).toEqual([...laid].sort());
    expect(readings.map(({ rowsRead }) => rowsRead)).toEqual(laid.map(() => 0));
    // Every header is known, every column is there, and the notes and the policy are no data that went unread.
    expect(readings.flatMap(({ columns }) => columns.filter(({ column }) => column === null))).toEqual([]);
    for (const { table, columns } of readings)
      expect(columns.map(({ column }) => column)).toEqual(Object.keys(tables[table].columns));
    // Only what must be there is missed while it is empty.
    expect(problems.map(({ code }) => code)).toEqual(requiredTables.map(() => 'table.no-rows'));
  });

  test.each([
    ['stars-2011', ['collections']],
    ['series-2012', ['scores']],
    ['scorecard', ['scores']],
    ['headcount-2013', ['units']],
    ['duties', ['activities']],
    ['commission', ['attendance']],
  ])('of the tables that some policies use, %s gets %s', async (policy, expected) => {
    const folder = join(temporaryFolder(), '2026Q3');
    expect((await appraise(['init', folder, '--policy', policy])).status).toBe(0);
    const names = (await opened(join(folder, 'package.xlsx'))).worksheets.map(({ name }) => name);
    const there = names.flatMap(claims).filter((table) => others.includes(table));
    expect(there).toEqual(expected);
  });

  test('where dollars and yuan are at stake, the form asks for the currency and names no unit', async () => {
    const { headers } = headersOf(sheetOf(await opened((await fresh()).file), '国际结算'));
    expect(headers).toContain('本季结算额*');
    expect(headers).toContain('币种*');
  });

  test('required columns are marked, amounts name their unit, choices drop down', async () => {
    const workbook = await opened((await fresh()).file);
    const deposits = headersOf(sheetOf(workbook, '存款'));
    expect(deposits.headers).toContain('年日均余额*(元)');
    expect(deposits.headers).toContain('客户名称');
    const roster = sheetOf(workbook, '客户经理名册');
    const { row, headers } = headersOf(roster);
    const below = (header: string) => roster.getRow(row + 1).getCell(headers.indexOf(header) + 1);
    const rules = (
      roster as unknown as { dataValidations: { model: Record<string, ExcelJS.DataValidation> } }
    ).dataValidations.model;
    const grade = rules[below('现聘等级*').address];
    expect(grade).toMatchObject({ type: 'list', showErrorMessage: true });
    expect(grade?.formulae[0]).toContain('高级客户经理,一级客户经理');
    // Ids are kept as text, dates shown as such.
    expect(roster.getColumn(1).numFmt).toBe('@');
    expect(roster.getColumn(headers.indexOf('见习起始日') + 1).numFmt).toContain('yyyy');
  });

  test('the notes say of every column what it takes, with an example that says it is one', async () => {
    const notes = sheetOf(await opened((await fresh()).file), '填写说明');
    const text = JSON.stringify(notes.getSheetValues());
    for (const part of ['示例·张三', '不会被当成数据', '从下拉列表选择', 'absent'])
      expect(text).toContain(part);
    const columns = laid.flatMap((table) => Object.keys(tables[table].columns));
    expect(notes.rowCount).toBeGreaterThanOrEqual(columns.length + 5);
  });
});

describe('filled in by hand', () => {
  test('it runs with no error, and every row counts once', async () => {
    const { folder, file } = await fresh();
    await fillIn(file, managers);
    const out = join(temporaryFolder(), 'out');
    const policy = ['--policy', join(folder, 'policy.yaml')];
    const { status, out: said, err } = await appraise(['run', folder, ...policy, '--out', out, '--json']);
    expect([status, err]).toEqual([0, expect.stringContaining('0 errors, ')]);
    const { managers: found, reconciliation, period } = resultsSchema.parse(JSON.parse(said));
    expect(period).toBe('2026Q3');
    expect(found.map(({ managerId, grade }) => [managerId, grade])).toEqual([
      ['0001', 'third'],
      ['0002', 'second'],
      ['0003', 'trainee'],
    ]);
    for (const { table, rowsRead, rowsCounted } of reconciliation) {
      const sheet = tables[table].title.zh;
      expect([table, rowsRead, rowsCounted]).toEqual([
        table,
        managers[sheet]?.length,
        managers[sheet]?.length,
      ]);
    }
    // 40,000,000 and the adjustment of 500,000; three million dollars at 7.10 beside 60 million yuan.
    const deposits = found.map(
      ({ targets }) => targets.find(({ indicator }) => indicator === 'deposits')?.year.actual,
    );
    expect(deposits[0]).toBe('40500000.00');
    expect(found[1]?.floor.observed).toBe('81300000.00');
    expect(found[0]?.allowance.halvedDays).toBe(61);
    const { problems } = await readPackage(folder);
    // Amounts left blank are 0, which is worth a word; nothing else is.
    const worth = problems.filter(({ severity }) => severity !== 'note').map(({ code }) => code);
    expect(new Set(worth)).toEqual(new Set(['amount.blank']));
  });

  test('a word that the drop-down lacks is an error with its cell', async () => {
    const { folder, file } = await fresh();
    await fillIn(file, { ...managers, 五级分类: [{ ...managers.五级分类?.[0], 分类结果: '良好' }] });
    const { status, err } = await appraise(['run', folder, '--out', join(temporaryFolder(), 'out')]);
    expect([status, err]).toEqual([1, expect.stringContaining('良好')]);
  });
});

describe('the folder', () => {
  test('is never written over', async () => {
    const { folder } = await fresh();
    const before = readFileSync(join(folder, 'package.xlsx'));
    expect(await appraise(['init', folder])).toMatchObject({
      status: 2,
      err: expect.stringContaining('not overwritten'),
    });
    expect(readFileSync(join(folder, 'package.xlsx')).equals(before)).toBe(true);
    const file = join(temporaryFolder(), '2026Q3');
    writeFileSync(file, 'mine');
    expect((await appraise(['init', file])).status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('needs a quarter, by its name or by --period', async () => {
    const folder = join(temporaryFolder(), 'new');
    expect((await appraise(['init', folder])).status).toBe(2);
    expect((await appraise(['init', folder, '--period', '2026Q9'])).status).toBe(2);
    expect(existsSync(folder)).toBe(false);
    expect((await appraise(['init', folder, '--period', '2027Q1'])).status).toBe(0);
    expect((await readPackage(folder)).period).toBe('2027Q1');
  });

  test('holds the policy asked for: one’s own byte by byte', async () => {
    const own = join(temporaryFolder(), 'own.yaml');
    const note = Buffer.from('# 本行\r\n');
    const bare = boxedPolicy('plan')
      .toString()
      .replaceAll(/^ *#.*\n/gm, '');
    writeFileSync(own, Buffer.concat([note, Buffer.from(bare)]));
    const folder = join(temporaryFolder(), '2026Q3');
    expect((await appraise(['init', folder, '--policy', own, '--lang', 'en'])).status).toBe(0);
    expect(readFileSync(join(folder, 'policy.yaml')).equals(readFileSync(own))).toBe(true);
  });

  test.each(ids)('%s from the box comes with comments in one language, and is the same', async (id) => {
    const boxed = boxedPolicy(id).toString();
    const marks = [...boxed.matchAll(/^ *#(en|zh)\b/gm)].map(([, lang]) => lang);
    expect(marks.join(' ')).toMatch(/^(?:(?:en )+(?:zh ?)+)+$/);
    for (const [lang, other] of [
      ['zh', 'en'],
      ['en', 'zh'],
    ] as const) {
      const folder = join(temporaryFolder(), '2026Q3');
      await appraise(['init', folder, '--policy', id, '--lang', lang]);
      // The case that it writes holds.
      const tested = await appraise(['policy', 'test', join(folder, 'policy.yaml')]);
      expect([tested.status, tested.err]).toEqual([0, expect.stringContaining('1 cases, 0 of them')]);
      const text = readFileSync(join(folder, 'policy.yaml'), 'utf8').replace(/^.*\n/, '');
      expect(parse(text)).toEqual(parse(boxed));
      expect(text).not.toMatch(/^ *#(?:en|zh)\b/m);
      const comments = text.split('\n').flatMap((line) => /^ *#(.*)$/.exec(line)?.[1] ?? []);
      expect(comments.length).toBe(marks.filter((mark) => mark !== other).length);
      const words = comments.filter((comment) => !/^[ \w{}:",.-]*$/.test(comment));
      if (lang === 'zh') for (const comment of words) expect(comment).toMatch(/\p{Script=Han}/u);
    }
  });

  test('asked for a policy that there is not, writes nothing', async () => {
    const other = join(temporaryFolder(), '2026Q4');
    expect((await appraise(['init', other, '--policy', 'no-such'])).status).toBe(1);
    expect(existsSync(other)).toBe(false);
  });
});
