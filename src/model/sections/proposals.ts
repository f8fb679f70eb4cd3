/** What is proposed for each manager by a decision table over the title held: re-appoint, appoint higher, lower. */

import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import { id, type References } from '../reference.ts';
import { text } from '../written.ts';
import { head, proposed } from './section.ts';

/** The steps between titles. */
const steps = ['held', 'one-up', 'two-up', 'one-down'] as const;
/**
 * Where a decision over the ladder leads: out of it, or to a grade on it. `level` is the grade of the employee level that
 * the roster records.
 */
export const destinations = ['nowhere', ...steps, 'qualified', 'one-down-or-qualified', 'level'] as const;
type Destination = (typeof destinations)[number];
export const isDestination = (word: string): word is Destination =>
  (destinations as readonly string[]).includes(word);

export const proposals = ({ choice, forSome }: References, { ruled }: Vocabulary) =>
  z.strictObject({
    ...head('proposals'),
    titles: z
      .record(id, z.strictObject({ title: text, approval: text }))
      .describe(
        'From high to low, each with who approves it. Parameters by grade, and `for-grades` of a rule, name the title held.',
      ),
    'roster-words': forSome.words.describe(
      "Keyed by title: the words of the roster's grade that stand for it.",
    ),
    decisions: z
      .array(
        ruled({
          ...proposed,
          to: z
            .enum(steps)
            .optional()
            .describe('From the title held, no further than the highest and the lowest …'),
          'to-reading': choice(steps).optional().describe('… or what a reading says of it.'),
        }),
      )
      .describe('The first row whose condition is met is the proposal.'),
  });

export type ProposalsSpec = z.infer<ReturnType<typeof proposals>>;
