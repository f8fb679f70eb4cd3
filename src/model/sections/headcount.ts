/**
 * How many managers a branch may have: so many for each of its sub-units, or as many as its business carries, whichever
 * is more; in its first year the sub-units alone decide.
 */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { head } from './section.ts';
import { shapeOfColumn, unitCount, unitFigure, unitKind } from './units.ts';

export const headcount = ({ parameter, count, choice }: References) => {
  /** One for each whole step of the column's figure; yuan for an amount, a number for a count. */
  const steps = z.strictObject({
    column: unitFigure,
    step: parameter({ shape: shapeOfColumn, positive: true }),
  });
  return z.strictObject({
    ...head('headcount'),
    units: z.array(unitKind).min(1),
    base: z.strictObject({ column: unitCount, times: count }),
    volume: steps,
    /** One more as often as so many of the steps hold together. */
    growth: z.strictObject({ together: count, of: z.array(steps).min(1) }),
    'first-year': z.strictObject({
      years: count,
      counted: choice(['from-opening', 'calendar-year']),
      /** A reading, where the opening day is blank. */
      undated: choice(['old', 'unknown']),
    }),
    /** A reading, where the actual number is blank: not known, or the roster is counted. */
    actual: choice(['unknown', 'roster']),
  });
};

export type HeadcountSpec = z.infer<ReturnType<typeof headcount>>;
