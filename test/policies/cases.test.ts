/** Runs the worked examples that stand beside each policy: what is given, what must come out, by which article. */
import { describe, expect, test } from 'vitest';
import { appraise } from '../../src/engine/index.ts';
import type { WrittenValue } from '../../src/model/policy.ts';
import { ordinaryManager } from '../engine/support/package.ts';
import { withParameters } from '../engine/support/policy.ts';
import { casesOf, type Trial } from './case-file.ts';
import { historyIn, packageIn } from './given.ts';
import { lookAt } from './look.ts';

const written = (value: string | string[]): WrittenValue =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

/** What the appraisal says at every place the case looks at. */
function outcomeOf({ readings, given, expect: expected }: Trial): Record<string, string> {
  const policy = withParameters(
    Object.fromEntries(Object.entries(readings).map(([id, value]) => [id, written(value)])),
  );
  const { appraisal, problems } = appraise(packageIn(given), [policy], historyIn(given), { lenient: false });
  if (!appraisal) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  const manager = appraisal.managers.find((each) => each.manager.manager_id === ordinaryManager);
  if (!manager) throw new Error('the manager of the case is not appraised');
  return Object.fromEntries(Object.keys(expected).map((place) => [place, lookAt(place, manager, appraisal)]));
}

/** `contains …` asks only for a part of the wording. */
const wanted = (text: string): unknown =>
  text.startsWith('contains ') ? expect.stringContaining(text.slice('contains '.length)) : text;

for (const { name, topic, trials } of casesOf('grade-regulation'))
  describe(`${name} ${topic}`, () => {
    test.each(trials.map((trial) => [trial.name, trial] as const))('%s', (_, trial) => {
      expect(outcomeOf(trial)).toEqual(
        Object.fromEntries(Object.entries(trial.expect).map(([place, text]) => [place, wanted(text)])),
      );
    });
  });
