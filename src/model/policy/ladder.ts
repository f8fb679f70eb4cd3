/** The grades of the ladder. */
import { z } from 'zod';
import { id } from '../reference.ts';
import { text } from '../written.ts';

export const ladder = z
  .record(
    id,
    z.strictObject({
      title: text,
      names: z
        .array(z.string())
        .optional()
        .describe(
          'Words of the bank for the grade, as the roster may write it; the title and the id are known anyway.',
        ),
      'employee-level': z
        .int()
        .optional()
        .describe('The employee level that goes with the grade; a trainee is appointed by it.'),
      approval: text,
      outward: text.optional().describe('The title towards customers.'),
      trainee: z.literal(true).optional().describe('Held for the traineeship: nobody qualifies for it.'),
    }),
  )
  .default({})
  .describe('From high to low.');
