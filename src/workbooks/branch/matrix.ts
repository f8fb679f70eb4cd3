/** 等级变动矩阵: the grade held against the grade qualified for, counted over 等级一览, and who moves, by name. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { decisionOf, gradedOf } from '../../model/entries.ts';
import { countedByLeast, gradeCounted } from '../../model/statements/grade.ts';
import type { Text } from '../../model/text.ts';
import { marked, whole, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Block, Mark } from '../../spreadsheet/sheet.ts';
import { gradeTitle, qualifiedWord } from '../words.ts';
import { changeOf, changes } from './managers.ts';
import { gradesCounted } from './overview/grades.ts';
import { countWhere } from './tally.ts';
import { type BranchSheet, type BranchView, heldColumn, managerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '等级变动矩阵', en: 'Grade changes' },
  title: { zh: '等级变动矩阵：现聘等级 × 符合等级', en: 'Grade held × grade qualified for' },
  how: {
    zh: '行为现聘等级，列为测算符合等级，格内为人数；加粗的对角线为与现聘相同，其左高于现聘，其右低于现聘。',
    en: 'Rows are grades held, columns grades qualified for; the bold diagonal is as held, at its left above, at its right below.',
  },
  proposals: { zh: '现聘等级 × 聘任建议', en: 'Grade held × proposal' },
  moving: { zh: '符合等级与现聘不同的人员', en: 'Whose qualified grade is not the one held' },
  noneMoving: { zh: '没有人', en: 'Nobody' },
  count: { zh: '人数', en: 'Managers' },
};

interface Heading {
  readonly title: Text;
  readonly holds: (each: ManagerAppraisal) => boolean;
}

/** Counts of managers by grade held and by what stands in another column of 等级一览. */
function matrix(id: string, counted: string, headings: readonly Heading[], { appraisal }: BranchView): Block {
  const columns: Column<(typeof appraisal.policy.ladder)[number]>[] = [
    column('held', { zh: '现聘等级', en: 'Grade held' }, [14, 18], ({ title }) =>
      words(title, { look: 'strong' }),
    ),
    column('all', w.count, { total: true }, (grade) =>
      whole(appraisal.managers.filter(({ manager }) => manager.grade === grade.id).length, {
        look: 'strong',
        formula: countWhere('managers', [['held', { here: 'held' }]]),
      }),
    ),
    ...headings.map(({ title, holds }, index): Column<(typeof appraisal.policy.ladder)[number]> => {
      const key = `to${index}`;
      return column(key, title, { width: [10, 16], total: true }, (grade) => {
        const count = appraisal.managers.filter(
          (each) => each.manager.grade === grade.id && holds(each),
        ).length;
        const same = title.zh === grade.title.zh;
        return whole(count, {
          look: same ? 'strong' : 'body',
          tone: count === 0 ? 'muted' : undefined,
          formula: countWhere('managers', [
            ['held', { here: 'held' }],
            [counted, { header: key }],
          ]),
        });
      });
    }),
  ];
  return list(id, columns, appraisal.policy.ladder);
}

const qualifiedHeadings = (view: BranchView): Heading[] =>
  gradesCounted(view).map(({ counted, title }) => ({
    title,
    holds: (each) => gradeCounted(gradedOf(each)) === counted,
  }));

/** The proposals that occur, in the order of the policy's table. */
function proposalHeadings({ appraisal }: BranchView): Heading[] {
  const rows = new Map<string, { title: Text; row: number }>();
  for (const decision of appraisal.managers.map(decisionOf)) {
    if (decision === null) continue;
    const known = rows.get(decision.title.zh);
    if (known === undefined || decision.row < known.row)
      rows.set(decision.title.zh, { title: decision.title, row: decision.row });
  }
  return [...rows.values()]
    .sort((a, b) => a.row - b.row)
    .map(({ title }) => ({ title, holds: (each) => decisionOf(each)?.title.zh === title.zh }));
}

const order: readonly Mark[] = [changes.above, changes.below, changes.none, changes.unknown];

function movers(view: BranchView): Block {
  const columns: Column<ManagerAppraisal>[] = [
    ...managerColumns<ManagerAppraisal>((each) => each),
    heldColumn(view, (each) => each),
    column('qualified', { zh: '符合等级', en: 'Qualified' }, [14, 18], (each) =>
      words(qualifiedWord(view.appraisal, gradedOf(each)), { look: 'strong' }),
    ),
    column('change', { zh: '与现聘比', en: 'Against held' }, { width: [10, 16], marks: order }, (each) =>
      marked(changeOf(view, each)),
    ),
    column('possible', { zh: '待定均符合时', en: 'If unknowns turn out well' }, [14, 18], (each) =>
      words(gradeTitle(view.appraisal, gradedOf(each).possibleGrade)),
    ),
  ];
  const moving = view.appraisal.managers.filter((each) => changeOf(view, each) !== changes.same);
  const rank = (each: ManagerAppraisal): number => order.indexOf(changeOf(view, each));
  return list(
    'movers',
    columns,
    moving.toSorted((a, b) => rank(a) - rank(b)),
    { empty: w.noneMoving },
  );
}

export const matrixSheet: BranchSheet = (view) => ({
  id: 'matrix',
  name: w.sheet,
  kind: 'matrix',
  blocks: [
    opening(w.title, view, w.how, ...countedByLeast(view.appraisal.managers.map(gradedOf))),
    matrix('grade-matrix', 'qualified', qualifiedHeadings(view), view),
    ...(view.about.has('decisions')
      ? [
          { kind: 'heading', text: w.proposals } as const,
          matrix('proposal-matrix', 'proposal', proposalHeadings(view), view),
        ]
      : []),
    { kind: 'heading', text: w.moving },
    movers(view),
  ],
});
