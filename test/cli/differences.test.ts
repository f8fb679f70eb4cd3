/** What differs between two results, in words: no id, no field's name and no JSON is left. */
import { expect, test } from 'vitest';
import type { Difference } from '../../src/archive/index.ts';
import { differenceNodes } from '../../src/cli/differences.ts';
import type { Lang } from '../../src/model/text.ts';

const linesIn = (lang: Lang, ...differences: Omit<Difference, 'managerId'>[]): string[] =>
  differenceNodes(
    differences.map((each) => ({ managerId: '0001', ...each })),
    new Map([
      ['rule notice', { title: { zh: '报人力资源部', en: 'Named to HR' }, article: '24' }],
      ['indicator deposits', { title: { zh: '存款日均', en: 'Deposits' }, article: '', unit: 'CNY' }],
    ]),
    lang,
  ).flatMap(({ below }) => below.map(({ text }) => text));

test('a warning that is new is told by its own outcome, not by that of its parts', () => {
  const after = JSON.stringify({
    rule: 'notice',
    outcome: 'triggered',
    figures: { parts: [{ outcome: 'met' }] },
  });
  const path = ['warnings', 'notice'];
  expect(linesIn('zh', { path, before: null, after })).toEqual([
    '预警 · 报人力资源部（第 24 条）：（无） → 已触发',
  ]);
  expect(linesIn('en', { path, before: null, after })).toEqual([
    'Warning · Named to HR (Art. 24): (none) → triggered',
  ]);
});

test('the floor goes by its title in the policy, and its figures by their unit', () => {
  const named = { title: { zh: '最低存款', en: 'Least deposits' }, article: '3', unit: 'CNY' };
  const texts = (lang: Lang, field: string, from: string, to: string) =>
    differenceNodes(
      [{ managerId: '0001', path: ['floor', field], before: from, after: to }],
      new Map([['section floor', named]]),
      lang,
    ).flatMap(({ below }) => below.map(({ text }) => text));
  expect(texts('zh', 'outcome', 'met', 'unmet')).toEqual(['最低存款（第 3 条）：符合 → 不符合']);
  expect(texts('en', 'outcome', 'met', 'unmet')).toEqual(['Least deposits (Art. 3): met → not met']);
  expect(texts('zh', 'threshold', '50000000.00', '60000000.00')).toEqual([
    '最低存款（第 3 条）：标准 5,000.00 万元 → 6,000.00 万元',
  ]);
});

test('lists are listed', () => {
  const path = ['decision', 'articles'];
  expect(linesIn('zh', { path, before: '["19(2)","24"]', after: '[]' })).toEqual([
    '聘任建议 · 条款：19(2)、24 → （无）',
  ]);
});

test('the books go by their table and what is counted', () => {
  const path = ['reconciliation', 'loans', 'yuanRead'];
  expect(linesIn('zh', { path, before: '1000.00', after: '2000000.50' })).toEqual([
    '勾稽 · 贷款 · 读入金额（元）：1,000.00 → 2,000,000.50',
  ]);
});

test('what a plan came to is told in the unit of its indicator', () => {
  const path = ['targets', 'deposits', 'quarter', 'actual'];
  expect(linesIn('zh', { path, before: '50000000.00', after: '60000000.00' })).toEqual([
    '计划完成 · 存款日均 · 本季：实绩 5,000.00 万元 → 6,000.00 万元',
  ]);
});
