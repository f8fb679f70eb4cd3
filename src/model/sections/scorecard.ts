/** A card of weighted dimensions: scores that people gave and completions of the plan, a total, a band, a rank. */
import { z } from 'zod';
import { id, type References, text } from '../condition.ts';
import { head, type Words } from './section.ts';

/** A score is on the card's scale; where it has a floor or a cap, what lies beyond counts as that. In points. */
const bounds = ({ parameter }: References) => ({
  title: text,
  /** Its part of the dimension; either every indicator of a dimension has one, or none: the plain mean. */
  weight: parameter.optional(),
  floor: parameter.optional(),
});

const indicator = (refs: References) =>
  z.union([
    z.strictObject({
      ...bounds(refs),
      /** The `scores` rows of this indicator. */
      given: z.string(),
      cap: refs.parameter.optional(),
    }),
    z.strictObject({
      ...bounds(refs),
      /** 100 × the completion of this indicator's target, or of all main ones on average (`main`). */
      reached: z.string(),
      cap: refs.parameter,
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
        weight: refs.parameter,
        /** Whom it speaks of; for the others the remaining weights share the whole. */
        applies: rule.optional(),
        indicators: z.record(id, indicator(refs)),
      }),
    ),
    /** The dimension that weighs more than every other. */
    heaviest: id.optional(),
    /** A reading: `by-stage`, `quarter` or `year`. */
    period: refs.parameter,
    /** A reading of several scores of one indicator and period: `mean` or `refuse`. */
    raters: refs.parameter,
    /** Between which points a score lies. */
    scale: z.strictObject({ from: refs.parameter, to: refs.parameter }),
    /** From high to low; the last takes what is left. */
    bands: z.record(id, z.strictObject({ title: text, from: refs.parameter.optional() })),
  });

export type ScorecardSpec = z.infer<ReturnType<typeof scorecard>>;
export type DimensionSpec = ScorecardSpec['dimensions'][string];
export type IndicatorSpec = DimensionSpec['indicators'][string];
