/** Managers by unit and grade: each count is a formula over two columns of 等级一览. */
import type { ManagerAppraisal } from '../../../model/appraisal.ts';
import { none, type Text } from '../../../model/text.ts';
import { whole } from '../../../spreadsheet/cells.ts';
import { list } from '../../../spreadsheet/list.ts';
import type { Block } from '../../../spreadsheet/sheet.ts';
import { countWhere, type Where } from '../tally.ts';
import { type Unit, unitColumn, unitsOf } from '../units.ts';
import type { BranchView } from '../view.ts';

const inUnit: Where = [['unit', { here: 'unit' }]];

/** The grades of the ladder and "none", each with the key of its column. */
export const gradesOf = ({ appraisal }: BranchView): { id: string | null; title: Text; key: string }[] =>
  [...appraisal.policy.ladder.map(({ id, title }) => ({ id, title })), { id: null, title: none }].map(
    (each, index) => ({ ...each, key: `grade${index}` }),
  );

export const gradesByUnit = (
  id: string,
  column: 'qualified' | 'held',
  gradeOf: (each: ManagerAppraisal) => string | null,
  view: BranchView,
): Block =>
  list<Unit>(
    id,
    [
      unitColumn(({ name }) => name),
      {
        key: 'all',
        header: { zh: '人数', en: 'Managers' },
        total: true,
        of: ({ managers }) =>
          whole(managers.length, { look: 'strong', formula: countWhere('managers', inUnit) }),
      },
      ...gradesOf(view).map(({ id: grade, title, key }) => ({
        key,
        header: title,
        width: [10, 14] as const,
        total: true as const,
        of: ({ managers }: Unit) => {
          const count = managers.filter((each) => gradeOf(each) === grade).length;
          return whole(count, {
            tone: count === 0 ? 'muted' : undefined,
            formula: countWhere('managers', [...inUnit, [column, { header: key }]]),
          });
        },
      })),
    ],
    unitsOf(view),
  );
