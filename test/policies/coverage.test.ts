/** Every rule, warning, decision and reading of the policy is shown by a case, and shown both ways. */
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/conditions/index.ts';
import { boxed, gradeRegulation } from '../engine/support/policy.ts';
import { casesOf } from './case-file.ts';

const { file } = gradeRegulation;
const trials = casesOf('grade-regulation').flatMap((each) => each.trials);
const expected = new Set(
  trials.flatMap((trial) => Object.entries(trial.expect).map(([place, outcome]) => `${place}: ${outcome}`)),
);
const shows = (place: string, outcome: string): boolean => expected.has(`${place}: ${outcome}`);

const grades = Object.keys(file.ladder);
const business: readonly Rule[] = file.grades.flatMap((rule) => rule.several?.of ?? []);

describe('grades', () => {
  test.each(file.grades.flatMap((rule) => rule.rule))('%s is met and unmet somewhere', (rule) => {
    for (const outcome of ['met', 'unmet'])
      expect(
        grades.some((grade) => shows(`${grade} ${rule}`, outcome)),
        outcome,
      ).toBe(true);
  });

  test.each(business.flatMap(({ rule }) => grades.slice(0, 5).map((grade) => `${grade} ${rule}`)))(
    '%s is met and unmet',
    (place) => {
      expect([shows(place, 'met'), shows(place, 'unmet')]).toEqual([true, true]);
    },
  );

  // Settlement and the floor rest on columns that every export has; a report is on record or is not.
  const neverUnknown = ['settlement', 'floor', 'special-report', 'trainee.new-deposits'];

  test.each(
    [...business, ...file.grades].flatMap(({ rule = '' }) => (neverUnknown.includes(rule) ? [] : rule)),
  )('%s is unknown somewhere', (rule) => {
    expect(grades.some((grade) => shows(`${grade} ${rule}`, 'unknown'))).toBe(true);
  });
});

describe('warnings', () => {
  test.each(file.warnings.map((warning) => [warning.rule, warning] as const))(
    '%s is triggered and clear, and of the level stated',
    (rule, { review, level, 'level-reading': reading }) => {
      expect(shows(`warning ${rule}`, review ? 'review' : 'triggered')).toBe(true);
      expect(shows(`warning ${rule}`, 'clear')).toBe(true);
      const stated = [...expected].filter((each) => each.startsWith(`warning ${rule} level: `));
      const levels = reading === undefined ? [level] : (file.parameters[reading]?.choices ?? []);
      expect(stated.every((each) => levels.some((one) => each.endsWith(`: ${one}`)))).toBe(true);
    },
  );
});

describe('decisions', () => {
  test.each([...new Set(file.decisions.map(({ action }) => action)), 'undecided'])('%s', (action) => {
    expect(shows('decision', action)).toBe(true);
  });
  test.each(grades)('%s is proposed', (grade) => {
    expect(shows('decision to', grade)).toBe(grade !== 'trainee');
  });
});

describe('readings', () => {
  const readings = Object.entries(file.parameters).filter(([, { choices }]) => choices !== undefined);
  test.each(readings)('%s is read every way', (id, { choices = [], value }) => {
    for (const choice of choices)
      if (choice !== value)
        expect(
          trials.some((trial) => trial.readings[id] === choice),
          choice,
        ).toBe(true);
  });
});

test('what no source gives is marked as an assumption, and nothing else', () => {
  const assumed = Object.entries(file.parameters).flatMap(([id, { assumption }]) => (assumption ? id : []));
  expect(assumed).toEqual([
    'appraised-series',
    'off-balance-products',
    'on-balance-products',
    'acceptance-products',
    'education-college',
    'education-below',
    'title-none',
    'decline-main-share',
    'credit-month-days',
    'bottom-least-ranked',
    'managing-none',
  ]);
});

test.each([
  ['private-2002', ['education-college', 'education-below']],
  ['series-2012', ['effective-customers']],
])('words of our own in %s are marked as an assumption', (policy, ours) => {
  const { parameters } = boxed(policy).file;
  expect(ours.filter((id) => !parameters[id]?.assumption)).toEqual([]);
});

test.each(['plan', 'private-2002', 'scorecard', 'stars-2011'])(
  '%s counts the same products as loans as the grade regulation',
  (policy) => {
    const { parameters, measures } = boxed(policy).file;
    for (const id of ['off-balance-products', 'on-balance-products']) {
      expect(parameters[id]?.value).toEqual(file.parameters[id]?.value);
      expect(parameters[id]?.assumption).toBe(true);
    }
    const loans = measures.loans ?? measures['loan-balance'];
    expect(loans?.without).toEqual(file.measures.loans?.without);
  },
);
