/** A team's pay: points with monthly caps, factors by rank and by full years, a part deferred; its cases by hand. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tried } from '../../src/cases/run.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { unfollowed } from '../engine/support/unfollowed.ts';
import { casesIn } from './case-file.ts';
import { disagreeing } from './recomputed.ts';

const at = (name: string): URL => new URL(`team-pay/${name}`, import.meta.url);
const text = readFileSync(at('policy.yaml'), 'utf8');
const read = (policy: string) => parsePolicy(Buffer.from(policy), 'policy.yaml');
const { trials } = casesIn(readFileSync(at('cases.yaml'), 'utf8'), 'cases');

test.each(trials.map((trial) => [trial.name.zh, trial] as const))('%s', (_, trial) => {
  const { policy } = read(text);
  if (policy === null) throw new Error('the policy has errors');
  const { checks, appraisal } = tried(policy, trial);
  expect(disagreeing(appraisal)).toEqual([]);
  expect(unfollowed(appraisal)).toEqual([]);
  expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
});

test.each([
  [
    'a column that the roster lacks',
    'years-since: marketing_since',
    'years-since: marketing_sins',
    'policy.unknown-column',
  ],
  [
    'a section that is taken off itself',
    '{ target: deposits, basis: year }',
    '{ section: extra }',
    'policy.declared-later',
  ],
  [
    'a value in what is taken off, of another unit',
    '{ target: deposits, basis: year }',
    '{ value: third }',
    'policy.units-differ',
  ],
  ['a rank held against yuan', 'value: "60%"', 'value: "CNY 60"', 'policy.units-differ'],
])('%s', (_, before, after, code) => {
  const { problems } = read(text.replace(before, after));
  expect(problems.map((each) => each.code)).toEqual([code]);
});
