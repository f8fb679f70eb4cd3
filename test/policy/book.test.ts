/** A policy as a document: every value in force is told, in words of the reader's language, and no id stands in for one. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../src/model/policy.ts';
import { bookOf } from '../../src/policy/book.ts';
import { choiceWords } from '../../src/policy/choice-words.ts';
import { parsePolicy, policyIds } from '../../src/policy/file.ts';
import { languageKeys } from '../../src/policy/language.ts';
import { parametersInForce } from '../../src/policy/parameters.ts';
import { boxed } from '../engine/support/policy.ts';

const on = '2026-12-31';
const linesOf = (policy: Policy, lang: 'zh' | 'en'): string[] =>
  bookOf(policy.file, parametersInForce(policy, on).parameters.list, on, lang);

function anotherBank(): Policy {
  const bytes = readFileSync(new URL('../../samples/another-bank/policy.yaml', import.meta.url));
  const { policy } = parsePolicy(bytes, 'policy.yaml');
  if (policy === null) throw new Error('the sample has errors');
  return policy;
}
const sample = anotherBank();

/** The part below a heading, up to the next one. */
function below(lines: readonly string[], heading: string): string[] {
  const start = lines.indexOf(heading);
  const end = lines.findIndex((line, index) => index > start && line.startsWith('#'));
  return lines.slice(start + 1, end).filter((line) => line !== '');
}

test('an article: its text, the rule in words, the values in force with their grades', () => {
  expect(below(linesOf(sample, 'zh'), '### 逾期率（第 5 条）')).toEqual([
    '> 第五条 逾期率（逾期金额与贷款余额之比）应低于本级标准；没有贷款的，本条不适用。',
    '- 逾期金额 ÷ 贷款余额 < “逾期率低于”〔适用：首席客户经理、资深客户经理、客户经理〕',
    '- 逾期率低于：首席客户经理 = 0.50 %；资深客户经理 = 1.00 %；客户经理 = 2.00 %',
  ]);
  expect(below(linesOf(sample, 'en'), '### Keep the level (Art. 7)')).toEqual([
    '- one of — → the grade held',
    '  - holds Assistant',
    '  - all conditions of the grade held hold',
  ]);
});

test('grades of one value stand together; one value for everyone stands in the sentence', () => {
  const lines = linesOf(boxed('grade-regulation'), 'zh');
  expect(below(lines, '### 在岗最低及格线（第 9.2 条）')[2]).toMatch(
    /^- 在岗最低及格线：高级客户经理、.*、四级客户经理 = 15,000,000 元；见习客户经理 = 10,000,000 元$/,
  );
  expect(lines).toContain('- 客户存款、贷款均低于 500,000 元〔提示；条线：公司〕');
});

describe.each([...(await policyIds()), 'another-bank'])('%s', (id) => {
  const policy = id === 'another-bank' ? sample : boxed(id);
  const { file } = policy;
  test.each(['zh', 'en'] as const)('tells every value, and no id (%s)', (lang) => {
    // What a note quotes of the file is the note's own.
    const lines = linesOf(policy, lang).filter((line) => !/^- (?:注|Note)/.test(line));
    const text = lines.join('\n');
    const ids = [
      ...[file.parameters, file.measures, file.signs, file.sections, file['event-kinds'], choiceWords],
      ...[file.ladder, file['warning-levels'], file['review-ratings'], file['roster-grades']],
    ].flatMap((declared) => Object.keys(declared));
    // An id of one English word may be a word of the text.
    const told = ids.filter((each) => /[-._]/.test(each) || lang === 'zh');
    expect(told.filter((each) => new RegExp(`(?<![\\w.-])${each}(?![\\w.-])`).test(text))).toEqual([]);
    const byGrade = Object.values(file.parameters).filter((each) => each['by-grade']);
    expect(byGrade.filter(({ title }) => !text.includes(title[lang]))).toEqual([]);
  });
});

test('whatever reading the language tells apart has words', () => {
  const parameters = languageKeys().filter(({ form }) => form.startsWith('a parameter'));
  const choices = parameters.flatMap(({ form }) =>
    [...form.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
  );
  expect(choices.length).toBeGreaterThan(50);
  expect(choices.filter((choice) => !Object.hasOwn(choiceWords, choice))).toEqual([]);
});
