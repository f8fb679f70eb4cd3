/** Amounts are exact; a row is rounded once, half-up away from zero. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Decimal,
  divideHalfUp,
  fromPlain,
  grouped,
  inWan,
  plain,
  sum,
  toDecimal,
  toHundredths,
} from '../../src/model/money.ts';

const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });

test.each([
  ['0.005', 1n],
  ['0.0049999999999999999999', 0n],
  ['-0.005', -1n],
  ['-0.0049999999999999999999', 0n],
  ['1.015', 102n],
  ['1.025', 103n],
  ['123456789012345678.905', 12345678901234567891n],
  ['0', 0n],
])('%s yuan is %s cents', (yuan, expected) => {
  expect(toHundredths(new Decimal(yuan))).toBe(expected);
});

test('binary floating point is refused', () => {
  expect(() => new Decimal(0.1 as unknown as string)).toThrow();
});

test('cents and decimals are the same amount', () => {
  fc.assert(fc.property(cents, (amount) => toHundredths(toDecimal(amount)) === amount));
});

test('plain text and back', () => {
  fc.assert(fc.property(cents, (amount) => fromPlain(plain(amount)) === amount));
});

test.each([
  [0n, '0.00'],
  [5n, '0.05'],
  [-5n, '-0.05'],
  [-100n, '-1.00'],
  [16800000000n, '168000000.00'],
])('%s is written %s', (amount, text) => {
  expect(plain(amount)).toBe(text);
});

test.each([
  ['1.23', 123n],
  ['-1.2', -120n],
  ['1', 100n],
])('%s is read as %s', (text, amount) => {
  expect(fromPlain(text)).toBe(amount);
});

test('more than two places is not an amount', () => {
  expect(() => fromPlain('1.234')).toThrow(RangeError);
});

describe('dividing half-up, away from zero', () => {
  test.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [-5n, 10n, -1n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
  ])('%s ÷ %s is %s', (n, d, expected) => {
    expect(divideHalfUp(n, d)).toBe(expected);
  });

  test('never further off than a half', () => {
    fc.assert(
      fc.property(cents, fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
        const off = (divideHalfUp(n, d) * d - n) * 2n;
        return (off < 0n ? -off : off) <= d;
      }),
    );
  });
});

test('for people', () => {
  expect(grouped(16800000050n)).toBe('168,000,000.50');
  expect(grouped(-123456n)).toBe('-1,234.56');
  expect(inWan(8200000000n)).toBe('8,200.00');
  expect(inWan(499999n)).toBe('0.50');
  expect(sum([1n, -2n, 3n])).toBe(2n);
});
