/** Runs the worked examples that stand beside each policy: what is given, what must come out, by which article. */
import { describe, expect, test } from 'vitest';
import { tried } from '../../src/cases/run.ts';
import { policyIds } from '../../src/policy/file.ts';
import { boxed } from '../engine/support/policy.ts';
import { unfollowed } from '../engine/support/unfollowed.ts';
import { casesOf } from './case-file.ts';
import { disagreeing } from './recomputed.ts';

for (const policy of await policyIds())
  describe.each(casesOf(policy))(`${policy} $name $topic.zh`, ({ trials }) => {
    const inBox = boxed(policy);
    test.each(trials.map((trial) => [trial.name.zh, trial] as const))('%s', (_, trial) => {
      const { checks, appraisal } = tried(inBox, trial);
      expect(disagreeing(appraisal)).toEqual([]);
      expect(unfollowed(appraisal)).toEqual([]);
      expect(checks.filter(({ agrees }) => !agrees)).toEqual([]);
    });
  });
