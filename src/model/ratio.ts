/** Ratios (completions, shares of a balance) as exact fractions: they are compared unrounded and rounded only to be shown. */
import Fraction from 'fraction.js';
import { divideHalfUp } from './money.ts';

export type Ratio = Fraction;

/** actual ÷ target, exactly. The divisor must not be 0. */
export const ratio = (numerator: bigint, denominator: bigint): Ratio => new Fraction(numerator, denominator);

/** A decimal such as "0.8" as an exact ratio. */
export const parseRatio = (text: string): Ratio => new Fraction(text);

/** The nearest whole number, half-up away from zero: cents from an exact fraction of cents. */
export const toWhole = (value: Ratio): bigint => divideHalfUp(value.s * value.n, value.d);

export const zero: Ratio = new Fraction(0);
export const one: Ratio = new Fraction(1);

/** A row's amount by its weight, rounded half-up once; null: either is not known. */
export const weighted = (amount: bigint | null, weight: Ratio | null): bigint | null =>
  amount === null || weight === null ? null : toWhole(weight.mul(amount));

/** The plain average of one or more ratios. */
export const average = (ratios: readonly Ratio[]): Ratio =>
  ratios.reduce((total, each) => total.add(each), zero).div(ratios.length);

const scaled = (value: Ratio, factor: bigint): bigint => divideHalfUp(value.s * value.n * factor, value.d);

const places = (value: bigint, digits: number): string => {
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  return `${value < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** `"0.953000"`: six places half-up, as results.json writes ratios. */
export const sixPlaces = (value: Ratio): string => places(scaled(value, 1_000_000n), 6);

/** `"95.30 %"`, for people. */
export const percent = (value: Ratio): string => `${places(scaled(value, 10_000n), 2)} %`;
