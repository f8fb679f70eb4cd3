/** What is proposed for the grade held, by the first row that holds. */
import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import { id, type References } from '../reference.ts';
import { destinations } from '../sections/proposals.ts';
import { proposed } from '../sections/section.ts';
import { article, text } from '../written.ts';

export const decisions = ({ grade, choice }: References, { rule, ruled }: Vocabulary) => ({
  decided: z
    .enum(['annual', 'every-quarter'])
    .default('annual')
    .describe("When appointments are decided: at the year's end, or after every quarter."),
  'approved-by': z
    .enum(['proposed', 'higher'])
    .default('proposed')
    .describe(
      'Whose approval a proposal needs: that of the grade proposed, or of the higher of it and the grade held; for leaving the ladder that of the grade held.',
    ),
  leaving: id.describe(
    'The action of the row whose proposal it is to leave the ladder, where another row leads below it.',
  ),
  decisions: z
    .array(
      ruled({
        ...proposed,
        articles: z.array(article).optional().describe('Further articles the decision rests on.'),
        to: z.enum(destinations).optional().describe('What becomes of the grade held …'),
        'to-reading': choice(destinations).optional().describe('… or the reading that says so.'),
        alternative: id
          .optional()
          .describe('The action between which and this one the text leaves a person the choice.'),
        'none-qualified': grade
          .optional()
          .describe('The grade where none is qualified; without it the manager leaves the ladder.'),
        note: z
          .strictObject({ unless: rule.describe('The further rule.'), text: text.describe('The remark.') })
          .optional()
          .describe('A remark where this further rule is not met.'),
      }),
    )
    .default([])
    .describe('The first row whose condition is met is the proposal.'),
  'person-decides': z
    .array(
      ruled({
        title: text,
        article,
        actions: z
          .array(id)
          .min(1)
          .optional()
          .describe('Only proposals of these actions; without it, every one.'),
      }),
    )
    .default([])
    .describe(
      'Whatever row decides: where one of these is met, a person must confirm the proposal, for this reason.',
    ),
});
