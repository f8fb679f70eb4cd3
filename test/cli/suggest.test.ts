/**
 * A bank's own exports, with headers, file names, ids and words that are not ours: `check --suggest` writes the profile
 * that makes them readable, and the next quarter's exports are read by it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { extended } from '../../src/intake/profile/extend.ts';
import { parseProfile } from '../../src/intake/profile/parse.ts';
import type { Suggestion } from '../../src/model/package.ts';
import { defaultWords } from '../../src/policy/file.ts';
import { appraise } from './appraise.ts';

const place = mkdtempSync(join(tmpdir(), 'suggest-'));
afterAll(() => rmSync(place, { recursive: true }));
const bank = join(place, 'bank.yaml');

const quarters: Readonly<Record<string, string>> = { '20260930': '三季度', '20261231': '四季度' };

/** The exports of a quarter; the last day stands in their names, the quarter in some headers. */
const exportsOf = (day: string): Readonly<Record<string, string>> => ({
  [`人员信息_${day}.csv`]: `人力编码,员工名,归口支行,聘任档次,岗位去向,从事营销年月日,学历
0001,张一,城东支行,三级客户经理(聘),在岗,2020-03-01,本科
0002,李二,城东支行,二级,在岗,2019-07-01,硕士
0003,王三,城西支行,见习,离岗,,本科
`,
  [`DEP_${day}.csv`]: `网点编号,管户员工编码,客户代号,客户全名,帐户,货币属性,业务产品,全年均额,上一年均额,当季均额,账面数,归属率
9901,1,C1,甲公司,A1,CNY,活期,40000000,30000000,41000000,42000000,100%
9901,2,C2,乙公司,A2,CNY,活期,60000000,20000000,60000000,60000000,60%
9901,1,C2,乙公司,A2,CNY,活期,60000000,20000000,60000000,60000000,40%
9902,2,C3,丙公司,A3,美元,定期,3000000,3000000,3000000,3000000,100%
`,
  [`贷款台账${day}.csv`]: `管户员工编码,客户代号,借据流水,品种名,全年均额,当季均额,本金结余时点,到期日,逾期日数,欠息金额
1,C1,L1,流动资金贷款,5000000,5000000,5000000,20270630,0,0
2,C2,L2,流动资金贷款,9000000,9000000,9000000,20270630,0,0
`,
  [`国结${day}.csv`]: `客户经理编码,客户代号,币别,第${quarters[day]}结算总额,全年累计结算总额
2,C3,USD,800000,2400000
`,
  // The last quarter has a class that the profile has not seen.
  [`资产质量${day}.csv`]: `借据流水,客户经理编码,客户代号,贷款结余,质量级次,年初贷款结余,年初质量级次
L1,1,C1,5000000,${day === '20261231' ? '次级' : '关注'}类贷款,5000000,正常类贷款
L2,2,C2,9000000,正常类贷款,8000000,正常类贷款
`,
  [`KPI任务${day}.csv`]: `客户经理编码,考核科目,${quarters[day]}任务数,全年任务数,计量单位
1,存款日均,40000000,40000000,元
2,存款日均,90000000,90000000,元
`,
  '牌价.csv': '币别,折算牌价,每\nUSD,710,100\n',
});

function packageOf(quarter: string, day: string, turned = false): string {
  const folder = join(place, quarter);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(exportsOf(day))) {
    const rows = text
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    writeFileSync(
      join(folder, name),
      rows.map((cells) => (turned ? [...cells].reverse() : cells).join(',')).join('\n'),
    );
  }
  // No earlier quarter is archived: each is the bank's first.
  writeFileSync(join(folder, 'package.yaml'), `chain-starts: ${quarter}\n`);
  return folder;
}

describe("a bank's own exports", () => {
  const folder = packageOf('2026Q3', '20260930');

  test('are not readable of themselves', async () => {
    const { status, err } = await appraise(['check', folder]);
    expect(status).toBe(1);
    expect(Number(/(\d+) errors/.exec(err)?.[1])).toBeGreaterThanOrEqual(8);
  });

  test('the suggested profile makes them so, each line with its reason', async () => {
    const { status, out, err } = await appraise(['check', folder, '--suggest', bank]);
    expect(err).toContain('0 errors, 0 warnings');
    expect(status).toBe(0);
    const text = readFileSync(bank, 'utf8');
    for (const line of [
      '货币属性: currency  # 按列名；值：CNY ×3、美元 ×1',
      '"DEP_*.csv": deposits',
      '"贷款台账*.csv": loans',
      'manager: { digits: 4 }  # 1 → 0001',
      '正常类贷款: 正常',
      '损失类贷款: 损失  # 同样的写法，本期没有',
      '三级客户经理(聘): 三级客户经理',
      '每: per',
      '# 网点编号: none',
    ])
      expect(text).toContain(line);
    expect(out).toContain('货币属性: currency');
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)\n/.exec(text) ?? [];
    expect(JSON.parse(readFileSync(join(place, schema), 'utf8'))).toHaveProperty('properties.columns');
    expect(parseProfile(text, 'bank.yaml', defaultWords()).problems).toEqual([]);
  });

  test('accepted once, it reads the next quarter without a message', async () => {
    const accepted = readFileSync(bank, 'utf8').replace('# 网点编号: none', '网点编号: none');
    writeFileSync(bank, accepted);
    const next = packageOf('2026Q4', '20261231');
    const { status, err } = await appraise(['check', next]);
    expect(status).toBe(0);
    expect(err).toContain('0 errors, 0 warnings, 0 notes');
    const run = await appraise(['run', folder, '--out', join(place, 'out')]);
    expect(run.status).toBe(0);
    const results = JSON.parse(readFileSync(join(place, 'out', 'results.json'), 'utf8'));
    expect(results.managers.map(({ managerId }: { managerId: string }) => managerId).sort()).toEqual([
      '0001',
      '0002',
    ]);
  });

  test('asked again, it adds nothing and changes nothing', async () => {
    const before = readFileSync(bank, 'utf8');
    const { status } = await appraise(['check', folder, '--suggest', bank]);
    expect(status).toBe(0);
    expect(readFileSync(bank, 'utf8')).toBe(before);
  });

  test('the order of the columns changes no line', async () => {
    const other = join(place, 'other.yaml');
    const one = join(place, 'one.yaml');
    writeFileSync(other, '# 空\n');
    writeFileSync(one, '# 空\n');
    await appraise(['check', folder, '--suggest', one]);
    packageOf('2026Q3', '20260930', true);
    await appraise(['check', folder, '--suggest', other]);
    packageOf('2026Q3', '20260930');
    expect(readFileSync(other, 'utf8')).toBe(readFileSync(one, 'utf8'));
  });
});

describe('a profile is extended and never rewritten', () => {
  const say = (path: readonly string[], value: string, sure = true): Suggestion => ({
    path,
    value,
    sure,
    reason: { zh: '理由', en: 'reason' },
  });
  const before = `# 我们的
bank: 云州   # 名
columns:
    deposits:
        甲: year_avg   # 好
        # 丙: quarter_avg
    every: { 机构号: none }
units: {}
words:
  # 空
ids: { customer: { digits: 10 } }
`;
  const added = [
    say(['columns', 'deposits', '币别'], 'currency'),
    say(['columns', 'deposits', '机构'], 'none', false),
    say(['columns', 'loans', '借据'], 'loan_id'),
    say(['columns', 'every', 'x y'], 'none'),
    say(['columns', 'every', 'z'], 'none', false),
    say(['units', 'loans', 'all'], '万元'),
    say(['words', 'classification', 'class', '正常类贷款'], '正常'),
    say(['ids', 'manager'], '{ digits: 4 }'),
    say(['files', 'DEP: *'], 'deposits'),
  ];

  test('its lines stay as they are, in their order', () => {
    const after = extended(before, added, 'zh').split('\n');
    const kept = before
      .trim()
      .split('\n')
      .filter((line) => !line.includes('{'));
    let at = -1;
    for (const line of kept) {
      const next = after.indexOf(line, at + 1);
      expect(next, line).toBeGreaterThan(at);
      at = next;
    }
  });

  test('and it says what it said, and what was added', () => {
    const { profile, problems } = parseProfile(extended(before, added, 'zh'), 'bank.yaml', defaultWords());
    expect(problems).toEqual([]);
    expect([...profile.tableOf('deposits').headers].map(([key, { column }]) => [key, column])).toEqual([
      ['机构号', null],
      ['xy', null],
      ['甲', 'year_avg'],
      ['币别', 'currency'],
    ]);
    expect(profile.ids).toMatchObject({ customer: { digits: 10 }, manager: { digits: 4 } });
    expect(profile.files[0]).toMatchObject({ pattern: 'DEP: *', table: 'deposits' });
    expect(profile.tableOf('classification').words.get('class')?.get('正常类贷款')).toBe('正常');
  });

  test('added twice is added once, doubtful ones too; Windows’ line ends stay', () => {
    const once = extended(before, added, 'zh');
    expect(extended(once, added, 'zh')).toBe(once);
    expect(extended('bank: a\r\n', added, 'zh')).not.toMatch(/[^\r]\n/);
  });
});
