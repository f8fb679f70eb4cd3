/** What managers, or the units they work in, must have done and recorded: how often, for whom, within how many days. */
import { z } from 'zod';
import { text } from '../condition.ts';
import type { References } from '../reference.ts';
import { id } from '../reference.ts';
import { activityKinds } from '../tables/duties.ts';
import { head } from './section.ts';

export const duties = ({ yuan, count, choice, measure }: References) => {
  const duty = {
    title: text,
    article: z.string(),
    record: z.array(z.enum(activityKinds.map((kind) => kind.id))).min(1),
  };
  return z.strictObject({
    ...head('duties'),
    /** Whose duties they are: a unit's are done by everybody whom the roster puts there. */
    of: z.enum(['managers', 'units']),
    /** The roster's columns that say since when somebody is a manager: the first that is stated. */
    since: z.array(z.enum(['trainee_since', 'marketing_since'])).default([]),
    /** A reading, of a month or half-year that somebody began in. */
    begun: choice(['not-owed', 'owed']).optional(),
    /** Keyed by id. */
    duties: z.record(
      id,
      z.discriminatedUnion('every', [
        z.strictObject({ every: z.literal('working-day'), ...duty }),
        z.strictObject({
          every: z.enum(['month', 'half-year']),
          ...duty,
          times: count,
          /** A reading, whose record counts: one's own, or anybody's of the unit. */
          by: choice(['own', 'unit']).optional(),
        }),
        z.strictObject({
          every: z.literal('year'),
          ...duty,
          times: count,
          /** A reading, of a part of a time in the year so far. */
          'so-far': choice(['down', 'up']),
          /** A reading, of several records of one day. */
          'one-day': choice(['once', 'each']),
        }),
        z.strictObject({
          every: z.literal('customer-month'),
          ...duty,
          times: count,
          /** The customers whose figure of the year reaches the line. */
          customers: z.strictObject({ measure, 'at-least': yuan }),
        }),
        z.strictObject({ every: z.literal('need'), ...duty, 'answered-within': count }),
      ]),
    ),
  });
};

export type DutiesSpec = z.infer<ReturnType<typeof duties>>;
export type DutySpec = DutiesSpec['duties'][string];
export type DutyOf<Every extends DutySpec['every']> = Extract<DutySpec, { every: Every }>;
