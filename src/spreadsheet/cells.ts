/** How values become cells: one small function for each kind of figure. */
import type { Day } from '../model/calendar.ts';
import type { Fact, Quantity } from '../model/fact.ts';
import { Decimal, type Hundredths, plain } from '../model/money.ts';
import { type Ratio, ratioNumber } from '../model/ratio.ts';
import type { Text } from '../model/text.ts';
import type { Cell, Mark } from './sheet.ts';
import type { Format } from './style.ts';

/** What a sheet may add to a cell: a formula, a look, a link, an anchor. */
export type Extra = Omit<Partial<Cell>, 'value' | 'format'>;

/** A cell. All have one of two shapes, whatever they hold: what goes through thousands of them reads these sooner. */
export const cell = (value: Cell['value'], format: Format, extra?: Extra): Cell =>
  extra === undefined
    ? { value, format }
    : {
        value,
        format,
        formula: extra.formula,
        look: extra.look,
        tone: extra.tone,
        link: extra.link,
        anchor: extra.anchor,
        indent: extra.indent,
        open: extra.open,
        choices: extra.choices,
      };

/** The same cell, with more to it. */
export const adding = (to: Cell, extra: Extra): Cell => cell(to.value, to.format, { ...to, ...extra });

export const blank: Cell = cell(null, 'text');
/** An empty cell with a look, an anchor or a formula. */
export const empty = (extra: Extra): Cell => cell(null, 'text', extra);

/** Words, of the tool or of an input; nothing for null and ''. */
export const words = (value: string | Text | null, extra?: Extra): Cell =>
  cell(value === '' ? null : value, 'text', extra);
export const code = (value: string | null, extra?: Extra): Cell => cell(value, 'code', extra);
export const day = (value: Day | null, extra?: Extra): Cell => cell(value, 'date', extra);
export const whole = (value: number | null, extra?: Extra): Cell => cell(value, 'whole', extra);
const asMark: Extra = { look: 'mark' };
export const marked = (mark: Mark, extra?: Extra): Cell =>
  cell(mark.text, 'text', extra === undefined ? asMark : { ...asMark, ...extra });

/** Hundredths as the nearest double: exact to the cent up to fifteen digits; of nothing, nothing. */
export function numberOf(amount: Hundredths): number;
export function numberOf(amount: Hundredths | null): number | null;
export function numberOf(amount: Hundredths | null): number | null {
  return amount === null ? null : (over(100, amount) ?? Number(plain(amount)));
}

const perWan = 10_000n;
/** Yuan as 万元, to the cent: six places. */
export const wanNumber = (amount: Hundredths): number =>
  over(1_000_000, amount) ?? Number(new Decimal(amount.toString()).div('1000000').toFixed(6));

/** Of a whole number that doubles hold exactly, one division gives the nearest double; of a larger one the digits do. */
const over = (divisor: number, amount: Hundredths): number | null => {
  const whole = Number(amount);
  return Number.isSafeInteger(whole) ? whole / divisor : null;
};

export const yuan = (amount: Hundredths | null, extra?: Extra): Cell => cell(numberOf(amount), 'yuan', extra);

/** 10,000 yuan or dollars; in full where two places would make it look like a nearby bound it is not equal to. */
export const wan = (amount: Hundredths | null, extra?: Extra, bound?: Hundredths): Cell =>
  amount === null
    ? cell(null, 'wan', extra)
    : cell(wanNumber(amount), hides(amount, bound) ? 'wanFull' : 'wan', extra);

const rounded = (value: bigint): bigint =>
  value < 0n ? -((-value + perWan / 2n) / perWan) : (value + perWan / 2n) / perWan;
/** True where two places of 万元 would show the amount as its bound, or as nothing, though it is not. */
const hides = (amount: Hundredths, bound: Hundredths | undefined): boolean =>
  (amount !== 0n && rounded(amount) === 0n) ||
  (bound !== undefined && amount !== bound && rounded(amount) === rounded(bound));

/** An amount in its own unit. */
export const decimal = (amount: Hundredths | null, extra?: Extra): Cell =>
  cell(numberOf(amount), 'decimal', extra);

/** A number of what is no money: all its places where two would not be all. */
export const exact = (value: Ratio | null, extra?: Extra): Cell =>
  value === null
    ? cell(null, 'decimal', extra)
    : cell(ratioNumber(value), (value.n * 100n) % value.d === 0n ? 'decimal' : 'decimalFull', extra);

/** A percentage; in full where two places would show it as a bound that it is not, as the whole or as nothing. */
export const percentage = (ratio: Ratio | null, extra?: Extra, bounds: readonly Ratio[] = []): Cell => {
  if (ratio === null) return cell(null, 'percent', extra);
  const value = ratioNumber(ratio);
  const near = [0, 1, ...bounds.map(ratioNumber)].some(
    (bound) => value !== bound && Math.abs(value - bound) < 0.00005,
  );
  return cell(value, near ? 'percentFull' : 'percent', extra);
};

/** A figure in whatever it is counted in: see `unitOf` for the word beside it. */
export function figure(quantity: Quantity | null, extra?: Extra, bound?: Quantity | null): Cell {
  if (quantity === null) return cell(null, 'text', extra);
  switch (quantity.kind) {
    case 'amount':
      return inWan(quantity.unit)
        ? wan(quantity.value, extra, bound?.kind === 'amount' ? bound.value : undefined)
        : decimal(quantity.value, extra);
    case 'decimal':
      return exact(quantity.value, extra);
    case 'ratio':
      return percentage(quantity.value, extra, bound?.kind === 'ratio' ? [bound.value] : []);
    case 'count':
      // A coefficient or a weight: a whole number would be another one.
      return Number.isInteger(quantity.value)
        ? whole(quantity.value, extra)
        : cell(quantity.value, 'decimal', extra);
    case 'words':
      return words(quantity.value, extra);
  }
}

const twoPlaces: { readonly [F in Format]?: Format } = { wanFull: 'wan', percentFull: 'percent' };

/** A change: a few cents up or down are none to people, though the cell holds them. */
export const inTwoPlaces = (change: Cell): Cell =>
  cell(change.value, twoPlaces[change.format] ?? change.format, change);

/** The figure of a fact; a missing one is an empty cell. */
export const factCell = (fact: Fact | null, extra?: Extra, against?: Fact | null): Cell =>
  figure(fact?.quantity ?? null, extra, against?.quantity);

/** Yuan and dollars are shown in units of 10,000, everything else as it is. */
export const inWan = (unit: string): boolean => unit === 'CNY' || unit === 'USD';
