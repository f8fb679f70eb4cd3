/** A policy whose cards do not weigh what they must is refused, with the line of the card and the day. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePolicy } from '../../src/policy/file.ts';

const boxed = readFileSync(new URL('../../src/policies/scorecard/policy.yaml', import.meta.url), 'utf8');

/** What is said of the policy in the box with some texts in the place of others, each with its line. */
function said(...changes: readonly (readonly [before: string | RegExp, after: string])[]): string[] {
  const text = changes.reduce((changed, [before, after]) => {
    if (changed.search(before) < 0) throw new Error(`the policy has no ${before}`);
    return changed.replace(before, after);
  }, boxed);
  const { policy, problems } = parsePolicy(Buffer.from(text), 'cards.yaml');
  expect(policy === null).toBe(problems.length > 0);
  const lines = text.split('\n');
  return problems.map(
    ({ code, at, message }) =>
      `${code} ${(lines[(at.row ?? 0) - 1] ?? '').trim()} | ${message.zh} | ${message.en}`,
  );
}

/** The dated line of a weight. */
const weight = (id: string): RegExp => new RegExp(`(?<=  ${id}:\\n(?:    .*\\n)*?    value: ).*`);

test('the policy in the box is whole on every day', () => {
  expect(said(['edition: "2026.2"', 'edition: "2026.2"'])).toEqual([]);
});

test('weights that do not total 100 %', () => {
  const [dimensions, ...others] = said([weight('outlet-learning'), '"9.99%"']);
  expect(dimensions).toContain('policy.invalid');
  expect(dimensions).toContain(
    'sections.outlet.dimensions 有误：自 2000-01-01 起权重合计 99.99 %，应为 100 %',
  );
  expect(dimensions).toContain('from 2000-01-01 on the weights total 99.99 % instead of 100 %');
  expect(others).toEqual([]);
});

test('from a later day on', () => {
  const later = said([weight('outlet-learning'), '"10%"\n    changed: { 2027-01-01: "15%" }']);
  expect(later).toHaveLength(1);
  expect(later[0]).toContain('自 2027-01-01 起权重合计 105.00 %');
});

test('weights within a dimension: 100 % in all, and for each indicator or for none', () => {
  expect(said([weight('goals-quality'), '"31%"'])[0]).toContain('sections.standard.dimensions.goals');
  expect(said([', weight: goals-quality', ''])[0]).toContain('要么都有权重');
});

test('another dimension may not weigh as much as performance', () => {
  const even = said([weight('overall-performance'), '"40%"'], [weight('overall-behaviour'), '"40%"']);
  expect(even).toHaveLength(1);
  expect(even[0]).toContain('“behaviour”的权重不低于“performance”');
  expect(said(['heaviest: performance', 'heaviest: results'])[0]).toContain('没有名为“results”的维度');
});

test('a weight that is not for everyone', () => {
  const none = said([/(?<= {2}overall-ability:\n(?: {4}.*\n)*?) {4}value: .*\n/, '']);
  expect(none[0]).toContain('权重“overall-ability”没有对所有人的取值');
});
