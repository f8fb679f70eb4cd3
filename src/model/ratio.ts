/** Ratios (completions, shares of a balance) as exact fractions: they are compared unrounded and rounded only to be shown. */
import Fraction from 'fraction.js';
import { divideHalfUp, sum } from './money.ts';

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

/** So many hundredths: of every amount there is, so without the library. */
export function hundredths(count: bigint): Ratio {
  let [divisor, rest] = [100, Math.abs(Number(count % 100n))];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return { n: count / BigInt(divisor), d: BigInt(100 / divisor) };
}

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
export function compare(a: Operand, b: Operand): number {
  if (typeof a !== 'object' || typeof b !== 'object') return new Fraction(a).compare(b);
  const difference = a.n * b.d - b.n * a.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
/** Both are in their lowest terms, so equal ones are the same two numbers. */
export const isEqual = (a: Ratio, b: Ratio): boolean => a.n === b.n && a.d === b.d;
export const isAtLeast = (a: Operand, b: Operand): boolean => compare(a, b) >= 0;

/** `12.5%` as an exact ratio; null: it is no such text, or one of impossibly many digits. */
export function percentage(text: string): Ratio | null {
  const [, digits] = /^(\d{1,18}(?:\.\d{1,18})?)%$/.exec(text) ?? [];
  return digits === undefined ? null : over(parseRatio(digits), 100);
}

/** The nearest whole number, half-up away from zero: cents from an exact fraction of cents. */
export const toWhole = (value: Ratio): bigint => divideHalfUp(value.n, value.d);

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

/** A row's amount by its weight, rounded half-up once; null: either is not known. */
export const weighted = (amount: bigint | null, weight: Ratio | null): bigint | null =>
  amount === null || weight === null ? null : divideHalfUp(weight.n * amount, weight.d);

/**
 * The sum of all, exactly. It is brought to its lowest terms once, at the end: after every step that would cost as much
 * again each time, since the denominators of uneven ratios grow with each of them.
 */
export function total(ratios: readonly Ratio[]): Ratio {
  const { n, d } = unreduced(ratios, 0, ratios.length);
  return ratio(n, d);
}

/** By halves, so that nearly all multiplications are of small numbers. */
function unreduced(ratios: readonly Ratio[], from: number, to: number): Ratio {
  if (to - from <= 1) return ratios[from] ?? zero;
  const middle = (from + to) >> 1;
  const [a, b] = [unreduced(ratios, from, middle), unreduced(ratios, middle, to)];
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

/** The plain average of one or more ratios, exactly. */
export const average = (ratios: readonly Ratio[]): Ratio => over(total(ratios), ratios.length);

const shownPlaces = 10n ** 20n;

/**
 * The plain average to 20 places, to be shown and never compared: over many managers the exact one would have as many
 * digits as all their targets together.
 */
export const averageShown = (ratios: readonly Ratio[]): Ratio =>
  ratio(sum(ratios.map((each) => scaled(each, shownPlaces))), shownPlaces * BigInt(ratios.length));

const safe = BigInt(Number.MAX_SAFE_INTEGER);
const bitsOf = (magnitude: bigint): number => magnitude.toString(16).length * 4;

/** The nearest double, however many digits the ratio has. */
export function ratioNumber({ n, d }: Ratio): number {
  const magnitude = n < 0n ? -n : n;
  if (magnitude <= safe && d <= safe) return Number(n) / Number(d);
  // More bits of the quotient than a double has, with one more set where something is left over: it is rounded once.
  const shift = BigInt(bitsOf(d) - bitsOf(magnitude) + 72);
  const [dividend, divisor] = shift < 0n ? [magnitude, d << -shift] : [magnitude << shift, d];
  const quotient = dividend / divisor;
  const rest = quotient * divisor === dividend ? 0n : 1n;
  return (n < 0n ? -1 : 1) * Number(quotient | rest) * 2 ** -Number(shift);
}

const scaled = (value: Ratio, factor: bigint): bigint => divideHalfUp(value.n * factor, value.d);

const places = (value: bigint, digits: number): string => {
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  return `${value < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** `"0.953000"`: six places half-up, as results.json writes ratios. */
export const sixPlaces = (value: Ratio): string => places(scaled(value, 1_000_000n), 6);

const percentIn = (digits: number, value: Ratio): string =>
  places(scaled(value, 100n * 10n ** BigInt(digits)), digits);

/** `"95.30 %"`, for people: in more places where two would show it as the bound beside it, which it is not. */
export function percent(value: Ratio, bound: Ratio = value): string {
  const digits = isEqual(value, bound)
    ? 2
    : ([2, 6, 12].find((each) => percentIn(each, value) !== percentIn(each, bound)) ?? 20);
  return `${twoPlaces(percentIn(digits, value).replace(/0+$/, ''))} %`;
}

const twoPlaces = (text: string): string => {
  const [whole = '', decimals = ''] = text.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
};

/** `"99.996"`, `"80.00"`: all digits of an exact decimal, two places at least; what has no end to six places half-up. */
export const exactPlaces = (value: Ratio): string => {
  const text = decimalText(value);
  return text.includes('(') ? sixPlaces(value) : twoPlaces(text);
};

/** `"2/3"`, `"5"`: the fraction itself. */
export const fraction = (value: Ratio): string => new Fraction(value).toFraction();

/** `"0.15"`: of a ratio that is a decimal all its digits. */
export const decimalText = (value: Ratio): string => new Fraction(value).toString();
