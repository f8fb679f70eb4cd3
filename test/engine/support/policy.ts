/** The policy in the box, and copies of it with single parameters set otherwise. */
import { readFileSync } from 'node:fs';
import { parsePolicy } from '../../../src/intake/policy-file.ts';
import type { Policy, WrittenValue } from '../../../src/model/policy.ts';

const file = new URL('../../../src/policies/grade-regulation/policy.yaml', import.meta.url);

function parsed(): Policy {
  const { policy, problems } = parsePolicy(readFileSync(file), 'grade-regulation/policy.yaml');
  if (!policy) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return policy;
}

export const gradeRegulation: Policy = parsed();

const always = '2000-01-01';

/** The policy with these parameters set for everybody, from ever; a parameter it lacks is refused. */
export function withParameters(values: Readonly<Record<string, WrittenValue>>): Policy {
  const parameters = { ...gradeRegulation.file.parameters };
  for (const [id, value] of Object.entries(values)) {
    const spec = parameters[id];
    if (!spec) throw new Error(`no parameter ${id}`);
    if (spec.choices && !spec.choices.includes(String(value)))
      throw new Error(`${id}: ${value} is none of ${spec.choices.join(', ')}`);
    parameters[id] = { ...spec, values: { [always]: value }, 'by-grade': undefined };
  }
  return { ...gradeRegulation, file: { ...gradeRegulation.file, parameters } };
}
