/** A card of weighted dimensions: scores that people gave and completions of the plan, a total, a band, a rank. */

import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import { id, type References } from '../reference.ts';
import { text } from '../written.ts';
import { head } from './section.ts';

/** A score is on the card's scale; where it has a floor or a cap, what lies beyond counts as that. In points. */
const bounds = ({ ratio, count }: References) => ({
  title: text,
  weight: ratio
    .optional()
    .describe(
      'Its part of the dimension; either every indicator of a dimension has one, or none: the plain mean.',
    ),
  least: count.optional().describe('The least points that it counts.'),
});

const indicator = (refs: References) =>
  z.union([
    z.strictObject({
      ...bounds(refs),
      given: z.string().describe('The `scores` rows of this indicator.'),
      most: refs.count.optional().describe('The most points that it counts.'),
    }),
    z.strictObject({
      ...bounds(refs),
      reached: z
        .string()
        .describe(
          "100 × the completion of this indicator's target, or of all main ones on average (`main`).",
        ),
      most: refs.count.describe('The most points that it counts.'),
    }),
  ]);

export const scorecard = (refs: References, { rule }: Vocabulary) =>
  z.strictObject({
    ...head('scorecard'),
    dimensions: z
      .record(
        id,
        z.strictObject({
          title: text,
          article: z.string(),
          weight: refs.ratio.describe('Its part of the total.'),
          applies: rule
            .optional()
            .describe('Whom it speaks of; for the others the remaining weights share the whole.'),
          indicators: z.record(id, indicator(refs)).describe('What is scored.'),
        }),
      )
      .describe('The parts of the card.'),
    heaviest: id.optional().describe('The dimension that weighs more than every other.'),
    period: refs
      .choice(['by-stage', 'quarter', 'year'])
      .describe('A reading: which completions and scores count.'),
    raters: refs
      .choice(['mean', 'refuse'])
      .describe('A reading of several scores of one indicator and period.'),
    scale: z
      .strictObject({ least: refs.count.describe('The least.'), most: refs.count.describe('The most.') })
      .describe('Between which points a score lies.'),
    bands: z
      .record(
        id,
        z.strictObject({
          title: text,
          'at-least': refs.count.optional().describe('From which total on, included.'),
        }),
      )
      .describe('From high to low; the last takes what is left.'),
  });

export type ScorecardSpec = z.infer<ReturnType<typeof scorecard>>;
export type DimensionSpec = ScorecardSpec['dimensions'][string];
export type IndicatorSpec = DimensionSpec['indicators'][string];
