/** 积数: the balances of all days added up. An average is made of it, or the stated average is held against it. */
import { daysBetween, firstDay, lastDay, type Quarter, yearOf } from '../../model/calendar.ts';
import { errorOf } from '../../model/diagnostic.ts';
import { divideHalfUp } from '../../model/money.ts';
import type { AmountColumn, ProductColumn } from '../../model/table.ts';
import { numberIn, symbolIn } from '../cells/numbers.ts';
import { type Exact, exactOf, powerOfTen, scaledBy, textOfExact } from '../exact.ts';
import type { BankProfile } from '../profile/profile.ts';
import type { Tally } from '../tally.ts';
import { amountReader } from './amounts.ts';
import type { MadeOf, ReadCell, ReadColumn, SheetContext } from './state.ts';

export const productProblems = {
  differs: errorOf<{ average: string; product: string; days: number; stated: string; made: string }>(
    'average.differs',
    ({ average, product, days, stated, made }) => ({
      message: {
        zh: `“${average}”写的是 ${stated}，而“${product}”除以 ${days} 天是 ${made}`,
        en: `“${average}” says ${stated}, but “${product}” over ${days} days makes ${made}`,
      },
      hint: {
        zh: '请核对这两列；只用其中一列时，在银行对照表中把另一列写作 none',
        en: 'Check the two columns; if one of them is not to be used, write none for it in the bank profile',
      },
    }),
  ),
};

/** The days of the quarter, or of the year up to its end; of a year of 360 every quarter has 90. */
export function daysOver(over: ProductColumn['over'], quarter: Quarter, basis: BankProfile['days']): number {
  if (basis === 360) return over === 'quarter' ? 90 : 90 * Number(quarter.at(-1));
  const first = over === 'quarter' ? firstDay(quarter) : `${yearOf(quarter)}-01-01`;
  return daysBetween(first, lastDay(quarter)) + 1;
}

/** `product` and the average in whole units: the average is rounded half-up to hundredths. */
const averageText = (product: Exact, days: number): string =>
  textOfExact(divideHalfUp(product, cent * BigInt(days)) * cent);
const cent: Exact = exactOf('0.01') ?? 1n;

/** Reads a column of 积数 as the average, `target`, that the file does not have. */
export function averageReader(
  context: SheetContext,
  target: ReadColumn,
  column: AmountColumn,
  { name, days }: MadeOf,
  amountIndex: number,
  blanks: Tally,
): ReadCell {
  const read = amountReader(context, target, column, amountIndex, blanks);
  const exponent = context.units.columns.get(name)?.unit?.exponent ?? 0;
  return (cell) => {
    const product = numberIn(cell);
    if (typeof product !== 'bigint') return read(cell);
    const average = read(`${symbolIn(cell) ?? ''}${averageText(scaledBy(product, exponent), days)}`);
    // A total below the column is one of 积数.
    context.row.amounts[amountIndex] = product;
    return average;
  };
}

/** A column of 积数 beside the average that it makes. */
export interface ProductBeside {
  readonly product: { readonly index: number; readonly header: string; readonly exponent: number };
  readonly average: { readonly index: number; readonly header: string; readonly exponent: number };
  readonly days: number;
}

/** What a row's two columns say where they differ by more than a hundredth of the average's unit; null: they agree. */
export function difference(
  { product, average, days }: ProductBeside,
  summed: Exact,
  stated: Exact,
): { stated: string; made: string } | null {
  const gap = scaledBy(summed, product.exponent) - scaledBy(stated, average.exponent) * BigInt(days);
  const allowed = scaledBy(cent, average.exponent) * BigInt(days);
  if (gap <= allowed && -gap <= allowed) return null;
  const inItsUnit = scaledBy(summed, product.exponent) / powerOfTen(average.exponent);
  return { stated: textOfExact(stated), made: averageText(inItsUnit, days) };
}
