/** The sheets with a row for each branch: grades, warnings, proposals, watch list, allowances. */
import { type RolledBranch, type Rollup, rolledOutcomes } from '../../model/rollup.ts';
import { same, type Text } from '../../model/text.ts';
import { yuan } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import type { Sheet } from '../../spreadsheet/sheet.ts';
import { capital, warningMarks } from '../words.ts';
import { at, branchColumn, counted, gradesIn, opening, type RollupSheet } from './view.ts';

const w = {
  grades: { zh: '等级按机构', en: 'Grades' },
  gradesTitle: { zh: '现聘与测算等级，按机构', en: 'Grades held and qualified for, by branch' },
  people: { zh: '人数按机构', en: 'Managers' },
  peopleTitle: { zh: '考核人数，按机构', en: 'Managers appraised, by branch' },
  warnings: { zh: '预警按机构', en: 'Warnings' },
  warningsTitle: { zh: '预警（项），按机构与级别', en: 'Warnings by branch and level' },
  proposals: { zh: '聘任建议', en: 'Proposals' },
  proposalsTitle: { zh: '聘任建议（人），按机构', en: 'Proposals by branch' },
  watch: { zh: '监察名单', en: 'Watch list' },
  watchTitle: { zh: '监察授信业务（笔），按机构', en: 'Credit items on the watch list, by branch' },
  watchHow: { zh: '一笔业务可有多个原因。', en: 'An item may have several reasons.' },
  allowance: { zh: '津贴', en: 'Allowances' },
  allowanceTitle: { zh: '本季费用补贴，按机构', en: 'Allowances of the quarter, by branch' },
} as const satisfies Record<string, Text>;

const byBranch =
  (
    id: string,
    name: Text,
    title: Text,
    columns: (rollup: Rollup) => readonly Column<RolledBranch>[],
    ...lines: readonly Text[]
  ): RollupSheet =>
  (rollup): Sheet => ({
    id,
    name,
    kind: 'list',
    blocks: [opening(title, rollup, ...lines), list(id, [branchColumn, ...columns(rollup)], rollup.branches)],
  });

const sides = {
  held: { zh: '现聘', en: 'held' },
  qualified: { zh: '测算', en: 'qualified' },
} as const;

const people: readonly Column<RolledBranch>[] = [
  counted('appraised', { zh: '考核人数', en: 'Appraised' }, ({ appraised }) => appraised),
  counted('notAppraised', { zh: '未考核', en: 'Not appraised' }, ({ notAppraised }) => notAppraised),
];

/** In the place of the grades, where the policies have none. */
export const peopleSheet = byBranch('grades', w.people, w.peopleTitle, () => people);

export const gradesSheet = byBranch('grades', w.grades, w.gradesTitle, (rollup) => [
  ...people,
  ...(['held', 'qualified'] as const).flatMap((side) =>
    gradesIn(rollup, side).map(([grade, { zh, en }]) =>
      counted(
        `${side}-${grade}`,
        { zh: `${sides[side].zh}${zh}`, en: `${en}, ${sides[side].en}` },
        (branch) => at(branch[side], grade),
      ),
    ),
  ),
]);

export const warningsSheet = byBranch('warnings', w.warnings, w.warningsTitle, ({ titles }) => [
  counted('warned', { zh: '有预警人数', en: 'Managers warned' }, ({ warned }) => warned),
  ...[...titles.levels].toReversed().flatMap(([level, { title }]) =>
    rolledOutcomes.map((outcome) => {
      const [{ zh, en }, how] = [title, warningMarks[outcome].text];
      return counted(
        `${level}-${outcome}`,
        { zh: `${zh} ${how.zh}`, en: `${en}, ${how.en}` },
        ({ warnings }) => at(warnings, `${level} ${outcome}`),
      );
    }),
  ),
]);

export const proposalsSheet = byBranch('proposals', w.proposals, w.proposalsTitle, ({ branches, titles }) => {
  const seen = new Set(branches.flatMap(({ decisions }) => Object.keys(decisions)));
  const known = [...titles.actions].filter(([action]) => seen.has(action));
  const others = [...seen].filter((action) => !titles.actions.has(action)).sort();
  const undecided: Text = { zh: '待定', en: 'Undecided' };
  return [
    ...known,
    ...others.map((action): [string, Text] => [action, action === 'undecided' ? undecided : same(action)]),
  ].map(([action, title]) => counted(`action-${action}`, title, ({ decisions }) => at(decisions, action)));
});

export const watchSheet = byBranch(
  'watch',
  w.watch,
  w.watchTitle,
  ({ titles }) => [
    counted('items', { zh: '监察业务', en: 'Items' }, ({ watchItems }) => watchItems),
    ...[...titles.watchReasons].map(([reason, title]) =>
      counted(`reason-${reason}`, capital(title), ({ watched }) => at(watched, reason)),
    ),
    counted(
      'unassigned',
      { zh: '应配备客户经理的客户', en: 'Customers that need a manager' },
      (branch) => branch.unassignedForHr,
    ),
  ],
  w.watchHow,
);

export const allowanceSheet = byBranch('allowance', w.allowance, w.allowanceTitle, () => [
  counted('managers', { zh: '考核人数', en: 'Appraised' }, ({ appraised }) => appraised),
  counted('halved', { zh: '减半天数', en: 'Halved days' }, ({ halvedDays }) => halvedDays),
  column(
    'amount',
    { zh: '本季补贴（元）', en: 'Quarter (CNY)' },
    { width: [12, 18], total: true },
    ({ allowance }) => yuan(allowance, { look: 'strong' }),
  ),
]);
