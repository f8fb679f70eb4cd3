/** The share of some classes in the loans, against the start of the year: what it asks is the policy's to say. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gradesOf } from '../../src/model/entries.ts';
import type { Finding } from '../../src/model/judgement.ts';
import type { Policy } from '../../src/model/policy.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { appraised, managerIn } from './support/appraised.ts';
import { packageOf } from './support/package.ts';
import { withParameters } from './support/policy.ts';

const written = readFileSync(
  new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url),
  'utf8',
);
const boxed = 'share-rose: { classes: normal-classes, whole: met, no-loans-before: whole }';

/** The policy in the box with this condition in place of its share of normal loans. */
function policyWith(condition: string, classes: readonly string[]): Policy {
  const { policy, problems } = parsePolicy(Buffer.from(written.replace(boxed, condition)), 'policy.yaml');
  if (!policy) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return withParameters({ 'normal-classes': [...classes] }, policy);
}

/** Balances of normal loans and of losses, now and at the start of the year; 0: no such loan. */
function judged(policy: Policy, now: readonly [bigint, bigint], before: readonly [bigint, bigint]): Finding {
  const classes = ['normal', 'loss'] as const;
  const classification = classes.flatMap((each, index) => [
    { loan_id: `now-${each}`, class: each, balance: now[index] ?? 0n },
    {
      loan_id: `then-${each}`,
      class: each,
      balance: 0n,
      prior_class: each,
      prior_balance: before[index] ?? 0n,
    },
  ]);
  const appraisal = appraised(packageOf({ roster: [{}], classification }), { policy });
  const rule = gradesOf(managerIn(appraisal))
    .flatMap(({ rules }) => rules)
    .find((each) => each.rule === 'credit.normal-share');
  if (!rule) throw new Error('the rule is not there');
  return rule;
}

const rose = (more = '') => `share-rose: { classes: normal-classes${more} }`;
const compared = ', whole: compared';
const before = (how: string) => `${compared}, no-loans-before: ${how}`;
const [none, all] = [before('none'), before('whole')];

test.each<[string, string, readonly [bigint, bigint], readonly [bigint, bigint], Finding['outcome']]>([
  ['no loans', rose(), [0n, 0n], [0n, 9n], 'not-applicable'],
  ['a cent less than before', rose(), [9001n, 999n], [9000n, 1000n], 'unmet'],
  ['as before', rose(), [9000n, 1000n], [9000n, 1000n], 'unmet'],
  ['a cent more than before', rose(), [8999n, 1001n], [9000n, 1000n], 'met'],
  ['the whole as before', rose(), [0n, 5n], [0n, 9n], 'met'],
  ['the whole as before, which is met', rose(', whole: met'), [0n, 5n], [0n, 9n], 'met'],
  ['the whole as before, which has not risen', rose(compared), [0n, 5n], [0n, 9n], 'unmet'],
  ['the whole, which has risen', rose(compared), [0n, 5n], [1n, 9n], 'met'],
  ['no loans before', rose(compared), [1n, 9n], [0n, 0n], 'unmet'],
  ['no loans before, which is the whole', rose(all), [0n, 5n], [0n, 0n], 'unmet'],
  ['no loans before, which is none', rose(none), [9999n, 1n], [0n, 0n], 'met'],
  ['no loans before, which is none, and none now', rose(none), [5n, 0n], [0n, 0n], 'unmet'],
  ['no loans before, which is no case', rose(before('not-applicable')), [0n, 5n], [0n, 0n], 'not-applicable'],
  ['not risen', `not: { ${rose(none)} }`, [5n, 0n], [0n, 0n], 'met'],
])('%s', (_name, condition, now, before, outcome) => {
  expect(judged(policyWith(condition, ['loss']), now, before).outcome).toBe(outcome);
});

test('says where there were no loans to compare with', () => {
  expect(judged(policyWith(rose(none), ['loss']), [5n, 5n], [0n, 0n]).threshold?.origin).toMatchObject({
    title: {
      zh: '年初损失类占比（年初没有贷款）',
      en: 'Share of loss loans at the start of the year (no loans then)',
    },
  });
  const notApplicable = policyWith(rose(before('not-applicable')), ['loss']);
  expect(judged(notApplicable, [5n, 5n], [0n, 0n]).notes).toMatchObject([{ zh: '年初没有贷款' }]);
});

test('a share of the last three classes is not called one of normal loans', () => {
  const rule = judged(policyWith(rose(compared), ['substandard', 'loss']), [300n, 100n], [400n, 0n]);
  expect(rule).toMatchObject({
    outcome: 'met',
    by: { kind: 'more-than' },
    observed: { origin: { title: { zh: '目前次级、损失类占比' } } },
    threshold: { origin: { title: { zh: '年初次级、损失类占比' } } },
  });
});
