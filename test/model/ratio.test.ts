/** Ratios are compared unrounded; only what is shown is rounded. */
import { expect, test } from 'vitest';
import {
  average,
  averageShown,
  compare,
  hundredths,
  one,
  parseRatio,
  percent,
  plus,
  ratio,
  ratioNumber,
  sixPlaces,
  total,
} from '../../src/model/ratio.ts';

test('79.9999…% is below 80 %, however it is shown', () => {
  const done = ratio(23_999_999_999n, 30_000_000_000n);
  expect(compare(done, parseRatio('0.8')) < 0).toBe(true);
  expect(sixPlaces(done)).toBe('0.800000');
  expect(percent(done)).toBe('80.00 %');
  expect(ratio(24_000_000_000n, 30_000_000_000n)).toEqual(parseRatio('0.8'));
});

test('three thirds are one', () => {
  const third = ratio(1n, 3n);
  expect(plus(plus(third, third), third)).toEqual(one);
  expect(average([ratio(1n, 3n), ratio(2n, 3n)])).toEqual(parseRatio('0.5'));
  expect(average([ratio(3n, 2n), ratio(1n, 2n)])).toEqual(one);
});

test.each([0n, 1n, -1n, 2n, 5n, 10n, -25n, 50n, 99n, 100n, -150n, 12_345n, 12_300n, -(10n ** 30n) - 4n])(
  '%d hundredths in their lowest terms',
  (count) => {
    expect(hundredths(count)).toEqual(ratio(count, 100n));
  },
);

test('of two below nought the one nearer to it is the greater', () => {
  expect(compare(ratio(-1n, 3n), ratio(-1n, 2n))).toBe(1);
  expect(compare(ratio(-1n, 2n), ratio(1n, 3n))).toBe(-1);
  expect(compare(ratio(2n, 6n), ratio(1n, 3n))).toBe(0);
  expect(compare(ratio(1n, 3n), 0.3)).toBe(1);
});

test.each([
  [ratio(1n, 3n), '0.333333', '33.33 %'],
  [ratio(2n, 3n), '0.666667', '66.67 %'],
  [ratio(-2n, 3n), '-0.666667', '-66.67 %'],
  [ratio(5n, 10_000_000n), '0.000001', '0.00 %'],
  [ratio(12345n, 100n), '123.450000', '12345.00 %'],
  [ratio(0n, 7n), '0.000000', '0.00 %'],
])('shown half-up', (value, six, hundred) => {
  expect(sixPlaces(value)).toBe(six);
  expect(percent(value)).toBe(hundred);
});

// 1 ÷ 10⁴⁰⁰ is no double, but what is divided by it may be one.
const beyond = 10n ** 400n;

test.each([
  [ratio(1n, 3n), 1 / 3],
  [{ n: beyond, d: 3n * beyond }, 1 / 3],
  [{ n: -2n * beyond, d: 3n * beyond }, -2 / 3],
  [{ n: 123_456_789n * beyond + 1n, d: 100n * beyond }, 1_234_567.89],
  [{ n: 1n, d: beyond }, 0],
  [{ n: 0n, d: 3n * beyond }, 0],
  // Halfway between 2⁵³ and the next double, and a little more: up, where half alone goes to the even one.
  [{ n: 2n ** 53n + 1n, d: 1n }, 2 ** 53],
  [{ n: (2n ** 53n + 1n) * beyond + 1n, d: beyond }, 2 ** 53 + 2],
  [{ n: (2n ** 53n + 1n) * beyond - 1n, d: beyond }, 2 ** 53],
])('the nearest double %#', (value, number) => {
  expect(ratioNumber(value)).toBe(number);
});

/** Ratios whose denominators have next to nothing in common. */
const uneven = (count: number) =>
  Array.from({ length: count }, (_, index) => ratio(BigInt(index + 1), 10_000_000_019n + BigInt(index * 2)));

test('a sum of many uneven ratios is exact, and worked out in no time', () => {
  const ratios = uneven(1500);
  const started = performance.now();
  const sum = total(ratios);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(total([...ratios, ratio(-sum.n, sum.d)])).toEqual({ n: 0n, d: 1n });
  expect(total([])).toEqual({ n: 0n, d: 1n });
  expect(total(ratios.slice(0, 20))).toEqual(ratios.slice(0, 20).reduce(plus));
});

test('what is shown of an average is its first twenty places, in as few digits', () => {
  expect(averageShown([ratio(1n, 3n), ratio(2n, 3n)])).toEqual(parseRatio('0.5'));
  const shown = averageShown(uneven(200));
  expect(shown.d.toString().length).toBeLessThan(25);
  expect(ratioNumber(shown)).toBeCloseTo(ratioNumber(average(uneven(200))), 18);
});
