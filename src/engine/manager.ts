/** One manager's appraisal, section by section: each may rest on those before it. */
import type { ManagerAppraisal, Portfolio } from '../model/appraisal.ts';
import type { Finding } from '../model/judgement.ts';
import type { Row } from '../model/package.ts';
import type { SectionVerdict } from '../model/section-verdict.ts';
import type { Text } from '../model/text.ts';
import { flowsOf } from './conditions/flows.ts';
import { evaluate } from './conditions/index.ts';
import { type Branch, type Context, ranks } from './context.ts';
import { customerFigures, customersOf } from './customers.ts';
import { findingOf, outOfScope, untitled } from './finding.ts';
import { measuredPortfolio } from './measured-portfolio.ts';
import { allowanceOf } from './sections/allowance.ts';
import { decide } from './sections/decisions.ts';
import { assessGrades, qualify } from './sections/grades.ts';
import { targetsOf } from './sections/targets.ts';
import { trendOf } from './sections/trend.ts';
import { warningsOf } from './sections/warnings.ts';
import { lookFor } from './signs.ts';

export function appraiseManager(
  manager: Row<'roster'>,
  portfolio: Portfolio,
  branch: Branch,
  sections: Context['sections'],
  verdicts: readonly SectionVerdict[],
): ManagerAppraisal {
  const { policy } = branch;
  const opening = openContext(manager, portfolio, branch, sections);
  const floor = policy.floor ? evaluate(policy.floor, opening) : noFloor;
  const withFloor: Context = { ...opening, floor };
  const grades = assessGrades(withFloor);
  const qualification = qualify(grades, ranks(policy));
  const warnings = warningsOf(withFloor);
  return {
    manager,
    portfolio,
    customers: customersOf(withFloor),
    customerFigures: customerFigures(withFloor, grades),
    grades,
    qualifiedGrade: qualification.qualifiedGrade,
    possibleGrade: qualification.possibleGrade,
    missing: qualification.missing,
    notes: notesOf(
      grades.flatMap(({ rules }) => rules.flatMap(({ notes }) => notes)),
      branch,
    ),
    floor,
    targets: withFloor.targets,
    warnings,
    allowance: allowanceOf(withFloor),
    signs: Object.fromEntries(
      Object.keys(policy.signs).map((sign) => {
        const seen = lookFor(sign, portfolio, branch);
        return [sign, { shown: seen.shown.map(({ loanId }) => loanId), unknown: seen.outcome === 'unknown' }];
      }),
    ),
    flows: flowsOf(withFloor),
    trend: trendOf(withFloor, qualification, verdicts),
    decision: decidesNow(branch)
      ? decide({ ...withFloor, warnings, assessments: grades }, qualification)
      : null,
  };
}

/** A manager before any rule is evaluated. */
export function openContext(
  manager: Row<'roster'>,
  portfolio: Portfolio,
  branch: Branch,
  sections: Context['sections'],
): Context {
  const { policy, parameters } = branch;
  const measured = measuredPortfolio(
    portfolio,
    policy.measures,
    parameters,
    branch.package.rates.get('USD') ?? null,
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
  };
}

/** Of a policy that draws no floor line. */
const noFloor: Finding = findingOf({ rule: null, title: untitled, article: '' }, outOfScope);

/** Whether appointments are decided at this stage. */
const decidesNow = ({ policy, stage }: Branch): boolean =>
  policy.decisions.length > 0 && (policy.decided === 'every-quarter' || stage === 'annual');

/** The remarks of the rules, each once, and whatever the chain of quarters makes worth saying. */
function notesOf(notes: readonly Text[], { past }: Branch): Text[] {
  const clean = past.chain.takenAsClean;
  const said = new Map(notes.map((note) => [note.zh, note]));
  return [
    ...said.values(),
    ...(clean.length > 0
      ? [
          {
            zh: `首次运行：${clean.join('、')} 视为无不良记录`,
            en: `first run: ${clean.join(', ')} taken as clean`,
          },
        ]
      : []),
  ];
}
