/** Champions beyond a case's reach: managers left out for errors, rows in any order, policies that cannot be right. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appraise } from '../../src/engine/index.ts';
import { type Diagnostic, errorOf } from '../../src/model/diagnostic.ts';
import type { QuarterPackage } from '../../src/model/package.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { packageOf } from './support/package.ts';
import { boxed } from './support/policy.ts';

const stars = boxed('stars-2011');

const championsOf = (pkg: QuarterPackage, lenient: boolean) => {
  const { appraisal } = appraise(pkg, [stars], [], { lenient });
  const section = appraisal?.schemes[0]?.sections.find(({ id }) => id === 'champions');
  return section?.entries.map(({ subject, verdict, outcome, missing, lines }) => ({
    subject,
    verdict: verdict?.id ?? outcome,
    missing: missing.map(({ key }) => key),
    lines: lines.map(({ title }) => title.zh),
  }));
};

const given = {
  roster: [
    { manager_id: '0001', name: '甲一' },
    { manager_id: '0002', name: '乙二' },
    { manager_id: '0003', name: '丙三', status: 'left' as const },
  ],
  deposits: [
    { manager_id: '0001', year_avg: 100n },
    { manager_id: '0002', customer_id: '乙', year_avg: 100n },
    { manager_id: '0002', customer_id: '丙', year_avg: 1n },
  ],
};

const broken = errorOf('test.broken', () => ({
  message: { zh: '有误', en: 'wrong' },
  hint: { zh: '请改正', en: 'correct it' },
}));
const errorFor = (manager: string): Diagnostic =>
  broken({ file: 'deposits.csv' }, {}, { managers: [manager] });

test('who was left out for errors could have won', () => {
  const [deposits, interest] = championsOf(packageOf(given, { problems: [errorFor('0001')] }), true) ?? [];
  expect(deposits).toMatchObject({ verdict: 'unknown', missing: ['0001:left-out'] });
  expect(interest).toMatchObject({ verdict: 'unknown' });
});

test('who has left takes no part, whatever is wrong with the figures', () => {
  const [deposits] = championsOf(packageOf(given, { problems: [errorFor('0003')] }), true) ?? [];
  expect(deposits).toMatchObject({ verdict: '0002', missing: [] });
});

test('the order of rows decides nothing', () => {
  const turned = {
    roster: given.roster.toReversed(),
    deposits: given.deposits.toReversed(),
  };
  expect(championsOf(packageOf(turned), false)).toEqual(championsOf(packageOf(given), false));
});

const written = readFileSync(new URL('../../src/policies/stars-2011/policy.yaml', import.meta.url), 'utf8');

test.each([
  [
    'a choice without a contest',
    'choices: [average, growth]',
    'choices: [average, growth, half]',
    'contests',
  ],
  ['a contest by a figure that is none', '{ average: [average]', '{ average: [mean]', 'champions'],
])('refused: %s', (_, was, is, at) => {
  const text = written.replace(was, is);
  expect(text).not.toBe(written);
  const { problems } = parsePolicy(new TextEncoder().encode(text), 'stars.yaml');
  expect(problems.map(({ message }) => message.en)).toEqual([expect.stringContaining(at)]);
});
