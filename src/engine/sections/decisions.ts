/**
 * The proposal: the first row of the policy's table that matches. Where a grade is unknown, the proposal
 * is worked out for every grade that may yet be the qualified one; if they do not agree, a person must decide.
 */
import type { Decision, WarningOutcome } from '../../model/appraisal.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Missing } from '../../model/judgement.ts';
import type { DecisionSpec } from '../../model/policy.ts';
import { same, type Text } from '../../model/text.ts';
import { evaluate } from '../conditions/index.ts';
import { type Context, ranks } from '../context.ts';
import { eachOnce, missingIn } from '../finding.ts';
import { firstRow } from './first-row.ts';
import type { Qualification } from './grades.ts';

const undecided: Text = { zh: '待定', en: 'Undecided' };

export function decide(context: Context, qualification: Qualification): Decision {
  const proposals = qualification.candidates.map((qualified) => propose({ ...context, qualified }));
  const [first, ...others] = proposals;
  if (!first) throw new Error('no candidate for the qualified grade');
  const agree = others.every(({ action, toGrade }) => action === first.action && toGrade === first.toGrade);
  const missing = proposals.flatMap((proposal) => proposal.missing);
  if (agree) return { ...first, missing: eachOnce(missing) };
  return {
    ...first,
    ...nobody,
    articles: [...new Set(proposals.flatMap(({ articles }) => articles))],
    missing: eachOnce([...qualification.missing.map((rule) => unknownRule(rule, context)), ...missing]),
    notes: proposals.map(({ title }, index) => {
      const grade = qualification.candidates[index] ?? null;
      return {
        zh: `若测算等级为${titleOf(grade, context).zh}：${title.zh}`,
        en: `if the qualified grade is ${titleOf(grade, context).en}: ${title.en}`,
      };
    }),
  };
}

function unknownRule(rule: string, { branch }: Context): Missing {
  const title = branch.policy.grades.find((each) => each.rule === rule)?.title ?? same(rule);
  return { key: `rule:${rule}`, text: { zh: `无法判断“${title.zh}”`, en: `"${title.en}" is unknown` } };
}

const nobody = {
  action: 'undecided',
  title: undecided,
  toGrade: null,
  approval: null,
  needsPerson: true,
  warnings: [],
} as const;

const titleOf = (grade: GradeId | null, { branch }: Context): Text =>
  (grade && branch.policy.ladder[grade]?.title) || { zh: '无', en: 'none' };

/** The proposal for one grade taken as the qualified one. */
function propose(context: Context): Decision {
  const { decisions } = context.branch.policy;
  const { index, row, outcome, considered } = firstRow(decisions, context);
  if (row === null || index === null)
    return { ...nobody, row: decisions.length, articles: [], missing: [], notes: [], considered };
  if (outcome === 'met') return { ...outcomeOf(row, context), row: index + 1, missing: [], considered };
  return {
    ...nobody,
    row: index + 1,
    articles: articlesOf(row),
    missing: missingIn(considered.slice(-1)),
    notes: [],
    considered,
  };
}

const speaks = (outcome: WarningOutcome): boolean => outcome === 'triggered' || outcome === 'review';

const articlesOf = (spec: DecisionSpec): string[] => [spec.article, ...(spec.articles ?? [])];

function outcomeOf(spec: DecisionSpec, context: Context): Omit<Decision, 'row' | 'missing' | 'considered'> {
  const { policy } = context.branch;
  const toGrade = destination(spec, context);
  const leaves = spec.to !== 'nowhere' && toGrade === null;
  const leaving = policy.decisions.find(({ action }) => action === policy.leaving);
  return {
    action: leaves ? policy.leaving : spec.action,
    title: leaves ? (leaving?.title ?? undecided) : spec.title,
    toGrade,
    approval: policy.ladder[toGrade ?? context.manager.grade]?.approval ?? null,
    articles: articlesOf(spec),
    needsPerson: spec['needs-person'] ?? false,
    warnings: context.warnings
      .filter(({ level, outcome }) => level === spec['warned-of']?.level && speaks(outcome))
      .map(({ rule }) => rule),
    notes: spec.note && evaluate(spec.note.unless, context).outcome === 'unmet' ? [spec.note.text] : [],
  };
}

/** The grade a row leads to; null where it leads below the ladder or nowhere. */
function destination(spec: DecisionSpec, { branch, manager, qualified }: Context): GradeId | null {
  const order = ranks(branch.policy);
  const held = order.indexOf(manager.grade);
  switch (spec.to) {
    case 'nowhere':
      return null;
    case 'held':
      return manager.grade;
    case 'one-up':
      return order[held - 1] ?? null;
    case 'one-down':
      return order[held + 1] ?? null;
    case 'qualified':
      return qualified ?? spec['none-qualified'] ?? null;
    case 'one-down-or-qualified':
      return qualified === null ? null : (order[Math.max(held + 1, order.indexOf(qualified))] ?? null);
  }
}
