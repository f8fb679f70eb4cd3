/** Runs the engine for a test, with the policy in the box and no archive unless it is said otherwise. */

import { appraise } from '../../../src/engine/index.ts';
import type { Appraisal, ManagerAppraisal } from '../../../src/model/appraisal.ts';
import { floorOf, gradesOf, warningsOf } from '../../../src/model/entries.ts';
import type { History } from '../../../src/model/history.ts';
import type { Finding } from '../../../src/model/judgement.ts';
import type { QuarterPackage } from '../../../src/model/package.ts';
import type { Policy } from '../../../src/model/policy.ts';
import { ordinaryManager } from './package.ts';
import { gradeRegulation } from './policy.ts';

interface Options {
  readonly policy?: Policy;
  readonly history?: History;
  readonly lenient?: boolean;
}

export function appraised(
  pkg: QuarterPackage,
  { policy = gradeRegulation, history = [], lenient = false }: Options = {},
): Appraisal {
  const { appraisal, problems } = appraise(pkg, [policy], history, { lenient });
  if (!appraisal) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return appraisal;
}

export function managerIn(appraisal: Appraisal, id = ordinaryManager): ManagerAppraisal {
  const found = appraisal.managers.find(({ manager }) => manager.manager_id === id);
  if (!found) throw new Error(`${id} is not appraised`);
  return found;
}

/** The finding and all that it rests on. */
export const within = (finding: Finding): Finding[] => [finding, ...finding.parts.flatMap(within)];

/** Every finding of a manager, by the place where it stands. */
export function findingsOf(appraised: ManagerAppraisal): Map<string, Finding> {
  const found = new Map<string, Finding>();
  const put = (place: string, finding: Finding): void => {
    found.set(place, finding);
    for (const [index, part] of finding.parts.entries()) put(`${place}/${part.rule ?? index}`, part);
  };
  for (const { grade, rules } of gradesOf(appraised))
    for (const rule of rules) put(`${grade}/${rule.rule}`, rule);
  for (const { rule, finding } of warningsOf(appraised)) put(`warning/${rule}`, finding);
  const floor = floorOf(appraised);
  if (floor) put('floor', floor);
  return found;
}
