/** Pay by the month: a base where the quota is met, a commission on what exceeds it, less what attendance costs. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { head } from './section.ts';

export const pay = ({ yuan, ratio, count, words, choice }: References) =>
  z.strictObject({
    ...head('pay'),
    /** Yuan, of a month. */
    quota: yuan,
    base: yuan,
    /** Of what exceeds the quota. */
    rate: ratio,
    /** The `metrics` indicators that hold the sales, by a reading: `month`, or `quarter` with the quota three times. */
    sales: z.strictObject({
      by: choice(['month', 'quarter']),
      /** Those of the quarter's first, second and third month. */
      month: words,
      quarter: words,
    }),
    attendance: z.strictObject({
      /** Late or gone early by at most so many minutes costs so much each time; beyond, it is a day's absence. */
      short: z.strictObject({ within: count, each: yuan }),
      /** A day costs so much; so many days of a month or more forfeit its commission. */
      absence: z.strictObject({ each: yuan, 'forfeits-from': count }),
      /** A day costs so much; more days of a month than these forfeit its commission. */
      'personal-leave': z.strictObject({ each: yuan, 'forfeits-above': count }),
      /** Away for more minutes than these costs so much each time. */
      away: z.strictObject({ above: count, each: yuan }),
      /** A reading: sick leave costs nothing (`free`), or counts as absence (`absence`). */
      'sick-leave': choice(['free', 'absence']),
    }),
  });

export type PaySpec = z.infer<ReturnType<typeof pay>>;
