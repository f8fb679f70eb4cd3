/** The way through a judgement: top down, each finding with its place, denied where an odd number of nots stands above. */
import { expect, test } from 'vitest';
import type { By } from '../../src/model/judgement.ts';
import { fold, within } from '../../src/model/walk.ts';

interface Leaf {
  readonly id: string;
  readonly by: By;
  readonly parts: readonly Leaf[];
}
const of = (kind: 'all' | 'any' | 'not', id: string, ...parts: readonly Leaf[]): Leaf => ({
  id,
  by: { kind },
  parts,
});

const tree = of('all', 'a', of('not', 'b', of('any', 'c', of('all', 'd'), of('not', 'e', of('all', 'f')))));

test('top down, the parts in their order', () => {
  expect(within(tree).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('all below a not is denied, until another not', () => {
  const lines = fold<Leaf, string[]>(tree, ({ id }, parts, { path, denied }) => [
    `${id} ${path.join('.')} ${denied}`,
    ...parts.flat(),
  ]);
  expect(lines).toEqual([
    ...['a  false', 'b 0 false', 'c 0.0 true', 'd 0.0.0 true', 'e 0.0.1 true', 'f 0.0.1.0 false'],
  ]);
});
