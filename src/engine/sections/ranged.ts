/**
 * Whole numbers that are reckoned although some of what they rest on is missing: the missing counts from nothing to no
 * end, and a result stands where both ends give the same.
 */
import { type Calculation, countOf, type Fact, operandsOf, type Quantity } from '../../model/fact.ts';
import type { SectionFigure } from '../../model/section-result.ts';
import type { Text } from '../../model/text.ts';
import { figureOf } from './evaluator.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

export type Ranged = SectionFigure & { readonly range: Range };

/** A count as it was read. */
export const counted = (id: string, title: Text, fact: Fact): Ranged => ({
  ...figureOf(id, title, fact),
  range: rangeOf(fact.quantity),
});

const rangeOf = (quantity: Quantity | null): Range =>
  quantity?.kind === 'count'
    ? { low: quantity.value, high: quantity.value }
    : { low: 0, high: Number.POSITIVE_INFINITY };

/** The same reckoning at the low ends and at the high ends; it must not fall where what it rests on rises. */
export const reckoned = (
  of: readonly Pick<Ranged, 'range'>[],
  reckon: (values: readonly number[]) => number,
): Range => ({
  low: reckon(of.map(({ range }) => range.low)),
  high: reckon(of.map(({ range }) => range.high)),
});

interface Reckoning {
  /** The figures it rests on. */
  readonly of: readonly SectionFigure[];
  readonly range: Range;
  readonly how: Calculation;
}

/** A number that follows from other figures; a workbook computes it again where all of them are known. */
export function computed(id: string, title: Text, { of, range, how }: Reckoning): Ranged {
  const quantity = range.low === range.high ? countOf('number', range.low) : null;
  const again = quantity !== null && of.every(isKnown) ? how : { from: operandsOf(how) };
  return { ...figureOf(id, title, { quantity, origin: { kind: 'calculation', title, how: again } }), range };
}

export const isKnown = ({ fact }: SectionFigure): boolean => fact.quantity !== null;
