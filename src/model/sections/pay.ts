/** Pay by the month: a base where the quota is met, a commission on what exceeds it, less what attendance costs. */
import { z } from 'zod';
import { id, type References } from '../reference.ts';
import { text } from '../written.ts';
import { head } from './section.ts';

export const pay = ({ yuan, ratio, count, words, choice }: References) =>
  z.strictObject({
    ...head('pay'),
    quota: yuan.describe('Yuan, of a month.'),
    base: yuan.describe('Of a month that meets the quota.'),
    rate: ratio.describe('Of what exceeds the quota.'),
    sales: z
      .strictObject({
        by: choice(['month', 'quarter']).describe('By the month, or the quarter as three months at once.'),
        month: words.describe("Those of the quarter's first, second and third month."),
        quarter: words.describe("The quarter's indicator."),
      })
      .describe(
        'The `metrics` indicators that hold the sales, by a reading: `month`, or `quarter` with the quota three times.',
      ),
    attendance: z
      .strictObject({
        short: z
          .strictObject({ 'at-most': count.describe('Minutes.'), each: yuan.describe('Of one time.') })
          .describe(
            "Late or gone early by at most so many minutes costs so much each time; beyond, it is a day's absence.",
          ),
        absence: z
          .strictObject({
            each: yuan.describe('Of one day.'),
            'forfeits-at-least': count.describe('Days of a month, included.'),
          })
          .describe('A day costs so much; so many days of a month or more forfeit its commission.'),
        'personal-leave': z
          .strictObject({
            each: yuan.describe('Of one day.'),
            'forfeits-more-than': count.describe('Days of a month, not included.'),
          })
          .describe('A day costs so much; more days of a month than these forfeit its commission.'),
        away: z
          .strictObject({
            'more-than': count.describe('Minutes, not included.'),
            each: yuan.describe('Of one time.'),
          })
          .describe('Away for more minutes than these costs so much each time.'),
        'sick-leave': choice(['free', 'absence']).describe(
          'A reading: sick leave costs nothing (`free`), or counts as absence (`absence`).',
        ),
      })
      .describe('What it costs not to be there.'),
    fines: z
      .record(
        id,
        z.strictObject({
          title: text,
          indicator: words.describe(
            'The `metrics` indicator that holds what is on record; without it, nothing is.',
          ),
          times: count.describe('How many times the amount on record is paid.'),
        }),
      )
      .optional()
      .describe('What is paid, so many times, of amounts that people record.'),
  });

export type PaySpec = z.infer<ReturnType<typeof pay>>;
