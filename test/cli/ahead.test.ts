/** Things made ahead come in order, a few at a time, and their faults when it is their turn. */
import { expect, test } from 'vitest';
import { ahead } from '../../src/cli/ahead.ts';

const soon = (turns: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, turns));

test('in the order of the items, whichever is ready first', async () => {
  const made: number[] = [];
  for await (const each of ahead([30, 1, 20, 2, 10], 3, async (wait) => {
    await soon(wait);
    return wait;
  }))
    made.push(each);
  expect(made).toEqual([30, 1, 20, 2, 10]);
});

test('never more than so many at once, one where there is one', async () => {
  let [now, most] = [0, 0];
  const items = Array.from({ length: 20 }, (_, index) => index);
  for (const limit of [1, 4]) {
    most = 0;
    for await (const _ of ahead(items, limit, async (item) => {
      now += 1;
      most = Math.max(most, now);
      await soon(item % 3);
      now -= 1;
    }));
    expect(most).toBe(limit);
  }
  for await (const _ of ahead([], 4, soon)) throw new Error('nothing is made of nothing');
});

test('a fault comes in its turn, and one that is never asked for troubles nobody', async () => {
  const taken: number[] = [];
  const run = async (): Promise<void> => {
    for await (const each of ahead([1, 2, 3, 4], 3, async (item) => {
      if (item >= 2) throw new Error(`fault of ${item}`);
      await soon(5);
      return item;
    }))
      taken.push(each);
  };
  await expect(run()).rejects.toThrow('fault of 2');
  expect(taken).toEqual([1]);
});
