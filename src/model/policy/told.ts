/** What a policy has managers told beside the result: where to object, and their place among those of their grade. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { article, text } from '../written.ts';

export const told = ({ measure }: References) => ({
  appeals: z
    .strictObject({
      article,
      to: text.describe('Who receives them.'),
      until: text.describe('By when they are to be made, in words.'),
    })
    .optional()
    .describe("Where a manager objects to a result: stands on the first page of every manager's workbook."),
  standing: z
    .strictObject({
      article,
      measures: z.array(measure).min(1).describe("By the year's figures of these measures."),
    })
    .optional()
    .describe('Managers are told their place among those of the same grade; without it, nobody is.'),
});
