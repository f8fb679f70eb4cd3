/** The words of the bank's own that the columns of a package may hold. */
import { z } from 'zod';
import { id } from '../reference.ts';
import { text } from '../written.ts';

/** What is looked for in the ledger: what begins an admonition, what ends it, what answers for it, what became of an objection. */
export const eventRoles = ['admonition', 'lift', 'explanation', 'appeal'] as const;
export type EventRole = (typeof eventRoles)[number];

/** A word that the bank's files may use, with the spellings that mean it; the title and the id are known anyway. */
const word = { title: text, names: z.array(z.string()).optional() };

export const words = {
  'roster-grades': z
    .record(id, z.strictObject(word))
    .describe(
      "What the roster's grade column may say besides the titles of the ladder; anything, where a policy has neither of its own and no value by these.",
    ),
  statuses: z
    .record(
      id,
      z.strictObject({
        ...word,
        appraised: z.literal(true).optional().describe('Managers of this status are appraised.'),
      }),
    )
    .describe("What the roster may say of a manager's status; the first is meant where it says nothing."),
  'roster-series': z
    .record(id, z.strictObject(word))
    .describe(
      "What the roster may say of a manager's line of business; the first is meant where it says nothing.",
    ),
  'review-ratings': z.record(id, z.strictObject(word)).describe('What an annual review may come to.'),
  'event-kinds': z
    .record(
      id,
      z.strictObject({
        ...word,
        role: z
          .enum(eventRoles)
          .optional()
          .describe(
            'The part it plays: what begins an admonition, what lifts it, what answers for one; what became of an objection.',
          ),
      }),
    )
    .describe('What the ledger of events may record.'),
  'activity-kinds': z.record(id, z.strictObject(word)).describe('What the table of activities may record.'),
};
