/** A manager's own plan, whatever its indicators, against what was reached in the quarter and in the year. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { head } from './section.ts';

export const plan = ({ ratio, choice }: References) =>
  z.strictObject({
    ...head('plan'),
    /** From which completion on a target is reached. */
    line: ratio,
    /** A reading of what decides: `by-stage`, `quarter` or `year`. */
    period: choice(['by-stage', 'quarter', 'year']),
    /** A reading of which targets decide: `main` ones or `every` one. */
    counted: choice(['main', 'every']),
    /** A reading of how they decide together: `all`, `any` or their `average`. */
    reading: choice(['all', 'any', 'average']),
  });

export type PlanSpec = z.infer<ReturnType<typeof plan>>;
