/** Lines that a figure must stay below, and shares above the whole: words, gaps, bars and formulas go the policy's way. */

import { readFileSync, rmSync } from 'node:fs';
import { Chalk } from 'chalk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explanationOf } from '../../src/archive/explain.ts';
import { resolveExplanation } from '../../src/archive/explained.ts';
import { explanationSchema } from '../../src/archive/explanation.ts';
import { ask } from '../../src/cli/explain-ask.ts';
import { sectionsOf } from '../../src/cli/explain-tree.ts';
import { readPackage } from '../../src/intake/index.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import { decisionOf, gradesOf } from '../../src/model/entries.ts';
import { declaredWords } from '../../src/model/policy/declared-words.ts';
import type { Policy } from '../../src/model/policy.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { appraised } from '../engine/support/appraised.ts';
import { packageOf } from '../engine/support/package.ts';
import { withParameters } from '../engine/support/policy.ts';
import { samples } from '../runs/sample.ts';
import { listOf, open, textsOf } from '../spreadsheet/read.ts';
import { compare, installed, recalculated, workshop } from '../spreadsheet/recalculate.ts';
import { managerWorkbook } from './made.ts';
import { context } from './quarter.ts';

const gradeRegulationFile = new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url);
const written = readFileSync(`${samples}another-bank/policy.yaml`, 'utf8');

/** Another bank's policy, with a warning, and with lines of the other kinds: an amount to stay below, and a share of one and a half. */
const changed = written
  .replace(
    'parameters:\n',
    `parameters:
  loans-below:
    title: { zh: 贷款低于, en: Loans below }
    article: "4"
    value: "CNY 5,000,000"
  cover-from:
    title: { zh: 存贷比, en: Cover }
    article: "4"
    value: "150%"
  overdue-from:
    title: { zh: 逾期率警戒, en: Overdue }
    article: "5"
    value: "2%"
  one:
    title: { zh: 任选项数, en: Needed }
    article: "4"
    value: 1
  little-from:
    title: { zh: 小额, en: Little }
    article: "4"
    value: "CNY 1"
  much-from:
    title: { zh: 大额, en: Much }
    article: "4"
    value: "CNY 20,000,000"
`,
  )
  .replace(
    'grades:\n  - rule',
    `warnings:
  - rule: overdue-much
    title: { zh: 逾期警示, en: Overdue }
    article: "5"
    level: notice
    figure: { of: { measure: overdue }, over: { measure: loans }, at-least: overdue-from }
  - rule: too-small
    title: { zh: 规模不足, en: Too small }
    article: "5"
    level: notice
    not:
      any:
        - figure: { of: { measure: deposits }, at-least: much-from }
        - figure: { of: { measure: loans }, at-least: much-from }

grades:
  - rule: small-loans
    title: { zh: 贷款余额, en: Loan balance }
    article: "4"
    figure: { of: { measure: loans }, less-than: loans-below }
  - rule: cover
    title: { zh: 存贷比, en: Cover }
    article: "4"
    figure: { of: { measure: deposits }, over: { measure: loans }, at-least: cover-from }
  - rule: not-much-overdue
    title: { zh: 逾期不多, en: Not much overdue }
    article: "5"
    not: { figure: { of: { measure: overdue }, over: { measure: loans }, at-least: overdue-from } }
  - rule: choice
    title: { zh: 任选, en: Choice }
    article: "4"
    several:
      at-least: one
      of:
        - { title: { zh: 任选存款, en: Some deposits }, article: "4", figure: { of: { measure: deposits }, at-least: much-from } }
        - { title: { zh: 任选贷款, en: Some loans }, article: "4", figure: { of: { measure: loans }, at-least: little-from } }
  - rule: much
    title: { zh: 规模, en: Size }
    article: "4"
    any:
      - { title: { zh: 存款, en: Deposits }, article: "4", figure: { of: { measure: deposits }, at-least: much-from } }
      - { title: { zh: 贷款, en: Loans }, article: "4", figure: { of: { measure: loans }, at-least: much-from } }
  - rule`,
  );

function policyOf(text: string): Policy {
  const { policy, problems } = parsePolicy(Buffer.from(text), 'policy.yaml');
  if (!policy) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return policy;
}

async function appraisalUnder(text: string): Promise<Appraisal> {
  const policy = policyOf(text);
  const pkg = await readPackage(`${samples}another-bank/2026Q3`, { declared: declaredWords(policy.file) });
  return appraised(pkg, { policy });
}

async function bookOf(appraisal: Appraisal, id: string): Promise<Uint8Array> {
  const manager = appraisal.managers.find((each) => each.manager.manager_id === id);
  if (!manager) throw new Error(`no manager ${id}`);
  return managerWorkbook(manager, appraisal, context, 'zh');
}

type Row = Readonly<Record<string, unknown>>;
const rowOf = (rows: readonly Row[], condition: string, key = '条件'): Row =>
  rows.find((row) => String(row[key]).startsWith(condition)) ?? {};

describe('a rate that must stay below its line', () => {
  test('says so on the first page', async () => {
    const book = open(await bookOf(await appraisalUnder(written), 'B03'));
    const texts = textsOf(book).join('\n');
    expect(texts).toContain('目前 2.00 %，须低于 2.00 %');
    expect(texts).not.toContain('须高于');
    // At the line itself nothing is missing in figures, and it is not enough.
    for (const [sheet, column] of [
      ['考核结果', '条件'],
      ['等级测算', '等级'],
    ] as const)
      expect(listOf(book, sheet, column).map((row) => [row.结论, row.还差])).toContainEqual([
        '不符合',
        '须低于',
      ]);
  });
});

describe('other lines', () => {
  let appraisal: Appraisal;
  beforeAll(async () => {
    appraisal = await appraisalUnder(changed);
  });

  test('an amount above the line it must stay below is too much, and unmet', async () => {
    const above = appraisal.managers.find((each) =>
      gradesOf(each)[0]?.rules.some(({ rule, outcome }) => rule === 'small-loans' && outcome === 'unmet'),
    );
    const finding = above && gradesOf(above)[0]?.rules.find(({ rule }) => rule === 'small-loans');
    if (!above || finding?.observed?.quantity?.kind !== 'amount') throw new Error('nobody lends too much');
    const over = Number(finding.observed.quantity.value - 500_000_000n) / 1_000_000;
    const book = open(await bookOf(appraisal, above.manager.manager_id));
    const row = rowOf(listOf(book, '等级测算', '等级'), '贷款余额');
    expect([row.结论, row.还差]).toEqual(['不符合', over]);
    expect(textsOf(book).join('\n')).toContain('贷款余额高出');
    const first = rowOf(listOf(book, '考核结果', '条件'), '贷款余额');
    expect(first.结论).toBe('不符合');
    expect(String(first.达成)).not.toBe('█'.repeat(10));
  });

  test('what is not to reach a line must stay below it, and of alternatives one is enough', async () => {
    const book = open(await bookOf(appraisal, 'B03'));
    const page = textsOf(book).join('\n');
    expect(page).toContain('不符合“逾期不多”（5）：目前 2.00 %，须低于 2.00 %');
    expect(page).toContain('存款还差 400.00 万元，或贷款还差 1,500.00 万元');
    // A balance is neither averaged over the rest of the year nor added up.
    expect(rowOf(listOf(book, '考核结果', '条件'), '贷款（')).toMatchObject({
      还差: 1500,
      余下日均需达: null,
    });
    const row = rowOf(listOf(book, '考核结果', '条件'), '逾期不多');
    expect([row.结论, row.还差]).toEqual(['不符合', '须低于']);
    expect(String(row.达成)).not.toBe('█'.repeat(10));
  });

  test('of a choice that is met already nothing is listed as missing, nor to be tried', async () => {
    const book = open(await bookOf(appraisal, 'B03'));
    const page = textsOf(book).join('\n');
    expect(page).toContain('任选已符合');
    const rows = listOf(book, '考核结果', '条件').map((row) => String(row.条件));
    expect(rows.filter((each) => each.startsWith('任选'))).toEqual([]);
    expect(page).not.toMatch(/试算：若再增任选/);
  });

  test('says nothing of lines of business and decisions where the policy has none', async () => {
    const bare = await appraisalUnder(written.slice(0, written.indexOf('decisions:')));
    const texts = textsOf(open(await bookOf(bare, 'B03')));
    expect(texts).not.toContain('条线');
    expect(texts).toContain('一、结论');
    expect(texts.filter((each) => /聘任/.test(each))).toEqual([]);
  });

  test('who holds the lowest is proposed what the row says, not an action that the policy has not', async () => {
    const steps = written
      .replace('      - held-is: [assistant]\n      - grade-met: held', '      - held-is: [chief, expert]')
      .replace('to: one-down\n    not: { grade-met: held }', 'to: one-down\n    held-is: [assistant]');
    const lowest = (await appraisalUnder(steps)).managers.find(
      ({ manager }) => manager.grade === 'assistant',
    );
    const decision = lowest && decisionOf(lowest);
    expect([decision?.action, decision?.title.zh, decision?.toGrade]).toEqual(['down', '降一级', null]);
  });

  test('a plan that the policy does not speak of is not shown as one that cannot be judged', async () => {
    const bare = await appraisalUnder(
      written
        .replace('targets: { deposits: deposits }', '')
        .replace('reached: { title', 'other: { title')
        .replace('reached: main, least: score-floor, most: score-cap', 'given: 服务评价')
        .replaceAll('计划完成', '业务'),
    );
    const [manager] = bare.managers;
    expect(manager?.entries.targets).toBeNull();
    const texts = textsOf(open(await bookOf(bare, 'B03')));
    expect(texts.filter((each) => /计划完成|平均完成率/.test(each))).toEqual([]);
  });

  test('a part without a name goes by what it looks at, and what is not to hold lacks nothing', async () => {
    const book = open(await bookOf(appraisal, 'B02'));
    expect(rowOf(listOf(book, '等级测算', '等级'), '逾期金额÷贷款余额')).toMatchObject({
      结论: '不成立',
      实际: 0,
      标准: 0.02,
      还差: null,
    });
    const warnings = listOf(book, '预警', '级别').map((row) => String(row.预警规则));
    expect(warnings.slice(warnings.indexOf('规模不足'))).toEqual(
      expect.arrayContaining(['以下至少一项成立', '折算日均存款', '贷款余额']),
    );
  });

  test('a warning rests on every figure that decided it', async () => {
    const book = open(await bookOf(appraisal, 'B03'));
    const row = listOf(book, '考核结果', '级别').find((each) => each.事由 === '规模不足');
    expect(row?.依据).toBe('1,600.00 万元 / 2,000.00 万元；500.00 万元 / 2,000.00 万元');
  });

  test('explain says of what is not to hold whether it holds, and no gap', async () => {
    const manager = appraisal.managers.find((each) => each.manager.manager_id === 'B01');
    if (!manager) throw new Error('no manager B01');
    const opened = resolveExplanation(
      explanationSchema.parse(JSON.parse(JSON.stringify(explanationOf(appraisal, manager)))),
    );
    const [part] =
      ask(sectionsOf(opened, 'zh', new Chalk({ level: 0 })), 'not-much-overdue').shown[0]?.parts ?? [];
    expect(part?.text).toMatch(/ · 符合 逾期不多/);
    expect(part?.below[0]?.text).toBe('不成立：实际 0.50 %，标准 2.00 %');
  });

  test('how far a warning is from speaking is a distance, whichever side it speaks on', async () => {
    const book = open(await bookOf(appraisal, 'B02'));
    const [row] = listOf(book, '考核结果', '预警线');
    expect(row).toMatchObject({ 预警线: '逾期警示', 目前: 0, 线: 0.02, 距离: 0.02 });
  });

  test('a share of one and a half is not reached by one and a fifth', async () => {
    const manager = appraisal.managers[0];
    const book = open(await bookOf(appraisal, manager?.manager.manager_id ?? ''));
    const formulas = Object.values(book.Sheets.等级测算 ?? {}).flatMap((cell) =>
      typeof cell === 'object' && 'f' in cell ? [String(cell.f)] : [],
    );
    expect(formulas.filter((each) => /OR\(\$?D\$?\d+>=1,/.test(each))).toEqual([]);
    expect(formulas.some((each) => /ROUND\(\$?D\$?\d+-\$?E\$?\d+,12\)<0/.test(each))).toBe(true);
  });
});

/** The share of some classes, with losses before and now beside as much that is normal. */
async function shareBook(
  condition: string,
  classes: readonly string[],
  losses: readonly [bigint, bigint],
): Promise<Uint8Array> {
  const inBox = readFileSync(gradeRegulationFile, 'utf8');
  const policy = withParameters(
    { 'normal-classes': [...classes] },
    policyOf(
      inBox.replace('share-rose: { classes: normal-classes, whole: met, no-loans-before: whole }', condition),
    ),
  );
  const [before, now] = losses;
  const classification = [
    { loan_id: 'L1', class: 'loss', balance: now, prior_class: 'loss', prior_balance: before },
    { loan_id: 'L2', class: 'normal', balance: 9000n, prior_class: 'normal', prior_balance: 9000n },
  ] as const;
  const appraisal = appraised(packageOf({ roster: [{}], classification }), { policy });
  return bookOf(appraisal, appraisal.managers[0]?.manager.manager_id ?? '');
}

const shareBooks = {
  'all of them as before': () =>
    shareBook('share-rose: { classes: normal-classes, whole: compared }', ['loss', 'normal'], [9n, 9n]),
  'all of them as before, which is met': () =>
    shareBook('share-rose: { classes: normal-classes, whole: met }', ['loss', 'normal'], [9n, 9n]),
  'as many as before': () =>
    shareBook('share-rose: { classes: normal-classes, whole: compared }', ['loss'], [1000n, 1000n]),
  'more than before': () =>
    shareBook('share-rose: { classes: normal-classes, whole: compared }', ['loss'], [1000n, 1001n]),
};

test.each([
  ['all of them as before', '不符合', '须高于'],
  ['all of them as before, which is met', '符合', 0],
  ['as many as before', '不符合', '须高于'],
  ['more than before', '符合', 0],
] as const)('the share of losses: %s', async (name, outcome, gap) => {
  const row = listOf(open(await shareBooks[name]()), '等级测算', '等级').find((each) =>
    String(each.条件).startsWith('正常类贷款占比'),
  );
  expect([row?.结论, row?.还差]).toEqual([outcome, gap]);
});

describe.skipIf(!installed)('in LibreOffice', () => {
  let folder = '';
  beforeAll(() => {
    folder = workshop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every such formula comes to what the engine wrote', async () => {
    const books: Record<string, Uint8Array> = {};
    const [asWritten, otherwise] = [await appraisalUnder(written), await appraisalUnder(changed)];
    for (const { manager } of asWritten.managers) {
      books[`a-${manager.manager_id}`] = await bookOf(asWritten, manager.manager_id);
      books[`b-${manager.manager_id}`] = await bookOf(otherwise, manager.manager_id);
    }
    for (const [name, make] of Object.entries(shareBooks)) books[name] = await make();
    const after = recalculated(folder, books);
    for (const [name, bytes] of Object.entries(books))
      expect([name, compare(bytes, after[name] ?? new Uint8Array()).differences]).toEqual([name, []]);
  });
});
