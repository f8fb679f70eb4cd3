/** What may be asked of one credit item. */
import { z } from 'zod';
import { id, type References } from '../reference.ts';
import { text } from '../written.ts';

export const signs = ({ count, words, choice }: References) =>
  z
    .record(
      id,
      z.strictObject({
        title: text,
        table: z.enum(['loans', 'classification']).describe('The table that has the items.'),
        'above-zero': z
          .array(z.string())
          .min(1)
          .optional()
          .describe('One of these is greater than 0; unknown only where none of the columns is there.'),
        days: z
          .strictObject({
            column: z.string(),
            'at-least': count.describe('So many days, included.'),
            'without-days': z
              .string()
              .describe('The column of the amount that is looked at where there are no days.'),
          })
          .optional()
          .describe(
            'At least so many days; without the days column, unknown where the amount is greater than 0.',
          ),
        product: words.optional().describe('The product contains one of the words.'),
        classes: words.optional().describe('Now of one of these classes …'),
        'classes-before': choice(['leave-out', 'count'])
          .optional()
          .describe('… and not at the start of the year already, by the reading.'),
        outstanding: z.literal(true).optional().describe('There is still a balance.'),
      }),
    )
    .default({})
    .describe('What may be asked of one credit item; every part that is given must hold.');

export type SignSpec = z.infer<ReturnType<typeof signs>>[string];
