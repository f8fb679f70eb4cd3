/** The grade regulation in the box with something else in the place of a text. */
import { readFileSync } from 'node:fs';

const boxed = new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url);

export function changedPolicy(before: string | RegExp, after: string): Uint8Array {
  const text = readFileSync(boxed, 'utf8');
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`the policy has no ${before}`);
  return Buffer.from(changed);
}
