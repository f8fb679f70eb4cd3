/** What every kind of section is declared with. */
import { z } from 'zod';
import { id } from '../reference.ts';
import { article, quotation, text } from '../written.ts';

/** What stands at the head of every section: its kind, its title, its article. */
export const head = <const Kind extends string>(kind: Kind) => ({
  kind: z.literal(kind),
  title: text,
  article,
  text: quotation,
  stage: z.literal('annual').optional().describe("A section that speaks at the year's end only."),
  interim: text
    .optional()
    .describe(
      "What every entry says before the year's end, where the section speaks of the year as it stands.",
    ),
});

/** What a row of a decision table proposes; the first row whose condition is met is taken. */
export const proposed = {
  action: id,
  title: text,
  article,
  /** A person must confirm it; with a text, that is why. */
  'needs-person': z.union([z.literal(true), text]).optional(),
};
