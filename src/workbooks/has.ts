/**
 * What the policies of a run speak of: a policy without a ladder grades nobody, one without warnings warns nobody. Sheets,
 * columns and headings that would be about nothing ask here whether they are shown.
 */
import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';

interface Run {
  readonly appraisal: Appraisal;
}
/** A run as far as one manager's workbook knows it. */
interface Ruled {
  readonly appraisal: Pick<Appraisal, 'policy'>;
}
interface One extends Ruled {
  readonly appraised: ManagerAppraisal;
}

/** Whether something is so of any manager; of a run without managers, whether they would be graded. */
const ofAny = ({ appraisal }: Run, holds: (each: ManagerAppraisal) => boolean): boolean =>
  appraisal.managers.length === 0 ? hasLadder({ appraisal }) : appraisal.managers.some(holds);

export const hasLadder = ({ appraisal }: Ruled): boolean => appraisal.policy.ladder.length > 0;

/** A floor line that applies to somebody, or would but for what he is. */
export const hasFloor = (run: Run): boolean => ofAny(run, ({ entries }) => entries.floor !== null);

export const hasWarnings = (run: Run): boolean => ofAny(run, ({ entries }) => entries.warnings !== null);

export const hasAllowance = (run: Run): boolean => ofAny(run, ({ entries }) => entries.allowance !== null);

export const hasDecisions = ({ appraisal }: Run): boolean =>
  appraisal.managers.some(({ entries }) => entries.decisions !== null);

/** Whether the managers are of several lines of business. */
export const hasSeries = ({ appraisal }: Run): boolean =>
  new Set(appraisal.managers.map(({ manager }) => manager.series)).size > 1;

export const hasMeasures = ({ appraisal }: Ruled): boolean => appraisal.policy.measures.length > 0;

export const hasSections = ({ appraisal }: Run): boolean =>
  appraisal.schemes.some(({ sections }) => sections.length > 0);

/** Whether the policy lists such items at all; the list may be empty. */
export const hasList =
  (wanted: 'watch-list' | 'unassigned') =>
  ({ appraisal }: Run): boolean =>
    appraisal.sections.some(({ kind }) => kind === wanted);

/** Whether there are customers that do not count for some grade. */
export const countsCustomers = ({ appraisal }: Ruled): boolean =>
  appraisal.policy.ladder.some(({ customersFrom }) => customersFrom > 0n);

/** Targets that the policy looks at: beside its ladder, or those whose actual is one of its measures. */
const looksAtPlan = ({ entries, targets }: ManagerAppraisal): boolean =>
  entries.targets !== null ||
  targets.some(({ quarter: { actual } }) => actual.quantity !== null && actual.origin.kind === 'measure');

export const hasPlan = (run: Run): boolean => ofAny(run, looksAtPlan);
export const hasOwnPlan = ({ appraised }: One): boolean => looksAtPlan(appraised);

type Detail = 'deposits' | 'loans' | 'settlement' | 'classification';

/** Rows of a table: a graded manager is shown that there are none. */
export const hasOwnRows =
  (table: Detail) =>
  (one: One): boolean =>
    hasLadder(one) || one.appraised.portfolio[table].length > 0;

export const hasRows =
  (table: Detail | 'adjustments') =>
  (run: Run): boolean =>
    ofAny(run, ({ portfolio }) => hasLadder(run) || portfolio[table].length > 0);
