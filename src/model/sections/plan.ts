/** A manager's own plan, whatever its indicators, against what was reached in the quarter and in the year. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { head } from './section.ts';

export const plan = ({ ratio, choice, measure }: References) =>
  z.strictObject({
    ...head('plan'),
    'at-least': ratio.describe('From which completion on a target is reached.'),
    period: choice(['by-stage', 'quarter', 'year']).describe(
      'A reading of what decides: `by-stage`, `quarter` or `year`.',
    ),
    counted: choice(['main', 'every']).describe(
      'A reading of which targets decide: `main` ones or `every` one.',
    ),
    reading: choice(['all', 'any', 'average']).describe(
      'A reading of how they decide together: `all`, `any` or their `average`.',
    ),
    against: z
      .array(measure)
      .default([])
      .describe(
        'Measures whose quarter is shown against the last quarter of last year and against the same quarter of last year; unknown where the archive lacks it.',
      ),
  });

export type PlanSpec = z.infer<ReturnType<typeof plan>>;
