/** Chance that a seed decides: the same seed, the same package on every machine. */
import { random } from '../../samples/make/random.ts';

export interface Chance {
  /** True so often, of one. */
  readonly often: (part: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <T>(list: readonly [T, ...T[]] | readonly T[]) => T;
}

export function chance(seed: number): Chance {
  const next = random(seed);
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    often: (part) => next() < part,
    oneOf: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
  };
}
