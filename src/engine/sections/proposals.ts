/**
 * The proposals of a decision table over the grade or title held, the ladder's or a section's own: the first row that is
 * met decides, and a row that cannot be judged stops the search. Where the qualified grade is unknown, the proposal is
 * worked out for every grade that may yet be it; if they do not agree, a person must decide.
 */
import type { Day } from '../../model/calendar.ts';
import type { Decision, DecisionEntry } from '../../model/entries.ts';
import { madeFrom, readOff, theseRows } from '../../model/fact.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Finding, Missing } from '../../model/judgement.ts';
import { isRaised } from '../../model/outcome.ts';
import type { PolicyFile } from '../../model/policy.ts';
import type { ProposalsSpec } from '../../model/sections/proposals.ts';
import { same, type Text } from '../../model/text.ts';
import { outcomeWords } from '../../model/words.ts';
import { admonitionsOf, inForceOn } from '../admonitions.ts';
import { evaluate } from '../conditions/index.ts';
import { type Context, gradesCalled } from '../context.ts';
import { asCondition, eachOnce, missingIn } from '../finding.ts';
import {
  type DecisionRow,
  type DecisionTable,
  destination,
  ladderTable,
  sectionTable,
} from './decision-table.ts';
import { entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';
import type { Qualification } from './grades.ts';

export const proposals: SectionEvaluator<ProposalsSpec> = (spec, { contexts }) => {
  const table = sectionTable(spec);
  return {
    subjects: 'managers',
    verdictTitle: { zh: '建议', en: 'Proposal' },
    entries: contexts.map((context) => {
      const held = titleHeld(spec, context);
      if (held === undefined) return withoutTitle(table, context);
      const entry = proposalEntry(table, held, { ...context, grade: held });
      return { ...entry, findings: entry.findings.map(asCondition) };
    }),
  };
};

/** What the table of the policy's own decisions proposes, by the grades for which the manager may yet qualify. */
export const ladderProposal = (context: Context, qualification: Qualification): DecisionEntry =>
  proposalEntry(ladderTable(context.branch.policy), context.manager.grade, context, qualification);

/** The title for which the word of the roster stands. */
const titleHeld = (
  { titles, 'roster-words': held }: ProposalsSpec,
  { manager, branch: { parameters, policy } }: Context,
) =>
  Object.keys(titles).find(
    (title) =>
      parameters.has(held, title) &&
      gradesCalled(parameters.words(held, title), policy).includes(manager.grade),
  );

/** Nothing can be proposed; a person decides, and says which title is held. */
function withoutTitle(table: DecisionTable, context: Context): DecisionEntry {
  const { manager, branch } = context;
  const { zh, en } = branch.policy['roster-grades'][manager.grade]?.title ?? same(manager.grade);
  const missing = [
    {
      key: 'cell:grade',
      text: {
        zh: `现聘等级“${zh}”不对应任何职位`,
        en: `the grade held, "${en}", stands for no title`,
      },
    },
  ];
  const { until, notes } = admonished(context);
  const decision = {
    ...nobody,
    ...{ considered: [], row: 0, articles: [], missing, notes },
    toDecide: [{ zh: '须先认定现任职位', en: 'the title held is to be settled first' }],
    warnings: graveWarnings(context),
    admonishedUntil: until,
  };
  const figures = figuresOf(table, null, null, manager);
  return { ...entryOf(manager, { outcome: 'unknown', figures, missing, notes }), decision };
}

function proposalEntry(
  table: DecisionTable,
  held: GradeId,
  context: Context,
  qualification?: Qualification,
): DecisionEntry {
  const decision = decide(table, held, context, qualification);
  const { action, title, toGrade, approval, considered, missing, notes, toDecide } = decision;
  const isOpen = action === nobody.action;
  const to = toGrade === null ? table.nowhere : titleOf(table, toGrade);
  const entry = entryOf(context.manager, {
    outcome: isOpen ? 'unknown' : 'met',
    verdict: isOpen ? null : { id: action, title },
    figures: figuresOf(table, titleOf(table, held), isOpen ? null : to, context.manager),
    findings: considered,
    missing,
    notes: isOpen
      ? notes
      : [
          ...table.leadsTo(toGrade),
          ...notes,
          ...(approval ? [{ zh: `审批：${approval.zh}`, en: `approved by: ${approval.en}` }] : []),
          ...(decision.needsPerson ? [table.person, ...toDecide] : []),
        ],
  });
  return { ...entry, decision };
}

const figuresOf = (
  { words }: DecisionTable,
  held: Text | null,
  to: Text | null,
  manager: Context['manager'],
) => [
  figureOf(
    'held',
    words.held,
    readOff(
      words.held,
      held && { kind: 'words', value: held },
      theseRows({ table: 'roster', rows: [manager] }),
    ),
  ),
  figureOf('target', words.to, madeFrom(words.to, to && { kind: 'words', value: to })),
];

const titleOf = ({ titles }: DecisionTable, id: GradeId): Text => titles[id]?.title ?? same(id);

const undecided: Text = { zh: '待定', en: 'Undecided' };
const nobody = {
  action: 'undecided',
  title: undecided,
  toGrade: null,
  approval: null,
  needsPerson: true,
  alternative: null,
  toDecide: [],
} as const;

function decide(
  table: DecisionTable,
  held: GradeId,
  context: Context,
  qualification?: Qualification,
): Decision {
  const candidates = qualification?.candidates ?? [context.qualified];
  const proposed = candidates.map((qualified) => propose(table, held, { ...context, qualified }));
  const [first, ...others] = proposed;
  if (!first) throw new Error('no candidate for the qualified grade');
  const agree = others.every(({ action, toGrade }) => action === first.action && toGrade === first.toGrade);
  const missing = proposed.flatMap((proposal) => proposal.missing);
  if (agree) return { ...first, missing: eachOnce(missing) };
  const openRules = (qualification?.missing ?? []).map((rule) => unknownRule(rule, context.branch.policy));
  return {
    ...first,
    ...nobody,
    articles: [...new Set(proposed.flatMap(({ articles }) => articles))],
    missing: eachOnce([...openRules, ...missing]),
    notes: proposed.map(({ title }, index) => {
      const grade = candidates[index] ?? null;
      const qualified = grade === null ? { zh: '无', en: 'none' } : titleOf(table, grade);
      return {
        zh: `若测算等级为${qualified.zh}：${title.zh}`,
        en: `if the qualified grade is ${qualified.en}: ${title.en}`,
      };
    }),
  };
}

function unknownRule(rule: string, { grades }: PolicyFile): Missing {
  const title = grades.find((each) => each.rule === rule)?.title ?? same(rule);
  return { key: `rule:${rule}`, text: { zh: `无法判断“${title.zh}”`, en: `"${title.en}" is unknown` } };
}

/** The proposal for one grade taken as the qualified one. */
function propose(table: DecisionTable, held: GradeId, context: Context): Decision {
  const considered: Finding[] = [];
  const decided = table.rows.find((row) => {
    const finding = evaluate({ ...row, rule: row.action }, context);
    considered.push(finding);
    return finding.outcome === 'met' || finding.outcome === 'unknown';
  });
  const { until, notes } = admonished(context);
  const carried = {
    considered,
    row: considered.length,
    warnings: graveWarnings(context),
    admonishedUntil: until,
  };
  const open = { ...nobody, ...carried, articles: decided ? articlesOf(decided) : [], notes };
  if (decided === undefined) return { ...open, missing: [] };
  if (considered.at(-1)?.outcome !== 'met') return { ...open, missing: missingIn(considered.slice(-1)) };
  const to = destination(decided, table, held, context);
  if (to !== null && typeof to !== 'string') return { ...open, missing: [to] };
  const proposed = proposalOf(decided, table, held, to, context);
  return { ...proposed, ...carried, notes: [...proposed.notes, ...notes], missing: [] };
}

const graveWarnings = ({ branch: { policy }, warnings }: Context): string[] =>
  warnings
    .filter((warning) => policy['warning-levels'][warning.level]?.grave && isRaised(warning))
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

const articlesOf = ({ article, articles = [] }: DecisionRow): string[] => [article, ...articles];

type Proposal = Omit<Decision, 'row' | 'missing' | 'considered' | 'warnings' | 'admonishedUntil'>;

function proposalOf(
  row: DecisionRow,
  table: DecisionTable,
  held: GradeId,
  to: GradeId | null,
  context: Context,
): Proposal {
  const rowOf = (action: string | undefined) => table.rows.find((each) => each.action === action);
  const leaving = to === null && row.to !== 'nowhere' ? table.leaving : null;
  const action = leaving ?? row.action;
  const title = leaving === null ? row.title : (rowOf(leaving)?.title ?? undecided);
  const alternative = leaving === null ? rowOf(row.alternative) : undefined;
  const confirm = table.confirm
    .filter((each) => each.actions?.includes(action) ?? true)
    .map(({ title, article, ...rule }) => {
      const { outcome } = evaluate({ ...rule, title, article, rule: action }, context);
      return { article, outcome, title: outcome === 'unknown' ? notTold(title) : title };
    })
    .filter(({ outcome }) => outcome === 'met' || outcome === 'unknown');
  return {
    action,
    title: alternative ? either(title, alternative.title) : title,
    toGrade: to,
    approval: table.approvedBy(held, to),
    articles: [...new Set([...articlesOf(row), ...confirm.map(({ article }) => article)])],
    needsPerson: row['needs-person'] !== undefined || alternative !== undefined || confirm.length > 0,
    alternative: alternative?.action ?? null,
    toDecide: [
      ...(typeof row['needs-person'] === 'object' ? [row['needs-person']] : []),
      ...toConfirm(row, context),
      ...confirm.map((each) => each.title),
    ],
    notes: row.note && evaluate(row.note.unless, context).outcome === 'unmet' ? [row.note.text] : [],
  };
}

/** What nobody can tell is no silent no. */
const notTold = ({ zh, en }: Text): Text => ({
  zh: `${outcomeWords.unknown.zh}：${zh}`,
  en: `${outcomeWords.unknown.en}: ${en}`,
});

const either = (a: Text, b: Text): Text => ({
  zh: `${a.zh}或${b.zh}`,
  en: `${a.en} or ${b.en.charAt(0).toLowerCase()}${b.en.slice(1)}`,
});

/** The warnings that a row rests on and that wait for a person. */
const toConfirm = (row: DecisionRow, { warnings }: Context): Text[] =>
  warnings
    .filter(({ level, outcome }) => level === row['warned-of']?.level && outcome === 'review')
    .map(({ title }) => ({ zh: `须认定：${title.zh}`, en: `to be judged: ${title.en}` }));
