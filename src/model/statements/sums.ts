/** Sums of figures of which some may not be known: they say so, and what is not known is never taken as 0. */
import type { Hundredths } from '../money.ts';

export interface Summed {
  /** Of the figures that are known. */
  readonly known: Hundredths;
  /** How many are not. */
  readonly unknown: number;
  /** `nothing`: there are no figures at all. */
  readonly state: 'whole' | 'part' | 'unknown' | 'nothing';
}

export function summed(figures: readonly (Hundredths | null)[]): Summed {
  const known = figures.filter((each) => each !== null);
  const unknown = figures.length - known.length;
  const state =
    figures.length === 0 ? 'nothing' : unknown === 0 ? 'whole' : known.length === 0 ? 'unknown' : 'part';
  return { known: known.reduce((total, each) => total + each, 0n), unknown, state };
}
