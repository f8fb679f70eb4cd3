// Small customers with random figures around the told ones, so that a portfolio looks like a portfolio.
// Between 600,000 and 2,500,000 each and steady: far from any threshold, and counted in every lower grade.

import type { Customer } from './model.ts';
import { random } from './random.ts';
import { customer, deposit } from './say.ts';

export function filler(managerId: string, count: number): Customer[] {
  const next = random(Number(managerId));
  return Array.from({ length: count }, () => {
    const average = 600_000 + Math.floor(next() * 190_000) * 10;
    const prior = Math.round(average * (0.92 + next() * 0.08));
    return customer({ deposits: [deposit(average, { prior })] });
  });
}
