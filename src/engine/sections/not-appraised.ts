/** Who is not appraised, and why: the status, the series, or errors in the figures. */
import type { NotAppraised } from '../../model/appraisal.ts';
import type { QuarterPackage } from '../../model/package.ts';
import { same, type Text } from '../../model/text.ts';
import type { Branch } from '../context.ts';

/** Ordered by id. With `lenient`, managers whom an error touches are left out whole. */
export function notAppraisedIn(
  pkg: QuarterPackage,
  { parameters, policy }: Branch,
  lenient: boolean,
): NotAppraised[] {
  const reasons = new Map<string, Text[]>();
  const because = (id: string, text: Text): void => {
    reasons.set(id, [...(reasons.get(id) ?? []), text]);
  };
  const series = policy.appraised && parameters.words(policy.appraised.series);
  const ladder = Object.keys(policy.ladder);
  for (const manager of pkg.tables.roster) {
    const status = policy.statuses[manager.status];
    if (!status?.appraised) because(manager.manager_id, status?.title ?? same(manager.status));
    else if (series && !series.includes(manager.series))
      because(manager.manager_id, { zh: '所属条线不参加考核', en: 'this series is not appraised' });
    else if (ladder.length > 0 && !ladder.includes(manager.grade)) {
      const { zh, en } = policy['roster-grades'][manager.grade]?.title ?? same(manager.grade);
      because(manager.manager_id, {
        zh: `现聘等级“${zh}”不在本办法的等级序列中`,
        en: `the grade held, "${en}", is none of this policy's ladder`,
      });
    }
  }
  if (lenient)
    for (const problem of pkg.problems)
      if (problem.severity === 'error') for (const id of problem.managers) because(id, problem.message);
  const roster = new Map(pkg.tables.roster.map((manager) => [manager.manager_id, manager]));
  return [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([managerId, problems]) => ({
      managerId,
      name: roster.get(managerId)?.name ?? null,
      unit: roster.get(managerId)?.unit ?? null,
      problems,
    }));
}

/** Those whom nothing but errors in their figures keeps out: their results are not known. */
export function leftOutIn(pkg: QuarterPackage, branch: Branch, lenient: boolean): NotAppraised[] {
  const otherwise = new Set(notAppraisedIn(pkg, branch, false).map(({ managerId }) => managerId));
  return notAppraisedIn(pkg, branch, lenient).filter(({ managerId }) => !otherwise.has(managerId));
}
