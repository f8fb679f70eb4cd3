/**
 * Works out how a figure follows from others, exactly. A section says how once, as an `Arithmetic`; its value is worked
 * out here and a workbook writes it as a formula, so that the two cannot drift.
 */
import { amountOf, type Fact, type Quantity } from '../model/fact.ts';
import {
  compare,
  isAtLeast,
  minus,
  over,
  parseRatio,
  type Ratio,
  ratio,
  times,
  total,
  toWhole,
  wholePart,
  zero,
} from '../model/ratio.ts';
import type { Arithmetic, SectionFigure } from '../model/section-result.ts';
import type { Text } from '../model/text.ts';

/** What is known of the figures by their ids: money in its unit, not in hundredths. */
type Known = (id: string) => Ratio | null;

/** The exact value; null where a figure that it needs is not known. No divisor may be 0. */
export function worth(by: Arithmetic, known: Known): Ratio | null {
  if ('figure' in by) return known(by.figure);
  if ('number' in by) return parseRatio(by.number);
  const parts = partsOf(by).map((part) => worth(part, known));
  const values = parts.flatMap((part) => part ?? []);
  return values.length < parts.length ? null : combined(by, values);
}

type Compound = Exclude<Arithmetic, { readonly figure: string } | { readonly number: string }>;

function combined(by: Compound, values: readonly Ratio[]): Ratio {
  const [first = zero, second = zero, met = zero, otherwise = zero] = values;
  if ('sum' in by) return total(values);
  if ('difference' in by) return minus(first, second);
  if ('product' in by) return values.reduce(times);
  if ('quotient' in by) return over(first, second);
  if ('whole' in by) return wholePart(first);
  if ('cents' in by) return ratio(toWhole(times(first, 100)), 100n);
  if ('when' in by) return isAtLeast(first, second) ? met : otherwise;
  const sorted = values.toSorted((a, b) => compare(b, a));
  const place = 'largest' in by ? 1 : 'smallest' in by ? sorted.length : by.nth;
  return sorted[place - 1] ?? zero;
}

function partsOf(by: Arithmetic): readonly Arithmetic[] {
  if ('figure' in by || 'number' in by) return [];
  if ('nth' in by) return by.of;
  if ('when' in by) return [by.when, by.atLeast, by.met, by.otherwise];
  return Object.values(by).flat();
}

/** The figures that an arithmetic names. */
const namedIn = (by: Arithmetic): string[] =>
  'figure' in by ? [by.figure] : partsOf(by).flatMap((part) => namedIn(part));

const asRatio = (quantity: Quantity | null): Ratio | null => {
  switch (quantity?.kind) {
    case 'amount':
      return ratio(quantity.value, 100n);
    case 'ratio':
      return quantity.value;
    case 'count':
      return parseRatio(String(quantity.value));
    default:
      return null;
  }
};

/** What a computed figure is: a share, or an amount of this unit (`CNY`, '' for points), shown half-up to two places. */
export type ComputedAs = 'share' | { readonly unit: string };

export const points: ComputedAs = { unit: '' };
export const yuan: ComputedAs = { unit: 'CNY' };

/** A figure that follows from those before it; where one of them is not known, neither is it, and there is no arithmetic. */
export function computed(
  before: readonly SectionFigure[],
  id: string,
  title: Text,
  as: ComputedAs,
  by: Arithmetic | null,
): SectionFigure {
  const factOf = (figure: string): Fact | null => before.find((each) => each.id === figure)?.fact ?? null;
  const value = by && worth(by, (figure) => asRatio(factOf(figure)?.quantity ?? null));
  return {
    id,
    title,
    fact: {
      quantity: value && quantityOf(value, as),
      origin: { kind: 'calculation', title, of: by ? namedIn(by).flatMap((each) => factOf(each) ?? []) : [] },
    },
    by: value && by,
  };
}

const quantityOf = (value: Ratio, as: ComputedAs): Quantity =>
  as === 'share' ? { kind: 'ratio', value } : amountOf(as.unit, toWhole(times(value, 100)));

/** The plain mean of one or more. */
export const mean = (parts: readonly Arithmetic[]): Arithmetic => {
  const [only] = parts;
  return parts.length === 1 && only ? only : { quotient: [{ sum: parts }, { number: String(parts.length) }] };
};
