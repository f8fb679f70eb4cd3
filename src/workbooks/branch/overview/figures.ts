/** The figures at the head of 总览, each counted over the list it speaks of. */
import { warningsOf } from '../../../model/entries.ts';
import type { Text } from '../../../model/text.ts';
import { whole } from '../../../spreadsheet/cells.ts';
import { form, label, over } from '../../../spreadsheet/form.ts';
import { type Block, type Cell, type Formula, formula } from '../../../spreadsheet/sheet.ts';
import { yes } from '../../words.ts';
import { changeOf, changesIn } from '../managers.ts';
import { countWhere } from '../tally.ts';
import type { BranchView } from '../view.ts';

const w = {
  managers: { zh: '参加考核', en: 'Appraised' },
  notAppraised: { zh: '未考核', en: 'Not appraised' },
  warned: { zh: '有预警触发的人数', en: 'Managers with a warning' },
  unknown: { zh: '有无法判断事项的人数', en: 'Managers with unknowns' },
  unassigned: { zh: '应配备客户经理的客户', en: 'Customers that need a manager' },
  watch: { zh: '监察授信业务', en: 'Items on the watch list' },
};

/** A list without rows shows a word in their place, which is not to be counted. */
const rowsIn = (list: string, column: string, count: number): Cell =>
  whole(count, { look: 'big', formula: count === 0 ? undefined : formula`ROWS(${{ list, column }})` });

const managersAbove = (column: string): Formula => formula`SUMPRODUCT((${{ list: 'managers', column }}>0)*1)`;

/** So many stand over the width of the page. */
const mostInRow = 5;

export function figures(view: BranchView): Block {
  const { managers, notAppraised, unassigned, watchList } = view.appraisal;
  const having = (outcome: string): number =>
    managers.filter((each) => warningsOf(each).some((warning) => warning.outcome === outcome)).length;
  const counted = (of: Formula, value: number): Cell => whole(value, { formula: of, look: 'big' });
  const changed = changesIn(view).map(([, mark]): readonly [Text, Cell] => [
    mark.text,
    counted(
      countWhere('managers', [['change', mark.text]]),
      managers.filter((each) => changeOf(view, each) === mark).length,
    ),
  ]);
  const [graded, warns] = [view.about.has('grades'), view.about.has('warnings')];
  const cards: readonly (readonly [Text, Cell])[] = [
    [w.managers, rowsIn('managers', 'id', managers.length)],
    ...(graded ? changed : []),
    ...(warns
      ? ([
          [w.warned, counted(managersAbove('triggered'), having('triggered'))],
          [w.unknown, counted(managersAbove('unknown'), having('unknown'))],
        ] as const)
      : []),
    ...(view.about.has('watch-list') ? [[w.watch, rowsIn('watch', 'loan', watchList.length)] as const] : []),
    ...(view.about.has('unassigned')
      ? [
          [
            w.unassigned,
            counted(
              countWhere('unassigned', [['forHr', yes.text]]),
              unassigned.filter(({ forHr }) => forHr).length,
            ),
          ] as const,
        ]
      : []),
    [w.notAppraised, rowsIn('not-appraised', 'id', notAppraised.length)],
  ];
  const rows = Math.ceil(cards.length / mostInRow);
  const inRow = Math.ceil(cards.length / rows);
  return form(
    Array.from({ length: rows }, (_, row) => cards.slice(row * inRow, (row + 1) * inRow)).flatMap((part) => [
      { cells: part.map(([caption]) => label(caption, 2)) },
      { cells: part.map(([, cell]) => over(2, cell)), height: 30 },
    ]),
  );
}
