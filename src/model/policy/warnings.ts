/** The rules that warn. */
import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import type { References } from '../reference.ts';
import { named } from '../written.ts';

export const warnings = (
  { warningLevel, warningLevelReading, warningList }: References,
  { rule, ruled }: Vocabulary,
) =>
  z
    .array(
      ruled({
        ...named,
        level: warningLevel.describe('The level.'),
        'level-reading': warningLevelReading
          .optional()
          .describe('Where the text leaves the level open: the reading whose choice it is.'),
        review: z.literal(true).optional().describe('A person must confirm it.'),
        foreseen: rule
          .optional()
          .describe(
            'What would come of a step that has not been taken yet: where the rule itself is not met, a person looks at it.',
          ),
        list: warningList.optional().describe("The list it stands in, where that is not its level's."),
      }),
    )
    .default([])
    .describe('The rules that warn, each of a level.');
