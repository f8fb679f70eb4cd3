/** Figures of a section stand with the same places in every row. */
import { expect, test } from 'vitest';
import { figuresOf, sectionFigureCell } from '../../src/workbooks/sections/figures.ts';
import { entriesIn, entryOf, quarterOf } from '../policies/scheme.ts';

const pool = await quarterOf('4-branch-pool', '2026Q3');

test('weights of which some are no whole numbers all have two places', () => {
  const entries = entriesIn(pool, 'pool');
  const figures = figuresOf(entries);
  const cellsUnder = (title: string) =>
    figures
      .filter((figure) => figure.title.zh === title)
      .flatMap((figure) =>
        entries.map((entry) => sectionFigureCell(figure, entry, figures, (id) => ({ anchor: id }))),
      )
      .filter(({ value }) => value !== null);
  const weights = cellsUnder('权重');
  // 3,100 x 1.50 x 1.10 = 5,115; 1,375 x 1.10 x 0.50 = 756.25.
  expect(weights.slice(0, 2).map(({ value }) => value)).toEqual([5115, 756.25]);
  expect(new Set(weights.map(({ format }) => format))).toEqual(new Set(['decimal']));
});

test('a share of a customer is a percentage', () => {
  const [line] = entryOf(pool, 'teams', 'D02').lines;
  expect(line?.says.zh).toMatch(/^份额 15\.00 %；/);
});
