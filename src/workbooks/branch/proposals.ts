/** 聘任建议: the proposals, those of one approving body together, with what a person must still decide. */

import type { Appraisal, ManagerAppraisal } from '../../model/appraisal.ts';
import { yearOf } from '../../model/calendar.ts';
import { type Decision, decisionOf, gradedOf, gradesOf, warningsOf } from '../../model/entries.ts';
import type { Finding } from '../../model/judgement.ts';
import { sum } from '../../model/money.ts';
import { isRaised } from '../../model/outcome.ts';
import { compare, type Ratio, ratio } from '../../model/ratio.ts';
import { gradeKnown } from '../../model/statements/grade.ts';
import { warningTally } from '../../model/statements/warnings.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import { comma, join, joined, none, same, semicolon, type Text } from '../../model/text.ts';
import { blank, percentage, whole, words } from '../../spreadsheet/cells.ts';
import { label, over } from '../../spreadsheet/form.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Block, Formula } from '../../spreadsheet/sheet.ts';
import { completionCell } from '../completion.ts';
import { classMarks } from '../manager/classification.ts';
import { raisedWarnings } from '../manager/result/warned.ts';
import { choiceWord, gradeTitle, levelWord, qualifiedWord, warningMarks } from '../words.ts';
import { changeOf, changes } from './managers.ts';
import { migrationsOf } from './migration.ts';
import { mainTasks, planAnchor } from './plan-lines.ts';
import { countWhere, filledWhere, sumWhere } from './tally.ts';
import {
  admonishedUntil,
  admonitionWord,
  type BranchSheet,
  type BranchView,
  heldColumn,
  managerColumns,
  onScreen,
  opening,
  titleColumns,
} from './view.ts';

const w = {
  sheet: { zh: '聘任建议', en: 'Proposals' },
  title: { zh: '聘任建议（须经批准）', en: 'Proposals (need approval)' },
  body: { zh: '审批机构', en: 'Approval' },
  count: { zh: '人数', en: 'Managers' },
  open: { zh: '须人工认定', en: 'Need a person' },
  full: { zh: '审批程序', en: 'Approving body in full' },
  unmet: { zh: '未符合：', en: 'not met: ' },
  review: { zh: '考核', en: 'review: ' },
  byPerson: { zh: '须由有权人认定', en: 'a person must decide' },
  unit: { zh: '机构', en: 'Unit' },
  held: { zh: '现聘', en: 'Held' },
  how: {
    zh: '条件：拟聘等级（无拟聘的按现聘等级）应有条件中已符合的；完成率：全年最低的主要指标；非正常：非正常类贷款占比；预警未注明的为已触发。',
    en: 'Met: of the conditions of the grade proposed, else of the one held. Plan: the year’s lowest main indicator. Below: the share of loans below normal. Warnings without a remark are triggered.',
  },
  undecided: { zh: '待定，先由人认定', en: 'Undecided: a person first' },
};

interface Body {
  /** A letter, under which the body stands in full above the list. */
  readonly short: Text;
  readonly full: Text;
}

interface ProposalLine {
  readonly appraised: ManagerAppraisal;
  readonly decision: Decision;
  readonly body: Body;
}

const bodyAnchor = ({ short }: Body): string => `approving body ${short.zh}`;
/** The approving bodies in the ladder's order; last, those whose body is not known before a person has decided. */
function bodiesOf({ policy }: Appraisal): { readonly known: ReadonlyMap<string, Body>; readonly none: Body } {
  const known = new Map<string, Body>();
  for (const { approval } of policy.ladder)
    if (!known.has(approval.zh))
      known.set(approval.zh, { short: same(String.fromCharCode(65 + known.size)), full: approval });
  return { known, none: { short: { zh: '待定', en: 'open' }, full: w.undecided } };
}

/** The year's lowest completion of a main indicator. */
function lowestCompletion(appraised: ManagerAppraisal): { ratio: Ratio; formula: Formula } | null {
  const tasks = mainTasks(appraised, 'year');
  const ratios = tasks.flatMap(({ target }) => target.year.ratio ?? []);
  const [first] = ratios;
  if (first === undefined || ratios.length < tasks.length) return null;
  return {
    ratio: ratios.reduce((least, each) => (compare(each, least) < 0 ? each : least), first),
    formula: [
      'MIN(',
      ...tasks.flatMap((line, index) => [
        index > 0 ? ',' : '',
        { anchor: planAnchor(line, 'year', 'completion') },
      ]),
      ')',
    ],
  };
}

const mostWarnings = 3;

/** The warnings that speak, the gravest first, each with its level, and its outcome unless it is triggered; how many rules are not known. */
function warnedWords(appraised: ManagerAppraisal, view: BranchView): Text {
  const { appraisal } = view;
  const until = admonishedUntil(view, appraised);
  const warnings = warningsOf(appraised);
  const spoken = raisedWarnings(warnings, appraisal.policy);
  const { unknown } = warningTally(warnings);
  const rest = spoken.length - mostWarnings;
  return join(
    [
      ...(until === null
        ? []
        : [join([admonitionWord(view), { zh: `中，至 ${until}`, en: ` in force until ${until}` }])]),
      ...spoken.slice(0, mostWarnings).map(({ level, title, outcome }) => {
        const [of, how] = [levelWord(appraisal, level), warningMarks[outcome].text];
        return outcome === 'triggered'
          ? { zh: `${of.zh}：${title.zh}`, en: `${of.en}: ${title.en}` }
          : { zh: `${of.zh}：${title.zh}（${how.zh}）`, en: `${of.en}: ${title.en} (${how.en})` };
      }),
      ...(rest > 0 ? [{ zh: `另 ${rest} 项`, en: `${rest} more` }] : []),
      ...(unknown > 0 ? [{ zh: `${unknown} 条规则无法判断`, en: `${unknown} rules unknown` }] : []),
    ],
    semicolon,
  );
}

/** What is missing, or what a person must decide; empty where nothing is open. */
const toDecide = ({ missing, toDecide: open, needsPerson }: Decision): Text =>
  join(
    missing.length + open.length > 0 || !needsPerson
      ? [...missing.map(({ text }) => text), ...open]
      : [w.byPerson],
    semicolon,
  );

/** The proposal, and the grade it leads to where that is another than the one held. */
function proposedWords(
  { appraised, decision: { title, toGrade } }: ProposalLine,
  { appraisal }: BranchView,
): Text {
  return toGrade === null || toGrade === appraised.manager.grade
    ? title
    : join([title, gradeTitle(appraisal, toGrade)], ' → ');
}

/** The rules of the grade that is proposed, else of the one held. */
const rulesOf = ({ appraised, decision }: ProposalLine): readonly Finding[] => {
  const grade = decision.toGrade ?? appraised.manager.grade;
  const rules = gradesOf(appraised).find((each) => each.grade === grade)?.rules ?? [];
  return rules.filter(({ outcome }) => outcome !== 'not-applicable');
};

const isMet = ({ outcome }: Finding): boolean => outcome === 'met';
const mostUnmet = 2;

/** Where the manager stands, what stands in the way, what the review says, what the rules remark. */
function reasonWords(line: ProposalLine, view: BranchView): Text {
  const { appraised, decision } = line;
  const { policy, period } = view.appraisal;
  const graded = qualifiedWord(view.appraisal, gradedOf(appraised));
  const open = gradeKnown(gradedOf(appraised)).kind === 'open';
  const side = changeOf(view, appraised).text;
  const unmet = rulesOf(line).filter(({ outcome }) => outcome === 'unmet');
  const review = appraised.portfolio.reviews.find((each) => each.year === yearOf(period));
  return join(
    [
      gradedOf(appraised).qualifiedGrade === null
        ? side
        : side === changes.same.text
          ? { zh: `${open ? '' : '符合'}${graded.zh}`, en: graded.en }
          : { zh: `${open ? '' : '符合'}${graded.zh}（${side.zh}）`, en: `${graded.en} (${side.en})` },
      ...(unmet.length === 0
        ? []
        : [join([w.unmet, joined(unmet.slice(0, mostUnmet), comma, ({ title }) => title)])]),
      ...(review === undefined ? [] : [join([w.review, choiceWord(policy.ratings, review.rating)])]),
      ...decision.notes,
      { zh: `第${decision.articles.join('、')}条`, en: `articles ${decision.articles.join(', ')}` },
    ],
    semicolon,
  );
}

/** The part of a manager's loans that is not in the best class. */
function belowNormal(appraised: ManagerAppraisal): Ratio | null {
  const lines = migrationsOf(appraised);
  const all = sum(lines.map(({ balance }) => balance));
  const [normal] = loanClasses;
  return all > 0n
    ? ratio(sum(lines.flatMap(({ now, balance }) => (now.id === normal.id ? [] : [balance]))), all)
    : null;
}

const own = [['id', { here: 'id' }]] as const;
const belowNormalFormula: Formula = [
  '1-',
  ...sumWhere('migration', 'balance', [...own, ['now', classMarks[0]?.text ?? none]]),
  '/',
  ...sumWhere('migration', 'balance', own),
];

const columns = (view: BranchView): Column<ProposalLine>[] => [
  column('approval', { zh: '审批', en: 'By' }, { names: true, width: [6, 8] }, ({ body }) =>
    words(body.short),
  ),
  ...managerColumns<ProposalLine>(({ appraised }) => appraised).map((column) => ({
    ...column,
    width: [7, 9] as const,
    ...(column.key === 'unit' ? { header: w.unit, width: [7, 14] as const } : {}),
  })),
  {
    ...heldColumn(view, ({ appraised }: ProposalLine) => appraised),
    header: w.held,
    width: [10, 14],
  },
  column('proposal', { zh: '聘任建议', en: 'Proposal' }, [10, 16], (line) =>
    words(proposedWords(line, view), { look: 'strong' }),
  ),
  column('reason', { zh: '理由', en: 'Why' }, [20, 60], (line) => words(reasonWords(line, view))),
  column('conditions', { zh: '条件', en: 'Met' }, [8, 9], (line) => {
    const rules = rulesOf(line);
    return words(rules.length === 0 ? null : same(`${rules.filter(isMet).length}/${rules.length}`), {
      look: 'mark',
    });
  }),
  column('completion', { zh: '完成率', en: 'Plan' }, [9, 18], ({ appraised }) => {
    const lowest = lowestCompletion(appraised);
    return lowest === null
      ? blank
      : completionCell(view.appraisal.policy.completionLines, lowest.ratio, { formula: lowest.formula });
  }),
  column(
    'quality',
    { zh: '非正常', en: 'Below' },
    { width: [8, 10], when: () => view.about.has('classification') },
    ({ appraised }) => {
      const share = belowNormal(appraised);
      return share === null ? blank : percentage(share, { formula: belowNormalFormula });
    },
  ),
  column(
    'warned',
    { zh: '预警', en: 'Warnings' },
    {
      width: [14, 40],
      when: (lines) =>
        lines.some(
          ({ appraised }) =>
            warningsOf(appraised).some(isRaised) || admonishedUntil(view, appraised) !== null,
        ),
    },
    ({ appraised }) => words(warnedWords(appraised, view)),
  ),
  column('decide', { zh: '须认定的事项', en: 'To settle' }, [14, 30], ({ decision }) => {
    const open = toDecide(decision);
    return words(open, open.zh === '' ? {} : { tone: 'warn' });
  }),
  column('approved', { zh: '审批意见', en: 'Decision' }, [12, 12], () => words(null, { look: 'answer' })),
  ...onScreen(titleColumns<ProposalLine>(view, ({ appraised }) => appraised)),
];

/** The bodies over the list, with how many proposals each has before it. */
function bodyForm(bodies: readonly Body[], lines: readonly ProposalLine[]): Block {
  return {
    kind: 'form',
    rows: [
      { cells: [label(w.body, 1), label(w.count, 1), label(w.open, 1), label(w.full, 5)] },
      ...bodies.map((body) => {
        const of = lines.filter((line) => line.body === body);
        const own = ['approval', { anchor: bodyAnchor(body) }] as const;
        return {
          cells: [
            over(1, words(body.short, { look: 'value', anchor: bodyAnchor(body) })),
            over(1, whole(of.length, { look: 'value', formula: countWhere('proposals', [own]) })),
            over(
              1,
              whole(of.filter(({ decision }) => toDecide(decision).zh !== '').length, {
                look: 'value',
                formula: filledWhere('proposals', 'decide', [own]),
              }),
            ),
            over(5, words(body.full, { look: 'value' })),
          ],
        };
      }),
    ],
  };
}

/** By approving body in the ladder's order, from the highest grade down; then by manager. */
export const proposalsSheet: BranchSheet = (view) => {
  const { appraisal } = view;
  const { known, none } = bodiesOf(appraisal);
  const lines = appraisal.managers.flatMap((appraised): ProposalLine[] => {
    const decision = decisionOf(appraised);
    if (decision === null) return [];
    return [{ appraised, decision, body: known.get(decision.approval?.zh ?? '') ?? none }];
  });
  const bodies = [...known.values(), none].filter((body) => lines.some((line) => line.body === body));
  return {
    id: 'proposals',
    name: w.sheet,
    kind: 'list',
    blocks: [
      opening(w.title, view, w.how),
      bodyForm(bodies, lines),
      list(
        'proposals',
        columns(view),
        lines.toSorted((a, b) => bodies.indexOf(a.body) - bodies.indexOf(b.body)),
      ),
    ],
  };
};
