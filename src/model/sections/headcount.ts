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
    step: parameter({ shape: shapeOfColumn, positive: true }).describe('The size of one step.'),
  });
  return z.strictObject({
    ...head('headcount'),
    units: z.array(unitKind).min(1).describe('The kinds of units that are spoken of.'),
    base: z
      .strictObject({ column: unitCount, times: count.describe('How many for each.') })
      .describe('So many for each of a count.'),
    volume: steps.describe('One for each whole step of a figure.'),
    growth: z
      .strictObject({
        together: count.describe('How many of the steps must hold together.'),
        of: z.array(steps).min(1).describe('The steps.'),
      })
      .describe('One more as often as so many of the steps hold together.'),
    'first-year': z
      .strictObject({
        years: count.describe('How many years that is.'),
        counted: choice(['from-opening', 'calendar-year']).describe(
          'From the day of opening, or by calendar years.',
        ),
        undated: choice(['old', 'unknown']).describe('A reading, where the opening day is blank.'),
      })
      .describe('A branch of this age has the base alone.'),
    actual: choice(['unknown', 'roster']).describe(
      'A reading, where the actual number is blank: not known, or the roster is counted.',
    ),
  });
};

export type HeadcountSpec = z.infer<ReturnType<typeof headcount>>;
