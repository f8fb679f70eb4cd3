/** The balance of loans by their class, as a formula over 五级分类. */
import type { Fact } from '../../model/fact.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import { type Formula, formula } from '../../spreadsheet/sheet.ts';
import { choiceWord } from '../words.ts';

/** The columns of the sheet's list, by those of the table. */
const columns: Readonly<Record<string, string>> = {
  balance: 'balance',
  prior_balance: 'prior_balance',
  class: 'class',
  prior_class: 'priorClass',
};

/** Null where the figure is no such balance. */
export function classificationSum({ origin }: Fact): Formula | null {
  if (origin.kind !== 'rows' || origin.sum === undefined) return null;
  const { column, only } = origin.sum;
  const cells = (id: string) => ({ list: 'classification', column: columns[id] ?? '' }) as const;
  if (columns[column] === undefined || (only !== null && columns[only.column] === undefined)) return null;
  if (only === null) return formula`SUM(${cells(column)})`;
  return only.is.flatMap((word, index) => [
    ...(index === 0 ? [] : ['+']),
    ...formula`SUMIFS(${cells(column)},${cells(only.column)},${choiceWord(loanClasses, word)})`,
  ]);
}
