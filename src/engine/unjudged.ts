/** Quarters that are not archived, and how many people they leave unjudged: a run says so before anybody reads it. */

import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import type { Quarter } from '../model/calendar.ts';
import { type Diagnostic, warningOf } from '../model/diagnostic.ts';
import { decisionOf, floorOf, gradesOf, warningsOf } from '../model/entries.ts';
import type { Finding, Missing } from '../model/judgement.ts';
import { within } from '../model/walk.ts';

export const chainProblems = {
  missing: warningOf(
    'chain.missing',
    ({
      quarters,
      managers,
      of,
      period,
    }: {
      quarters: readonly Quarter[];
      managers: number;
      of: number;
      period: Quarter;
    }) => ({
      message: {
        zh: `没有 ${quarters.join('、')} 的存档：考核的 ${of} 人中有 ${managers} 人的事项因此无法判断`,
        en: `${quarters.join(' and ')} are not archived: for ${managers} of the ${of} managers something cannot be judged for want of them`,
      },
      hint: {
        zh: `请用 --archive 指明存放以前各季结果的文件夹；本行从本季起才使用的，在 package.yaml 写“chain-starts: ${period}”`,
        en: `name the folder of the earlier results with --archive; if this is the bank's first run, write "chain-starts: ${period}" in package.yaml`,
      },
    }),
  ),
};

const archived = /^archive:(\d{4}Q[1-4])$/;

/** One warning for all quarters that somebody's judgement waits for; those before the bank's first run are none. */
export function missingQuarters(appraisal: Appraisal, chainStarts: Quarter | null): Diagnostic[] {
  const { chain, managers, period, schemes } = appraisal;
  const isMissing = (quarter: Quarter): boolean =>
    !chain.archived.includes(quarter) && (chainStarts === null || quarter >= chainStarts);
  const quartersIn = (missing: readonly Missing[]): Quarter[] =>
    missing.flatMap(({ key }) => archived.exec(key)?.[1] ?? []).filter(isMissing);

  const waiting = new Map<string, readonly Quarter[]>();
  const wait = (manager: string, missing: readonly Missing[]): void => {
    const quarters = quartersIn(missing);
    if (quarters.length > 0) waiting.set(manager, [...(waiting.get(manager) ?? []), ...quarters]);
  };
  for (const each of managers) wait(each.manager.manager_id, missingOf(each));
  for (const { sections } of schemes)
    for (const { managerId, missing } of sections.flatMap(({ entries }) => entries))
      if (managerId !== null) wait(managerId, missing);
  const quarters = [...new Set([...waiting.values()].flat())].sort();
  if (quarters.length === 0) return [];
  return [chainProblems.missing({}, { quarters, managers: waiting.size, of: managers.length, period })];
}

const missingWithin = (finding: Finding): Missing[] => within(finding).flatMap(({ missing }) => missing);

/** Whatever keeps a rule of the manager from being judged. */
function missingOf(appraised: ManagerAppraisal): Missing[] {
  const floor = floorOf(appraised);
  return [
    ...gradesOf(appraised).flatMap(({ rules }) => rules.flatMap(missingWithin)),
    ...(floor ? missingWithin(floor) : []),
    ...warningsOf(appraised).flatMap(({ finding, outcome }) =>
      outcome === 'unknown' ? missingWithin(finding) : [],
    ),
    ...(decisionOf(appraised)?.missing ?? []),
  ];
}
