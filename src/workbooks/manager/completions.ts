/** Completions that other sheets show, as formulas over 计划完成. */
import type { TargetResult } from '../../model/appraisal.ts';
import type { Fact } from '../../model/fact.ts';
import { average, isEqual, type Ratio } from '../../model/ratio.ts';
import { type Formula, formula } from '../../spreadsheet/sheet.ts';
import type { ManagerView } from './view.ts';

type Basis = 'quarter' | 'year';

export const targetAnchor = (index: number, basis: Basis, what: string): string =>
  `target-${index}-${basis}-${what}`;

/** The plain average of some targets' completions, by their places in the list. */
export function averageFormula(places: readonly number[], basis: Basis): Formula {
  const cells = places.map((place) => ({ anchor: targetAnchor(place, basis, 'completion') }));
  const [first] = cells;
  if (first === undefined) throw new Error('an average of nothing');
  return cells.length === 1
    ? formula`${first}`
    : ['AVERAGE(', ...cells.flatMap((cell, index) => (index === 0 ? [cell] : [',', cell])), ')'];
}

/** The completion that a rule looks at, where it is the average of targets on the sheet. */
export function completionFormula(
  { appraised }: Pick<ManagerView, 'appraised'>,
  fact: Fact | null,
): Formula | undefined {
  if (fact?.origin.kind !== 'calculation' || fact.quantity?.kind !== 'ratio') return undefined;
  const { of } = fact.origin;
  const { value } = fact.quantity;
  for (const basis of ['quarter', 'year'] as const) {
    const places = appraised.targets.flatMap((target, index) =>
      of.includes(target[basis].actual) ? [index] : [],
    );
    const ratios = places.flatMap((place): Ratio[] => ratioOf(appraised.targets[place], basis));
    if (places.length === 0 || places.length !== of.length || ratios.length !== places.length) continue;
    if (isEqual(average(ratios), value)) return averageFormula(places, basis);
  }
  return undefined;
}

const ratioOf = (target: TargetResult | undefined, basis: Basis): Ratio[] => {
  const ratio = target?.[basis].ratio ?? null;
  return ratio === null ? [] : [ratio];
};
