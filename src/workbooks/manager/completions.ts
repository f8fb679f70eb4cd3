/** Completions that other sheets show, as formulas over 计划完成. */

import type { Fact } from '../../model/fact.ts';
import type { Basis } from '../../model/measure.ts';
import { type Formula, formula } from '../../spreadsheet/sheet.ts';
import type { ManagerView } from './view.ts';

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

/** The completion that a rule looks at, where it is that of a target on the sheet, or the average of some. */
export function completionFormula(
  { appraised: { targets } }: Pick<ManagerView, 'appraised'>,
  fact: Fact | null,
): Formula | undefined {
  if (fact?.origin.kind !== 'calculation' || fact.quantity === null) return undefined;
  const { how } = fact.origin;
  const parts = 'mean' in how ? how.mean : [how];
  for (const basis of ['quarter', 'year'] as const) {
    const places = parts.flatMap((part) => {
      const [actual] = 'quotient' in part ? part.quotient : [part];
      const place = targets.findIndex((each) => 'fact' in actual && each[basis].actual === actual.fact);
      return place === -1 ? [] : [place];
    });
    if (places.length === parts.length) return averageFormula(places, basis);
  }
  return undefined;
}
