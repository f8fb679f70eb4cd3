/** Appraises the same figures under two policies and says who moves, and by which rule. Pure, as the appraisal is. */

import type { Appraisal, ManagerAppraisal } from '../../model/appraisal.ts';
import { lastDay } from '../../model/calendar.ts';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.ts';
import { allowanceOf, decisionOf, gradedOf, type Warning, warningsOf } from '../../model/entries.ts';
import type { History } from '../../model/history.ts';
import type { GradeId, PolicyInForce } from '../../model/in-force.ts';
import type { Hundredths } from '../../model/money.ts';
import type { QuarterPackage } from '../../model/package.ts';
import type { Policy } from '../../model/policy.ts';
import {
  countedOutcomes,
  type Direction,
  type LevelCounts,
  type ParameterMove,
  type SimulatedManager,
  type Simulation,
  type Standing,
  type WarningMove,
} from '../../model/simulation.ts';
import { levelTitle } from '../../model/words.ts';
import { parametersInForce } from '../../policy/parameters.ts';
import { type AppraiseOptions, appraise } from '../index.ts';
import { payInGrade } from '../sections/allowance.ts';
import { simulatedSections, textOf } from './sections.ts';

/** Null where a policy has errors, or the package some that `lenient` does not allow for. */
export function simulate(
  pkg: QuarterPackage,
  policies: { readonly before: Policy; readonly after: Policy },
  history: History,
  options: AppraiseOptions,
): { simulation: Simulation | null; problems: Diagnostic[] } {
  const sides = [policies.before, policies.after].map((policy) => ({
    ...appraise(pkg, [policy], history, options),
    pay: appointedPay(policy, pkg),
  }));
  const [before, after] = sides;
  // What is found in the package is the same under both policies; a policy's own errors name their file.
  const problems = [
    ...new Map(sides.flatMap((side) => side.problems).map((each) => [keyOf(each), each])).values(),
  ];
  if (!before?.appraisal || !after?.appraisal || hasErrors(problems)) return { simulation: null, problems };
  const [was, is] = [before.appraisal, after.appraisal];
  const [old, now] = [byId(was), byId(is)];
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  const grades = gradesOf(was.policy, is.policy);
  const levels = levelsTogether(is.policy, was.policy);
  const sections = simulatedSections(was, is);
  const gradeRules = new Map(
    sections
      .filter(({ id }) => id === 'grades')
      .flatMap(({ entries }) => entries.map(({ subject, rules }) => [subject, rules])),
  );
  const managers = ids.flatMap((id) => {
    const [first, second] = [old.get(id), now.get(id)];
    const either = second ?? first;
    if (either === undefined) return [];
    const { manager_id: managerId, name, unit, grade: held } = either.manager;
    const standing = first ? standingOf(first, before.pay) : null;
    const next = second ? standingOf(second, after.pay) : null;
    const direction = directionOf(standing, next, grades);
    return [
      {
        ...{ managerId, name, unit, held, before: standing, after: next, direction },
        rules: direction === 'up' || direction === 'down' ? (gradeRules.get(id) ?? []) : [],
        warnings: warningMoves(first ? warningsOf(first) : [], second ? warningsOf(second) : [], levels),
      } satisfies SimulatedManager,
    ];
  });
  return {
    simulation: {
      period: is.period,
      stage: is.stage,
      before: was.policy,
      after: is.policy,
      grades,
      managers,
      levels: levelsOf(was, is),
      sections,
      parameters: parameterMoves(was.policy, is.policy),
    },
    problems,
  };
}

const keyOf = ({ code, at, value }: Diagnostic): string => JSON.stringify([code, at, value]);
const byId = ({ managers }: Appraisal) => new Map(managers.map((each) => [each.manager.manager_id, each]));

/** The grades of both ladders that are no traineeship, in the order of the later policy. */
function gradesOf(before: PolicyInForce, after: PolicyInForce): Simulation['grades'] {
  const all = [...after.ladder, ...before.ladder].filter(({ trainee }) => !trainee);
  return [...new Map(all.map(({ id, title }) => [id, { id, title }])).values()];
}

type Pay = (appraised: ManagerAppraisal) => Hundredths;

/**
 * The quarter's pay, admonitions included, were a manager appointed to the qualified grade. Who qualifies for none is
 * paid nothing, but a trainee stays one.
 */
function appointedPay(policy: Policy, pkg: QuarterPackage): Pay {
  const { file } = policy;
  const { parameters } = parametersInForce(policy, lastDay(pkg.period));
  return (appraised) => {
    const { manager } = appraised;
    const grade =
      gradedOf(appraised).qualifiedGrade ?? (file.ladder[manager.grade]?.trainee ? manager.grade : null);
    if (grade === null) return 0n;
    const months = allowanceOf(appraised)?.months ?? [];
    return payInGrade(grade, { policy: file, parameters, manager }, months) ?? 0n;
  };
}

function standingOf(appraised: ManagerAppraisal, pay: Pay): Standing {
  const { qualifiedGrade, possibleGrade } = gradedOf(appraised);
  const decision = decisionOf(appraised);
  return {
    qualifiedGrade,
    possibleGrade,
    decision: decision && { title: decision.title, toGrade: decision.toGrade },
    allowance: allowanceOf(appraised)?.amount ?? 0n,
    appointed: pay(appraised),
  };
}

function directionOf(
  before: Standing | null,
  after: Standing | null,
  grades: Simulation['grades'],
): Direction {
  if (before === null) return 'in';
  if (after === null) return 'out';
  const rank = (grade: GradeId | null): number =>
    grade === null ? grades.length : grades.findIndex(({ id }) => id === grade);
  const [was, is] = [rank(before.qualifiedGrade), rank(after.qualifiedGrade)];
  return was === is ? 'same' : is < was ? 'up' : 'down';
}

const speaks = (outcome: string | undefined): boolean => countedOutcomes.some((each) => each === outcome);

function warningMoves(
  before: readonly Warning[],
  after: readonly Warning[],
  levels: PolicyInForce['warningLevels'],
): WarningMove[] {
  const [was, is] = [before, after].map((side) => new Map(side.map((warning) => [warning.rule, warning])));
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((rule) => {
    const [old, now] = [was?.get(rule), is?.get(rule)];
    const warning = now ?? old;
    if (warning === undefined || old?.outcome === now?.outcome) return [];
    if (!speaks(old?.outcome) && !speaks(now?.outcome)) return [];
    const { title, level, article } = warning;
    const sides = { before: old?.outcome ?? null, after: now?.outcome ?? null };
    return [{ rule, title, level, levelTitle: levelTitle(levels, level), article, ...sides }];
  });
}

/** The levels of both policies; those that only the other has stand as the lightest. */
const levelsTogether = (first: PolicyInForce, other: PolicyInForce): PolicyInForce['warningLevels'] => [
  ...other.warningLevels.filter(({ id }) => first.warningLevels.every((each) => each.id !== id)),
  ...first.warningLevels,
];

function levelsOf(before: Appraisal, after: Appraisal): LevelCounts[] {
  const counts = ({ managers }: Appraisal, level: string): LevelCounts['before'] => {
    const ofLevel = managers.flatMap(warningsOf).filter((each) => each.level === level);
    const count = (outcome: string): number => ofLevel.filter((each) => each.outcome === outcome).length;
    return { triggered: count('triggered'), review: count('review'), unknown: count('unknown') };
  };
  return levelsTogether(after.policy, before.policy)
    .toReversed()
    .map(({ id: level, title }) => ({
      level,
      title,
      before: counts(before, level),
      after: counts(after, level),
    }));
}

function parameterMoves(before: PolicyInForce, after: PolicyInForce): ParameterMove[] {
  const linesOf = ({ parameters }: PolicyInForce) =>
    new Map(
      parameters.flatMap((parameter) =>
        parameter.values.map((line) => [JSON.stringify([parameter.id, line.grade]), { parameter, line }]),
      ),
    );
  const [was, is] = [linesOf(before), linesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const either = now ?? old;
    const same = old && now && textOf(old.line.value) === textOf(now.line.value);
    if (either === undefined || same) return [];
    const { id, title, article } = either.parameter;
    const { grade, since } = either.line;
    return [
      { id, title, article, grade, since, before: old?.line.value ?? null, after: now?.line.value ?? null },
    ];
  });
}
