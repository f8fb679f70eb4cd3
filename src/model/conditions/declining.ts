/** A main customer's business fell two quarters in a row. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

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
