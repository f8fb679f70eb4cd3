/** Managers by unit and grade: each count is a formula over two columns of 等级一览. */

import type { ManagerAppraisal } from '../../../model/appraisal.ts';
import { gradedOf } from '../../../model/entries.ts';
import { cannotBeJudged, gradeCounted } from '../../../model/statements/grade.ts';
import { none, type Text } from '../../../model/text.ts';
import { whole } from '../../../spreadsheet/cells.ts';
import { column, list } from '../../../spreadsheet/list.ts';
import type { Block } from '../../../spreadsheet/sheet.ts';
import { countWhere, type Where } from '../tally.ts';
import { type Unit, unitColumn, unitsOf } from '../units.ts';
import type { BranchView } from '../view.ts';

const inUnit: Where = [['unit', { here: 'unit' }]];

interface Counted {
  readonly counted: string;
  readonly title: Text;
}

/** The grades of the ladder. */
export const gradesHeld = ({ appraisal }: BranchView): Counted[] =>
  appraisal.policy.ladder.map(({ id, title }) => ({ counted: id, title }));

/** The grades that managers may qualify for, none, and not known where that is so of somebody. */
export const gradesCounted = (view: BranchView): Counted[] => [
  ...gradesHeld(view),
  { counted: 'none', title: none },
  ...(view.appraisal.managers.some((each) => gradeCounted(gradedOf(each)) === 'unknown')
    ? [{ counted: 'unknown', title: cannotBeJudged }]
    : []),
];

/** The key of a grade's column, by its place. */
export const gradeKey = (index: number): string => `grade${index}`;

export const gradesByUnit = (
  id: string,
  key: 'qualified' | 'held',
  gradeOf: (each: ManagerAppraisal) => string,
  grades: readonly Counted[],
  view: BranchView,
): Block =>
  list<Unit>(
    id,
    [
      unitColumn(({ name }) => name),
      column('all', { zh: '人数', en: 'Managers' }, { total: true }, ({ managers }) =>
        whole(managers.length, { look: 'strong', formula: countWhere('managers', inUnit) }),
      ),
      ...grades.map(({ counted, title }, index) =>
        column(
          gradeKey(index),
          title,
          { width: [10, 14] as const, total: true as const },
          ({ managers }: Unit) => {
            const count = managers.filter((each) => gradeOf(each) === counted).length;
            return whole(count, {
              tone: count === 0 ? 'muted' : undefined,
              formula: countWhere('managers', [...inUnit, [key, { header: gradeKey(index) }]]),
            });
          },
        ),
      ),
    ],
    unitsOf(view),
  );
