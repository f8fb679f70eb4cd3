/** Ratios (completions, shares of a balance) as exact fractions: they are compared unrounded and rounded only to be shown. */
import Fraction from 'fraction.js';
import { divideHalfUp } from './money.ts';

/** A fraction in its lowest terms, as plain data; the numerator has the sign. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

type Operand = Ratio | number | bigint;

const dataOf = ({ s, n, d }: Fraction): Ratio => ({ n: s * n, d });

/** actual ÷ target, exactly. The divisor must not be 0. */
export const ratio = (numerator: bigint, denominator: bigint): Ratio =>
  dataOf(new Fraction(numerator, denominator));

/** A decimal such as "0.8" as an exact ratio. */
export const parseRatio = (text: string): Ratio => dataOf(new Fraction(text));

/** Exact, like all that follow. */
export const plus = (a: Operand, b: Operand): Ratio => dataOf(new Fraction(a).add(b));
export const minus = (a: Operand, b: Operand): Ratio => dataOf(new Fraction(a).sub(b));
export const times = (a: Operand, b: Operand): Ratio => dataOf(new Fraction(a).mul(b));
/** The divisor must not be 0. */
export const over = (a: Operand, b: Operand): Ratio => dataOf(new Fraction(a).div(b));
/** Down to a whole number: -1.5 becomes -2. */
export const wholePart = (value: Ratio): Ratio => dataOf(new Fraction(value).floor());

/** Above 0 where `a` is greater, below 0 where `b` is. */
export const compare = (a: Operand, b: Operand): number => new Fraction(a).compare(b);
/** Both are in their lowest terms, so equal ones are the same two numbers. */
export const isEqual = (a: Ratio, b: Ratio): boolean => a.n === b.n && a.d === b.d;
export const isAtLeast = (a: Operand, b: Operand): boolean => compare(a, b) >= 0;

/** `12.5%` as an exact ratio; null: it is no such text. */
export function percentage(text: string): Ratio | null {
  const [, digits] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? [];
  return digits === undefined ? null : over(parseRatio(digits), 100);
}

/** The nearest whole number, half-up away from zero: cents from an exact fraction of cents. */
export const toWhole = (value: Ratio): bigint => divideHalfUp(value.n, value.d);

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

/** A row's amount by its weight, rounded half-up once; null: either is not known. */
export const weighted = (amount: bigint | null, weight: Ratio | null): bigint | null =>
  amount === null || weight === null ? null : divideHalfUp(weight.n * amount, weight.d);

/** The plain average of one or more ratios. */
export const average = (ratios: readonly Ratio[]): Ratio => over(ratios.reduce(plus, zero), ratios.length);

/** The nearest double. */
export const ratioNumber = ({ n, d }: Ratio): number => Number(n) / Number(d);

const scaled = (value: Ratio, factor: bigint): bigint => divideHalfUp(value.n * factor, value.d);

const places = (value: bigint, digits: number): string => {
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  return `${value < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** `"0.953000"`: six places half-up, as results.json writes ratios. */
export const sixPlaces = (value: Ratio): string => places(scaled(value, 1_000_000n), 6);

/** `"95.30 %"`, for people. */
export const percent = (value: Ratio): string => `${places(scaled(value, 10_000n), 2)} %`;

/** `"2/3"`, `"5"`: the fraction itself. */
export const fraction = (value: Ratio): string => new Fraction(value).toFraction();

/** `"0.15"`: of a ratio that is a decimal all its digits. */
export const decimalText = (value: Ratio): string => new Fraction(value).toString();
