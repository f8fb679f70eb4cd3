/** A manager's whole figures in yuan, and one divided by another: what rules and sections compare. */

import type { Operand, Quotient } from '../../model/conditions/operand.ts';
import { amountOf, type Fact, theseRows } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import { type Hundredths, sum } from '../../model/money.ts';
import { ratio } from '../../model/ratio.ts';
import type { AnyColumn } from '../../model/table.ts';
import { tables } from '../../model/tables/index.ts';
import type { Context } from '../context.ts';
import { eachOnce } from '../finding.ts';
import { lackingFor } from './compare.ts';
import { allLoans, classesTitle } from './share-rose.ts';

interface Seen {
  /** Yuan, or a ratio; its quantity is null where it is not known or nothing was due. */
  readonly fact: Fact;
  readonly missing: readonly Missing[];
  /** The divisor is 0. */
  readonly nothingDue: boolean;
}

/** A manager's figure, or one figure divided by another, unrounded. */
export function quotientOf({ of, to }: Quotient, context: Context): Seen {
  const dividend = operandFact(of, context);
  const missing = lackingOf(of, context);
  if (!to) return { fact: dividend, missing, nothingDue: false };
  const divisor = operandFact(to, context);
  const [above, below] = [yuanOf(dividend), yuanOf(divisor)];
  const known = above !== null && below !== null && below !== 0n;
  return {
    fact: {
      quantity: known ? { kind: 'ratio', value: ratio(above, below) } : null,
      origin: {
        kind: 'calculation',
        title: titleOf([dividend, divisor]),
        how: { quotient: [{ fact: dividend }, { fact: divisor }] },
      },
    },
    missing: eachOnce([...missing, ...lackingOf(to, context)]),
    nothingDue: below === 0n,
  };
}

const yuanOf = ({ quantity }: Fact): Hundredths | null =>
  quantity?.kind === 'amount' ? quantity.value : null;

const titleOf = ([of, to]: readonly Fact[]) => ({
  zh: `${wordsOf(of).zh}÷${wordsOf(to).zh}`,
  en: `${wordsOf(of).en} ÷ ${wordsOf(to).en}`,
});
const wordsOf = (fact: Fact | undefined) =>
  fact && 'title' in fact.origin ? fact.origin.title : { zh: '', en: '' };

/** The balance of the manager's loans of some classes, or of all. */
function classifiedFact(classes: string, { branch, measured }: Context): Fact {
  const words = classes === 'all' ? null : branch.parameters.words(classes);
  const rows = measured.portfolio.classification
    .map(({ row }) => row)
    .filter((row) => words === null || words.includes(row.class));
  return {
    quantity: amountOf('CNY', sum(rows.map(({ balance }) => balance))),
    origin: {
      kind: 'rows',
      title: words === null ? allLoans : classesTitle(words),
      rows: theseRows({ table: 'classification', rows }),
      sum: { column: 'balance', only: words && { column: 'class', is: words } },
    },
  };
}

/** A manager's whole figure in yuan; its quantity is null where it is not known. */
function operandFact(operand: Operand, context: Context): Fact {
  if ('measure' in operand) {
    const { measures } = context.branch.policy;
    const found = context.measured.figure(operand.measure, 'year', 'CNY');
    return {
      quantity: found.total === null ? null : amountOf('CNY', found.total),
      origin: {
        kind: 'measure',
        measure: operand.measure,
        title: measures[operand.measure]?.title ?? { zh: operand.measure, en: operand.measure },
        basis: 'year',
        customersFrom: null,
        customersBy: null,
        over: 'all',
        customerId: null,
        rows: found.rows,
      },
    };
  }
  if ('classified' in operand) return classifiedFact(operand.classified, context);
  const rows = context.measured.portfolio.collections;
  const columns: Readonly<Record<string, AnyColumn>> = tables.collections.columns;
  const header = columns[operand.collected]?.headers[0] ?? operand.collected;
  return {
    quantity: rows.length === 0 ? null : amountOf('CNY', collected(rows, operand.collected)),
    origin: {
      kind: 'rows',
      title: { zh: header, en: operand.collected.replaceAll('_', ' ') },
      rows: theseRows({ table: 'collections', rows }),
      sum: { column: operand.collected, only: null },
    },
  };
}

const collected = (rows: readonly object[], column: string): Hundredths =>
  rows.reduce((sum, row) => sum + ((row as Readonly<Record<string, Hundredths>>)[column] ?? 0n), 0n);

const lackingOf = (operand: Operand, context: Context): readonly Missing[] => {
  if ('measure' in operand) return lackingFor([operand.measure], context);
  if ('classified' in operand || context.measured.portfolio.collections.length > 0) return [];
  const { title } = tables.collections;
  return [
    {
      key: 'row:collections',
      text: { zh: `“${title.zh}”中没有本人的记录`, en: `the table ${title.en} has no row of this manager` },
    },
  ];
};
