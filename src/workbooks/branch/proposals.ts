/** 聘任建议: the annual proposals, those of one approving body together. Only at the annual stage. */
import type { Decision, ManagerAppraisal } from '../../model/appraisal.ts';
import { same } from '../../model/text.ts';
import { code, marked, words } from '../cells.ts';
import { type Column, list } from '../list.ts';
import type { Mark, Sheet } from '../sheet.ts';
import { gradeTitle, join, no, semicolon } from '../words.ts';
import { type BranchView, heldColumn, managerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '聘任建议', en: 'Proposals' },
  title: { zh: '年度聘任建议（建议，须经批准）', en: 'Annual proposals (need approval)' },
};

const needsPerson: Mark = { text: { zh: '是', en: 'yes' }, tone: 'warn' };

interface Line {
  readonly appraised: ManagerAppraisal;
  readonly decision: Decision;
}

const columns = (view: BranchView): Column<Line>[] => [
  {
    key: 'approval',
    header: { zh: '审批', en: 'Approval' },
    width: [16, 44],
    of: ({ decision }) => words(decision.approval ?? same('—')),
  },
  ...managerColumns<Line>(({ appraised }) => appraised),
  heldColumn(view, ({ appraised }) => appraised),
  {
    key: 'qualified',
    header: { zh: '符合等级', en: 'Qualified' },
    width: [14, 18],
    of: ({ appraised }) => words(gradeTitle(view.appraisal, appraised.qualifiedGrade)),
  },
  {
    key: 'proposal',
    header: { zh: '聘任建议', en: 'Proposal' },
    width: [14, 22],
    of: ({ decision }) => words(decision.title, { look: 'strong' }),
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
    width: [10, 20],
    of: ({ decision }) => code(decision.articles.join(', ')),
  },
  {
    key: 'person',
    header: { zh: '须人工认定', en: 'Needs a person' },
    marks: [needsPerson, no],
    of: ({ decision }) => marked(decision.needsPerson ? needsPerson : no),
  },
  {
    key: 'remarks',
    header: { zh: '说明', en: 'Remarks' },
    width: [14, 36],
    of: ({ decision }) =>
      words(join([...decision.missing.map(({ text }) => text), ...decision.notes], semicolon)),
  },
  {
    key: 'approved',
    header: { zh: '审批意见', en: 'Decision' },
    width: [14, 14],
    of: () => words(null),
  },
];

/** By approving body in the ladder's order, from the highest grade down; then by manager. */
export function proposalSheets(view: BranchView): Sheet[] {
  const { appraisal } = view;
  if (appraisal.stage !== 'annual') return [];
  const bodies = appraisal.policy.ladder.map(({ approval }) => approval.zh);
  const rank = ({ decision: { approval } }: Line): number =>
    approval === null ? bodies.length : bodies.indexOf(approval.zh);
  const lines = appraisal.managers.flatMap((appraised): Line[] =>
    appraised.decision === null ? [] : [{ appraised, decision: appraised.decision }],
  );
  return [
    {
      id: 'proposals',
      name: w.sheet,
      purpose: 'result',
      paper: 'landscape',
      frozenColumns: 3,
      blocks: [
        opening(w.title, view),
        list(
          'proposals',
          columns(view),
          lines.toSorted((a, b) => rank(a) - rank(b)),
        ),
      ],
    },
  ];
}
