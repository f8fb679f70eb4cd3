/**
 * Exact decimal numbers from cells. Every number is a whole count of 10⁻²⁰, held in a bigint: no binary fraction
 * between the file and the threshold, and sums and conversions are integer arithmetic.
 */
import { divideHalfUp, type Hundredths } from '../model/money.ts';
import { type Ratio, ratio } from '../model/ratio.ts';

const places = 20;
const significant = 15;
const mostPlaces = 9;
const powers = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));
export const powerOfTen = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent);

/** A number in units of 10⁻²⁰. */
export type Exact = bigint;

const plainNumber = /^([-+]?)(\d*)(?:\.(\d*))?$/;

/** `-1234.56` (no separators, no exponent) exactly; null for anything else, or for more than 20 decimal places. */
export function exactOf(text: string): Exact | null {
  const match = plainNumber.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const decimals = fraction.length > places ? fraction.replace(/0+$/, '') : fraction;
  if (decimals.length > places) return null;
  const value = BigInt(whole + decimals) * powerOfTen(places - decimals.length);
  return sign === '-' ? -value : value;
}

/** A number of a workbook cell: the 15 significant digits that Excel keeps and shows, exactly. Null: NaN and the like. */
export function exactOfNumber(number: number): Exact | null {
  if (Number.isSafeInteger(number) && Math.abs(number) < 1e15) return BigInt(number) * powerOfTen(places);
  const cents = hundredthsOfNumber(number);
  if (!Number.isNaN(cents)) return exactOfHundredths(cents);
  if (!Number.isFinite(number)) return null;
  return exactOf(plainDigits(number));
}

const dot = 46;
const comma = 44;
const minus = 45;
const zero = 48;

/**
 * `-1234.5`, `1,234.56` in hundredths, exactly; NaN for what is not written so plainly or has more than 15 digits.
 * Read digit by digit, since nearly all cells of an export are such numbers and there are millions of them.
 */
export function hundredthsOf(text: string): number {
  const start = text.charCodeAt(0) === minus ? 1 : 0;
  let value = 0;
  let digits = 0;
  let inGroup = 0;
  let groups = 0;
  let decimals = -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - zero;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits += 1;
      if (decimals >= 0) decimals += 1;
      else inGroup += 1;
    } else if (code === dot && decimals < 0) decimals = 0;
    else if (code === comma && decimals < 0 && start === 0 && isGroup(groups, inGroup)) {
      groups += 1;
      inGroup = 0;
    } else return Number.NaN;
  }
  if (digits === 0 || digits > 13 || decimals > 2 || (groups > 0 && inGroup !== 3)) return Number.NaN;
  const hundredths = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
  return start === 1 && hundredths > 0 ? -hundredths : hundredths;
}

/** Three digits, of which the first group may lack some. */
const isGroup = (before: number, digits: number): boolean =>
  before === 0 ? digits >= 1 && digits <= 3 : digits === 3;

/** A number of a workbook cell in hundredths; NaN where it is not a whole count of them. */
export function hundredthsOfNumber(number: number): number {
  // The number nearest to a whole count of cents is that count.
  const cents = Math.round(number * 100) || 0;
  return cents / 100 === number && Math.abs(cents) < 1e15 ? cents : Number.NaN;
}

/** Hundredths as an exact number. */
export const exactOfHundredths = (hundredths: number): Exact => BigInt(hundredths) * powerOfTen(places - 2);

/** The number in 15 significant digits, without an exponent. Beyond 20 decimal places nothing is left of a cent. */
export function plainDigits(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  if (!text.includes('e')) return text;
  const [mantissa = '', exponent = ''] = text.split('e');
  if (Number(exponent) < 0) return Number(text).toFixed(places);
  const [whole = '', decimals = ''] = mantissa.split('.');
  return whole + decimals.padEnd(Number(exponent), '0');
}

/** The shortest decimal text: `1234.5`. */
export function textOfExact(value: Exact): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const decimals = digits.slice(-places).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** What a number is multiplied with before it is rounded to hundredths: a unit, or a unit times an exchange rate. */
export interface Factor {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The factor 10^`exponent` × `rate`; the rate is a plain decimal text. */
export function factorOf(exponent: number, rate: string): Factor {
  const [whole = '', decimals = ''] = rate.split('.');
  return {
    numerator: BigInt(whole + decimals) * powerOfTen(exponent),
    denominator: powerOfTen(decimals.length + places - 2),
  };
}

/** The only rounding of a row's figure: half-up, away from zero, to hundredths. */
export const inHundredths = (value: Exact, factor: Factor): Hundredths =>
  divideHalfUp(value * factor.numerator, factor.denominator);

/**
 * A number of what is no money, exactly: of any file the 15 significant digits that Excel keeps, and of those the places
 * up to the ninth, which is as far as a workbook's own arithmetic tells two numbers apart.
 */
export function asDecimal(value: Exact, factor: Factor): Ratio {
  const digits = (value < 0n ? -value : value).toString().length;
  const unit = powerOfTen(Math.max(places - mostPlaces, digits - significant));
  return ratio(divideHalfUp(value, unit) * unit * factor.numerator, factor.denominator * 100n);
}

/** True where hundredths cannot hold the value exactly after scaling by 10^`exponent`. */
export const hasFineDigits = (value: Exact, exponent: number): boolean =>
  (value * powerOfTen(exponent)) % powerOfTen(places - 2) !== 0n;

export const scaledBy = (value: Exact, exponent: number): Exact => value * powerOfTen(exponent);
