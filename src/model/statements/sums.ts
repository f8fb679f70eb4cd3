/** Sums of figures of which some may not be known: they say so, and what is not known is never taken as 0. */
import { type Hundredths, sum } from '../money.ts';

export interface Summed<T = Hundredths> {
  /** Of the figures that are known. */
  readonly known: T;
  /** How many are not. */
  readonly unknown: number;
  /** `nothing`: there are no figures at all. */
  readonly state: 'whole' | 'part' | 'unknown' | 'nothing';
}

export const summed = (figures: readonly (Hundredths | null)[]): Summed => summedBy(figures, sum);

export function summedBy<T>(figures: readonly (T | null)[], total: (known: readonly T[]) => T): Summed<T> {
  const known = figures.filter((each) => each !== null);
  const unknown = figures.length - known.length;
  const state =
    figures.length === 0 ? 'nothing' : unknown === 0 ? 'whole' : known.length === 0 ? 'unknown' : 'part';
  return { known: total(known), unknown, state };
}
