/** Tiers and bands as calculations: which step a figure is in, and how much of it lies in each. */
import type { Calculation, Fact } from '../../../model/fact.ts';
import { type BoundKey, boundKeys } from '../../../model/sections/lines.ts';

export interface Step {
  /** Null: the last step, which takes what is left. */
  readonly bound: { readonly key: BoundKey; readonly at: Fact } | null;
  readonly gives: Calculation;
}

type Written = { readonly [K in BoundKey]?: string | undefined };

/** A step's bound, of which it has one at most. */
export function boundOf(step: Written, factOf: (parameter: string) => Fact): Step['bound'] {
  const key = boundKeys.find((each) => step[each] !== undefined);
  const parameter = key && step[key];
  return key === undefined || parameter === undefined ? null : { key, at: factOf(parameter) };
}

/** What the first step gives that holds. */
export function chosen(x: Calculation, [step, ...others]: readonly Step[]): Calculation {
  if (step === undefined) return { number: '0' };
  if (step.bound === null || others.length === 0) return step.gives;
  const { key, at } = step.bound;
  const [bound, rest] = [{ fact: at }, chosen(x, others)];
  switch (key) {
    case 'at-least':
      return { when: x, atLeast: bound, met: step.gives, otherwise: rest };
    case 'less-than':
      return { when: x, atLeast: bound, met: rest, otherwise: step.gives };
    case 'at-most':
      return { when: bound, atLeast: x, met: step.gives, otherwise: rest };
    case 'more-than':
      return { when: bound, atLeast: x, met: rest, otherwise: step.gives };
  }
}

interface Tier {
  /** How much of the figure lies in it. */
  readonly part: Calculation;
  readonly price: Calculation;
}

const nought: Calculation = { number: '0' };

/** How much of the figure lies in each tier, from the lowest up; the first reaches below 0 too. */
export function tiersOf(x: Calculation, steps: readonly Step[]): Tier[] {
  const [first] = steps;
  const downwards = first?.bound?.key === 'at-least' || first?.bound?.key === 'more-than';
  const ascending = downwards ? steps.toReversed() : steps;
  const edges = steps.flatMap(({ bound }) => (bound ? { fact: bound.at } : []));
  const upper = downwards ? edges.toReversed() : edges;
  return ascending.map(({ gives }, index) => {
    const [from, to] = [upper[index - 1], upper[index]];
    const below: Calculation = to ? { smallest: [x, to] } : x;
    return {
      part: from ? { largest: [nought, { difference: [below, from] }] } : below,
      price: gives,
    };
  });
}
