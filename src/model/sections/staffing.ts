/** The least number of managers that a unit of each kind must have. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { head } from './section.ts';
import { unitKind } from './units.ts';

export const staffing = ({ count, choice }: References) =>
  z.strictObject({
    ...head('staffing'),
    needed: z
      .partialRecord(unitKind, count)
      .describe('Keyed by kind. Units of a kind that is not named are not spoken of.'),
    'none-needed': z.array(unitKind).default([]).describe('Kinds of units that need nobody.'),
    actual: choice(['unknown', 'roster']).describe(
      'A reading, where the actual number is blank: not known, or the roster is counted.',
    ),
  });

export type StaffingSpec = z.infer<ReturnType<typeof staffing>>;
