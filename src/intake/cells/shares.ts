/** Shares of an account: 60%, 0.6 or 60; nothing means the whole. */
import { Decimal } from '../../model/money.ts';
import { type Exact, exactOf, textOfExact } from '../exact.ts';
import type { Cell } from '../files/sheet.ts';
import { halfWidth } from '../words.ts';
import { numberIn } from './numbers.ts';

export const whole = new Decimal('1');
const one: Exact = exactOf('1') ?? 0n;

/** Null: not a share between 0 and 100 %. Up to 1 a bare number is a fraction, above 1 a percentage. */
export function shareIn(cell: Cell): Decimal | null {
  const percentage = typeof cell === 'string' ? /^(.*)%$/.exec(halfWidth(cell))?.[1] : undefined;
  const value = numberIn(percentage ?? cell);
  if (value === null) return percentage === undefined ? whole : null;
  if (typeof value !== 'bigint' || value < 0n) return null;
  const inPercent = percentage !== undefined || value > one;
  const share = new Decimal(textOfExact(value)).times(inPercent ? '0.01' : '1');
  if (share.eq(whole)) return whole;
  return share.gt(whole) ? null : share;
}
