/** What every sheet of the branch workbook is made from, how each opens, and the columns that name a manager. */

import { admonitionsAmong, inForceOn, kindsWith } from '../../model/admonitions.ts';
import type { Appraisal, ManagerAppraisal } from '../../model/appraisal.ts';
import { type Day, lastDay } from '../../model/calendar.ts';
import { join, languages, none, type Text } from '../../model/text.ts';
import { code, whole, words } from '../../spreadsheet/cells.ts';
import { alike, type Column, column } from '../../spreadsheet/list.ts';
import type { Block, Link, Sheet } from '../../spreadsheet/sheet.ts';
import type { RunContext } from '../context.ts';
import { managerFileName } from '../file-name.ts';
import { listSheetUnder } from '../list-sheet.ts';
import type { Subjects } from '../subjects.ts';
import { cleanNote, gradeTitle, policyName, quarterWords, stageWords } from '../words.ts';

export interface BranchView {
  readonly appraisal: Appraisal;
  readonly context: RunContext;
  /** What the run is about. */
  readonly about: Subjects;
}

export type BranchSheet = (view: BranchView) => Sheet;

/** `2026年第三季度 · 季度考核 · 客户经理等级管理办法 2026.1`. */
export const opening = (title: Text, view: BranchView, ...more: readonly Text[]): Block =>
  openingUnder(policyName(view.appraisal.policy), title, view, ...more);

export const listSheet = listSheetUnder(opening);

/** The same for a sheet that rests on a policy of its own, or on part of one. */
export function openingUnder(
  ground: Text,
  title: Text,
  { appraisal }: BranchView,
  ...more: readonly Text[]
): Block {
  const clean = cleanNote(appraisal);
  const what = join([quarterWords(appraisal.period), stageWords[appraisal.stage], ground], ' · ');
  return { kind: 'title', text: title, lines: [what, ...(clean === null ? [] : [clean]), ...more] };
}

/** `计划完成率，按指标（%，2026年第三季度）`: what a chart is about, its unit and its quarter. */
export const chartTitle = ({ zh, en }: Text, unit: Text, { appraisal: { period } }: BranchView): Text => {
  const at = quarterWords(period);
  return { zh: `${zh}（${unit.zh}，${at.zh}）`, en: `${en} (${unit.en}, ${at.en})` };
};

export const inPeople: Text = { zh: '人', en: 'managers' };
export const inPercent: Text = { zh: '%', en: '%' };

/** To the manager's own workbook, and the sheet in it. */
export const managerLink = ({ manager: { manager_id: id, name } }: ManagerAppraisal, sheet?: Text): Link => ({
  file: `managers/${managerFileName(id, name)}`,
  sheet,
});

/** Id, name and unit, the cells of the first two given. */
const whoColumns = <R>(
  of: (row: R) => ManagerAppraisal,
  [id, name]: readonly [Column<R>['of'], Column<R>['of']],
): Column<R>[] => [
  column('id', { zh: '工号', en: 'Id' }, { names: true, width: [8, 16] }, id),
  column('name', { zh: '姓名', en: 'Name' }, { names: true, width: [8, 16] }, name),
  column(
    'unit',
    { zh: '所属机构', en: 'Unit' },
    [10, 22],
    alike('text', (row) => of(row).manager.unit),
  ),
];

/** Id, name and unit, without links: Excel takes 65,530 of them on a sheet, and the detail has many rows for each manager. */
export const detailManagerColumns = <R>(of: (row: R) => ManagerAppraisal): Column<R>[] =>
  whoColumns(of, [
    alike('code', (row) => of(row).manager.manager_id),
    alike('text', (row) => of(row).manager.name, { look: 'strong' }),
  ]);

/** The same, the id and the name as links to the manager's own workbook. */
export const managerColumns = <R>(of: (row: R) => ManagerAppraisal): Column<R>[] =>
  whoColumns(of, [
    (row) => code(of(row).manager.manager_id, { link: managerLink(of(row)) }),
    (row) => words(of(row).manager.name, { look: 'strong', link: managerLink(of(row)) }),
  ]);

export const heldColumn = <R>(view: BranchView, of: (row: R) => ManagerAppraisal): Column<R> =>
  column(
    'held',
    { zh: '现聘等级', en: 'Grade held' },
    { width: [14, 18], when: () => view.about.has('grades') },
    (row) => words(gradeTitle(view.appraisal, of(row).manager.grade)),
  );

/** Columns that paper has no room for. */
export const onScreen = <R>(columns: readonly Column<R>[]): Column<R>[] =>
  columns.map((each) => ({ ...each, onScreen: true }));

/** The employee level and the title towards customers of the grade held, where the policy gives them. */
export const titleColumns = <R>(
  { appraisal: { policy } }: BranchView,
  of: (row: R) => ManagerAppraisal,
): Column<R>[] => {
  const grades = new Map(policy.ladder.map((each) => [each.id, each]));
  const grade = (row: R) => grades.get(of(row).manager.grade);
  return [
    column(
      'level',
      { zh: '行员等级', en: 'Level' },
      { width: [5, 5], when: () => policy.ladder.some(({ employeeLevel }) => employeeLevel !== null) },
      (row) => whole(grade(row)?.employeeLevel ?? null),
    ),
    column(
      'outward',
      { zh: '对外称谓', en: 'Title to customers' },
      { width: [7, 24], when: () => policy.ladder.some(({ outward }) => outward !== null) },
      (row) => words(grade(row)?.outward ?? null),
    ),
  ];
};

/** Until when an admonition is in force that was on the last day of the quarter; null: none was. */
export function admonishedUntil({ appraisal }: BranchView, { portfolio }: ManagerAppraisal): Day | null {
  const { months, roles } = appraisal.policy.closing;
  if (months === null) return null;
  const today = lastDay(appraisal.period);
  const own = admonitionsAmong(portfolio.events, months, kindsWith(roles));
  const ends = own.filter((each) => inForceOn(each, today)).map(({ until }) => until);
  return ends.sort().at(-1) ?? null;
}

/** What the policy calls a kind of event that begins an admonition. */
export function admonitionWord({ appraisal: { policy } }: BranchView): Text {
  const [kind] = kindsWith(policy.closing.roles).begins;
  return policy.eventKinds.find(({ id }) => id === kind)?.text ?? none;
}

/** Headers that come from inputs may repeat one another or a fixed one, which a table may not: later ones get a number. */
export function distinctHeaders<R>(columns: readonly Column<R>[]): Column<R>[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    for (let number = 1; ; number += 1) {
      const header = number === 1 ? column.header : join([column.header, ` ${number}`]);
      const names = languages.map((lang) => `${lang} ${header[lang].toLowerCase()}`);
      if (names.some((name) => seen.has(name))) continue;
      for (const name of names) seen.add(name);
      return { ...column, header };
    }
  });
}
