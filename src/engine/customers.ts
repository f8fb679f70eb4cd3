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
 * correction names are among them.
 */
export function customerFigures(
  { measured, branch, floor }: Context,
  grades: readonly GradeAssessment[],
): CustomerFigures {
  const { measures } = branch.policy;
  const columns = new Map<string, CustomerFigures['columns'][number]>();
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
  const names = new Map(measured.customers);
  for (const { customer_id: id } of measured.portfolio.adjustments)
    if (id && !names.has(id)) names.set(id, '');
  const asked = [...columns.values()];
  const figures = asked.map(({ measure, unit }) => measured.customersBy(measure, 'year', unit));
  return {
    columns: asked,
    rows: [...names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, name]) => ({ id, name, figures: figures.map((of) => of(id)) })),
  };
}
