/** Where printed pages end: what fits on one page stands on one. */
import { describe, expect, test } from 'vitest';
import { breaksOf } from '../../src/spreadsheet/breaks.ts';
import { type Column, list } from '../../src/spreadsheet/list.ts';
import type { Block } from '../../src/spreadsheet/sheet.ts';
import { heightAt } from '../../src/spreadsheet/style.ts';

const same = (zh: string) => ({ zh, en: zh });
const columns: readonly Column<string>[] = [
  { key: 'a', header: same('甲'), of: (word) => ({ value: word, format: 'text' }) },
];
const listOf = (id: string, rows: number): Block => list(id, columns, Array<string>(rows).fill('x'));
const heading: Block = { kind: 'heading', text: same('题') };

/** Ten digits wide, not shrunk: 8.27 inches less 0.5 and 0.6 are 516 points, 28 rows of 18. */
const widths = [10];
const inRows = 28;

/** Every block below the one before it, each row of 18 points. */
function breaks(blocks: readonly Block[], kind: 'matrix' | 'statement' = 'matrix'): number[] {
  const starts: number[] = [];
  let next = 1;
  for (const block of blocks) {
    starts.push(next);
    next += block.kind === 'list' ? 1 + block.rows : 1;
  }
  const rows = Array.from({ length: next - 1 }, (_, index) => ({ row: index + 1, height: 18 }));
  return breaksOf({ kind, blocks }, starts, rows, widths);
}

test('a page of columns that fit holds what its paper holds', () => {
  expect(heightAt('matrix', widths)).toBe(516);
  // 10.74 inches are 773 points; 200 digits of 5.5 are shrunk to 0.703 for them.
  expect(heightAt('matrix', [100, 100])).toBe(734);
});

describe('a page ends', () => {
  test('nowhere, where all of it fits', () =>
    expect(breaks([heading, listOf('a', 12), heading, listOf('b', 12)])).toEqual([]));

  // 1 + 13 rows, then 1 + 14: one too many.
  test('before the heading of a table that would be split', () =>
    expect(breaks([heading, listOf('a', 12), heading, listOf('b', 13)])).toEqual([14]));

  test('before a table that no page holds, only where not even a few of its rows have room', () => {
    // Under 14 rows the heading, the header and 3 rows have room; under 24 they have not.
    expect(breaks([heading, listOf('a', 12), heading, listOf('b', 60)])).toEqual([]);
    expect(breaks([heading, listOf('a', 22), heading, listOf('b', 60)])).toEqual([24]);
  });

  test('after a long table where the next one is counted from its last page', () => {
    // 1 + 1 + 60 rows are two pages and 6 rows; 22 more fit beneath, 23 do not.
    expect(breaks([heading, listOf('a', 60), heading, listOf('b', 20)])).toEqual([]);
    expect(breaks([heading, listOf('a', 60), heading, listOf('b', 21)])).toEqual([62]);
    expect(62 % inRows).toBe(6);
  });

  test('never by hand on a sheet that is one page', () =>
    expect(breaks([heading, listOf('a', 22), heading, listOf('b', 60)], 'statement')).toEqual([]));
});
