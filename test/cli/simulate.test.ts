/** `appraise simulate`: another policy on the same figures. The matrix of the sample was worked out by hand. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RuleResult, resultsSchema } from '../../src/model/results.ts';
import { standingFolder, temporaryFolder } from '../archive/temporary.ts';
import { listOf, open } from '../spreadsheet/read.ts';
import { compare, installed, recalculated, workshop } from '../spreadsheet/recalculate.ts';
import { appraise, type Ended, sample } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const box = readFileSync(
  fileURLToPath(new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url)),
  'utf8',
);

/** A policy file in a folder, with something else in some places. */
function policyIn(folder: string, ...edits: readonly (readonly [before: string | RegExp, after: string])[]) {
  const text = edits.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing changed: ${from}`);
    return after;
  }, box);
  const file = join(folder, 'new.yaml');
  writeFileSync(file, text);
  return file;
}

const thirdDeposits = ['third: "CNY 38,000,000"', 'third: "CNY 45,000,000"'] as const;

describe('the sample with the third grade’s deposits raised from 38 to 45 million', () => {
  const { folder, remove } = standingFolder();
  const out = join(folder, 'simulation.xlsx');
  let ended: Ended;
  beforeAll(async () => {
    const policy = policyIn(folder, thirdDeposits);
    ended = await appraise(['simulate', sample('2026Q1'), '--policy', policy, '--out', out, '--json']);
  });
  afterAll(remove);

  // Of the eleven in the third grade, 0030 (44.65 million) and 0034 (42.50 million) have nothing but these deposits.
  const moved = ['0030', '0034'];

  test('the transition matrix', () => {
    expect(ended.status).toBe(0);
    expect(JSON.parse(ended.out).matrix).toEqual({
      senior: { senior: 2 },
      first: { first: 6 },
      second: { second: 11 },
      third: { third: 9, fourth: 2 },
      fourth: { fourth: 8 },
      // 0023 and 0024 may yet qualify.
      none: { none: 6 },
      unknown: { unknown: 2 },
    });
  });

  test('who moves, by which rule, from which threshold to which', () => {
    const { managers } = JSON.parse(ended.out);
    const moves = managers.filter(({ direction }: { direction: string }) => direction !== 'same');
    expect(moves).toMatchObject(
      moved.map((managerId) => ({
        managerId,
        direction: 'down',
        before: { qualifiedGrade: 'third' },
        after: { qualifiedGrade: 'fourth' },
        rules: [
          {
            rule: 'deposits',
            article: '11.2(1)①',
            grade: 'third',
            before: { outcome: 'met', threshold: '38000000.00' },
            after: { outcome: 'unmet', threshold: '45000000.00' },
          },
        ],
        warnings: [],
      })),
    );
  });

  test('the same follows from the results of a run', async () => {
    const { out: results } = await appraise([
      'run',
      sample('2026Q1'),
      '--out',
      join(folder, 'run'),
      '--json',
    ]);
    const leaves = (rules: readonly RuleResult[]): RuleResult[] =>
      rules.flatMap((rule) => ('rules' in rule ? leaves(rule.rules) : [rule]));
    const between = resultsSchema.parse(JSON.parse(results)).managers.filter(({ grades, qualifiedGrade }) => {
      const rules = leaves(grades.find(({ grade }) => grade === 'third')?.rules ?? []);
      const outcome = (id: string) => rules.find(({ rule }) => rule === id)?.outcome;
      const deposits = rules.find(({ rule }) => rule === 'deposits');
      const observed = Number(deposits && 'observed' in deposits ? deposits.observed : 0);
      const others = ['loans', 'settlement', 'new-deposits'].some((id) => outcome(id) === 'met');
      return qualifiedGrade === 'third' && observed >= 38e6 && observed < 45e6 && !others;
    });
    expect(between.map(({ managerId }) => managerId)).toEqual(moved);
  });

  test('third and fourth are paid the same: no cost either way', () => {
    const { allowances } = JSON.parse(ended.out);
    expect(allowances.allowance.before).toBe(allowances.allowance.after);
    expect(allowances.appointed.before).toBe(allowances.appointed.after);
  });

  test('as a workbook: matrix, moves, everybody, parameters', () => {
    const book = open(readFileSync(out));
    expect(book.SheetNames).toEqual(['对比总览', '等级变动', '人员对比', '预警变化', '参数差异']);
    const matrix = listOf(book, '对比总览', '原制度 ＼ 新制度');
    expect(matrix[3]).toMatchObject({
      '原制度 ＼ 新制度': '三级客户经理',
      三级客户经理: 9,
      四级客户经理: 2,
      合计: 11,
    });
    expect(listOf(book, '等级变动', '工号')).toMatchObject(
      moved.map((id) => ({
        工号: id,
        变动: '下降',
        条款: '11.2(1)①',
        '标准（原制度）': 3800,
        '标准（新制度）': 4500,
      })),
    );
    expect(listOf(book, '参数差异', '参数')).toMatchObject([
      { 等级: '三级客户经理', 原制度: 3800, 新制度: 4500 },
    ]);
  });

  test.skipIf(!installed)('whose formulas LibreOffice works out to the same', () => {
    const bytes = readFileSync(out);
    const { formulas, differences } = compare(
      bytes,
      recalculated(workshop(), { simulation: bytes }).simulation ?? bytes,
    );
    expect(formulas).toBeGreaterThan(60);
    expect(differences).toEqual([]);
  });
});

/** A simulation on the branch of three. */
async function small(
  edits: readonly (readonly [string | RegExp, string])[],
  ...args: string[]
): Promise<Ended> {
  const folder = temporaryFolder();
  const pkg = smallPackage(folder, '2026Q1');
  return appraise(['simulate', pkg, '--policy', policyIn(folder, ...edits), ...args]);
}

test('upwards: the rules that were in the way', async () => {
  const { out } = await small([
    ['second: "CNY 75,000,000"', 'second: "CNY 40,000,000"'],
    ['second: "CNY 25,000,000"', 'second: "CNY 40,000,000"'],
  ]);
  expect(out).toContain('0 down');
  expect(out).toMatch(
    /0001 张一 .* Third grade → Second grade\n.*\[deposits\] Art\. 11\.2\(1\)①: .*not met → met/,
  );
});

test('a whole group, where it is the number of conditions that changed', async () => {
  const { out } = await small([['second: 1, third: 1', 'second: 3, third: 1']], '--json');
  const [move] = JSON.parse(out).managers.filter(
    ({ direction }: { direction: string }) => direction !== 'same',
  );
  expect(move).toMatchObject({
    managerId: '0002',
    direction: 'down',
    rules: [{ rule: 'business', grade: 'second' }],
  });
});

test('a rule that is gone, and one that is new, are named as such', async () => {
  const { out } = await small([['- rule: entry-exam', '- rule: exam-passed']], '--json');
  const { managers } = JSON.parse(out);
  expect(managers.every(({ direction }: { direction: string }) => direction === 'same')).toBe(true);
  const gone = await small(
    [
      [
        'recorded: { column: entry_exam, is: passed }\n  - rule: special',
        'recorded: { column: entry_exam, is: failed }\n  - rule: special',
      ],
      ['- rule: entry-exam', '- rule: exam-failed'],
    ],
    '--json',
  );
  const rules = JSON.parse(gone.out).managers[0].rules;
  expect(rules).toMatchObject([{ rule: 'exam-failed', before: null, after: { outcome: 'unmet' } }]);
});

test('warnings before and after, and the managers they touch', async () => {
  const { out } = await small([['value: notice', 'value: admonition']], '--json');
  const { levels } = JSON.parse(out);
  const of = (level: string) => levels.find((each: { level: string }) => each.level === level);
  const count = of('notice').before.triggered - of('notice').after.triggered;
  expect(count).toBeGreaterThan(0);
  expect(of('admonition').after.triggered - of('admonition').before.triggered).toBe(count);

  const lower = await small(
    [['article: 21(1)\n    value: "100%"', 'article: 21(1)\n    value: "50%"']],
    '--json',
  );
  const touched = JSON.parse(lower.out).managers.filter(
    ({ warnings }: { warnings: unknown[] }) => warnings.length > 0,
  );
  expect(touched[0]).toMatchObject({
    managerId: '0002',
    warnings: expect.arrayContaining([
      { rule: 'notice.hr-list', level: 'notice', before: 'triggered', after: 'clear' },
    ]),
  });
});

test('the cost of another allowance: as held, and if everyone were appointed to the qualified grade', async () => {
  const { out } = await small([['third: "CNY 160"', 'third: "CNY 180"']], '--json');
  const { allowances, managers } = JSON.parse(out);
  // Held: third, second and trainee, 160 + 200 + 160 a month. Qualified: third, second and, for the trainee, none.
  expect(managers.map((each: { after: { qualifiedGrade: string } }) => each.after.qualifiedGrade)).toEqual([
    'third',
    'second',
    null,
  ]);
  expect(allowances).toEqual({
    allowance: { before: '1560.00', after: '1620.00' },
    appointed: { before: '1560.00', after: '1620.00' },
  });
});

test('a policy that appraises others: who comes in and who goes out', async () => {
  const { out } = await small([['value: [corporate, personal, small-business]', 'value: [personal]']]);
  expect(out).toContain('not appraised');
  expect(out).toMatch(/0001 张一 .* → not appraised/);
});

describe('what it refuses', () => {
  test('errors in the figures or in either policy: 1, with the list', async () => {
    const folder = temporaryFolder();
    const pkg = smallPackage(folder, '2026Q1');
    const wrong = policyIn(folder, ['at-least: deposits-total', 'at-least: deposit-total']);
    for (const args of [
      ['--policy', wrong],
      ['--policy', 'grade-regulation', '--against', wrong],
    ]) {
      const { status, err } = await appraise(['simulate', pkg, ...args]);
      expect([status, err]).toEqual([1, expect.stringContaining('did you mean "deposits-total"')]);
    }
    const late = policyIn(folder, [
      /senior: "CNY 250,000,000", (.*)/,
      '$1\n    changed-by-grade: { 2027-01-01: { senior: "CNY 1" } }',
    ]);
    const { status, err } = await appraise(['simulate', pkg, '--policy', late]);
    expect([status, err]).toEqual([1, expect.stringContaining('no value in force on 2026-03-31')]);
    const broken = smallPackage(folder, '2026Q2', (_, text) => text.replace('0003,C4', '9999,C4'));
    expect((await appraise(['simulate', broken, '--policy', 'grade-regulation'])).status).toBe(1);
  });

  test('a wrong command line: 2, and nothing is written or replaced', async () => {
    const folder = temporaryFolder();
    const pkg = smallPackage(folder, '2026Q1');
    const there = join(folder, 'there.xlsx');
    writeFileSync(there, '');
    const policy = ['--policy', 'grade-regulation'];
    expect((await appraise(['simulate', pkg])).status).toBe(2);
    expect(await appraise(['simulate', pkg, ...policy, '--out', there])).toMatchObject({
      status: 2,
      err: expect.stringContaining('--force'),
    });
    expect((await appraise(['simulate', pkg, ...policy, '--out', join(folder, 'x.csv')])).status).toBe(2);
    expect((await appraise(['simulate', pkg, ...policy, '--out', join(pkg, 'x.xlsx')])).status).toBe(2);
    expect(existsSync(join(folder, 'x.csv'))).toBe(false);
    const written = ['simulate', pkg, ...policy, '--out', there, '--force'];
    expect(await appraise([...written, '--quiet'])).toEqual({ status: 0, out: '', err: '' });
    expect(await appraise(written)).toMatchObject({
      status: 0,
      out: expect.stringContaining('allowances of the quarter'),
    });
    expect(readFileSync(there).length).toBeGreaterThan(0);
  });
});

test('in English too', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'simulation.xlsx');
  const policy = policyIn(folder, thirdDeposits);
  const args = ['simulate', sample('2026Q1'), '--policy', policy, '--lang', 'en', '--out', out];
  expect(await appraise(args)).toMatchObject({ status: 0, err: expect.stringContaining('written') });
});
