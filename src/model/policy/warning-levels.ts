/** What warnings and completions are called, and the lists that name those warned. */
import { z } from 'zod';
import { id, type References } from '../reference.ts';
import { text } from '../written.ts';

/** Colours by what they say. */
const levelTones = ['muted', 'warn', 'bad'] as const;
export type LevelTone = (typeof levelTones)[number];

export const warningLevels = ({ warningList, ratio }: References) => ({
  'warning-levels': z
    .record(
      id,
      z.strictObject({
        title: text,
        tone: z.enum(levelTones).default('warn').describe('The colour that repeats the word.'),
        list: warningList
          .optional()
          .describe(
            "The list of the branch summary that names those warned; without it, one under the level's own title.",
          ),
        grave: z.literal(true).optional().describe('Head office sees these warnings by name.'),
      }),
    )
    .describe('The levels of warnings, from the lightest to the gravest.'),
  'warning-lists': z
    .record(
      id,
      z.strictObject({
        name: text.describe('The name of the sheet, or of the part.'),
        title: text.optional(),
        on: warningList.optional().describe('The list on whose sheet this one stands, as a part of its own.'),
      }),
    )
    .describe(
      'The sheets that name those warned, in their order; the title heads the sheet where the name is too short.',
    ),
  'completion-lines': z
    .array(
      z.strictObject({
        'less-than': ratio.describe('The line.'),
        title: text,
        called: text.describe('What a completion below it is called.'),
        tone: z.enum(levelTones).describe('The colour that repeats it.'),
      }),
    )
    .default([])
    .describe(
      'Lines that a completion is compared with wherever it is shown, and what it is called below each of them.',
    ),
});
