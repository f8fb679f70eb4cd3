/** What the sections about branches and outlets share. */
import { z } from 'zod';
import { unitKinds } from '../tables/units.ts';

export const unitKind = z.enum(unitKinds.map(({ id }) => id));
export type UnitKind = z.infer<typeof unitKind>;

/** Columns of the units that a headcount may be worked out from: counts, and amounts in yuan. */
export const unitCount = z.enum(['sub_units', 'new_sme_customers']);
export const unitFigure = z.enum([
  ...unitCount.options,
  'corporate_scale',
  'new_deposits',
  'new_risk_assets',
]);
export type UnitFigure = z.infer<typeof unitFigure>;

/** The shape of what is compared with a column's figure. */
export const shapeOfColumn = ({ column }: Readonly<Record<string, unknown>>) =>
  unitCount.safeParse(column).success ? 'count' : 'yuan';
