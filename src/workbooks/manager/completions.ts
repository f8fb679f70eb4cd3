/** Completions that other sheets show, as formulas over 计划完成. */

import { type Calculation, type Fact, partsOf } from '../../model/fact.ts';
import type { Basis } from '../../model/measure.ts';
import { type Formula, formula } from '../../spreadsheet/sheet.ts';
import { figureFormula } from '../sections/arithmetic.ts';
import type { ManagerView } from './view.ts';

export const targetAnchor = (index: number, basis: Basis, what: string): string =>
  `target-${index}-${basis}-${what}`;

export const weightAnchor = (index: number): string => `target-${index}-weight`;

/** The plain average of some targets' completions, by their places in the list. */
export function averageFormula(places: readonly number[], basis: Basis): Formula {
  const cells = places.map((place) => ({ anchor: targetAnchor(place, basis, 'completion') }));
  const [first] = cells;
  if (first === undefined) throw new Error('an average of nothing');
  return cells.length === 1
    ? formula`${first}`
    : ['AVERAGE(', ...cells.flatMap((cell, index) => (index === 0 ? [cell] : [',', cell])), ')'];
}

/** The completion that a rule looks at, where it is that of a target on the sheet, or the average of some. */
export function completionFormula(
  { appraised: { targets } }: Pick<ManagerView, 'appraised'>,
  fact: Fact | null,
): Formula | undefined {
  if (fact?.origin.kind !== 'calculation' || fact.quantity === null) return undefined;
  const { how } = fact.origin;
  const { quantity } = fact;
  const parts = 'mean' in how ? how.mean : [how];
  for (const basis of ['quarter', 'year'] as const) {
    const placeOf = (part: Calculation): number => {
      const [actual] = 'quotient' in part ? part.quotient : [part];
      return targets.findIndex((each) => 'fact' in actual && each[basis].actual === actual.fact);
    };
    const places = parts.map(placeOf);
    if (!places.includes(-1)) return averageFormula(places, basis);
    const cellsOf = (part: Calculation): Formula | undefined => {
      const [done, weighed] = [
        placeOf(part),
        targets.findIndex((each) => 'fact' in part && each.weight === part.fact),
      ];
      if (done !== -1) return formula`${{ anchor: targetAnchor(done, basis, 'completion') }}`;
      return weighed === -1 ? undefined : formula`${{ anchor: weightAnchor(weighed) }}`;
    };
    /** What is of the archive stands on no sheet. */
    const isHere = (part: Calculation): boolean =>
      cellsOf(part) !== undefined ||
      'number' in part ||
      (!('from' in part || 'fact' in part) && partsOf(part).every(isHere));
    if (isHere(how)) return figureFormula(how, quantity, cellsOf);
  }
  return undefined;
}
