/** One manager's appraisal, section by section: each may rest on those before it. */
import type { ManagerAppraisal, Portfolio } from '../model/appraisal.ts';
import type { Row } from '../model/package.ts';
import { ofWhoeverHolds } from '../model/policy/floor.ts';
import type { SectionVerdict } from '../model/section-verdict.ts';
import { firstRun } from '../model/statements/first-run.ts';
import type { Text } from '../model/text.ts';
import { balancesMoved } from './balances-moved.ts';
import { averagesOf } from './completions.ts';
import { offBalanceOf } from './conditions/declining.ts';
import { flowsOf } from './conditions/flows.ts';
import { evaluate } from './conditions/index.ts';
import { type Branch, type Context, ranks } from './context.ts';
import { customerFigures, customersOf } from './customers.ts';
import { measuredPortfolio } from './measured-portfolio.ts';
import { allowanceEntry } from './sections/allowance-entry.ts';
import { floorEntry } from './sections/floor.ts';
import { assessGrades, gradesEntry, qualify } from './sections/grades.ts';
import { planEntry } from './sections/plan.ts';
import { ladderProposal } from './sections/proposals.ts';
import { targetsOf } from './sections/targets.ts';
import { trendOf } from './sections/trend.ts';
import { warningsEntry } from './sections/warnings.ts';
import { lookFor } from './signs.ts';
import { teamsOfManager } from './team-credit.ts';

export function appraiseManager(
  manager: Row<'roster'>,
  portfolio: Portfolio,
  branch: Branch,
  sections: Context['sections'],
  field: Context['field'],
  verdicts: readonly SectionVerdict[],
): ManagerAppraisal {
  const { policy, past } = branch;
  const opening = initialContext(manager, portfolio, branch, sections, field);
  const floor = policy.floor ? evaluate(ofWhoeverHolds(policy.floor), opening) : null;
  const withFloor: Context = { ...opening, floor };
  const grades = assessGrades(withFloor);
  const qualification = qualify(grades, ranks(policy));
  const remarks = grades.flatMap(({ rules }) => rules.flatMap(({ notes }) => notes));
  const graded = Object.keys(policy.ladder).length > 0;
  const warnings = policy.warnings.length > 0 ? warningsEntry(withFloor) : null;
  const completion = averagesOf(
    withFloor.targets.filter(({ main }) => main),
    branch.averaging,
  );
  const customers = customersOf(withFloor);
  const judged: Context = { ...withFloor, warnings: warnings?.warnings ?? [], assessments: grades };
  return {
    manager,
    portfolio,
    customers,
    customerFigures: customerFigures(withFloor, grades, customers),
    targets: withFloor.targets,
    completion,
    signs: Object.fromEntries(
      Object.keys(policy.signs).map((sign) => {
        const seen = lookFor(sign, portfolio, branch);
        return [sign, { shown: seen.shown.map(({ loanId }) => loanId), unknown: seen.outcome === 'unknown' }];
      }),
    ),
    flows: flowsOf(withFloor),
    offBalance: offBalanceOf(withFloor),
    balancesMoved: balancesMoved(withFloor),
    trend: trendOf(withFloor, qualification, completion.quarter, verdicts),
    entries: {
      floor: floor && floorEntry(manager, floor),
      grades: graded
        ? gradesEntry(withFloor, grades, qualification, eachText([...remarks, ...firstRun(past.chain)]))
        : null,
      targets: graded && branch.readsPlans ? planEntry({ article: '' }, withFloor, completion) : null,
      warnings,
      allowance: policy.allowance ? allowanceEntry(policy.allowance, withFloor) : null,
      decisions: decidesNow(branch) ? ladderProposal(judged, qualification) : null,
    },
  };
}

/** A manager before any rule is evaluated. */
export function initialContext(
  manager: Row<'roster'>,
  portfolio: Portfolio,
  branch: Branch,
  sections: Context['sections'],
  field: Context['field'],
): Context {
  const { policy, parameters } = branch;
  const measured = measuredPortfolio(
    portfolio,
    policy.measures,
    parameters,
    branch.package.rates.get('USD') ?? null,
    teamsOfManager(manager.manager_id, branch),
  );
  return {
    branch,
    manager,
    measured,
    grade: null,
    targets: targetsOf(measured, manager, branch),
    floor: null,
    warnings: [],
    qualified: null,
    assessments: [],
    sections,
    field,
  };
}

/** Whether appointments are decided at this stage. */
const decidesNow = ({ policy, stage }: Branch): boolean =>
  policy.decisions.length > 0 && (policy.decided === 'every-quarter' || stage === 'annual');

/** Each text once. */
const eachText = (texts: readonly Text[]): Text[] => [
  ...new Map(texts.map((text) => [text.zh, text])).values(),
];
