/**
 * How many managers a branch may have: so many for each of its sub-units, or as many as its business carries, whichever
 * is more; in its first year the sub-units alone decide.
 */
import { z } from 'zod';
import type { References } from '../condition.ts';
import { head } from './section.ts';
import { unitCount, unitFigure, unitKind } from './units.ts';

export const headcount = ({ parameter }: References) => {
  /** One for each whole step of the column's figure; yuan for an amount, a number for a count. */
  const steps = z.strictObject({ column: unitFigure, step: parameter });
  return z.strictObject({
    ...head('headcount'),
    units: z.array(unitKind).min(1),
    base: z.strictObject({ column: unitCount, times: parameter }),
    volume: steps,
    /** One more as often as so many of the steps hold together. */
    growth: z.strictObject({ together: parameter, of: z.array(steps).min(1) }),
    'first-year': z.strictObject({
      years: parameter,
      /** A reading: `from-opening` or `calendar-year`. */
      counted: parameter,
      /** A reading, where the opening day is blank: `old` or `unknown`. */
      undated: parameter,
    }),
    /** A reading, where the actual number is blank: `unknown`, or the `roster` is counted. */
    actual: parameter,
  });
};

export type HeadcountSpec = z.infer<ReturnType<typeof headcount>>;
