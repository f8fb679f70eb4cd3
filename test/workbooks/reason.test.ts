/** Why a section's entry has its verdict: what stands beside it on the section's sheet. */
import { expect, test } from 'vitest';
import type { SectionEntry } from '../../src/model/section-result.ts';
import { reasonOf } from '../../src/workbooks/sections/reason.ts';
import { sectionsOf } from '../../src/workbooks/sections/words.ts';
import { boxed } from '../engine/support/policy.ts';
import { inChain } from './quarter.ts';

/** By kind of section and subject, over the people of `quarter.yaml`. */
function reasons(policy: string): Record<string, string> {
  const appraisal = inChain('2026Q4', { from: '2026Q3', policies: [boxed(policy)] });
  return Object.fromEntries(
    sectionsOf(appraisal).flatMap(({ section }) =>
      section.entries.map((entry) => [`${section.kind} ${entry.subject}`, reasonOf(section, entry).zh]),
    ),
  );
}

test('the targets of a plan that are short', () => {
  const plan = reasons('plan');
  expect(plan['plan 0007']).toBe('');
  // 4,700 of 20,000: 15,300 short. The quarter's target of it is 0, and the year decides.
  expect(plan['plan 0012']).toBe('贷款日均 计划 20,000.00 万元，实绩 4,700.00 万元，差 15,300.00 万元');
  // Not known: what is missing has a column of its own.
  expect(plan['plan 0044']).toBe('');
});

test('the line next above a rank, what keeps one out, and who comes next', () => {
  const stars = reasons('stars-2011');
  expect(stars['ranks 0012']).toBe('管理贷款月均余额还差 300.00 万元');
  expect(stars['ranks 0044']).toBe('未符合“无责任贷款、违规贷款”');
  // 26,000 of 0007 and 11,304.50 of 0012.
  expect(stars['champions deposits']).toBe('第2名 张伟（0012）：存款年日均余额 11,304.50 万元');
  // Of a rank that cannot be judged, the one above it that is not reached is no reason.
  expect(reasons('series-2012')['ranks 0007']).toBe('');
});

test('the row of a table that decided, by what it rests on; the record of a level; the way of a headcount', () => {
  const entry = (outcome: 'met' | 'unmet', more: object): SectionEntry =>
    ({
      outcome: 'met',
      verdict: { id: 'v', title: { zh: '结论', en: 'v' } },
      findings: [{ title: { zh: '规则', en: 'rule' }, by: { kind: 'all' }, outcome, parts: [], ...more }],
      lines: [
        {
          origin: { source: { file: '评分.xlsx', sheet: null }, row: 3 },
          title: {},
          says: {},
          outcome: 'met',
        },
      ],
    }) as unknown as SectionEntry;
  const part = { title: { zh: '未完成计划', en: 'plan not reached' }, by: { kind: 'at-least' }, parts: [] };
  const seen = { quantity: { kind: 'count', unit: 'number', value: 2 } };
  expect(reasonOf({ kind: 'proposals' }, entry('met', { observed: seen })).zh).toMatch(/^规则 2/);
  expect(reasonOf({ kind: 'proposals' }, entry('met', { by: { kind: 'not' }, parts: [part] })).zh).toBe(
    '“未完成计划”不成立',
  );
  expect(reasonOf({ kind: 'proposals' }, entry('unmet', { observed: seen })).zh).toBe('');
  expect(reasonOf({ kind: 'level' }, entry('met', {})).zh).toBe('评分.xlsx 第 3 行');
  expect(reasonOf({ kind: 'headcount' }, entry('met', {})).zh).toBe('规则');
  expect(reasonOf({ kind: 'headcount' }, entry('unmet', {})).zh).toBe('');
});
