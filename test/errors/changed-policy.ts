/** The grade regulation in the box with something else in the place of a text, and what is found in it. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

const boxed = new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url);

export function changedPolicy(before: string | RegExp, after: string): Uint8Array {
  const text = readFileSync(boxed, 'utf8');
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`the policy has no ${before}`);
  return Buffer.from(changed);
}

/** Problems in it at one row, wherever they are: a rule more in the box leaves the gallery as it is. */
export const atOneRow = (problems: readonly Diagnostic[]): Diagnostic[] =>
  problems.map((problem) => ({
    ...problem,
    at: problem.at.row === undefined ? problem.at : { ...problem.at, row: 160 },
  }));
