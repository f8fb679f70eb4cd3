/** Ranks from high to low, each with the same rules at its own thresholds: stars, titles. The highest that is met. */

import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import { id, type References } from '../reference.ts';
import { named, text } from '../written.ts';
import { head } from './section.ts';

export const ranks = ({ byGrade }: References, { ruled }: Vocabulary) =>
  z.strictObject({
    ...head('ranks'),
    ranks: z
      .record(id, z.strictObject({ title: text, approval: text.optional() }))
      .describe('From high to low; parameters by grade, and `for-grades` of a rule, name them.'),
    'takes-part': ruled(named)
      .optional()
      .describe('Who takes part: where this is not met, the section does not apply.'),
    rules: z.array(ruled(named)).min(1).describe('All that apply to a rank are required for it.'),
    reward: byGrade.yuan.optional().describe('Yuan, by rank.'),
  });

export type RanksSpec = z.infer<ReturnType<typeof ranks>>;
