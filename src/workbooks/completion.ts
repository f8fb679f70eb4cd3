/** Completions as cells, and how an average of them follows from those of a list of targets. */
import type { TargetResult } from '../model/appraisal.ts';
import { type Calculation, type Fact, partsOf } from '../model/fact.ts';
import type { CompletionLine } from '../model/in-force.ts';
import { numberIn } from '../model/judgement.ts';
import type { Basis } from '../model/measure.ts';
import { isEqual, one, type Ratio } from '../model/ratio.ts';
import { type Extra, figure, percentage } from '../spreadsheet/cells.ts';
import { type Column, column } from '../spreadsheet/list.ts';
import type { Cell, Formula, Reference } from '../spreadsheet/sheet.ts';
import { figureFormula } from './sections/arithmetic.ts';

/** In full where two places would show it as one of the policy's lines that it is not on. */
export const completionCell = (
  lines: readonly CompletionLine[],
  completion: Ratio | null,
  extra?: Extra,
): Cell =>
  percentage(
    completion,
    extra,
    lines.map(({ value }) => value),
  );

/** The targets' weights, where any has one of its own. */
export const weightColumn = <R>(
  targetOf: (row: R) => TargetResult,
  anchorOf: (row: R, index: number) => string,
): Column<R> =>
  column(
    'weight',
    { zh: '权重', en: 'Weight' },
    { width: [6, 10], when: (rows) => rows.some((row) => !isOne(targetOf(row).weight)) },
    (row, index) => figure(targetOf(row).weight.quantity, { anchor: anchorOf(row, index) }),
  );

const isOne = ({ quantity }: Fact): boolean => isEqual(numberIn(quantity) ?? one, one);

/** Where the completions and the weights of some targets stand, by the target's place among them. */
export interface PlanCells {
  readonly completion: (place: number, basis: Basis) => Reference;
  readonly weight: (place: number) => Reference;
}

/** A completion that is one of the targets', or follows from theirs; undefined: it rests on what stands on no sheet. */
export function completionFormula(
  targets: readonly TargetResult[],
  { completion, weight }: PlanCells,
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
    if (!places.includes(-1)) return plainAverage(places.map((place) => completion(place, basis)));
    const cellsOf = (part: Calculation): Formula | undefined => {
      const done = placeOf(part);
      if (done !== -1) return [completion(done, basis)];
      const weighed = targets.findIndex((each) => 'fact' in part && each.weight === part.fact);
      return weighed === -1 ? undefined : [weight(weighed)];
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

const plainAverage = (cells: readonly Reference[]): Formula =>
  cells.length === 1
    ? cells
    : ['AVERAGE(', ...cells.flatMap((cell, index) => (index === 0 ? [cell] : [',', cell])), ')'];
