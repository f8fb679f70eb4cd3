/** Rules that rest on what was decided before: other rules' outcomes, the grade held, the grade qualified for. */
import { type Fact, madeFrom, readOff, theseRows } from '../../model/fact.ts';
import { comparisonOf, opposite } from '../../model/judgement.ts';
import { anyOf, isRaised, metIf } from '../../model/outcome.ts';
import { assumedIn } from '../../model/statements/assumed.ts';
import { same, type Text } from '../../model/text.ts';
import { type Context, gradeOf, gradesCalled, ranks } from '../context.ts';
import { missingIn } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

/** Another rule of this manager came out so: the floor line, or a warning. */
export const outcomeOf: Evaluator<'outcome-of'> = (spec, { floor, warnings }) => {
  const warning = warnings.find(({ rule }) => rule === spec.rule);
  const finding = warning?.finding ?? (floor?.rule === spec.rule ? floor : null);
  if (!finding) throw new Error(`rule ${spec.rule} is not evaluated before it is asked for`);
  const outcome = warning?.outcome ?? finding.outcome;
  const shared = {
    by: {
      kind: 'outcome-of',
      rules: [spec.rule],
      as: spec.is === 'unmet' ? opposite(comparisonOf(finding)) : comparisonOf(finding),
    },
    title: finding.title,
    observed: finding.observed,
    threshold: finding.threshold,
    evidence: finding.evidence,
    assumed: assumedIn([finding]),
  } as const;
  if (outcome === 'unknown') return { ...shared, outcome, missing: finding.missing };
  return { ...shared, outcome: metIf(outcome === spec.is) };
};

/** A warning of the level is triggered or waits for a person; what is only foreseen is none yet. */
export const warnedOf: Evaluator<'warned-of'> = (spec, { branch, warnings }) => {
  const level = branch.policy['warning-levels'][spec.level]?.title ?? same(spec.level);
  const ofLevel = warnings.filter(({ level, foreseen }) => level === spec.level && !foreseen);
  const open = ofLevel.filter(({ outcome }) => outcome === 'unknown');
  const raised = ofLevel.filter(isRaised);
  return {
    title: {
      zh: `触发或待确认的${level.zh}情形`,
      en: `${level.en}: a rule is triggered or under review`,
    },
    by: { kind: 'outcome-of', rules: ofLevel.map(({ rule }) => rule), as: null },
    outcome: anyOf(
      ofLevel.map((warning) => (warning.outcome === 'unknown' ? 'unknown' : metIf(isRaised(warning)))),
    ),
    evidence: raised.flatMap(({ finding }) => finding.evidence),
    assumed: assumedIn(raised.map(({ finding }) => finding)),
    missing: open.flatMap(({ finding }) => finding.missing),
  };
};

const heldGrade = { kind: 'record', table: 'roster', column: 'grade' } as const;
const heldTitle = { zh: '现聘等级', en: 'Grade held' };

const titleOfGrade = (grade: string, { branch }: Context): Text =>
  branch.policy.ladder[grade]?.title ?? same(grade);

const gradeHeld = (context: Context): Fact =>
  readOff(
    heldTitle,
    { kind: 'words', value: titleOfGrade(context.manager.grade, context) },
    theseRows({ table: 'roster', rows: [context.manager] }),
  );

/** All conditions of the grade held, or of the next one above it, hold; above the highest there is none to reach. */
export const gradeMet: Evaluator<'grade-met'> = (spec, { branch, manager, assessments }) => {
  const order = ranks(branch.policy);
  const index = order.indexOf(manager.grade) - (spec === 'held' ? 0 : 1);
  const assessed = assessments.find(({ grade }) => grade === order[index]);
  const title = {
    held: { zh: '符合现聘等级的全部条件', en: 'All conditions of the grade held hold' },
    'next-above': { zh: '符合上一等级的全部条件', en: 'All conditions of the next grade hold' },
  }[spec];
  if (!assessed) return { title, by: heldGrade, outcome: 'unmet' };
  const { outcome, rules } = assessed;
  return { title, by: { kind: 'all' }, outcome, parts: rules, missing: missingIn(rules) };
};

/** The grade held is one of these. */
export const heldIs: Evaluator<'held-is'> = (grades, context) => ({
  title: heldTitle,
  by: { kind: 'one-of', of: grades.map((grade) => titleOfGrade(grade, context)) },
  outcome: metIf(grades.includes(context.manager.grade)),
  observed: gradeHeld(context),
});

/** The grade held is one of the parameter's words for the grade or rank under assessment; without words, none is. */
export const heldIn: Evaluator<'held-in'> = (parameter, context) => {
  const { parameters, policy } = context.branch;
  const grade = gradeOf(context);
  const words = parameters.has(parameter, grade) ? parameters.words(parameter, grade) : [];
  const grades = gradesCalled(words, policy);
  return {
    title: heldTitle,
    by: { kind: 'one-of', of: grades.map((each) => titleOfGrade(each, context)) },
    outcome: metIf(grades.includes(context.manager.grade)),
    observed: gradeHeld(context),
  };
};

/** The qualified grade stands above, at or above, or at least two steps above the grade held. */
export const qualified: Evaluator<'qualified'> = (spec, { branch, manager, qualified: grade }) => {
  const order = ranks(branch.policy);
  const steps = grade === null ? null : order.indexOf(manager.grade) - order.indexOf(grade);
  const needed = { 'at-least-held': 0, 'above-held': 1, 'two-above-held': 2 }[spec];
  return {
    title: {
      zh: {
        'at-least-held': '达到现聘等级条件',
        'above-held': '达到上一等级条件',
        'two-above-held': '达到上两级及以上条件',
      }[spec],
      en: {
        'at-least-held': 'Qualified for the grade held',
        'above-held': 'Qualified above the grade held',
        'two-above-held': 'Qualified two or more steps above',
      }[spec],
    },
    by: { kind: 'qualified' },
    outcome: metIf(steps !== null && steps >= needed),
    observed: madeFrom(
      { zh: '测算等级', en: 'Qualified grade' },
      {
        kind: 'words',
        value:
          grade === null ? { zh: '无', en: 'none' } : (branch.policy.ladder[grade]?.title ?? same(grade)),
      },
    ),
  };
};
