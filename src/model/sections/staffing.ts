/** The least number of managers that a unit of each kind must have. */
import { z } from 'zod';
import type { References } from '../condition.ts';
import { head } from './section.ts';
import { unitKind } from './units.ts';

export const staffing = ({ parameter }: References) =>
  z.strictObject({
    ...head('staffing'),
    /** Keyed by kind; `none`: it needs nobody. Units of a kind that is not named are not spoken of. */
    needed: z.partialRecord(unitKind, z.union([z.literal('none'), parameter])),
    /** A reading, where the actual number is blank: `unknown`, or the `roster` is counted. */
    actual: parameter,
  });

export type StaffingSpec = z.infer<ReturnType<typeof staffing>>;
