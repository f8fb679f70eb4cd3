/** What the rows of each customer come to by a measure. */
import { type Amounts, type Credited, dollarsOf, rowOf, yuanOf } from '../model/credited.ts';
import { type Basis, type RowChoice, takes, weightOf } from '../model/measure.ts';
import type { Hundredths } from '../model/money.ts';
import type { MeasureSpec } from '../model/policy/measures.ts';
import { weighted } from '../model/ratio.ts';
import type { Parameters } from '../policy/parameters.ts';

export type Business = 'deposits' | 'loans' | 'settlement';
export type AnyCredited = Credited<Business>;

const onlyIs = (only: MeasureSpec['only']): RowChoice['only'] =>
  only?.is === undefined ? null : { column: only.column, is: only.is };

/** The rows that a measure takes, with the words and weights in force. */
export const choiceOf = ({ only, without, weighted }: MeasureSpec, parameters: Parameters): RowChoice => ({
  only:
    only?.words === undefined ? onlyIs(only) : { column: only.column, words: parameters.words(only.words) },
  without: without
    ? {
        column: without.column,
        words: parameters.words(without.words),
        unless: without.unless === undefined ? [] : parameters.words(without.unless),
      }
    : null,
  weighted: weighted
    ? {
        column: weighted.column,
        by: weighted.by.map(({ words, weight }) => ({
          words: parameters.words(words),
          weight: parameters.ratio(weight),
        })),
      }
    : null,
});

/** What a measure is asked of. */
export interface MeasureRequest {
  readonly spec: MeasureSpec;
  readonly basis: Basis;
  readonly unit: string;
  readonly parameters: Parameters;
}

export const addAmount = (
  totals: Map<string, Hundredths | null>,
  customer: string,
  amount: Hundredths | null,
): void => {
  const before = totals.get(customer);
  // One amount is its own sum: on a whole bank that is half of all sums.
  if (before === undefined) totals.set(customer, amount);
  else totals.set(customer, before === null || amount === null ? null : before + amount);
};

/** What the rows of each customer come to; null: a column that the figure needs is missing. */
export function sumsOf(
  rows: readonly AnyCredited[],
  { spec, basis, unit, parameters }: MeasureRequest,
): Map<string, Hundredths | null> {
  const columns = spec[basis];
  const choice = choiceOf(spec, parameters);
  const totals = new Map<string, Hundredths | null>();
  for (const each of rows) {
    const row = rowOf(each);
    const counted = takes(choice, row);
    if (counted === false) continue;
    const amounts = unit === 'USD' ? dollarsOf(each) : yuanOf(each);
    const whole = counted === null ? null : amountIn(amounts, columns);
    addAmount(totals, row.customer_id, choice.weighted ? weighted(whole, weightOf(choice, row)) : whole);
  }
  return totals;
}

/** A row's amount by one column, less that of another; null: one of them is missing. */
function amountIn(amounts: Amounts | null, { add, subtract }: MeasureSpec[Basis]): Hundredths | null {
  const added = cellIn(amounts, add);
  if (added === null || subtract === undefined) return added;
  const subtracted = cellIn(amounts, subtract);
  return subtracted === null ? null : added - subtracted;
}

/** The policy's word for a column may name none of amounts. */
const cellIn = (amounts: Amounts | null, column: string): Hundredths | null => {
  const amount = amounts?.[column];
  return typeof amount === 'bigint' ? amount : null;
};
