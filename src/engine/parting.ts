/** A whole amount parted to the cent: each part is the rounded running total less the one before, so that they add up to it. */
import { divideHalfUp, type Hundredths } from '../model/money.ts';
import { plus, type Ratio, zero } from '../model/ratio.ts';

/** A part as two running totals of the shares: before it, and with it. */
export interface Span {
  readonly before: Ratio;
  readonly after: Ratio;
}

/** The running totals of shares, in their order. */
export function spansOf(shares: readonly Ratio[]): Span[] {
  let running = zero;
  return shares.map((share) => {
    const before = running;
    running = plus(running, share);
    return { before, after: running };
  });
}

export const partOf = ({ before, after }: Span, whole: Hundredths): Hundredths =>
  divideHalfUp(whole * after.n, after.d) - divideHalfUp(whole * before.n, before.d);
