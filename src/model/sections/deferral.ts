/** Pay that is held back and paid in parts over the years; what is charged is taken from it, and a rule may stop it. */
import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import { figures } from '../figures/index.ts';
import type { References } from '../reference.ts';
import { named } from '../written.ts';
import { head } from './section.ts';

export const deferral = (refs: References, { ruled }: Vocabulary) =>
  z.strictObject({
    ...head('deferral'),
    of: figures(refs).figure.describe('The pay of the quarter, in yuan.'),
    held: refs.ratio.describe(
      'How much of it is held back, rounded to the cent: the tranche of the quarter.',
    ),
    'more-than': refs.yuan
      .optional()
      .describe('Only where the pay is above this line, which is not included.'),
    parts: refs.count.describe(
      'In how many equal parts a tranche falls due: running totals are rounded, so that they add up to it.',
    ),
    every: refs.count.describe(
      'How many quarters lie between the tranche, its first part and each next one.',
    ),
    charge: z
      .strictObject({
        events: z
          .array(refs.eventKind)
          .min(1)
          .describe('Events of the quarter of these kinds, each with the loan that its reference names.'),
        rate: refs.ratio.describe(
          'How much of the balance of that loan in the classification each costs, rounded to the cent. Unknown where the loan is not listed.',
        ),
      })
      .optional()
      .describe('What is taken from the balances of the tranches, with the claim of the quarter before.'),
    order: z.enum(['oldest', 'newest']).default('oldest').describe('From which tranche it is taken first.'),
    'what-is-left': z
      .array(z.enum(['current', 'claim']))
      .default([])
      .describe(
        'What the tranches do not cover is taken from what is paid of this quarter (`current`), and carried to the next quarter (`claim`); otherwise it lapses.',
      ),
    stop: ruled(named)
      .optional()
      .describe('Where this rule is met nothing is paid of the tranches; what is due stays due.'),
  });

export type DeferralSpec = z.infer<ReturnType<typeof deferral>>;
