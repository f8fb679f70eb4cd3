/** Figures that are sums of a manager's rows: measures, columns of the collections, the balance of loans by class. */
import { amountOf, type Fact, theseRows } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import type { AnyColumn } from '../../model/table.ts';
import { tables } from '../../model/tables/index.ts';
import { lackingFor } from '../conditions/compare.ts';
import { allLoans, classesTitle } from '../conditions/share-rose.ts';
import type { Context } from '../context.ts';
import { measureFact } from '../sections/targets.ts';
import { type FigureValue, figureValue, type Reader } from './value.ts';

/** A measure over all customers, in yuan. */
export const measure: Reader<'measure'> = (id, { basis = 'year' }, context) =>
  figureValue(
    measureFact(context.measured, context.branch, id, basis, 'CNY'),
    lackingFor([id], context, basis),
  );

/** The balance of all loans of the manager. */
export const classified: Reader<'classified'> = (_all, _, context) => loansOf(null, context);

/** The balance of the manager's loans of some classes. */
export const classifiedIn: Reader<'classified-in'> = (classes, _, context) =>
  loansOf(context.branch.parameters.words(classes), context);

function loansOf(words: readonly string[] | null, { measured }: Context): FigureValue {
  const rows = measured.portfolio.classification.filter((row) => words === null || words.includes(row.class));
  return figureValue({
    quantity: amountOf('CNY', sum(rows.map(({ balance }) => balance))),
    origin: {
      kind: 'rows',
      title: words === null ? allLoans : classesTitle(words),
      rows: theseRows({ table: 'classification', rows }),
      sum: { column: 'balance', only: words && { column: 'class', is: words } },
    },
  });
}

export const collected: Reader<'collected'> = (column, _, { measured }) => {
  const rows = measured.portfolio.collections;
  const columns: Readonly<Record<string, AnyColumn>> = tables.collections.columns;
  const header = columns[column]?.headers[0] ?? column;
  const fact: Fact = {
    quantity: rows.length === 0 ? null : amountOf('CNY', added(rows, column)),
    origin: {
      kind: 'rows',
      title: { zh: header, en: column.replaceAll('_', ' ') },
      rows: theseRows({ table: 'collections', rows }),
      sum: { column, only: null },
    },
  };
  return figureValue(fact, noRow);
};

const added = (rows: readonly object[], column: string): Hundredths =>
  sum(rows.map((row) => (row as Readonly<Record<string, Hundredths>>)[column] ?? 0n));

const { title } = tables.collections;
const noRow: readonly Missing[] = [
  {
    key: 'row:collections',
    text: { zh: `“${title.zh}”中没有本人的记录`, en: `the table ${title.en} has no row of this manager` },
  },
];
