/** What the first page says beyond the result: what moved and by whom, the place among the grade, the fee above, appeals. */
import { expect, test } from 'vitest';
import { recordOf } from '../../src/archive/record.ts';
import type { Given } from '../../src/cases/form.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import type { Policy } from '../../src/model/policy.ts';
import { gradeRegulation } from '../engine/support/policy.ts';
import { open, rowsOf } from '../spreadsheet/read.ts';
import { managerWorkbook } from './made.ts';
import { appraised, context, given, inChain } from './quarter.ts';

type Rows = NonNullable<Given['deposits']>;

/** A policy that has managers told their place, and says where they object. */
const telling: Policy = {
  ...gradeRegulation,
  file: {
    ...gradeRegulation.file,
    'event-kinds': {
      ...gradeRegulation.file['event-kinds'],
      appealed: { title: { zh: '申诉', en: 'appeal' }, role: 'appeal' },
    },
    appeals: {
      article: '26',
      to: { zh: '人力资源部', en: 'HR' },
      until: { zh: '收到之日起 10 日内', en: 'within 10 days of receipt' },
    },
    standing: { article: '26', measures: ['deposits'] },
  },
};

/** 0031 and 0044 hold the second grade as well as 0012; appeals of 0012 are on the ledger. */
const now: Given = {
  ...given,
  colleagues: (given.colleagues ?? []).map((each) =>
    each.manager_id === '0031' ? { ...each, grade: '二级客户经理' } : each,
  ),
  events: [
    ...(given.events ?? []),
    { manager_id: '0012', date: '2026-08-03', kind: '申诉', reference: '银申〔2026〕5号', note: '部分成立' },
    { manager_id: '0012', date: '2026-05-06', kind: '申诉', reference: '银申〔2026〕2号', note: '不成立' },
  ],
};

/** A quarter before: C00070 and C00120 held 100 万 more then, and a customer of 0007 with 50 万 has left since. */
const before: Given = {
  ...now,
  period: '2026Q2',
  events: given.events ?? [],
  deposits: [
    ...(given.deposits ?? []).map((row): Rows[number] =>
      row.customer_id === 'C00070'
        ? { ...row, end_balance: '9100万' }
        : row.customer_id === 'C00120'
          ? { ...row, end_balance: '2100万' }
          : row,
    ),
    {
      manager_id: '0007',
      customer_id: 'C00079',
      account: '622000709',
      year_avg: '50万',
      end_balance: '50万',
    },
  ],
};

const pageOf = async (appraisal: Appraisal, id: string, lang: 'zh' | 'en' = 'zh'): Promise<string[]> => {
  const manager = appraisal.managers.find((each) => each.manager.manager_id === id);
  if (manager === undefined) throw new Error(`no manager ${id}`);
  const book = open(await managerWorkbook(manager, appraisal, context, lang));
  return rowsOf(book, lang === 'zh' ? '考核结果' : 'Result')
    .flat()
    .filter((each) => each !== null)
    .map(String);
};

const policies = [telling] as const;
const past = recordOf(appraised({ given: before, policies }), []);
const told = appraised({ given: now, policies, history: [past] });

test('names the customers that the balances moved by, and counts those that have left', async () => {
  expect(await pageOf(told, '0007')).toContain(
    '存款余额较上季末 -150.00 万元：陈静的客户有限公司 -100.00 万元；已不归本人的 1 户 -50.00 万元。',
  );
  // Nothing has moved, and without a quarter before nobody can tell.
  expect((await pageOf(told, '0031')).join()).not.toContain('较上季末');
  expect((await pageOf(appraised({ given: now, policies }), '0007')).join()).not.toContain('较上季末');
});

test('foreign balances are compared at this quarter’s rates, and not at all where one has none', () => {
  const { balancesMoved } = told.managers.find(({ manager }) => manager.manager_id === '0012') ?? {};
  // Five dollars then and now, whatever the rate then was.
  expect(balancesMoved?.flatMap(({ customers }) => customers.map(({ id }) => id))).toEqual(['C00120']);
  const foreign = {
    ...past,
    managers: past.managers.map((each) => ({
      ...each,
      customers: each.customers.map(
        ([id, , ...rest]) => [id, 'EUR 7', ...rest] as (typeof each.customers)[0],
      ),
    })),
  };
  const { managers } = appraised({ given: now, policies, history: [foreign] });
  expect(managers.flatMap((each) => each.balancesMoved)).toEqual([]);
});

test('tells the place among the grade where the policy has it told', async () => {
  // Of the two that hold the second grade, 0012 has the most deposits.
  expect(await pageOf(told, '0012')).toContain(
    '在现聘二级客户经理中，本年：日均存款（不含协议存款）第 1 位（共 2 人）（26）。',
  );
  expect(await pageOf(told, '0031')).toContain(
    '在现聘二级客户经理中，本年：日均存款（不含协议存款）第 2 位（共 2 人）（26）。',
  );
  expect((await pageOf(appraised(), '0012')).join()).not.toContain('位（共');
});

test('says what the grade above is paid', async () => {
  // Art. 13: the second grade 200 a month, the first 260, the highest 300.
  expect((await pageOf(told, '0012')).join()).toContain('高一级（一级客户经理）每月 260.00 元。');
  expect((await pageOf(told, '0007')).join()).toContain('高一级（高级客户经理）每月 300.00 元。');
  // To a trainee the lowest of the grades that one qualifies for.
  expect((await pageOf(told, '0044')).join()).toContain('高一级（四级客户经理）');
});

test('says where to object and until when as the policy has it, and what became of the last objection', async () => {
  const page = await pageOf(told, '0012');
  expect(page).toEqual(expect.arrayContaining(['人力资源部', '收到之日起 10 日内']));
  expect(page).toContain('上次申诉：2026-08-03 银申〔2026〕5号 部分成立。');
  // The policy in the box does not say: the cells are to be filled in.
  const silent = (await pageOf(appraised(), '0012')).join();
  expect(silent).not.toContain('10 日内');
  expect(silent).not.toContain('上次申诉');
});

test('but not to those who are to be let go or dismissed', async () => {
  const annual = inChain('2026Q4');
  const says = async (id: string) => (await pageOf(annual, id)).join().includes('高一级');
  // Promoted; dismissed; let go.
  expect([await says('0007'), await says('0012'), await says('0031')]).toEqual([true, false, false]);
});
