/** How many customers are on the books. */
import { z } from 'zod';
import { id, type References, saying } from '../reference.ts';
import { text } from '../written.ts';
import { node } from './node.ts';

export const customersHeld = node({
  form: ({ yuan, count, measure }: References) =>
    z
      .strictObject({
        'more-than': count.optional().describe('More than so many.'),
        'at-most': count.optional().describe('So many or fewer.'),
        tiers: z
          .record(
            id,
            z.strictObject({
              title: text,
              measure: measure.describe("What the customer's tier goes by, of the year."),
              'at-least': yuan.describe('The least of this tier, included.'),
              'less-than': yuan.optional().describe('The least of the next tier above, not included.'),
            }),
          )
          .optional()
          .describe('How many stand in each tier, shown beside; they decide nothing.'),
      })
      .refine(
        (spec) => (spec['more-than'] === undefined) !== (spec['at-most'] === undefined),
        saying({ zh: 'more-than 与 at-most 写且只写一个', en: 'either more-than or at-most' }),
      )
      .describe('The number of customers with deposits, loans or settlement on the books.'),
  says: ({ 'more-than': above, 'at-most': most = '' }, { say, value }) =>
    say({
      zh: `管户数 ${above ? `> ${value(above)}` : `≤ ${value(most)}`}`,
      en: `customers on the books ${above ? `> ${value(above)}` : `≤ ${value(most)}`}`,
    }),
});
