/** Ranks with unknown figures among them, places under unknowns, and wholes parted to the cent. */
import { describe, expect, test } from 'vitest';
import { partOf, spansOf } from '../../src/engine/parting.ts';
import { type Candidate, type Grade, placesFor } from '../../src/engine/places.ts';
import { anything, type Between, exactly, ranksOf } from '../../src/engine/ranges.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { parseRatio } from '../../src/model/ratio.ts';

describe('ranks', () => {
  const ranks = (figures: readonly (string | Between)[], first: 'highest' | 'lowest' = 'highest') =>
    ranksOf(
      figures.map((each) => (typeof each === 'string' ? exactly(parseRatio(each)) : each)),
      first,
    ).map(({ best, worst }) => (best === worst ? String(best) : `${best}–${worst}`));

  test('equals share a rank and the next ones are skipped', () => {
    expect(ranks(['5', '7', '5', '3'])).toEqual(['2', '1', '2', '4']);
    expect(ranks(['5', '7', '5', '3'], 'lowest')).toEqual(['2', '4', '2', '1']);
  });

  test('an unknown figure may stand anywhere, and each other one is a place lower at worst', () => {
    expect(ranks(['5', anything, '3'])).toEqual(['1–2', '1–3', '2–3']);
    expect(ranks(['5', anything, anything])).toEqual(['1–3', '1–3', '1–3']);
  });

  test('a floor bounds it from below only: who is below the floor is surely behind', () => {
    const floored: Between = { least: parseRatio('4'), most: null };
    expect(ranks(['5', floored, '3', '4'])).toEqual(['1–2', '1–2', '4', '2–3']);
    // From the lowest on, who is above the floor may be behind or not; who is below is surely ahead.
    expect(ranks(['5', floored, '3'], 'lowest')).toEqual(['2–3', '2–3', '1']);
  });
});

describe('parts', () => {
  test('running totals are rounded, so that the parts add up to the whole', () => {
    const parts = spansOf([parseRatio('1/3'), parseRatio('1/3'), parseRatio('1/3')]).map((span) =>
      partOf(span, 100_00n),
    );
    expect(parts).toEqual([33_33n, 33_34n, 33_33n]);
    // A half goes away from zero, also below it: −0.005 is −0.01, and the other half is what is left.
    expect(spansOf([parseRatio('1/2'), parseRatio('1/2')]).map((span) => partOf(span, -1n))).toEqual([
      -1n,
      0n,
    ]);
  });
});

describe('places', () => {
  const candidate = (outcome: Outcome, ...standing: (string | null)[]): Candidate => ({
    outcome,
    standing: standing.map((each) => (each === null ? null : parseRatio(each))),
  });
  const grade = (places: number | null, ties: Grade['ties'], ...candidates: Candidate[]): Grade => ({
    places,
    ties,
    candidates,
  });
  const met = (...standing: (string | null)[]) => candidate('met', ...standing);
  const open = (...standing: (string | null)[]) => candidate('unknown', ...standing);
  const unmet = candidate('unmet', '999');

  test('the best first while there are places; who meets nothing gets none', () => {
    expect(placesFor([grade(2, 'none', met('3'), met('5'), met('4'), unmet)])).toEqual([[1], [0], [0], [1]]);
    expect(placesFor([grade(null, 'none', met('3'), unmet)])).toEqual([[0], [1]]);
  });

  test('who is placed takes no place further down', () => {
    expect(placesFor([grade(1, 'none', met('5'), met('4')), grade(1, 'none', met('5'), met('4'))])).toEqual([
      [0],
      [1],
    ]);
  });

  test('equals at the last place: all beyond the number, or none and it stays empty', () => {
    const three = [met('5'), met('4'), met('4'), met('3')];
    expect(placesFor([grade(2, 'all', ...three)])).toEqual([[0], [0], [0], [1]]);
    expect(placesFor([grade(2, 'none', ...three)])).toEqual([[0], [1], [1], [1]]);
    // Where all of the equals fit there is no question.
    expect(placesFor([grade(3, 'none', ...three)])).toEqual([[0], [0], [0], [1]]);
    // A further figure parts them.
    expect(placesFor([grade(2, 'none', met('5', '1'), met('4', '2'), met('4', '3'), met('3', '9'))])).toEqual(
      [[0], [1], [0], [1]],
    );
  });

  test('a condition that is not known: placed or next, and so for whoever is behind', () => {
    expect(placesFor([grade(1, 'none', open('5'), met('4')), grade(1, 'none', met('5'), met('4'))])).toEqual([
      [0, 1],
      [0, 1, 2],
    ]);
    // Who is ahead either way is not touched.
    expect(placesFor([grade(1, 'none', met('5'), open('4'))])).toEqual([[0], [1]]);
    // Nor is who has a place even so.
    expect(placesFor([grade(2, 'none', open('5'), met('4'))])).toEqual([[0, 1], [0]]);
  });

  test('a figure that is not known may stand anywhere among its equals', () => {
    expect(placesFor([grade(1, 'none', met(null), met('4'))])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    // The first figure already decides: the unknown second one is never looked at.
    expect(placesFor([grade(1, 'none', met('5', null), met('4', '1'))])).toEqual([[0], [1]]);
    expect(placesFor([grade(2, 'all', met(null), met('4'), met('3'))])).toEqual([[0, 1], [0], [0, 1]]);
  });
});
