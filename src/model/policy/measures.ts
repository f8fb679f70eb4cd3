/** What is summed over the customers of a manager. */
import { z } from 'zod';
import { id, type References, saying } from '../reference.ts';
import { text } from '../written.ts';

const columns = z.strictObject({
  add: z.string().describe('The column that is summed.'),
  subtract: z.string().optional().describe('The column that is taken off it, row by row.'),
});

export const measures = ({ ratio, words }: References) =>
  z
    .record(
      id,
      z.strictObject({
        title: text,
        assigned: z
          .strictObject({ lead: ratio.describe('The part of the lead while somebody assists.') })
          .optional()
          .describe(
            "Credited by the day to whom the table of assignments names, whoever stands in the rows: its stated shares, else the lead's part and the rest to the assistants equally, to the cent; a day without a lead is nobody's. Customers who are not in it are credited as ever. Unknown without the table.",
          ),
        table: z.enum(['deposits', 'loans', 'settlement']).describe('The input table that is summed.'),
        indicator: z.string().describe('The indicator under which targets and adjustments name this figure.'),
        year: columns.describe('The columns of the year to date.'),
        quarter: columns.describe('The columns of the quarter.'),
        without: z
          .strictObject({
            column: z.string(),
            words: words.describe('The words, anywhere in the cell.'),
            unless: words
              .optional()
              .describe('A row whose cell contains one of these words too is taken all the same.'),
          })
          .optional()
          .describe('Rows whose column contains one of the words are left out.'),
        only: z
          .strictObject({
            column: z.string(),
            is: z.string().optional().describe('The choice.'),
            words: words.optional().describe('The words, anywhere in the cell.'),
          })
          .refine(
            (spec) => (spec.is === undefined) !== (spec.words === undefined),
            saying({ zh: 'is 与 words 写且只写一个', en: 'either is or words' }),
          )
          .optional()
          .describe(
            'Only rows whose column holds this choice, or contains one of the words; unknown where the column is not there.',
          ),
        weighted: z
          .strictObject({
            column: z.string(),
            by: z
              .array(
                z.strictObject({
                  words: words.describe('The words, anywhere in the cell.'),
                  weight: ratio.describe('How much such a row counts.'),
                }),
              )
              .min(1)
              .describe('The words and their weights, in order.'),
          })
          .optional()
          .describe(
            'A row whose column contains one of the words counts with this weight; the first that fits, else whole.',
          ),
      }),
    )
    .default({})
    .describe('What is summed over the customers of a manager.');

export type MeasureSpec = z.infer<ReturnType<typeof measures>>[string];
