/**
 * Works out how a figure follows from others, exactly. A section says how once, as a `Calculation`; its value is worked
 * out here and a workbook writes it as a formula, so that the two cannot drift.
 */
import {
  type Arithmetic,
  amountOf,
  type Calculation,
  countOf,
  type Fact,
  partsOf,
  type Quantity,
} from '../model/fact.ts';
import { numberIn } from '../model/judgement.ts';
import {
  average,
  compare,
  hundredths,
  isAtLeast,
  minus,
  over,
  parseRatio,
  type Ratio,
  times,
  total,
  toWhole,
  wholePart,
  zero,
} from '../model/ratio.ts';
import type { SectionFigure } from '../model/section-result.ts';
import type { Text } from '../model/text.ts';

/** The exact value, money in its unit; null where a figure that it needs is not known. No divisor may be 0. */
export function worth(how: Calculation): Ratio | null {
  if ('from' in how) return null;
  if ('fact' in how) return numberIn(how.fact.quantity);
  if ('number' in how) return parseRatio(how.number);
  const parts = partsOf(how).map(worth);
  const values = parts.flatMap((part) => part ?? []);
  return values.length < parts.length ? null : combined(how, values);
}

function combined(by: Arithmetic, values: readonly Ratio[]): Ratio {
  const [first = zero, second = zero, met = zero, otherwise = zero] = values;
  if ('sum' in by) return total(values);
  if ('difference' in by) return minus(first, second);
  if ('product' in by) return values.reduce(times);
  if ('quotient' in by) return over(first, second);
  if ('mean' in by) return average(values);
  if ('whole' in by) return wholePart(first);
  if ('cents' in by) return hundredths(toWhole(times(first, 100)));
  if ('when' in by) return isAtLeast(first, second) ? met : otherwise;
  const sorted = values.toSorted((a, b) => compare(b, a));
  const place = 'largest' in by ? 1 : 'smallest' in by ? sorted.length : by.nth;
  return sorted[place - 1] ?? zero;
}

/** What a computed figure is: a share, or an amount of this unit (`CNY`, '' for points), shown half-up to two places. */
export type ComputedAs = 'share' | { readonly unit: string };

export const points: ComputedAs = { unit: '' };
export const yuan: ComputedAs = { unit: 'CNY' };

const nothing: Calculation = { from: [] };

/** A figure that follows from others; where one of them is not known, or nobody can say how, neither is it. */
export function calculated(title: Text, as: ComputedAs, how: Calculation | null): Fact {
  const value = how && worth(how);
  return {
    quantity: value && quantityOf(value, as),
    origin: { kind: 'calculation', title, how: how ?? nothing },
  };
}

/** The same as a figure of an entry. */
export const computed = (
  id: string,
  title: Text,
  as: ComputedAs,
  how: Calculation | null,
): SectionFigure => ({ id, title, fact: calculated(title, as, how) });

const quantityOf = (value: Ratio, as: ComputedAs): Quantity =>
  as === 'share' ? { kind: 'ratio', value } : amountOf(as.unit, toWhole(times(value, 100)));

/** A value that is counted as another quantity is; parts of a number stand as they are. */
export const ofKind = (value: Ratio, like: Quantity): Quantity => {
  if (like.kind === 'amount') return quantityOf(value, like);
  if (like.kind === 'decimal') return { ...like, value };
  if (like.kind === 'count' && value.d === 1n) return countOf(like.unit, Number(value.n));
  return like.kind === 'count' ? quantityOf(value, points) : { kind: 'ratio', value };
};

/** A figure as a part of a calculation: how it follows itself, where it does. */
export const howOf = (fact: Fact): Calculation =>
  fact.origin.kind === 'calculation' && !('from' in fact.origin.how) ? fact.origin.how : { fact };

/** The plain mean of one or more. */
export const mean = (parts: readonly Calculation[]): Calculation => {
  const [only] = parts;
  return parts.length === 1 && only ? only : { mean: parts };
};

/** The figure of that id, as a part of a calculation. */
export function figureIn(figures: readonly SectionFigure[], id: string): Calculation {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return { fact: found.fact };
}
