/** A card of weighted dimensions: scores that people gave and completions of the plan, a total, a band, a rank. */
import { z } from 'zod';
import { text } from '../condition.ts';
import { id, type References } from '../reference.ts';
import { head, type Words } from './section.ts';

/** A score is on the card's scale; where it has a floor or a cap, what lies beyond counts as that. In points. */
const bounds = ({ ratio, count }: References) => ({
  title: text,
  /** Its part of the dimension; either every indicator of a dimension has one, or none: the plain mean. */
  weight: ratio.optional(),
  floor: count.optional(),
});

const indicator = (refs: References) =>
  z.union([
    z.strictObject({
      ...bounds(refs),
      /** The `scores` rows of this indicator. */
      given: z.string(),
      cap: refs.count.optional(),
    }),
    z.strictObject({
      ...bounds(refs),
      /** 100 × the completion of this indicator's target, or of all main ones on average (`main`). */
      reached: z.string(),
      cap: refs.count,
    }),
  ]);

export const scorecard = (refs: References, { rule }: Words) =>
  z.strictObject({
    ...head('scorecard'),
    dimensions: z.record(
      id,
      z.strictObject({
        title: text,
        article: z.string(),
        weight: refs.ratio,
        /** Whom it speaks of; for the others the remaining weights share the whole. */
        applies: rule.optional(),
        indicators: z.record(id, indicator(refs)),
      }),
    ),
    /** The dimension that weighs more than every other. */
    heaviest: id.optional(),
    /** A reading: which completions and scores count. */
    period: refs.choice(['by-stage', 'quarter', 'year']),
    /** A reading of several scores of one indicator and period. */
    raters: refs.choice(['mean', 'refuse']),
    /** Between which points a score lies. */
    scale: z.strictObject({ from: refs.count, to: refs.count }),
    /** From high to low; the last takes what is left. */
    bands: z.record(id, z.strictObject({ title: text, from: refs.count.optional() })),
  });

export type ScorecardSpec = z.infer<ReturnType<typeof scorecard>>;
export type DimensionSpec = ScorecardSpec['dimensions'][string];
export type IndicatorSpec = DimensionSpec['indicators'][string];
