/** Pay by the month: a base where the quota is met, a commission on what exceeds it, less what attendance costs. */
import { z } from 'zod';
import type { References } from '../condition.ts';
import { head } from './section.ts';

export const pay = ({ parameter }: References) =>
  z.strictObject({
    ...head('pay'),
    /** Yuan, of a month. */
    quota: parameter,
    base: parameter,
    /** Of what exceeds the quota. */
    rate: parameter,
    /** The `metrics` indicators that hold the sales, by a reading: `month`, or `quarter` with the quota three times. */
    sales: z.strictObject({
      by: parameter,
      /** Those of the quarter's first, second and third month. */
      month: parameter,
      quarter: parameter,
    }),
    attendance: z.strictObject({
      /** Late or gone early by at most so many minutes costs so much each time; beyond, it is a day's absence. */
      short: z.strictObject({ within: parameter, each: parameter }),
      /** A day costs so much; so many days of a month or more forfeit its commission. */
      absence: z.strictObject({ each: parameter, 'forfeits-from': parameter }),
      /** A day costs so much; more days of a month than these forfeit its commission. */
      'personal-leave': z.strictObject({ each: parameter, 'forfeits-above': parameter }),
      /** Away for more minutes than these costs so much each time. */
      away: z.strictObject({ above: parameter, each: parameter }),
      /** A reading: sick leave costs nothing (`free`), or counts as absence (`absence`). */
      'sick-leave': parameter,
    }),
  });

export type PaySpec = z.infer<ReturnType<typeof pay>>;
