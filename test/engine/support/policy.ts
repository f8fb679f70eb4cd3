/** The policy in the box, and copies of it with single parameters set otherwise. */
import { readFileSync } from 'node:fs';
import { withParameters as set } from '../../../src/cases/run.ts';
import type { WrittenValue } from '../../../src/model/policy/parameters.ts';
import type { Policy } from '../../../src/model/policy.ts';
import { parsePolicy } from '../../../src/policy/file.ts';

/** A policy in the box, by its id. */
export function boxed(id: string): Policy {
  const file = new URL(`../../../src/policies/${id}/policy.yaml`, import.meta.url);
  const { policy, problems } = parsePolicy(readFileSync(file), `${id}/policy.yaml`);
  if (!policy) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return policy;
}

export const gradeRegulation: Policy = boxed('grade-regulation');

/** The policy with these parameters set for everybody, from ever; a parameter it lacks is refused. */
export const withParameters = (
  values: Readonly<Record<string, WrittenValue>>,
  policy: Policy = gradeRegulation,
): Policy => set(values, policy);
