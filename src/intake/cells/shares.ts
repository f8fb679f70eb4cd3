/** Shares of an account: 60%, 0.6 or 60; nothing means the whole. */
import { isAtLeast, isEqual, one, over, parseRatio, type Ratio } from '../../model/ratio.ts';
import { type Exact, exactOf, textOfExact } from '../exact.ts';
import type { Cell } from '../files/sheet.ts';
import { numberIn, percentIn } from './numbers.ts';

const asNumber: Exact = exactOf('1') ?? 0n;

/** Null: not a share between 0 and 100 %. Up to 1 a bare number is a fraction, above 1 a percentage. */
export function shareIn(cell: Cell): Ratio | null {
  const percentage = percentIn(cell);
  const value = numberIn(percentage ?? cell);
  if (value === null) return percentage === undefined ? one : null;
  if (typeof value !== 'bigint' || value < 0n) return null;
  const inPercent = percentage !== undefined || value > asNumber;
  const number = parseRatio(textOfExact(value));
  const share = inPercent ? over(number, 100) : number;
  if (isEqual(share, one)) return one;
  return isAtLeast(share, one) ? null : share;
}
