/**
 * Amounts of money. Inside the tool an amount is a whole number of hundredths (cents of a yuan or of a dollar), held in
 * a bigint: sums and comparisons are exact. What is no money (percent, customers, points) is an exact decimal instead.
 * What a cell shows before conversion is an exact decimal (big.js). `toHundredths` is the only rounding
 * of a row's amount, half-up away from zero.
 */
import Big from 'big.js';

// Multiplication and addition of big.js never round; strict mode refuses binary floating point outright.
export const Decimal = Big();
Decimal.strict = true;
export type Decimal = Big;

/** Hundredths of a unit: 123 is 1.23 yuan. */
export type Hundredths = bigint;

/** The currencies that exports name. */
const currencies = [
  'CNY',
  'USD',
  'HKD',
  'EUR',
  'JPY',
  'GBP',
  'AUD',
  'CAD',
  'CHF',
  'SGD',
  'SEK',
  'NOK',
  'DKK',
  'NZD',
  'MOP',
  'THB',
  'KRW',
  'RUB',
  'TWD',
  'MYR',
] as const;
export type Currency = (typeof currencies)[number];

const codes: ReadonlySet<string> = new Set(currencies);
export const isCurrency = (unit: string): unit is Currency => codes.has(unit);

/** An exact decimal, rounded half-up away from zero to hundredths. */
export const toHundredths = (amount: Decimal): Hundredths =>
  BigInt(amount.times('100').round(0, Decimal.roundHalfUp).toFixed(0));

/** Hundredths back to an exact decimal. */
export const toDecimal = (amount: Hundredths): Decimal => new Decimal(amount.toString()).div('100');

/** An exact decimal as a quotient of whole numbers. */
export function quotientOf(decimal: Decimal): { readonly n: bigint; readonly d: bigint } {
  const [whole = '', places = ''] = decimal.toFixed().split('.');
  return { n: BigInt(whole + places), d: 10n ** BigInt(places.length) };
}

/** n ÷ d, rounded half-up away from zero. `d` must be positive. */
export function divideHalfUp(n: bigint, d: bigint): bigint {
  const magnitude = ((n < 0n ? -n : n) * 2n + d) / (d * 2n);
  return n < 0n ? -magnitude : magnitude;
}

/** `"168000000.00"`: two places, no separators, as results.json writes amounts. */
export function plain(amount: Hundredths): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `"1.23"` or `"-1.2"` or `"1"` to hundredths; what has more than two places throws. */
export function fromPlain(text: string): Hundredths {
  const cents = new Decimal(text).times('100');
  if (!cents.eq(cents.round(0, Decimal.roundDown))) throw new RangeError(`more than two places: ${text}`);
  return BigInt(cents.toFixed(0));
}

/** `"168,000,000.00"`, for people. */
export const grouped = (amount: Hundredths): string => groupedText(plain(amount));
/** `168000000.005` with separators. */
export const groupedText = (text: string): string => text.replace(/\B(?=(\d{3})+(?=\.))/g, ',');

/** Yuan in 万元 with two places and separators: 82,000,000.00 yuan is `"8,200.00"`. Display only. */
export const inWan = (amount: Hundredths): string => grouped(divideHalfUp(amount, 10_000n));

export const sum = (amounts: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};
