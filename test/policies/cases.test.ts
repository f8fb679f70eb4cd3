/** Runs the worked examples that stand beside each policy: what is given, what must come out, by which article. */
import { describe, expect, test } from 'vitest';
import { appraise } from '../../src/engine/index.ts';
import type { Policy, WrittenValue } from '../../src/model/policy.ts';
import { policyIds } from '../../src/policy/file.ts';
import { boxed, withParameters } from '../engine/support/policy.ts';
import { unfollowed } from '../engine/support/unfollowed.ts';
import { casesOf, type Trial } from './case-file.ts';
import { historyIn, packageIn } from './given.ts';
import { lookAt } from './look.ts';
import { disagreeing } from './recomputed.ts';

const written = (value: string | string[]): WrittenValue =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

/** What the appraisal says at every place the case looks at. */
function outcomeOf(
  boxedPolicy: Policy,
  { readings, given, expect: expected }: Trial,
): Record<string, string> {
  const policy = withParameters(
    Object.fromEntries(Object.entries(readings).map(([id, value]) => [id, written(value)])),
    boxedPolicy,
  );
  const { appraisal, problems } = appraise(packageIn(given), [policy], historyIn(given), { lenient: false });
  if (!appraisal) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  expect(disagreeing(appraisal)).toEqual([]);
  expect(unfollowed(appraisal)).toEqual([]);
  return Object.fromEntries(Object.keys(expected).map((place) => [place, lookAt(place, appraisal)]));
}

/** `contains …` asks only for a part of the wording. */
const wanted = (text: string): unknown =>
  text.startsWith('contains ') ? expect.stringContaining(text.slice('contains '.length)) : text;

for (const policy of await policyIds())
  describe.each(casesOf(policy))(`${policy} $name $topic`, ({ trials }) => {
    const inBox = boxed(policy);
    test.each(trials.map((trial) => [trial.name, trial] as const))('%s', (_, trial) => {
      expect(outcomeOf(inBox, trial)).toEqual(
        Object.fromEntries(Object.entries(trial.expect).map(([place, text]) => [place, wanted(text)])),
      );
    });
  });
