/** A level each quarter, 1 the best: as a committee gave it, or by bands over the total of a section before this one. */
import { z } from 'zod';
import { text } from '../condition.ts';
import { id, type References } from '../reference.ts';
import { head } from './section.ts';

export const level = ({ choice, forSome, section }: References) =>
  z.strictObject({
    ...head('level'),
    /** From the best; the first is level 1. */
    levels: z.record(id, z.strictObject({ title: text })),
    /** The indicator of the scores that carries a quarter's level as its number. */
    indicator: z.string(),
    /** This quarter's level from a total instead, where the reading says `total`. */
    total: z
      .strictObject({
        reading: choice(['scores', 'total']),
        section,
        figure: id,
        /** Keyed by level: the least total, in whole points; the last level takes whatever is left. */
        bands: forSome.count,
      })
      .optional(),
  });

export type LevelSpec = z.infer<ReturnType<typeof level>>;
