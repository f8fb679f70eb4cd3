/**
 * A fact is a value with its origin: cells of the inputs, a parameter of the policy, or a calculation over other facts.
 * What a sheet or `explain` shows of a judgement is the ancestry of the facts that decided it.
 */
import type { Day, Quarter } from './calendar.ts';
import { grouped, groupedText, type Hundredths, inWan, isCurrency, plain } from './money.ts';
import {
  exactPlaces,
  hundredths,
  one,
  percent,
  type Ratio,
  sixPlaces,
  times,
  toWhole,
  zero,
} from './ratio.ts';
import type { RowOrigin } from './table.ts';
import type { TableId } from './tables/index.ts';
import { type Lang, same, type Text } from './text.ts';

export type Quantity =
  /** Hundredths of the unit: of money, and of points that a section works out to two places. */
  | { readonly kind: 'amount'; readonly unit: string; readonly value: Hundredths }
  /** An exact decimal of whatever else is counted: %, customers, points that people gave. */
  | { readonly kind: 'decimal'; readonly unit: string; readonly value: Ratio }
  | { readonly kind: 'ratio'; readonly value: Ratio }
  | { readonly kind: 'count'; readonly unit: CountUnit; readonly value: number }
  | { readonly kind: 'words'; readonly value: Text };

export type CountUnit = 'years' | 'months' | 'days' | 'events' | 'items' | 'customers' | 'rank' | 'number';

/** What a percentage may not look like where it is none. */
export const noShare: Quantity = { kind: 'ratio', value: zero };

const countUnits: Record<CountUnit, Text> = {
  years: { zh: '年', en: ' years' },
  months: { zh: '个月', en: ' months' },
  days: { zh: '天', en: ' days' },
  events: { zh: '次', en: ' events' },
  items: { zh: '笔', en: ' items' },
  customers: { zh: '户', en: ' customers' },
  rank: { zh: '名', en: ' in rank' },
  number: { zh: '', en: '' },
};

export interface Fact {
  /** null: the figure is missing. */
  readonly quantity: Quantity | null;
  readonly origin: Origin;
}

/** The source rows of one table behind a figure. */
export interface RowsOf {
  readonly table: TableId;
  readonly rows: readonly RowOrigin[];
}

/** The rows behind a figure. They are nothing to hand over: a figure that goes to another thread leaves them behind. */
export class RowsBehind {
  readonly #rows: readonly RowsOf[] | (() => readonly RowsOf[]);

  constructor(rows: readonly RowsOf[] | (() => readonly RowsOf[])) {
    this.#rows = rows;
  }

  list(): readonly RowsOf[] {
    return typeof this.#rows === 'function' ? this.#rows() : this.#rows;
  }
}

/** A few rows, kept as they are. */
export const theseRows = (...lists: readonly RowsOf[]): RowsBehind => new RowsBehind(lists);

/**
 * Many rows, found when they are to be shown: on a whole bank nobody keeps the lists. Everything in sight of the function
 * that finds them is kept with it, so it is made where that is little.
 */
export const rowsFound = (find: () => readonly RowsOf[]): RowsBehind => new RowsBehind(find);

export type Origin =
  /** A measure over a manager's customers. */
  | {
      readonly kind: 'measure';
      readonly measure: string;
      readonly title: Text;
      readonly basis: 'quarter' | 'year';
      /** Only customers whose deposits reach this bound are counted; null: all are. */
      readonly customersFrom: Hundredths | null;
      /** The measure whose figure of the year is compared with that bound. */
      readonly customersBy: string | null;
      /** Over all of them together, or of the largest single one. */
      readonly over: 'all' | 'largest';
      /** The customer whose figure it is, for the largest single customer. */
      readonly customerId: string | null;
      readonly rows: RowsBehind;
    }
  /** Read off the rows; `sum`: what is added up of them. */
  | { readonly kind: 'rows'; readonly title: Text; readonly rows: RowsBehind; readonly sum?: RowSum }
  | {
      readonly kind: 'parameter';
      readonly policy: string;
      readonly edition: string;
      readonly parameter: string;
      readonly title: Text;
      readonly article: string;
      readonly since: Day;
    }
  | { readonly kind: 'archive'; readonly title: Text; readonly period: Quarter }
  | { readonly kind: 'calculation'; readonly title: Text; readonly how: Calculation };

/** A column of a table's rows added up; `only`: of those whose other column says one of these. */
export interface RowSum {
  readonly column: string;
  readonly only: { readonly column: string; readonly is: readonly string[] } | null;
}

/** How a figure follows from others, exactly: it is worked out by this, and a workbook works it out again. */
export type Calculation =
  /** In a way that is no arithmetic: counted, ranked, chosen. */
  | { readonly from: readonly Fact[] }
  | { readonly fact: Fact }
  /** An exact decimal; money in yuan, a share as a fraction. */
  | { readonly number: string }
  | Arithmetic;

type Parts = readonly Calculation[];
type TwoParts = readonly [Calculation, Calculation];

/** An operation over parts. */
export type Arithmetic =
  | { readonly sum: Parts }
  | { readonly difference: TwoParts }
  | { readonly product: Parts }
  | { readonly quotient: TwoParts }
  /** The plain mean of one or more. */
  | { readonly mean: Parts }
  | { readonly largest: Parts }
  | { readonly smallest: Parts }
  /** The n-th largest: 2 is the second. */
  | { readonly nth: number; readonly of: Parts }
  /** Down to a whole number. */
  | { readonly whole: Calculation }
  /** Half-up to two places. */
  | { readonly cents: Calculation }
  /** The first where the condition figure is at least the bound, else the second. */
  | {
      readonly when: Calculation;
      readonly atLeast: Calculation;
      readonly met: Calculation;
      readonly otherwise: Calculation;
    };

/** The parts of an operation, in order. */
export function partsOf(by: Arithmetic): Parts {
  if ('nth' in by) return by.of;
  if ('when' in by) return [by.when, by.atLeast, by.met, by.otherwise];
  return Object.values(by).flat();
}

/** The figures that a calculation rests on, in order. */
export const operandsOf = (how: Calculation): readonly Fact[] => {
  if ('from' in how) return how.from;
  if ('fact' in how) return [how.fact];
  return 'number' in how ? [] : partsOf(how).flatMap(operandsOf);
};

/** A figure read off rows. */
export const readOff = (title: Text, quantity: Quantity | null, rows: RowsBehind): Fact => ({
  quantity,
  origin: { kind: 'rows', title, rows },
});

/** A figure of an earlier quarter, or by what the archive keeps of it. */
export const fromArchive = (title: Text, quantity: Quantity | null, period: Quarter): Fact => ({
  quantity,
  origin: { kind: 'archive', title, period },
});

/** A figure that follows from others in a way that is no arithmetic. */
export const madeFrom = (title: Text, quantity: Quantity | null, from: readonly Fact[] = []): Fact => ({
  quantity,
  origin: { kind: 'calculation', title, how: { from } },
});

export const amountOf = (unit: string, value: Hundredths): Quantity => ({ kind: 'amount', unit, value });

/** A number of some unit. */
export type InUnit = Extract<Quantity, { kind: 'amount' | 'decimal' }>;

/** Money to the cent, anything else exactly. */
export const inUnit = (unit: string, value: Ratio): InUnit =>
  unit === fullYuan || isCurrency(unit)
    ? { kind: 'amount', unit, value: toCents(value) }
    : { kind: 'decimal', unit, value };

/** A number as hundredths, half-up. */
export const toCents = (value: Ratio): Hundredths => toWhole(times(value, 100));

export const isInUnit = (quantity: Quantity | null): quantity is InUnit =>
  quantity?.kind === 'amount' || quantity?.kind === 'decimal';

/** The number itself. */
export const valueIn = (quantity: InUnit): Ratio =>
  quantity.kind === 'amount' ? hundredths(quantity.value) : quantity.value;

export const isNought = ({ kind, value }: InUnit): boolean => (kind === 'amount' ? value : value.n) === 0n;

/** A unit of its own for yuan shown in full: 万元 are for what people manage, not for what they are paid. */
export const fullYuan = 'yuan';
export const inFull = (quantity: Quantity): Quantity =>
  quantity.kind === 'amount' && quantity.unit === 'CNY' ? { ...quantity, unit: fullYuan } : quantity;

const wanFrom = 100_000_000n;
/** Yuan that stand in full where nothing says otherwise: below a million. */
export const isSmall = (quantity: Quantity): boolean =>
  quantity.kind === 'amount' &&
  quantity.unit === 'CNY' &&
  quantity.value < wanFrom &&
  quantity.value > -wanFrom;

export const countOf = (unit: CountUnit, value: number): Quantity => ({ kind: 'count', unit, value });

/** As results.json writes it: two places for amounts, two or more for other numbers, six for ratios, the Chinese word for words. */
export function machineText(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'amount':
      return plain(quantity.value);
    case 'decimal':
      return exactPlaces(quantity.value);
    case 'ratio':
      return sixPlaces(quantity.value);
    case 'count':
      return String(quantity.value);
    case 'words':
      return quantity.value.zh;
  }
}

/**
 * For people: yuan in 万元, dollars in full, ratios as percentages; in more places where two would make a percentage look
 * like the bound beside it, or like the whole where there is none.
 */
export function show(quantity: Quantity, lang: Lang, bound?: Quantity): string {
  switch (quantity.kind) {
    case 'amount':
      if (quantity.unit === 'CNY')
        return lang === 'zh' ? `${inWan(quantity.value)} 万元` : `CNY ${grouped(quantity.value)}`;
      if (quantity.unit === 'USD')
        return lang === 'zh' ? `${inWan(quantity.value)} 万美元` : `USD ${grouped(quantity.value)}`;
      if (quantity.unit === fullYuan)
        return lang === 'zh' ? `${grouped(quantity.value)} 元` : `CNY ${grouped(quantity.value)}`;
      return `${grouped(quantity.value)} ${quantity.unit}`.trim();
    case 'decimal':
      return `${groupedText(exactPlaces(quantity.value))} ${quantity.unit}`.trim();
    case 'ratio':
      return percent(quantity.value, bound?.kind === 'ratio' ? bound.value : one);
    case 'count':
      return `${quantity.value}${(quantity.unit === 'number' ? same('') : countUnits[quantity.unit])[lang]}`;
    case 'words':
      return quantity.value[lang];
  }
}
