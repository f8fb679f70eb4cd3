/** What the sheets of a rollup share: how each opens, the branch's own column, and what ids are called. */
import { ownValue } from '../../model/own-value.ts';
import type { Counts, RolledBranch, Rollup } from '../../model/rollup.ts';
import { cannotBeJudged } from '../../model/statements/grade.ts';
import { join, none, same, type Text } from '../../model/text.ts';
import { whole, words } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import type { Block, Sheet } from '../../spreadsheet/sheet.ts';
import { quarterWords, stageWords } from '../words.ts';

export type RollupSheet = (rollup: Rollup) => Sheet;

export const opening = (
  title: Text,
  { period, stage, branches }: Rollup,
  ...more: readonly Text[]
): Block => ({
  kind: 'title',
  text: title,
  lines: [
    join(
      [
        quarterWords(period),
        stageWords[stage],
        { zh: `${branches.length} 个机构`, en: `${branches.length} branches` },
      ],
      ' · ',
    ),
    ...more,
  ],
});

export const branchColumn: Column<RolledBranch> = column(
  'branch',
  { zh: '机构', en: 'Branch' },
  { names: true, width: [14, 30] },
  ({ name }) => words(name, { look: 'strong' }),
);

/** A column of counts, summed under the list. */
export const counted = (
  key: string,
  header: Text,
  of: (branch: RolledBranch) => number,
): Column<RolledBranch> =>
  column(key, header, { width: [7, 10], total: true }, (branch) => whole(of(branch)));

export const at = (counts: Counts, key: string): number => ownValue(counts, key) ?? 0;

/** What stands in the place of a grade; not known only where that is so of somebody. */
const notGrades: Readonly<Record<string, Text>> = { none, unknown: cannotBeJudged };

/** The grades that occur, high to low; those that no policy at hand knows come last. */
export function gradesIn({ titles, branches }: Rollup, side: 'held' | 'qualified'): [string, Text][] {
  const seen = new Set(branches.flatMap(({ [side]: counts }) => Object.keys(counts)));
  const known = [...titles.grades].filter(([id, { trainee }]) => (side === 'held' ? seen.has(id) : !trainee));
  const others = [...seen].filter((id) => !Object.hasOwn(notGrades, id) && !titles.grades.has(id)).sort();
  return [
    ...known.map(([id, { title }]): [string, Text] => [id, title]),
    ...others.map((id): [string, Text] => [id, same(id)]),
    ...Object.entries(notGrades).filter(([id]) => side === 'qualified' && (id !== 'unknown' || seen.has(id))),
  ];
}

/** Whether a branch's policy grades managers. */
export const hasGrades = ({ titles }: Rollup): boolean => titles.grades.size > 0;

export const gradeTitle = ({ titles }: Rollup, grade: string | null): Text =>
  grade === null ? none : (titles.grades.get(grade)?.title ?? same(grade));
