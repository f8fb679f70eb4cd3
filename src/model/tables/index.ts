/** All input tables, in the order in which they are read: rates and the roster first, since the others need them. */
import { assignments } from './assignments.ts';
import { branches } from './branches.ts';
import { classification } from './classification.ts';
import { collections } from './collections.ts';
import { deferrals } from './deferrals.ts';
import { deposits } from './deposits.ts';
import { activities, attendance } from './duties.ts';
import { loans } from './loans.ts';
import { events, reviews } from './people.ts';
import { adjustments, fx } from './rates.ts';
import { roster } from './roster.ts';
import { scores } from './scores.ts';
import { settlement } from './settlement.ts';
import { metrics, targets } from './targets.ts';
import { units } from './units.ts';

export const tables = {
  fx,
  roster,
  deposits,
  loans,
  settlement,
  classification,
  targets,
  metrics,
  events,
  reviews,
  adjustments,
  scores,
  collections,
  units,
  activities,
  attendance,
  assignments,
  branches,
  deferrals,
} as const;

export type TableId = keyof typeof tables;
export const tableIds = Object.keys(tables) as TableId[];

/** A branch that has none of these says so in package.yaml (`absent: [settlement]`). */
export const requiredTables = [
  'roster',
  'deposits',
  'loans',
  'settlement',
  'classification',
  'targets',
] as const satisfies readonly TableId[];
