/** What was made is kept while it is in use, and no longer. */
import { expect, test } from 'vitest';
import { Recent } from '../../src/spreadsheet/recent.ts';

test('the last used answers are not made again', () => {
  const made: string[] = [];
  const recent = new Recent<string>(2);
  const ask = (key: string): string =>
    recent.of(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  // `c` took the place of `b`, as `a` had been used since.
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
