/** A level each quarter, 1 the best: as a committee gave it, or by bands over the total of a section before this one. */
import { z } from 'zod';
import { id, type References } from '../reference.ts';
import { text } from '../written.ts';
import { head } from './section.ts';

export const level = ({ choice, forSome, section }: References) =>
  z.strictObject({
    ...head('level'),
    levels: z.record(id, z.strictObject({ title: text })).describe('From the best; the first is level 1.'),
    indicator: z
      .string()
      .describe("The indicator of the scores that carries a quarter's level as its number."),
    total: z
      .strictObject({
        reading: choice(['scores', 'total']).describe('Whether the total decides, or the scores.'),
        section: section.describe('The section whose total it is.'),
        figure: id.describe('The figure of that section.'),
        bands: forSome.count.describe(
          'Keyed by level: the least total, in whole points; the last level takes whatever is left.',
        ),
      })
      .optional()
      .describe("This quarter's level from a total instead, where the reading says `total`."),
  });

export type LevelSpec = z.infer<ReturnType<typeof level>>;
