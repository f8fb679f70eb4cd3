/** Ratios are compared unrounded; only what is shown is rounded. */
import { expect, test } from 'vitest';
import { average, compare, one, parseRatio, percent, plus, ratio, sixPlaces } from '../../src/model/ratio.ts';

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
