/** 等级一览: every manager in one line, to filter and sort. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { allowanceOf, decisionOf, floorOf, gradedOf, warningsOf } from '../../model/entries.ts';
import { averageTitled } from '../../model/statements/averaged.ts';
import { type Against, against, gradeKnown } from '../../model/statements/grade.ts';
import { warningTally } from '../../model/statements/warnings.ts';
import { comma, join, joined, none, type Text } from '../../model/text.ts';
import { blank, day, marked, whole, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Mark } from '../../spreadsheet/sheet.ts';
import { allowanceCell } from '../allowance-cell.ts';
import { completionCell } from '../completion.ts';
import { openQuestions } from '../manager/result/open.ts';
import { raisedWarnings } from '../manager/result/warned.ts';
import { entriesAbout, sectionsOf, verdictOf, verdictTone } from '../sections/words.ts';
import { choiceWord, countedWord, gradeTitle, levelWord, outcomeMarks, warningMarks } from '../words.ts';
import { mainAverage, mainAverageFormula } from './plan-lines.ts';
import {
  admonishedUntil,
  admonitionWord,
  type BranchSheet,
  type BranchView,
  distinctHeaders,
  heldColumn,
  managerColumns,
  onScreen,
  opening,
  titleColumns,
} from './view.ts';

const w = {
  sheet: { zh: '等级一览', en: 'Managers' },
  title: { zh: '客户经理等级一览', en: 'All managers' },
  ungraded: { zh: '客户经理一览', en: 'Managers' },
  how: {
    zh: '点击工号或姓名打开该客户经理的考核表。',
    en: 'Click an id or a name to open the manager’s own workbook.',
  },
};

/** The qualified grade against the grade held. */
export const changes: Readonly<Record<Against, Mark>> = {
  above: { text: { zh: '高于现聘', en: 'above held' }, tone: 'good' },
  same: { text: { zh: '与现聘相同', en: 'as held' }, tone: 'muted' },
  below: { text: { zh: '低于现聘', en: 'below held' }, tone: 'bad' },
  none: { text: { zh: '无符合等级', en: 'none qualified' }, tone: 'bad' },
  // Of fewer than those whose grade is not known: some are below the grade held whatever turns out.
  unknown: { text: { zh: '与现聘高低未定', en: 'against held: open' }, tone: 'open' },
};

/** Those that may occur; not known only where that is so of somebody. */
export const changesIn = (view: BranchView): [Against, Mark][] =>
  (Object.entries(changes) as [Against, Mark][]).filter(
    ([key, mark]) =>
      key !== 'unknown' || view.appraisal.managers.some((each) => changeOf(view, each) === mark),
  );

export const changeOf = ({ appraisal }: BranchView, appraised: ManagerAppraisal): Mark =>
  changes[
    against(
      gradedOf(appraised),
      appraised.manager.grade,
      appraisal.policy.ladder.map(({ id }) => id),
    )
  ];

export const countOf = (appraised: ManagerAppraisal, outcome: string): number =>
  warningsOf(appraised).filter((warning) => warning.outcome === outcome).length;

/** On paper what a head of unit asks first; the rest stands on sheets of its own, or follows from the grade. */
function columns(view: BranchView): Column<ManagerAppraisal>[] {
  const { about } = view;
  const [graded, warns] = [about.has('grades'), about.has('warnings')];
  const [triggered, ...others] = tallyColumns;
  return [
    ...managerColumns<ManagerAppraisal>((each) => each),
    ...shownWhen(graded, gradeColumns(view)),
    ...shownWhen(!graded, verdictColumns(view)),
    ...shownWhen(about.has('floor'), [floorColumn(view)]),
    ...shownWhen(about.has('targets'), [completionColumn(view)]),
    ...shownWhen(warns, [admonishedColumn(view), gravestColumn(view), triggered]),
    ...shownWhen(about.has('allowance'), [allowanceColumn]),
    ...onScreen<ManagerAppraisal>([
      ...shownWhen(warns, others),
      column('series', { zh: '条线', en: 'Series' }, { when: () => about.has('series') }, ({ manager }) =>
        words(choiceWord(view.appraisal.policy.series, manager.series)),
      ),
      ...shownWhen(
        graded,
        titleColumns<ManagerAppraisal>(view, (each) => each),
      ),
      ...shownWhen(graded, [possibleColumn(view)]),
      column('open', { zh: '待补资料', en: 'Missing' }, [10, 60], (appraised) =>
        words(
          joined(
            openQuestions({
              appraised,
              sections: entriesAbout(view.appraisal, appraised.manager.manager_id),
            }),
            comma,
            ({ text }) => text,
          ),
        ),
      ),
      ...shownWhen(about.has('decisions'), decisionColumns(view)),
    ]),
  ];
}

const shownWhen = <T>(shown: boolean, columns: readonly T[]): readonly T[] => (shown ? columns : []);

/** A grade that is not settled yet is coloured so. */
const openTone = (appraised: ManagerAppraisal): { readonly tone?: 'open' } =>
  gradeKnown(gradedOf(appraised)).kind === 'open' ? { tone: 'open' } : {};

function gradeColumns(view: BranchView): Column<ManagerAppraisal>[] {
  const { appraisal } = view;
  return [
    heldColumn(view, (each) => each),
    column('qualified', { zh: '符合等级', en: 'Qualified' }, [14, 18], (each) =>
      words(countedWord(appraisal, gradedOf(each)), { look: 'strong', ...openTone(each) }),
    ),
    column(
      'change',
      { zh: '与现聘比', en: 'Against held' },
      { width: [10, 16], marks: Object.values(changes) },
      (each) => marked(changeOf(view, each)),
    ),
  ];
}

const possibleColumn = ({ appraisal }: BranchView): Column<ManagerAppraisal> =>
  column('possible', { zh: '待定均符合时', en: 'If unknowns turn out well' }, [14, 18], (each) => {
    const { possibleGrade, qualifiedGrade } = gradedOf(each);
    return words(gradeTitle(appraisal, possibleGrade), {
      tone: possibleGrade === qualifiedGrade ? 'muted' : 'open',
    });
  });

/** Where nobody is graded, what each section says of the manager. */
const verdictColumns = ({ appraisal }: BranchView): Column<ManagerAppraisal>[] =>
  sectionsOf(appraisal)
    .filter(({ section }) => section.subjects === 'managers')
    .map(({ key, section }) => {
      const own = new Map(section.entries.map((entry) => [entry.managerId, entry]));
      return column(key, section.title, [10, 20], ({ manager }) => {
        const entry = own.get(manager.manager_id);
        return entry === undefined
          ? blank
          : words(verdictOf(entry), { look: 'strong', tone: verdictTone(entry) });
      });
    });

const floorColumn = ({ appraisal }: BranchView): Column<ManagerAppraisal> =>
  column(
    'floor',
    appraisal.policy.floor ?? none,
    { width: [8, 14], marks: Object.values(outcomeMarks) },
    (each) => marked(outcomeMarks[floorOf(each)?.outcome ?? 'not-applicable']),
  );

const completionColumn = ({ appraisal: { policy } }: BranchView): Column<ManagerAppraisal> =>
  column(
    'completion',
    averageTitled({ zh: '主要指标本季平均', en: 'Main completion' }, policy.averaging),
    [10, 14],
    (each) =>
      completionCell(policy.completionLines, mainAverage(each, 'quarter'), {
        formula: mainAverageFormula(each, 'quarter'),
      }),
  );

const gravestColumn = ({ appraisal }: BranchView): Column<ManagerAppraisal> =>
  column('gravest', { zh: '最高预警', en: 'Gravest warning' }, [10, 16], (each) => {
    const warnings = warningsOf(each);
    const [gravest] = raisedWarnings(warnings, appraisal.policy);
    if (gravest !== undefined) return words(levelWord(appraisal, gravest.level));
    return warningTally(warnings).unknown > 0
      ? marked(warningMarks.unknown, { tone: 'open' })
      : words(none, { tone: 'muted' });
  });

const tally = (outcome: string, header: Text): Column<ManagerAppraisal> =>
  column(outcome, header, { total: true }, (each) => whole(countOf(each, outcome)));

const tallyColumns = [
  tally('triggered', { zh: '预警触发', en: 'Triggered' }),
  tally('review', { zh: '待认定', en: 'For review' }),
  tally('unknown', { zh: '无法判断', en: 'Unknown' }),
] as const;

const admonishedColumn = (view: BranchView): Column<ManagerAppraisal> =>
  column(
    'in-force-until',
    join([admonitionWord(view), { zh: '至', en: ' until' }]),
    { width: [10, 10], when: (rows) => rows.some((each) => admonishedUntil(view, each) !== null) },
    (each) => day(admonishedUntil(view, each)),
  );

const allowanceColumn: Column<ManagerAppraisal> = column(
  'allowance',
  { zh: '本季补贴（元）', en: 'Allowance (CNY)' },
  { width: [10, 16], total: true },
  (each) => allowanceCell(allowanceOf(each)),
);

const decisionColumns = ({ appraisal }: BranchView): Column<ManagerAppraisal>[] => [
  column('proposal', { zh: '聘任建议', en: 'Proposal' }, [10, 40], (each) =>
    words(decisionOf(each)?.title ?? null, { look: 'strong' }),
  ),
  column('toGrade', { zh: '拟聘等级', en: 'To grade' }, [12, 18], (each) => {
    const toGrade = decisionOf(each)?.toGrade;
    return words(toGrade ? gradeTitle(appraisal, toGrade) : null);
  }),
  column('approval', { zh: '审批机构（及审核部门）', en: 'Approval (and review)' }, [12, 80], (each) =>
    words(decisionOf(each)?.approval ?? null),
  ),
];

export const managersSheet: BranchSheet = (view) => ({
  id: 'managers',
  name: view.about.has('grades') ? w.sheet : w.ungraded,
  kind: 'list',
  blocks: [
    opening(view.about.has('grades') ? w.title : w.ungraded, view, w.how),
    list('managers', distinctHeaders(columns(view)), view.appraisal.managers),
  ],
});
