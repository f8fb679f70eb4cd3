/** Tiers and bands of a policy: in one direction, each beyond the one before it, on every day. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePolicy } from '../../src/policy/file.ts';

const text = readFileSync(new URL('../policies/schemes/1-unit-price/policy.yaml', import.meta.url), 'utf8');

function codesOf(before: string, after: string): string[] {
  expect(text.split(before)).toHaveLength(2);
  const { problems } = parsePolicy(Buffer.from(text.replace(before, after)), 'policy.yaml');
  return [...new Set(problems.map(({ code }) => code))];
}

const many = 'title: { zh: 新开户高档起点, en: "New accounts, high tier from" }\n    article: "5"\n    ';

test.each([
  ['above the step below it', 'value: 6', []],
  ['at the step below it', 'value: 5', ['policy.step-never-reached']],
  ['below the step below it', 'value: 4', ['policy.step-never-reached']],
  [
    'below it from a later day on',
    'value: 10\n    changed: { 2027-01-01: 4 }',
    ['policy.step-never-reached'],
  ],
])('a whole tier: %s', (_, values, codes) => {
  expect(codesOf(`${many}value: 10`, `${many}${values}`)).toEqual(codes);
});

const second = 'value: "CNY 150,000"';

test.each([
  ['above the tier before it', '"CNY 50,000.01"', []],
  ['at the tier before it', '"CNY 50,000"', ['policy.step-never-reached']],
])('a marginal tier: %s', (_, value, codes) => {
  expect(codesOf(second, `value: ${value}`)).toEqual(codes);
});

test.each([
  [
    'a bound in the last step',
    '- { price: fees-third-rate }',
    '- { at-most: fees-second, price: fees-third-rate }',
  ],
  ['no bound in a step before it', '- { at-most: fees-first, price', '- { price'],
  ['bounds of both directions', '- { at-most: fees-first, price', '- { at-least: fees-first, price'],
  ['two bounds', '- { at-most: fees-first, price', '- { at-most: fees-first, less-than: fees-first, price'],
])('not a list of steps: %s', (_, before, after) => {
  expect(codesOf(before, after)).toEqual(['policy.invalid']);
});

test('a figure or a section that rests on itself, or on one that comes later', () => {
  const figure =
    'between: { a: { measure: time-now, basis: quarter }, b: { measure: time-before, basis: quarter }, part: common }';
  expect(codesOf(figure, 'sum: [time.stock]')).toContain('policy.declared-later');
  expect(codesOf(figure, 'sum: [time.growth]')).toContain('policy.declared-later');
  expect(codesOf('of: { measure: arrears, basis: quarter }', 'of: { section: pay }')).toContain(
    'policy.declared-later',
  );
});
