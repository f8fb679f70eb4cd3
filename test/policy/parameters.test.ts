/** A parameter is in force from its day until the next line's day; where none is, that is a problem, never an older value. */

import { describe, expect, test } from 'vitest';
import { appraise } from '../../src/engine/index.ts';
import { gradesOf } from '../../src/model/entries.ts';
import type { WrittenValue } from '../../src/model/policy/parameters.ts';
import type { Policy } from '../../src/model/policy.ts';
import { parametersInForce } from '../../src/policy/parameters.ts';
import { packageOf } from '../engine/support/package.ts';
import { gradeRegulation } from '../engine/support/policy.ts';

/** The policy with dated lines for one parameter. */
function dated(id: string, values: Readonly<Record<string, WrittenValue>>, grade?: string): Policy {
  const { parameters } = gradeRegulation.file;
  const spec = parameters[id];
  if (!spec) throw new Error(`no parameter ${id}`);
  const { value: _, 'by-grade': { [grade ?? '']: __, ...others } = {}, ...said } = spec;
  const byDay = Object.entries(values);
  const changed = grade
    ? {
        ...said,
        'by-grade': others,
        'changed-by-grade': Object.fromEntries(byDay.map(([day, value]) => [day, { [grade]: value }])),
      }
    : { ...said, changed: values };
  return {
    ...gradeRegulation,
    file: { ...gradeRegulation.file, parameters: { ...parameters, [id]: changed } },
  };
}

describe('a line for 2027', () => {
  const policy = dated(
    'deposits-total',
    { '2000-01-01': 'CNY 250,000,000', '2027-01-01': 'CNY 260,000,000.50' },
    'senior',
  );
  test.each([
    ['2026-12-31', 25_000_000_000n, '2000-01-01'],
    ['2027-01-01', 26_000_000_050n, '2027-01-01'],
    ['2031-06-30', 26_000_000_050n, '2027-01-01'],
  ])('on %s', (day, value, since) => {
    const { parameters, problems } = parametersInForce(policy, day);
    expect(problems).toEqual([]);
    expect(parameters.amount('deposits-total', 'senior')).toMatchObject({ unit: 'CNY', value });
    expect(parameters.fact('deposits-total', 'senior').origin).toMatchObject({
      kind: 'parameter',
      parameter: 'deposits-total',
      article: '11.2(1)①',
      since,
    });
    expect(parameters.amount('deposits-total', 'first').value).toBe(15_000_000_000n);
  });

  test('decides from its own day on', () => {
    const outcome = (period: string) => {
      const deposits = [{ year_avg: 25_500_000_000n, prior_year_avg: 0n }];
      const { appraisal } = appraise(packageOf({ roster: [{}], deposits }, { period }), [policy], [], {
        lenient: false,
      });
      const senior = (appraisal?.managers ?? []).flatMap(gradesOf).find(({ grade }) => grade === 'senior');
      return senior?.rules[0]?.parts[0]?.outcome;
    };
    expect([outcome('2026Q4'), outcome('2027Q1')]).toEqual(['met', 'unmet']);
  });

  test('the order of the lines does not matter', () => {
    const reversed = dated('deposits-total', { '2027-01-01': 'CNY 2', '2000-01-01': 'CNY 1' }, 'senior');
    const on = (day: string) =>
      parametersInForce(reversed, day).parameters.amount('deposits-total', 'senior').value;
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual([100n, 200n]);
  });
});

test.each([
  ['for everybody', dated('admonition-months', { '2027-01-01': 6 }), 'admonition-months'],
  ['for one grade', dated('floor-line', { '2027-01-01': 'CNY 15,000,000' }, 'third'), 'floor-line.third'],
])('not in force yet, %s: a problem, and no appraisal', (_, policy, column) => {
  const { appraisal, problems } = appraise(packageOf({ roster: [{}] }), [policy], [], { lenient: false });
  expect(appraisal).toBeNull();
  expect(problems.map(({ code, at }) => [code, at.column])).toEqual([['policy.not-in-force', column]]);
  expect(
    appraise(packageOf({ roster: [{}] }, { period: '2027Q1' }), [policy], [], {
      lenient: false,
    }).problems.filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});

test.each<[string, string, WrittenValue]>([
  ['no currency', 'customer-line', '500,000'],
  ['a currency that thresholds are not in', 'customer-line', 'EUR 500,000'],
  ['three places', 'customer-line', 'CNY 500,000.001'],
  ['a misplaced separator', 'customer-line', 'CNY 50,0000'],
  ['more than four places', 'admonition-months', 6.12345],
  ['none of the choices', 'customers-scope', 'loans'],
])('not understood: %s', (_, id, value) => {
  const { problems } = parametersInForce(dated(id, { '2000-01-01': value }), '2026-09-30');
  expect(problems.map(({ code, value: seen }) => [code, seen])).toEqual([
    ['policy.unreadable-value', String(value)],
  ]);
});

test('asking for what is not there is a fault of the tool', () => {
  const { parameters } = parametersInForce(gradeRegulation, '2026-09-30');
  expect(() => parameters.amount('no-such')).toThrow();
  expect(() => parameters.amount('admonition-months')).toThrow();
  expect(() => parameters.count('customer-line')).toThrow();
  expect(() => parameters.ratio('customer-line')).toThrow();
  expect(() => parameters.words('customer-line')).toThrow();
  expect(parameters.has('deposits-largest', 'second')).toBe(true);
  expect(parameters.has('deposits-largest', 'third')).toBe(false);
  expect(parameters.amount('customer-line', 'third').value).toBe(50_000_000n);
});

test('the list is the policy, in its order, readings marked', () => {
  const { list } = parametersInForce(gradeRegulation, '2026-09-30').parameters;
  expect(list.map(({ id }) => id)).toEqual(Object.keys(gradeRegulation.file.parameters));
  expect(list.find(({ id }) => id === 'customers-scope')?.reading).toBe(true);
  expect(
    list.find(({ id }) => id === 'tenure-years')?.values.map(({ grade, value }) => [grade, value]),
  ).toEqual([
    ['senior', { kind: 'count', unit: 'number', value: 3 }],
    ['first', { kind: 'count', unit: 'number', value: 3 }],
    ['second', { kind: 'count', unit: 'number', value: 1 }],
  ]);
});
