/** What the figures of a policy are counted in, as far as the policy itself can tell. */
import { type FigureSpec, formOf, type NamedFigure, type WrittenFigure } from '../model/figures/index.ts';
import { numberIn } from '../model/judgement.ts';
import { ownValue } from '../model/own-value.ts';
import { seriesOf } from '../model/policy/series.ts';
import type { PolicyFile } from '../model/policy.ts';
import { isEqual, zero } from '../model/ratio.ts';
import { paid } from '../model/sections/paid.ts';
import type { Text } from '../model/text.ts';
import { read } from './parameters.ts';

/** Counted things are told from numbers, such as points and coefficients. */
export type Unit = 'CNY' | 'USD' | 'ratio' | 'count' | 'number';

export const unitWords: Readonly<Record<Unit, Text>> = {
  CNY: { zh: '人民币金额', en: 'an amount in yuan' },
  USD: { zh: '美元金额', en: 'an amount in US dollars' },
  ratio: { zh: '百分比', en: 'a percentage' },
  count: { zh: '个数', en: 'a number' },
  number: { zh: '数字', en: 'a number' },
};

export const isMoney = (unit: Unit | null): boolean => unit === 'CNY' || unit === 'USD';

/** Whether two things may be compared or added up; what is not known may be anything. */
export const goTogether = (a: Unit | null, b: Unit | null): boolean =>
  a === null || b === null || a === b || (isNumber(a) && isNumber(b));

const isNumber = (unit: Unit): boolean => unit === 'count' || unit === 'number';

export interface Units {
  /** Null: it is known only from the data, or differs. */
  of(figure: FigureSpec | NamedFigure): Unit | null;
  /** Of a figure, or of one divided by another. */
  ofQuotient(of: FigureSpec | NamedFigure, over: FigureSpec | undefined): Unit | null;
  /** Every unit in which a parameter has a value; 0 goes with any. */
  ofParameter(id: string): readonly Unit[];
  /** Of a value of the policy, or of a figure. */
  ofAmount(amount: FigureSpec): Unit | null;
}

export function unitsIn(file: PolicyFile): Units {
  const series = seriesOf(file);
  const ofParameter = (id: string): Unit[] => [
    ...new Set(
      series
        .filter((each) => each.id === id)
        .flatMap(({ spec, lines }) => lines.flatMap(({ value }) => unitOf(read(value, spec)) ?? [])),
    ),
  ];
  const single = (units: readonly Unit[]): Unit | null => (units.length === 1 ? (units[0] ?? null) : null);
  /** Figures that rest on themselves are refused elsewhere. */
  const ofNamed = (id: string, seen: readonly string[]): Unit | null => {
    const figure = file.figures[id];
    return figure === undefined || seen.includes(id) ? null : ofWritten(figure, [...seen, id]);
  };
  const ofAny = (figure: FigureSpec | NamedFigure, seen: readonly string[]): Unit | null =>
    typeof figure === 'string' ? ofNamed(figure, seen) : ofWritten(figure, seen);
  const ofWritten = (figure: WrittenFigure | NamedFigure, seen: readonly string[]): Unit | null =>
    figure.over === undefined
      ? ofForm(figure, seen)
      : quotientOf(ofForm(figure, seen), ofAny(figure.over, seen));
  const ofForm = (figure: WrittenFigure, seen: readonly string[]): Unit | null => {
    const each = (parts: readonly FigureSpec[] = []): (Unit | null)[] =>
      parts.map((part) => ofAny(part, seen));
    const first = (parts: readonly FigureSpec[] = []): Unit | null =>
      each(parts).find((unit) => unit) ?? null;
    switch (formOf(figure)) {
      case 'measure':
      case 'collected':
      case 'classified':
      case 'classified-in':
        return 'CNY';
      case 'completion':
        return 'ratio';
      case 'events':
      case 'years-since':
      case 'appraised':
      case 'rank':
        return 'count';
      case 'value':
        return single(ofParameter(figure.value ?? ''));
      case 'section':
        return ofSection(file, figure);
      case 'between':
        return figure.between ? first([figure.between.a, figure.between.b]) : null;
      case 'sum':
        return first(figure.sum);
      case 'difference':
        return first(figure.difference);
      case 'product':
        return productOf(each(figure.product));
      default:
        return null;
    }
  };
  return {
    of: (figure) => ofAny(figure, []),
    ofQuotient: (of, over) =>
      over === undefined ? ofAny(of, []) : quotientOf(ofAny(of, []), ofAny(over, [])),
    ofParameter,
    ofAmount: (amount) => (typeof amount === 'string' ? single(ofParameter(amount)) : ofAny(amount, [])),
  };
}

/** Money stays money, times whatever else. */
export function productOf(units: readonly (Unit | null)[]): Unit | null {
  const money = units.find(isMoney);
  if (money) return money;
  if (units.includes(null)) return null;
  return units.every((unit) => unit === 'ratio') ? 'ratio' : 'number';
}

/** Money by a number or a share is money, by money a share; whatever else is a share too. */
function quotientOf(above: Unit | null, below: Unit | null): Unit | null {
  if (above === null || below === null) return null;
  return isMoney(above) && !isMoney(below) ? above : 'ratio';
}

function ofSection({ sections }: PolicyFile, { section, item }: WrittenFigure): Unit | null {
  const spec = ownValue(sections, section ?? '');
  if (spec?.kind === 'lines')
    return item === undefined || item === 'total' || ownValue(spec.lines, item) ? unitOfLines(spec) : null;
  return spec && item === undefined && ownValue(paid, spec.kind) ? 'CNY' : null;
}

const unitOfLines = ({ unit }: { readonly unit: 'CNY' | 'points' }): Unit =>
  unit === 'CNY' ? 'CNY' : 'number';

function unitOf(value: ReturnType<typeof read>): Unit | null {
  if (value?.kind !== 'quantity') return null;
  const { quantity } = value;
  const number = numberIn(quantity);
  if (number && isEqual(number, zero)) return null;
  if (quantity.kind === 'amount') return quantity.unit === 'USD' ? 'USD' : 'CNY';
  return quantity.kind === 'ratio' ? 'ratio' : 'number';
}
