/** 聘任建议: the proposals, those of one approving body together, with what a person must still decide. */

import type { Appraisal, ManagerAppraisal } from '../../model/appraisal.ts';
import { yearOf } from '../../model/calendar.ts';
import { type Decision, decisionOf, gradedOf, warningsOf } from '../../model/entries.ts';
import { compare, type Ratio } from '../../model/ratio.ts';
import { warningTally } from '../../model/statements/warnings.ts';
import { inBoth, join, same, semicolon, type Text } from '../../model/text.ts';
import { blank, code, marked, whole, words } from '../../spreadsheet/cells.ts';
import { label, over } from '../../spreadsheet/form.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import type { Block, Formula, Mark } from '../../spreadsheet/sheet.ts';
import { completionCell } from '../completion.ts';
import { isSpeaking, speaking } from '../manager/result/warned.ts';
import { choiceWord, countedWord, gradeTitle, levelWord, no, warningMarks } from '../words.ts';
import { mainTasks, planAnchor } from './plan-lines.ts';
import { countWhere } from './tally.ts';
import { type BranchSheet, type BranchView, heldColumn, managerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '聘任建议', en: 'Proposals' },
  title: { zh: '聘任建议（须经批准）', en: 'Proposals (need approval)' },
  body: { zh: '审批机构', en: 'Approval' },
  count: { zh: '人数', en: 'Managers' },
  open: { zh: '须人工认定', en: 'Need a person' },
  full: { zh: '审批程序', en: 'Approving body in full' },
  undecided: { zh: '待定，先由人认定', en: 'Undecided: a person first' },
};

const needsPerson: Mark = { text: { zh: '是', en: 'yes' }, tone: 'warn' };

interface Body {
  /** `A 分行党委`: a letter, since two bodies may share a first word. */
  readonly short: Text;
  readonly full: Text;
}

interface ProposalLine {
  readonly appraised: ManagerAppraisal;
  readonly decision: Decision;
  readonly body: Body;
}

const bodyAnchor = ({ short }: Body): string => `approving body ${short.zh}`;
const beforeBracket = (text: string): string => text.replace(/\s*[（(].*$/, '');

/** The approving bodies in the ladder's order; last, those whose body is not known before a person has decided. */
function bodiesOf({ policy }: Appraisal): { readonly known: ReadonlyMap<string, Body>; readonly none: Body } {
  const known = new Map<string, Body>();
  for (const { approval } of policy.ladder)
    if (!known.has(approval.zh)) {
      const letter = String.fromCharCode(65 + known.size);
      known.set(approval.zh, {
        short: inBoth((lang) => `${letter} ${beforeBracket(approval[lang])}`),
        full: approval,
      });
    }
  return { known, none: { short: { zh: '待定', en: 'Undecided' }, full: w.undecided } };
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

/** The warnings that speak, the gravest first, each with its level and outcome; how many rules are not known. */
function warnedWords(appraised: ManagerAppraisal, { appraisal }: BranchView): Text {
  const warnings = warningsOf(appraised);
  const spoken = speaking(warnings, appraisal.policy);
  const { unknown } = warningTally(warnings);
  const rest = spoken.length - mostWarnings;
  return join(
    [
      ...spoken.slice(0, mostWarnings).map(({ level, title, outcome }) => {
        const [of, how] = [levelWord(appraisal, level), warningMarks[outcome].text];
        return { zh: `${of.zh}：${title.zh}（${how.zh}）`, en: `${of.en}: ${title.en} (${how.en})` };
      }),
      ...(rest > 0 ? [{ zh: `另 ${rest} 项`, en: `${rest} more` }] : []),
      ...(unknown > 0 ? [{ zh: `${unknown} 条规则无法判断`, en: `${unknown} rules unknown` }] : []),
    ],
    semicolon,
  );
}

/** What is missing, or what a person must decide. */
const toDecide = ({ missing, toDecide }: Decision): Text =>
  join([...missing.map(({ text }) => text), ...toDecide], semicolon);

const columns = (view: BranchView): Column<ProposalLine>[] => [
  {
    key: 'approval',
    names: true,
    header: { zh: '审批', en: 'Approved by' },
    width: [12, 30],
    of: ({ body }) => words(body.short),
  },
  ...managerColumns<ProposalLine>(({ appraised }) => appraised),
  heldColumn(view, ({ appraised }) => appraised),
  {
    key: 'qualified',
    header: { zh: '符合等级', en: 'Qualified' },
    width: [14, 18],
    of: ({ appraised }) => words(countedWord(view.appraisal, gradedOf(appraised))),
  },
  {
    key: 'rating',
    header: { zh: '年度考核', en: 'Review' },
    of: ({ appraised }) => {
      const year = yearOf(view.appraisal.period);
      const review = appraised.portfolio.reviews.find((each) => each.year === year);
      return words(
        review === undefined ? same('—') : choiceWord(view.appraisal.policy.ratings, review.rating),
      );
    },
  },
  {
    key: 'completion',
    header: { zh: '全年最低完成率', en: 'Lowest completion' },
    width: [10, 13],
    of: ({ appraised }) => {
      const lowest = lowestCompletion(appraised);
      return lowest === null
        ? blank
        : completionCell(view.appraisal.policy.completionLines, lowest.ratio, { formula: lowest.formula });
    },
  },
  {
    key: 'proposal',
    header: { zh: '聘任建议', en: 'Proposal' },
    width: [14, 22],
    of: ({ decision }) => words(decision.title, { look: 'strong' }),
  },
  {
    key: 'warned',
    header: { zh: '触发或待认定的预警', en: 'Warnings' },
    width: [16, 34],
    when: (lines) => lines.some(({ appraised }) => warningsOf(appraised).some(isSpeaking)),
    of: ({ appraised }) => words(warnedWords(appraised, view)),
  },
  {
    key: 'toGrade',
    header: { zh: '拟聘等级', en: 'To grade' },
    width: [14, 18],
    of: ({ decision }) =>
      words(decision.toGrade === null ? same('—') : gradeTitle(view.appraisal, decision.toGrade)),
  },
  {
    key: 'articles',
    header: { zh: '依据条款', en: 'Articles' },
    width: [10, 18],
    of: ({ decision }) => code(decision.articles.join(', ')),
  },
  {
    key: 'person',
    header: w.open,
    marks: [needsPerson, no],
    of: ({ decision }) => marked(decision.needsPerson ? needsPerson : no),
  },
  {
    key: 'decide',
    header: { zh: '须认定的事项', en: 'What a person must decide' },
    width: [16, 34],
    of: ({ decision }) => words(toDecide(decision)),
  },
  {
    key: 'remarks',
    header: { zh: '说明', en: 'Remarks' },
    width: [12, 34],
    of: ({ decision }) => words(join(decision.notes, semicolon)),
  },
  {
    key: 'approved',
    header: { zh: '审批意见', en: 'Decision' },
    width: [14, 14],
    of: () => words(null),
  },
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
              whole(of.filter(({ decision }) => decision.needsPerson).length, {
                look: 'value',
                formula: countWhere('proposals', [own, ['person', needsPerson.text]]),
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
      opening(w.title, view),
      bodyForm(bodies, lines),
      list(
        'proposals',
        columns(view),
        lines.toSorted((a, b) => bodies.indexOf(a.body) - bodies.indexOf(b.body)),
      ),
    ],
  };
};
