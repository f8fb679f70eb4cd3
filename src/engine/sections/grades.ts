/** Every grade's conditions, from the highest down, and the grade a manager qualifies for. */
import type { Rule } from '../../model/conditions/index.ts';
import type { GradeAssessment, GradesEntry } from '../../model/entries.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Finding } from '../../model/judgement.ts';
import { allOf } from '../../model/outcome.ts';
import { conditionsOfGrades } from '../../model/policy/floor.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { none, same, type Text } from '../../model/text.ts';
import { evaluate } from '../conditions/index.ts';
import { type Context, ranks } from '../context.ts';
import { findingOf, missingIn } from '../finding.ts';
import { entryOf, gradeFigure } from './evaluator.ts';

/** Senior … fourth, high to low; for a trainee also the traineeship, last. */
export function assessGrades(context: Context): GradeAssessment[] {
  const { policy } = context.branch;
  const own = policy.ladder[context.manager.grade]?.trainee ? [context.manager.grade] : [];
  return assess(conditionsOfGrades(policy), [...ranks(policy), ...own], context);
}

/** Each grade's own rules, all of which it requires. */
export function assess(
  required: readonly Rule[],
  grades: readonly GradeId[],
  context: Context,
): GradeAssessment[] {
  const judged = required.map((rule) => judgedByGrade(rule, context));
  return grades.map((grade) => {
    const rules = judged.flatMap((of) => of(grade) ?? []);
    return { grade, rules, outcome: allOf(rules.map(({ outcome }) => outcome)) };
  });
}

/** A rule for one grade after the other, null for one that it does not speak of. If nothing asks which grade it is, it is judged once. */
function judgedByGrade({ 'for-grades': only, ...rule }: Rule, context: Context) {
  let ofAll: Finding | null = null;
  return (grade: GradeId): Finding | null => {
    if (only !== undefined && !only.includes(grade)) return null;
    if (ofAll !== null) return ofAll;
    let isAsked = false;
    const finding = evaluate(rule, {
      ...context,
      get grade() {
        isAsked = true;
        return grade;
      },
    });
    if (!isAsked) ofAll = finding;
    return finding;
  };
}

/** A grade or rank as a whole, over the rules that it requires. */
export const assessmentFindings = (
  assessments: readonly GradeAssessment[],
  titleOf: (grade: GradeId) => Text,
  article = '',
): Finding[] =>
  assessments.map(({ grade, rules, outcome }) =>
    findingOf(
      { rule: grade, title: titleOf(grade), article },
      { by: { kind: 'all' }, outcome, parts: rules, missing: missingIn(rules) },
    ),
  );

export interface Qualification {
  /** The highest grade whose rules are all met; nobody qualifies by falling through. */
  readonly qualifiedGrade: GradeId | null;
  /** The highest if every unknown turned out well. */
  readonly possibleGrade: GradeId | null;
  /** The unknown rules that stand between the two. */
  readonly missing: readonly string[];
  /** Every grade that may yet turn out to be the qualified one; null stands for none. */
  readonly candidates: readonly (GradeId | null)[];
}

export function qualify(assessments: readonly GradeAssessment[], ladder: readonly GradeId[]): Qualification {
  const ranked = assessments.filter(({ grade }) => ladder.includes(grade));
  const qualified = ranked.find(({ outcome }) => outcome === 'met') ?? null;
  const possible = ranked.find(({ outcome }) => outcome !== 'unmet') ?? null;
  const end = qualified ? ranked.indexOf(qualified) : ranked.length;
  const open = ranked.slice(0, end).filter(({ outcome }) => outcome === 'unknown');
  return {
    qualifiedGrade: qualified?.grade ?? null,
    possibleGrade: possible?.grade ?? null,
    missing:
      possible && possible !== qualified
        ? possible.rules.flatMap(({ rule, outcome }) => (outcome === 'unknown' && rule ? [rule] : []))
        : [],
    candidates: [...open.map(({ grade }) => grade), qualified?.grade ?? null],
  };
}

/** What the grades of the ladder come to for a manager, with the remarks of the rules. */
export function gradesEntry(
  { branch: { policy }, manager }: Context,
  grades: readonly GradeAssessment[],
  { qualifiedGrade, possibleGrade, missing }: Qualification,
  notes: readonly Text[],
): GradesEntry {
  const titleOf = (grade: GradeId | null) => gradeTitleIn(policy, grade);
  const judged = qualifiedGrade === possibleGrade;
  const findings = assessmentFindings(grades, titleOf);
  return {
    ...entryOf(manager, {
      outcome: judged ? 'met' : 'unknown',
      verdict: judged ? { id: qualifiedGrade ?? 'none', title: titleOf(qualifiedGrade) } : null,
      figures: [
        gradeFigure('held', titles.held, titleOf(manager.grade)),
        gradeFigure('qualified', titles.qualified, titleOf(qualifiedGrade)),
        gradeFigure('possible', titles.possible, titleOf(possibleGrade)),
      ],
      findings,
      missing: judged ? [] : missingIn(findings),
      notes,
    }),
    grades,
    qualifiedGrade,
    possibleGrade,
    openRules: missing,
  };
}

const titles = {
  held: { zh: '现聘等级', en: 'Grade held' },
  qualified: { zh: '测算等级', en: 'Qualified grade' },
  possible: { zh: '可能等级', en: 'Possible grade' },
} as const satisfies Record<string, Text>;

/** What a grade of the ladder is called; of one that is none of its, the word itself. */
const gradeTitleIn = ({ ladder }: PolicyFile, grade: GradeId | null): Text =>
  grade === null ? none : (ladder[grade]?.title ?? same(grade));
