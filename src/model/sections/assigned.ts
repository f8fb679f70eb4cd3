/** Who managed a customer in the quarter, by the day: each one's share and part, and what was nobody's. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { head } from './section.ts';

export const assigned = ({ measure }: References) =>
  z.strictObject({
    ...head('assigned'),
    measures: z
      .array(measure)
      .min(1)
      .describe('Measures that are credited by the assignments (`assigned`): whose parts are listed.'),
    basis: z
      .enum(['quarter', 'year'])
      .default('quarter')
      .describe('Of the quarter and its days, or of the year to date and its days.'),
  });

export type AssignedSpec = z.infer<ReturnType<typeof assigned>>;
