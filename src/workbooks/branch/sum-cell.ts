/** A sum over a list of which some figures may not be known: it says so, and an unknown one is never 0. */
import type { Summed } from '../../model/statements/sums.ts';
import { type Extra, marked, whole } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import type { Cell } from '../../spreadsheet/sheet.ts';
import { outcomeMarks } from '../words.ts';
import { countWhere, knownWhere, sumWhere, type Where } from './tally.ts';

/** The rows of a list that are added up, and the column of their figures. */
interface Added {
  readonly list: string;
  readonly column: string;
  readonly where: Where;
}

/** What is known, coloured where a part is not; the word where nothing is. */
export function sumCell<T>(
  { state, known }: Summed<T>,
  show: (value: T, extra: Extra) => Cell,
  { list, column, where }: Added,
): Cell {
  const sum = sumWhere(list, column, where);
  if (state !== 'unknown')
    return show(known, { formula: sum, ...(state === 'part' ? { tone: 'open' } : {}) });
  const { text, tone } = outcomeMarks.unknown;
  const formula = ['IF(', ...knownWhere(list, column, where), '=0,', text, ',', ...sum, ')'];
  return marked({ text, tone }, { tone, formula });
}

const unknownIn = (figures: readonly unknown[]): number => figures.filter((each) => each === null).length;

/** How many of the figures are not known; only where that is so of any. */
export const unknownColumn = <R>(
  key: string,
  header: Column<R>['header'],
  figuresOf: (row: R) => readonly unknown[],
  added: Added,
): Column<R> =>
  column(key, header, { when: (rows) => rows.some((row) => unknownIn(figuresOf(row)) > 0) }, (row) =>
    whole(unknownIn(figuresOf(row)), {
      formula: [
        ...countWhere(added.list, added.where),
        '-',
        ...knownWhere(added.list, added.column, added.where),
      ],
    }),
  );
