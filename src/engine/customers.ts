/** A manager's customers: the totals of each, and for which grades each is counted. */

import type { Customer, CustomerFigures } from '../model/appraisal.ts';
import type { GradeAssessment } from '../model/entries.ts';
import type { GradeId } from '../model/in-force.ts';
import { within } from '../model/walk.ts';
import { countedCustomers } from './conditions/compare.ts';
import type { Context } from './context.ts';
import { measureUnit } from './measured-portfolio.ts';

export function customersOf(context: Context): Customer[] {
  const { measured, branch } = context;
  const { policy } = branch;
  const deposits = policy['counted-customers']?.measure ?? policy.targets.deposits;
  const grades = Object.keys(policy.ladder).map((grade) => ({
    grade,
    ...countedCustomers(undefined, deposits ?? '', { ...context, grade }),
  }));
  // Many customers, few sets of grades.
  const sets = new Map<string, readonly GradeId[]>();
  const countedFor = (id: string): readonly GradeId[] => {
    const counted = grades.filter(({ counts }) => counts(id) === true).map(({ grade }) => grade);
    const key = counted.join();
    const known = sets.get(key) ?? counted;
    sets.set(key, known);
    return known;
  };
  return [...measured.customers].map(([id, name]) => ({
    id,
    name,
    deposits: (deposits && measured.customer(deposits, 'year', id)) || 0n,
    loans: (policy.targets.loans && measured.customer(policy.targets.loans, 'year', id)) || 0n,
    countedFor: countedFor(id),
  }));
}

/**
 * The year by every measure, in its own currency and in those that a judgement has it in; customers that only a
 * correction names are among them, beside those on the books.
 */
export function customerFigures(
  { measured, branch, floor }: Context,
  grades: readonly GradeAssessment[],
  onBooks: readonly Customer[],
): CustomerFigures {
  const { measures } = branch.policy;
  const columns = new Map<string, { readonly measure: string; readonly unit: string }>();
  const want = (measure: string, unit: string): void => {
    if (measures[measure]) columns.set(`${measure}|${unit}`, { measure, unit });
  };
  for (const [id, spec] of Object.entries(measures)) want(id, measureUnit(spec));
  const judged = [...(floor ? [floor] : []), ...grades.flatMap(({ rules }) => rules)];
  for (const { observed } of judged.flatMap(within)) {
    if (observed?.origin.kind !== 'measure' || observed.quantity?.kind !== 'amount') continue;
    want(observed.origin.measure, observed.quantity.unit);
    if (observed.origin.customersBy !== null) want(observed.origin.customersBy, 'CNY');
  }
  const corrected = new Set(measured.portfolio.adjustments.flatMap(({ customer_id: id }) => id || []));
  const others = [...corrected].filter((id) => !measured.customers.has(id)).map((id) => ({ id, name: '' }));
  const customers = [...onBooks, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    customers,
    columns: [...columns.values()].map(({ measure, unit }) => {
      const figureOf = measured.customersBy(measure, 'year', unit);
      return { measure, unit, figures: customers.map(({ id }) => figureOf(id)) };
    }),
  };
}
