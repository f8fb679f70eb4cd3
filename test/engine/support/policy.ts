/** The policy in the box, and copies of it with single parameters set otherwise. */
import { readFileSync } from 'node:fs';
import type { Policy, WrittenValue } from '../../../src/model/policy.ts';
import { parsePolicy } from '../../../src/policy/file.ts';

/** A policy in the box, by its id. */
export function boxed(id: string): Policy {
  const file = new URL(`../../../src/policies/${id}/policy.yaml`, import.meta.url);
  const { policy, problems } = parsePolicy(readFileSync(file), `${id}/policy.yaml`);
  if (!policy) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return policy;
}

export const gradeRegulation: Policy = boxed('grade-regulation');

const always = '2000-01-01';

/** The policy with these parameters set for everybody, from ever; a parameter it lacks is refused. */
export function withParameters(
  values: Readonly<Record<string, WrittenValue>>,
  policy: Policy = gradeRegulation,
): Policy {
  const parameters = { ...policy.file.parameters };
  for (const [id, value] of Object.entries(values)) {
    const spec = parameters[id];
    if (!spec) throw new Error(`no parameter ${id}`);
    if (spec.choices && !spec.choices.includes(String(value)))
      throw new Error(`${id}: ${value} is none of ${spec.choices.join(', ')}`);
    parameters[id] = { ...spec, values: { [always]: value }, 'by-grade': undefined };
  }
  return { ...policy, file: { ...policy.file, parameters } };
}
