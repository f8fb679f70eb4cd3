/** A manager's own plan, whatever its indicators, against what was reached in the quarter and in the year. */
import { z } from 'zod';
import type { References } from '../condition.ts';
import { head } from './section.ts';

export const plan = ({ parameter }: References) =>
  z.strictObject({
    ...head('plan'),
    /** From which completion on a target is reached. */
    line: parameter,
    /** A reading of what decides: `by-stage`, `quarter` or `year`. */
    period: parameter,
    /** A reading of which targets decide: `main` ones or `every` one. */
    counted: parameter,
    /** A reading of how they decide together: `all`, `any` or their `average`. */
    reading: parameter,
  });

export type PlanSpec = z.infer<ReturnType<typeof plan>>;
