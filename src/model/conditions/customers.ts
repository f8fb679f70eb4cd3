/** Customers: how large they are, how many, and what became of their business. */
import { z } from 'zod';
import { id, type References, saying } from '../reference.ts';
import { text } from '../written.ts';
import { node } from './node.ts';

export const customerBelow = node({
  form: ({ yuan }: References) =>
    z
      .strictObject({ 'less-than': yuan.describe('The line, which is not included.') })
      .describe('Some customer is below the line in deposits and in loans.'),
  says: ({ 'less-than': line }, { say, value }) =>
    say({
      zh: `客户存款、贷款均低于 ${value(line)}`,
      en: `a customer below ${value(line)} in deposits and loans`,
    }),
});

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

export const declining = node({
  form: ({ ratio, choice, measure }: References) =>
    z
      .strictObject({
        'share-at-least': ratio.describe(
          "From which share of the manager's deposits or loans two quarters ago a customer is a main one, included.",
        ),
        reading: choice(['any', 'all']).describe('Any of the three figures falls, or all of them.'),
        loans: measure
          .optional()
          .describe('The measure that tells loans from other credit items; without it, all are loans.'),
      })
      .describe(
        "A main customer's deposits, loans or settlement fell in each of the last two quarters. Unknown where one is not archived or the manager was left out of it.",
      ),
  says: ({ 'share-at-least': share, reading }, { say, value }) =>
    say({
      zh: `主要客户（占比 ≥ ${value(share)}）存款、贷款、结算连续两季下降（${value(reading)}）`,
      en: `a main customer (share ≥ ${value(share)}) declines two quarters in a row (${value(reading)})`,
    }),
});

export const depositsMoved = node({
  form: ({ yuan }: References) =>
    z
      .strictObject({
        'at-least': yuan.optional().describe('Up or down by this much or more.'),
        'to-less-than': yuan.optional().describe('At this line or above it then, and below it now.'),
      })
      .refine(
        (spec) => (spec['at-least'] === undefined) !== (spec['to-less-than'] === undefined),
        saying({
          zh: '`at-least` 与 `to-less-than` 写且只写一个',
          en: 'exactly one of `at-least` and `to-less-than`',
        }),
      )
      .describe(
        "The deposits of some customer moved so since the last quarter's end, as the archive has it. Who came from or went to another manager is left out. Unknown where that quarter is not archived.",
      ),
  says: ({ 'at-least': least, 'to-less-than': through = '' }, { say, value }) =>
    say(
      least
        ? {
            zh: `有客户存款余额较上季末变动 ≥ ${value(least)}`,
            en: `deposits of a customer moved by ≥ ${value(least)} since the last quarter's end`,
          }
        : {
            zh: `有客户存款余额由上季末不低于 ${value(through)} 降到以下`,
            en: `deposits of a customer fell below ${value(through)} since the last quarter's end`,
          },
    ),
});
