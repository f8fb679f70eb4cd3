/** What managers, or the units they work in, must have done and recorded: how often, for whom, within how many days. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { id } from '../reference.ts';
import { text } from '../written.ts';
import { head } from './section.ts';

export const duties = ({ yuan, count, choice, words, measure, activityKind }: References) => {
  const duty = {
    title: text,
    article: z.string(),
    record: z.array(activityKind).min(1).describe('The kinds of record that count.'),
  };
  return z.strictObject({
    ...head('duties'),
    of: z
      .enum(['managers', 'units'])
      .describe("Whose duties they are: a unit's are done by everybody whom the roster puts there."),
    since: z
      .array(z.enum(['trainee_since', 'marketing_since']))
      .default([])
      .describe("The roster's columns that say since when somebody is a manager: the first that is stated."),
    'held-in': words.optional().describe('Only of those who hold one of these grades.'),
    begun: choice(['not-owed', 'owed'])
      .optional()
      .describe('A reading, of a month or another stretch that somebody began in.'),
    unrecorded: choice(['not-owed', 'owed'])
      .optional()
      .describe('A reading, of a duty of which nobody has ever recorded anything; without it, it is owed.'),
    duties: z
      .record(
        id,
        z.discriminatedUnion('every', [
          z.strictObject({ every: z.literal('working-day'), ...duty }),
          z.strictObject({
            every: z.enum(['week', 'fortnight', 'month', 'quarter', 'half-year']),
            ...duty,
            times: count.describe('How often in each.'),
            by: choice(['own', 'unit'])
              .optional()
              .describe("A reading, whose record counts: one's own, or anybody's of the unit."),
          }),
          z.strictObject({
            every: z.literal('year'),
            ...duty,
            times: count.describe('How often in the year, by the quarters gone by.'),
            'so-far': choice(['down', 'up']).describe('A reading, of a part of a time in the year so far.'),
            'one-day': choice(['once', 'each']).describe('A reading, of several records of one day.'),
          }),
          z.strictObject({
            every: z.literal('customer-month'),
            ...duty,
            times: count.describe('How often each month.'),
            customers: z
              .strictObject({ measure, 'at-least': yuan.describe('The line, included.') })
              .describe('The customers whose figure of the year reaches the line.'),
          }),
          z.strictObject({
            every: z.literal('need'),
            ...duty,
            'answered-within': count.describe('In so many days.'),
          }),
          z.strictObject({ every: z.literal('once'), ...duty }),
          z.strictObject({
            every: z
              .literal('none')
              .describe('Nothing is asked: what was recorded in the quarter is counted.'),
            ...duty,
            'shared-at-least': count
              .optional()
              .describe('A customer of whom so many people have a record is named, with them.'),
          }),
        ]),
      )
      .describe('Keyed by id.'),
  });
};

export type DutiesSpec = z.infer<ReturnType<typeof duties>>;
export type DutySpec = DutiesSpec['duties'][string];
export type DutyOf<Every extends DutySpec['every']> = Extract<DutySpec, { every: Every }>;
