/** A pool parted among managers in proportion to a weight, to the cent. */
import { z } from 'zod';
import { figures } from '../figures/index.ts';
import type { References } from '../reference.ts';
import { pricedForm } from './lines.ts';
import { head } from './section.ts';

export const pool = (refs: References) =>
  z.strictObject({
    ...head('pool'),
    among: z
      .enum(['branch', 'all'])
      .default('branch')
      .describe("Each branch's pool among its own managers, by the roster, or one pool among all."),
    amount: figures(refs).figure.describe(
      'The pool, rounded to the cent: a figure that is the same for all among whom it is parted, such as one of their branch.',
    ),
    weight: pricedForm(refs).describe(
      "A manager's weight, not rounded: a figure, such as the total of a section, times its factors. One that is not known leaves every share of that pool unknown; one that does not apply is 0.",
    ),
  });

export type PoolSpec = z.infer<ReturnType<typeof pool>>;
