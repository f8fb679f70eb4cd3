/** The bank profile: where it is found, what each of its sections does, and what is wrong with it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { idBy, idPattern } from '../../src/intake/profile/id-rule.ts';
import { parseProfile } from '../../src/intake/profile/parse.ts';
import { fitsPattern } from '../../src/intake/profile/profile.ts';
import { defaultWords } from '../../src/policy/file.ts';
import { codes, depositHeader, type Files, only, read, readOne } from './package.ts';
import { readPackage } from './read.ts';

const bankHeader = '管户代码,客户代号,全年均额,当季均额,账面数,币别\n';
const bank = `columns:
  deposits:
    管户代码: manager_id
    客户代号: customer_id
    全年均额: year_avg
    当季均额: quarter_avg
    账面数: end_balance
    币别: currency
`;
const withBank = (yaml: string, files: Files) =>
  read({ 'package.yaml': only('deposits'), 'bank.yaml': yaml, ...files });

describe('columns', () => {
  test("the bank's headers are read as what the profile says, and no message is left", async () => {
    const found = await withBank(bank, { '存款.csv': `${bankHeader}0012,C1,1,2,3,CNY\n` });
    expect(found.problems).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({ manager_id: '0012', year_avg: 100n, currency: 'CNY' });
    expect(found.readings[0]?.columns.every(({ byProfile }) => byProfile)).toBe(true);
  });

  test("it stands above the tool's own aliases; what is passed over is said", async () => {
    const file = `工号,客户号,年日均余额,全年均额,季日均余额,期末余额\n0012,C1,1,9,2,3\n`;
    const found = await withBank('columns: { deposits: { 全年均额: year_avg } }', { '存款.csv': file });
    expect(found.tables.deposits[0]).toMatchObject({ year_avg: 900n });
    expect(found.problems.map(({ code }) => code)).toEqual(['header.other-columns']);
  });

  test('none: known and not used, without a word; of one table or of every', async () => {
    const file = `${depositHeader.trim()},利率,机构号,户名\n0012,C1,1,2,3,1.5,9901,某公司\n`;
    const yaml = 'columns: { deposits: { 利率: none, 户名: none }, every: { 机构号: none } }';
    const found = await withBank(yaml, { '存款.csv': file });
    expect(found.problems).toEqual([]);
    expect(found.tables.deposits[0]?.customer_name).toBeNull();
  });

  test('two headers of one sheet for one column are an error', async () => {
    const yaml = 'columns: { deposits: { 甲: year_avg, 乙: year_avg } }';
    const file = '工号,客户号,甲,乙,季日均余额,期末余额\n0012,C1,1,1,2,3\n';
    expect(codes(await withBank(yaml, { '存款.csv': file }))).toEqual(['header.two-columns']);
  });

  test('a header in two rows, with its unit', async () => {
    const yaml = 'columns: { deposits: { "今年/均额(万元)": year_avg } }';
    const file = '工号,客户号,今年,,季日均余额,期末余额\n,,均额(万元),笔数,,\n0012,C1,1,5,2,3\n';
    const found = await withBank(yaml, { '存款.csv': file });
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({ year_avg: 1_000_000n });
  });

  test('the order of lines, columns and files changes nothing', async () => {
    const lines = bank.trim().split('\n');
    const turned = [...lines.slice(0, 2), ...lines.slice(2).reverse()].join('\n');
    const a = await withBank(bank, { '存款.csv': `${bankHeader}0012,C1,1,2,3,CNY\n` });
    const b = await withBank(turned, {
      '存款.csv': '币别,账面数,当季均额,全年均额,客户代号,管户代码\nCNY,3,2,1,C1,0012\n',
    });
    expect(b.tables).toEqual(a.tables);
    expect(b.problems).toEqual(a.problems);
  });
});

describe('files', () => {
  const table = `${depositHeader}0012,C1,1,2,3\n`;
  test.each([
    ['DEP_*', 'DEP_202609.csv', true],
    ['dep_*.CSV', 'DEP_202609.csv', true],
    ['*台账*', '2026贷款台账（最终）.csv', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'acb', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['存款', '存款.csv', false],
  ])('%s and %s', (pattern, name, fits) => expect(fitsPattern(name, pattern)).toBe(fits));

  test('a pattern names the table; none is no table and no problem', async () => {
    const found = await withBank('files: { "DEP_*": deposits, "*通讯录*": none }', {
      'DEP_202609.csv': table,
      '存款通讯录.csv': '姓名,电话\n张三,123\n',
    });
    expect(found.problems).toEqual([]);
    expect(found.tables.deposits).toHaveLength(1);
  });

  test('two patterns that disagree are an error', async () => {
    const found = await withBank('files: { "DEP_*": deposits, "*_202609": loans }', {
      'DEP_202609.csv': table,
    });
    expect(codes(found)).toContain('table.ambiguous');
  });
});

describe('units', () => {
  test('where the export states none', async () => {
    const found = await withBank('units: { deposits: { all: 万元, end_balance: 元 } }', {
      '存款.csv': `${depositHeader}0012,C1,1,2,3\n`,
    });
    expect(found.problems).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({ year_avg: 1_000_000n, end_balance: 300n });
    expect(found.readings[0]?.columns.map(({ unitFrom }) => unitFrom)).toEqual([
      null,
      null,
      'bank',
      'bank',
      'bank',
    ]);
  });

  test('what the export states counts', async () => {
    const found = await withBank('units: { deposits: { all: 万元 } }', {
      '存款.csv': `单位：元\n${depositHeader}0012,C1,1,2,3\n`,
    });
    expect(found.tables.deposits[0]).toMatchObject({ year_avg: 100n });
    expect(found.problems.map(({ code }) => code)).toEqual(['bank.unused']);
  });
});

describe('words', () => {
  test('become ours before they are read; numbers keep their zeros', async () => {
    const header = '工号,姓名,所属机构,现聘等级,状态\n';
    const yaml =
      'words: { roster: { grade: { 四级客户经理(试用): 四级, 03: 三级 }, status: { 在职: 在岗 } } }';
    const found = await read({
      'package.yaml': only('roster'),
      'bank.yaml': yaml,
      '名册.csv': `${header}0012,甲,东城,四级客户经理（试用）,在职\n0013,乙,东城,03,离岗\n`,
    });
    expect(codes(found)).toEqual([]);
    expect(found.tables.roster.map(({ grade, status }) => [grade, status])).toEqual([
      ['fourth', 'on-duty'],
      ['third', 'left'],
    ]);
  });

  test('of a currency', async () => {
    const found = await withBank('words: { deposits: { currency: { 本币: 人民币 } } }', {
      '存款.csv': `${depositHeader.trim()},币种\n0012,C1,1,2,3,本币\n`,
    });
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({ currency: 'CNY', year_avg: 100n });
  });
});

describe('words that nobody has explained', () => {
  const roster = (rows: string) =>
    read({ 'package.yaml': only('roster'), '名册.csv': `工号,姓名,所属机构,现聘等级,状态\n${rows}` });

  test('are proposed: those that say it for sure, those that only look alike behind a #', async () => {
    const { suggestions } = await roster('0012,甲,东城,客户经理一级,在职\n0013,乙,东城,三级(试用),在岗\n');
    expect(suggestions.map(({ path, value, sure }) => [path.at(-1), value, sure])).toEqual([
      ['三级(试用)', '三级客户经理', true],
      ['客户经理一级', '一级客户经理', true],
      ['在职', '在岗', false],
    ]);
  });

  test('a currency is one problem for each word, with the line that explains it', async () => {
    const rows = '0012,C1,01,1,2,3\n0012,C2,01,1,2,3\n0012,C3,156,1,2,3\n';
    const { problems } = await readOne(
      'deposits',
      `工号,客户号,币种,年日均余额,季日均余额,期末余额\n${rows}`,
    );
    expect(problems.map(({ code, at, value }) => [code, at.row, value])).toEqual([
      ['cell.unknown-currency', 2, '01'],
    ]);
    expect(problems[0]?.message.zh).toContain('共 2 行');
    expect(problems[0]?.hint.zh).toContain('words: { deposits: { currency: { "01": 人民币 } } }');
  });
});

describe('a roster without ids', () => {
  const tableOf = (second: string) => ({
    'package.yaml': only('roster'),
    '名册.csv': `姓名,所属机构,现聘等级\n甲一,东城,三级\n${second},东城,三级\n`,
  });

  test.each([
    ['乙二', true],
    ['甲 一', false],
  ])('goes by its names, if each is one person’s: %s', async (second, sure) => {
    const found = await read(tableOf(second));
    expect(codes(found)).toEqual(['header.missing-column']);
    expect(found.problems[0]?.hint.zh).toContain('ids: { manager: by-name }');
    const [ids] = found.suggestions.filter(({ path }) => path[0] === 'ids');
    expect(ids).toMatchObject({ path: ['ids', 'manager'], value: 'by-name', sure });
  });
});

test('a sheet that is like no table may be said to be none', async () => {
  const { suggestions } = await read({ 'package.yaml': only(), '通讯录.csv': '姓名,电话\n甲,123\n' });
  expect(suggestions).toMatchObject([{ path: ['files', '通讯录.csv'], value: 'none', sure: false }]);
});

describe('ids', () => {
  const roster = '工号,姓名,所属机构,现聘等级\n0012,甲,东城,四级\n0013,乙,东城,四级\n0014,乙,西城,四级\n';
  const deposits = (...ids: string[]) => `${depositHeader}${ids.map((id) => `${id},C1,1,2,3\n`).join('')}`;
  const both = (yaml: string, file: string, names = roster) =>
    read({
      'package.yaml': only('deposits', 'roster'),
      'bank.yaml': yaml,
      '名册.csv': names,
      '存款.csv': file,
    });

  test('zeros that Excel dropped are put back, in the roster too', async () => {
    const found = await both(
      'ids: { manager: { digits: 4 }, customer: { digits: 3 } }',
      `${depositHeader}12,7,1,2,3\n`,
      roster.replace('0012', '12'),
    );
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits[0]).toMatchObject({ manager_id: '0012', customer_id: '007' });
    expect(found.tables.roster[0]?.manager_id).toBe('0012');
  });

  test('what stands around an id is left out', async () => {
    const found = await both(
      'ids: { manager: { pattern: "(\\\\d{4})-.*" } }',
      deposits('0012-甲', '0013－乙'),
    );
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits.map(({ manager_id }) => manager_id)).toEqual(['0012', '0013']);
  });

  test('by name: an id stays one, a name of one manager is an id, of two an error that names both', async () => {
    const found = await both('ids: { manager: by-name }', deposits('甲', '0013', '乙', '丙'));
    expect(found.tables.deposits.map(({ manager_id }) => manager_id)).toEqual(['0012', '0013']);
    expect(codes(found).sort()).toEqual(['manager.two-of-one-name', 'manager.unknown']);
    const two = found.problems.find(({ code }) => code === 'manager.two-of-one-name');
    expect(two?.message.zh).toContain('0013、0014');
    expect(two?.managers).toEqual(['0013', '0014']);
  });

  test('by name: a roster without ids uses its names, and tables their column of names', async () => {
    const names = '姓名,所属机构,现聘等级\n甲,东城,四级\n乙,东城,四级\n';
    const file = '客户经理,客户号,年日均余额,季日均余额,期末余额\n甲,C1,1,2,3\n';
    const found = await both('ids: { manager: by-name }', file, names);
    expect(codes(found)).toEqual([]);
    expect(found.tables.roster.map(({ manager_id }) => manager_id)).toEqual(['甲', '乙']);
    expect(found.tables.deposits[0]?.manager_id).toBe('甲');
    const twice = await both('ids: { manager: by-name }', file, `${names}甲,西城,四级\n`);
    expect(codes(twice)).toEqual(['row.duplicate']);
  });

  test.each([
    ['(\\d{4})-.*', '0012-甲', '0012'],
    ['.*\\((\\d{4})\\)', '甲(0012)', '0012'],
    ['(\\w+) *[-–—_/ ].*', 'A12 - 甲', 'A12'],
    ['(\\d{4})-.*', '12', '12'],
  ])('pattern %s of %s', (pattern, id, meant) => {
    expect(idBy({ digits: null, pattern: idPattern(pattern), byName: false }, id)).toBe(meant);
  });

  test.each([
    '(a+)+',
    '(a|b)',
    '(a)(b)',
    'abc',
    '(',
    '((a))',
    '(.*)(.*)',
    '(?=a)(b)',
    '.*.*.*(.*)',
    '(\\1)',
    '([a-z)',
  ])('no pattern: %s', (pattern) => expect(idPattern(pattern)).toBeNull());
});

describe('what is wrong with a profile', () => {
  const problemsOf = (yaml: string) =>
    parseProfile(yaml, 'bank.yaml', defaultWords()).problems.map(({ code, at, message, hint }) => ({
      code,
      at: `${at.row}:${at.column}`,
      text: `${message.en} ${hint.en}`,
    }));

  test.each([
    ['colums: {}', 'bank.unknown-name', '1:1', 'columns'],
    ['columns:\n  deposit: {}', 'bank.unknown-name', '2:3', 'did you mean “deposits”'],
    ['columns:\n  deposits:\n    币别: curency', 'bank.unknown-name', '3:5', 'did you mean “currency”'],
    ['columns:\n  deposits:\n    币别: 币种', 'bank.unknown-name', '3:5', 'did you mean “currency”'],
    ['columns:\n  deposits:\n    逾期: overdue_days', 'bank.unknown-name', '3:5', 'overdue_days'],
    ['columns:\n  every:\n    逾期: overdue', 'bank.unknown-name', '3:5', 'overdue'],
    ['columns:\n  deposits:\n    币 别: currency\n    币别: none', 'bank.two-meanings', '4:5', 'currency'],
    ['columns:\n  deposits: [a]', 'bank.invalid-value', '2:3', '“header of the bank: column”'],
    ['columns:\n  deposits:\n    币别:', 'bank.invalid-value', '3:5', 'column'],
    ['files:\n  a: deposit', 'bank.unknown-name', '2:3', 'deposits'],
    ['units:\n  loans: { all: 万圆圆 }', 'bank.unknown-name', '2:12', '万元'],
    ['units:\n  loans: { product: 万元 }', 'bank.unknown-name', '2:12', 'year_avg'],
    ['units:\n  loans: { all: 户 }', 'bank.unknown-name', '2:12', '万元'],
    ['words:\n  roster: { grade: { 甲: 三及 } }', 'bank.unknown-name', '2:22', '三级'],
    ['words:\n  roster: { manager_id: { 甲: 乙 } }', 'bank.unknown-name', '2:13', 'grade'],
    ['words:\n  loans: { currency: { 甲: 美圆元 } }', 'bank.unknown-name', '2:24', '美元'],
    ['ids: { manager: { digit: 4 } }', 'bank.unknown-name', '1:19', 'digits'],
    ['ids: { customer: { digits: 41 } }', 'bank.invalid-value', '1:20', 'digits'],
    ['ids: { manager: { pattern: "(a+)+" } }', 'bank.invalid-value', '1:19', 'one group'],
    ['days: 365', 'bank.invalid-value', '1:1', '360'],
    ['a: [', 'bank.syntax', '1:5', 'YAML'],
    ['files: &a { x: deposits }\ncolumns: *a', 'bank.syntax', '2:10', 'YAML'],
    ['columns:\n  deposits:\n    a: year_avg\n    a: none', 'bank.syntax', '4:5', 'unique'],
    ['- a', 'bank.invalid-value', '1:1', ''],
  ])('%s', (yaml, code, at, text) => {
    const [first] = problemsOf(yaml);
    expect(first).toMatchObject({ code, at });
    expect(first?.text).toContain(text);
  });

  test('sections whose lines are all commented out are empty, and an empty file says nothing', () => {
    expect(problemsOf('columns:\n  deposits:\n    # 币别: currency\n')).toEqual([]);
    expect(problemsOf('')).toEqual([]);
    expect(problemsOf('# 只有说明\n')).toEqual([]);
  });

  test('lines that nothing uses are one note', async () => {
    const yaml =
      'columns: { deposits: { 利率: none, 期限: none }, loans: { 甲: none } }\nfiles: { "X*": loans }\n';
    const found = await withBank(yaml, { '存款.csv': `${depositHeader.trim()},利率\n0012,C1,1,2,3,1\n` });
    expect(found.problems.map(({ code }) => code)).toEqual(['bank.unused']);
    expect(found.problems[0]?.message.zh).toContain('3 行');
    expect(found.problems[0]?.message.zh).toContain('columns › deposits › 期限');
  });
});

describe('where it is found', () => {
  const place = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'bank-'));
    await mkdir(join(folder, '2026Q3'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return folder;
  };
  const deposits = `${depositHeader}0012,C1,1,2,3\n`;
  const named = (bank: string) => `bank: ${bank}\n`;
  const settings = only('deposits');

  test.each([
    ['nowhere', { '2026Q3/package.yaml': settings }, undefined, null],
    [
      'beside the package',
      { '2026Q3/package.yaml': settings, 'bank.yaml': named('旁边') },
      undefined,
      '旁边',
    ],
    [
      'in the package before beside it',
      { '2026Q3/package.yaml': settings, '2026Q3/bank.yaml': named('里面'), 'bank.yaml': named('旁边') },
      undefined,
      '里面',
    ],
    [
      'where package.yaml says before both',
      {
        '2026Q3/package.yaml': `${settings}bank: ../b.yaml\n`,
        '2026Q3/bank.yaml': named('里面'),
        'b.yaml': named('别处'),
      },
      undefined,
      '别处',
    ],
    [
      'the one asked for before all',
      {
        '2026Q3/package.yaml': `${settings}bank: ../b.yaml\n`,
        'b.yaml': named('别处'),
        'c.yaml': named('指定'),
      },
      'c.yaml',
      '指定',
    ],
    [
      'none where none is wanted',
      { '2026Q3/package.yaml': settings, 'bank.yaml': named('旁边') },
      null,
      null,
    ],
  ])('%s', async (_, files, asked, name) => {
    const folder = await place({ '2026Q3/存款.csv': deposits, ...files });
    const bankOption = typeof asked === 'string' ? join(folder, asked) : asked;
    const found = await readPackage(join(folder, '2026Q3'), { bank: bankOption });
    await rm(folder, { recursive: true });
    expect(found.problems).toEqual([]);
    expect(found.bank?.bank ?? null).toBe(name);
    if (name !== null) expect(found.bank?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('one that is named and not there is an error; so is a folder of that name', async () => {
    const folder = await place({
      '2026Q3/package.yaml': `${settings}bank: ../b.yaml\n`,
      '2026Q3/存款.csv': deposits,
    });
    const missing = await readPackage(join(folder, '2026Q3'));
    expect(codes(missing)).toEqual(['bank.not-found']);
    const isFolder = await readPackage(join(folder, '2026Q3'), { bank: folder });
    expect(codes(isFolder)).toEqual(['bank.not-found']);
    await rm(folder, { recursive: true });
  });

  test('as Windows saves it: GBK, or UTF-8 with a mark', async () => {
    const gbk = Buffer.from(
      '636f6c756d6e733a207b206465706f736974733a207b20c0fbc2ca3a206e6f6e65207d207d',
      'hex',
    );
    const file = { '存款.csv': `${depositHeader.trim()},利率\n0012,C1,1,2,3,1\n`, 'package.yaml': settings };
    expect((await read({ ...file, 'bank.yaml': gbk })).problems).toEqual([]);
    const marked = '\ufeffcolumns: { deposits: { 利率: none } }';
    expect((await read({ ...file, 'bank.yaml': marked })).problems).toEqual([]);
    expect(codes(await read({ ...file, 'bank.yaml': Buffer.from('ff80ff', 'hex') }))).toContain(
      'text.encoding',
    );
  });
});

describe('recognition by columns', () => {
  const deposits = `${depositHeader}0012,C1,1,2,3\n`;

  test('a name that says nothing', async () => {
    const found = await readOne('deposits', deposits, '导出1.csv');
    expect(codes(found)).toEqual(['table.by-columns']);
    expect(found.tables.deposits).toHaveLength(1);
    expect(found.problems[0]?.hint.zh).toContain('files: { 导出1.csv: deposits }');
  });

  test('a name that says two things', async () => {
    const loans = '工号,客户号,借据号,年日均余额,季日均余额,期末余额\n0012,C1,L1,1,2,3\n';
    const found = await readOne('loans', loans, '贷款台账.csv');
    expect(found.tables.loans).toHaveLength(1);
    expect(found.tables.events).toHaveLength(0);
  });

  test('the columns decide where the name says otherwise', async () => {
    const header = '工号,客户号,账号,存款种类,年日均余额,季日均余额,期末余额\n';
    const found = await readOne('deposits', `${header}0012,C1,A1,活期,1,2,3\n`, '贷款.csv');
    expect(found.tables.deposits).toHaveLength(1);
    expect(codes(found)).toEqual(['table.by-columns']);
  });

  test('a loan export without 借据号 is no table of deposits', async () => {
    const header = '工号,客户号,账号,借据编码,年日均余额,季日均余额,期末余额\n';
    const found = await readOne('loans', `${header}0012,C1,A1,L1,1,2,3\n`, '贷款.csv');
    expect(codes(found)).toEqual(['header.missing-column']);
  });

  test('of two that the name says the clearly likelier one, though it lacks a column', async () => {
    const header = '工号,客户号,借据号,到期日,年日均余额,季日均余额\n';
    const found = await readOne('loans', `${header}0012,C1,L1,20270630,1,2\n`, '贷款台账.csv');
    expect(codes(found)).toEqual(['header.missing-column', 'table.by-columns']);
    const doubtful = await readOne('loans', '工号,客户号,日期,借据号\n0012,C1,20260630,L1\n', '贷款台账.csv');
    expect(codes(doubtful)).toEqual(['table.ambiguous']);
  });

  test('a name is believed where its table lacks a column and no other fits better', async () => {
    const found = await readOne(
      'deposits',
      '机构名称,工号,客户号,年日均余额,季日均余额\n东城,0012,C1,1,2\n',
      '存款.csv',
    );
    expect(codes(found)).toEqual(['header.missing-column']);
  });

  test('a tie is an error', async () => {
    const header = '工号,指标,本季计划,年度计划,本季实绩,本年实绩\n';
    const found = await readOne('targets', `${header}0012,中间业务,1,2,3,4\n`, '导出.csv');
    expect(codes(found)).toEqual(['table.ambiguous']);
  });
});

describe('endings', () => {
  const deposits = `${depositHeader}0012,C1,1,2,3\n`;
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

  test.each([
    ['存款.txt', utf16(deposits.replaceAll(',', '\t'))],
    ['存款.tsv', deposits.replaceAll(',', '\t')],
    ['存款.dat', deposits.replaceAll(',', '|')],
    ['存款.TXT', deposits],
  ])('%s is read like a CSV file', async (name, content) => {
    const found = await readOne('deposits', content, name);
    expect(found.problems).toEqual([]);
    expect(found.tables.deposits).toHaveLength(1);
  });

  test.each([
    ['存款.bak', deposits, ['file.unknown-ending']],
    ['导出', deposits, ['file.unknown-ending']],
    ['存款.pdf', '%PDF-1.4 \u0000', ['file.named-for-table', 'table.missing']],
    ['说明.txt', '本资料包由东城支行导出\n', ['file.not-a-table', 'table.missing']],
    ['README.md', '# x\n', ['file.not-a-table', 'table.missing']],
  ])('%s is never passed over where it is a table', async (name, content, expected) => {
    const found = await readOne('deposits', content, name);
    expect(found.problems.map(({ code }) => code).sort()).toEqual(expected);
  });

  test('named outright, a file is read whatever it is called, or left out without a word', async () => {
    const table = await withBank('files: { "*.bak": deposits }', { '存款.bak': deposits });
    expect(table.problems).toEqual([]);
    expect(table.tables.deposits).toHaveLength(1);
    const none = await withBank('files: { "*.bak": none }', { '存款.bak': deposits, '存款.csv': deposits });
    expect(none.problems).toEqual([]);
  });
});
