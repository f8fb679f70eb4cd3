/**
 * The proposal: the first row of the policy's table that matches. Where a grade is unknown, the proposal
 * is worked out for every grade that may yet be the qualified one; if they do not agree, a person must decide.
 */
import type { Day } from '../../model/calendar.ts';
import type { Decision, DecisionEntry, WarningOutcome } from '../../model/entries.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Missing } from '../../model/judgement.ts';
import { type DecisionSpec, isDestination } from '../../model/policy.ts';
import { same, type Text } from '../../model/text.ts';
import { admonitionsOf, inForceOn } from '../admonitions.ts';
import { evaluate } from '../conditions/index.ts';
import { lacking } from '../conditions/person.ts';
import { type Context, ranks } from '../context.ts';
import { eachOnce, missingIn } from '../finding.ts';
import { entryOf, gradeFigure, review } from './evaluator.ts';
import { firstRow } from './first-row.ts';
import { gradeTitleIn, type Qualification } from './grades.ts';

const undecided: Text = { zh: '待定', en: 'Undecided' };

function decide(context: Context, qualification: Qualification): Decision {
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

/** The proposal as an entry, with every row of the table that was looked at. */
export function decisionEntry(context: Context, qualification: Qualification): DecisionEntry {
  const decision = decide(context, qualification);
  const { manager, branch } = context;
  const { action, title, toGrade, approval, considered, missing, notes } = decision;
  const isOpen = action === nobody.action;
  const figure = (id: 'held' | 'proposed', grade: GradeId | null) =>
    gradeFigure(id, titles[id], gradeTitleIn(branch.policy, grade));
  const entry = entryOf(manager, {
    outcome: isOpen ? 'unknown' : 'met',
    verdict: isOpen ? null : { id: action, title },
    figures: [figure('held', manager.grade), figure('proposed', toGrade)],
    findings: considered,
    missing,
    notes: [
      ...notes,
      ...(approval ? [{ zh: `审批：${approval.zh}`, en: `approval: ${approval.en}` }] : []),
      ...(decision.needsPerson ? [review, ...decision.toDecide] : []),
    ],
  });
  return { ...entry, decision };
}

const titles = {
  held: { zh: '现聘等级', en: 'Grade held' },
  proposed: { zh: '拟聘等级', en: 'Grade proposed' },
} as const;

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
  alternative: null,
  toDecide: [],
} as const;

const titleOf = (grade: GradeId | null, { branch }: Context): Text =>
  (grade && branch.policy.ladder[grade]?.title) || { zh: '无', en: 'none' };

/** The proposal for one grade taken as the qualified one. */
function propose(context: Context): Decision {
  const { decisions } = context.branch.policy;
  const { index, row, outcome, considered } = firstRow(decisions, context);
  const { until, notes } = admonished(context);
  const carried = { considered, warnings: graveWarnings(context), admonishedUntil: until };
  if (row === null || index === null)
    return { ...nobody, ...carried, row: decisions.length, articles: [], missing: [], notes };
  const open = { ...nobody, ...carried, row: index + 1, articles: articlesOf(row), notes };
  if (outcome !== 'met') return { ...open, missing: missingIn(considered.slice(-1)) };
  const to = destination(row, context);
  if (to !== null && typeof to !== 'string') return { ...open, missing: [to] };
  const proposed = outcomeOf(row, to, context);
  return { ...proposed, ...carried, notes: [...proposed.notes, ...notes], row: index + 1, missing: [] };
}

const speaks = (outcome: WarningOutcome): boolean => outcome === 'triggered' || outcome === 'review';

const graveWarnings = ({ branch: { policy }, warnings }: Context): string[] =>
  warnings
    .filter(({ level, outcome }) => policy['warning-levels'][level]?.grave && speaks(outcome))
    .map(({ rule }) => rule);

/** The latest day to which an admonition that is in force on the last day runs. */
function admonished({ branch, measured }: Context): { until: Day | null; notes: Text[] } {
  const { policy, parameters, lastDay } = branch;
  const months = policy.allowance?.months;
  if (months === undefined) return { until: null, notes: [] };
  const inForce = admonitionsOf(measured.portfolio.events, parameters.count(months), policy).filter((each) =>
    inForceOn(each, lastDay),
  );
  const [last] = inForce.toSorted((a, b) => (a.until > b.until ? -1 : 1));
  if (last === undefined) return { until: null, notes: [] };
  const { zh, en } = policy['event-kinds'][last.event.kind]?.title ?? same(last.event.kind);
  return { until: last.until, notes: [{ zh: `${zh}期至 ${last.until}`, en: `${en} until ${last.until}` }] };
}

const articlesOf = (spec: DecisionSpec): string[] => [spec.article, ...(spec.articles ?? [])];

type Outcome = Omit<Decision, 'row' | 'missing' | 'considered' | 'warnings' | 'admonishedUntil'>;

function outcomeOf(spec: DecisionSpec, toGrade: GradeId | null, context: Context): Outcome {
  const { policy } = context.branch;
  const leaves = spec.to !== 'nowhere' && toGrade === null;
  const rowOf = (action: string) => policy.decisions.find((each) => each.action === action);
  const action = leaves ? policy.leaving : spec.action;
  const title = leaves ? (rowOf(policy.leaving)?.title ?? undecided) : spec.title;
  const alternative = leaves || spec.alternative === undefined ? undefined : rowOf(spec.alternative);
  const confirm = policy['person-decides'].filter(
    (each) =>
      (each.actions?.includes(action) ?? true) &&
      evaluate({ ...each, rule: action }, context).outcome === 'met',
  );
  return {
    action,
    title: alternative ? either(title, alternative.title) : title,
    toGrade,
    approval: approvedBy(toGrade, context),
    articles: [...new Set([...articlesOf(spec), ...confirm.map(({ article }) => article)])],
    needsPerson: spec['needs-person'] !== undefined || alternative !== undefined || confirm.length > 0,
    alternative: alternative?.action ?? null,
    toDecide: [
      ...(typeof spec['needs-person'] === 'object' ? [spec['needs-person']] : []),
      ...toConfirm(spec, context),
      ...confirm.map((each) => each.title),
    ],
    notes: spec.note && evaluate(spec.note.unless, context).outcome === 'unmet' ? [spec.note.text] : [],
  };
}

const either = (a: Text, b: Text): Text => ({
  zh: `${a.zh}或${b.zh}`,
  en: `${a.en} or ${b.en.charAt(0).toLowerCase()}${b.en.slice(1)}`,
});

/** The warnings that a row rests on and that wait for a person. */
const toConfirm = (spec: DecisionSpec, { warnings }: Context): Text[] =>
  warnings
    .filter(({ level, outcome }) => level === spec['warned-of']?.level && outcome === 'review')
    .map(({ title }) => ({ zh: `须认定：${title.zh}`, en: `to be judged: ${title.en}` }));

/** Who approves the higher of the grade held and the grade proposed: who appointed decides. */
function approvedBy(toGrade: GradeId | null, { branch: { policy }, manager }: Context): Text | null {
  const ladder = Object.entries(policy.ladder);
  return ladder.find(([grade]) => grade === manager.grade || grade === toGrade)?.[1].approval ?? null;
}

/** The grade a row leads to; null where it leads out of the series or nowhere; or what it takes to tell. */
function destination(spec: DecisionSpec, context: Context): GradeId | null | Missing {
  const { branch, manager, qualified } = context;
  const order = ranks(branch.policy);
  const held = order.indexOf(manager.grade);
  const to = isDestination(spec.to) ? spec.to : branch.parameters.choice(spec.to);
  if (!isDestination(to)) throw new Error(`${spec.to}: ${to} is no grade to go to`);
  switch (to) {
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
    case 'level':
      return gradeOfLevel(context);
  }
}

/** The grade, a trainee's left out, that the former employee level stands for. */
function gradeOfLevel({ branch, manager }: Context): GradeId | Missing {
  const written = manager.employee_level;
  if (!written) return lacking('employee_level', { branch, manager });
  const level = /^\D*(\d+)\D*$/.exec(written)?.[1];
  const grade = ranks(branch.policy).find(
    (each) => String(branch.policy.ladder[each]?.['employee-level']) === level,
  );
  return (
    grade ?? {
      key: 'cell:employee_level',
      text: {
        zh: `原行员等级“${written}”不对应任何等级`,
        en: `the former employee level "${written}" stands for no grade`,
      },
    }
  );
}
