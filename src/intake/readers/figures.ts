/**
 * Figures of targets, metrics, adjustments and scores, in the unit that their row or header names: money to the cent, all
 * else exactly.
 */

import { hundredths, zero } from '../../model/ratio.ts';
import type { FigureColumn } from '../../model/table.ts';
import { indicators } from '../../model/tables/targets.ts';
import { same, type Text } from '../../model/text.ts';
import { numberIn, percentIn } from '../cells/numbers.ts';
import { cellProblems, unitProblems } from '../cells/problems.ts';
import { asDecimal, type Factor, factorOf, inHundredths } from '../exact.ts';
import type { Cell } from '../files/sheet.ts';
import type { ColumnUnit } from '../sheet-units.ts';
import type { Tally } from '../tally.ts';
import { keptIn, type Unit, unitOf } from '../units.ts';
import { halfWidth } from '../words.ts';
import { failer, type ReadCell, type ReadColumn, type SheetContext } from './state.ts';
import { textReader } from './values.ts';

/** The unit of a row's figures: they are scaled by it. */
export function unitReader(context: SheetContext, target: ReadColumn): ReadCell {
  const fail = failer(context, target.header);
  const readText = textReader(context, target);
  const known = new Map<string, Unit | null>();
  return (cell) => {
    const text = readText(cell);
    if (typeof text !== 'string' || text === '') return text;
    const unit = known.get(text) ?? unitOf(text) ?? otherUnit(text);
    known.set(text, unit);
    if (unit === null) return fail(unitProblems.unknown, {}, cell);
    context.row.unit = unit;
    return keptIn(unit);
  };
}

/** Whatever is counted (件, 场, 分钟 …); what sounds like money but is not understood is no such unit. */
const otherUnit = (text: string): Unit | null =>
  /[元圆万亿¥$]/.test(halfWidth(text)) ? null : { text, kind: 'count', exponent: 0, currency: null };

interface IndicatorMoney {
  /** What it is measured in. */
  readonly currency: string;
  readonly title: Text;
  /** What a row may state outright instead. */
  readonly or?: string;
}

const yuan: IndicatorMoney = { currency: 'CNY', title: { zh: '人民币元', en: 'yuan' } };

/** Indicators in money. */
const indicatorMoney: ReadonlyMap<string | null, IndicatorMoney> = new Map([
  ['deposits', yuan],
  ['loans', yuan],
  ['new_deposits', yuan],
  ['settlement', { currency: 'USD', title: { zh: '美元', en: 'US dollars' }, or: 'CNY' }],
]);

export function figureReader(
  context: SheetContext,
  { name, header }: ReadColumn,
  column: FigureColumn,
  blanks: Tally,
): ReadCell {
  const fail = failer(context, header);
  const { row } = context;
  const stated = context.units.columns.get(name);
  const factors = new Map<number, Factor>();
  const factor = (exponent: number): Factor => {
    const found = factors.get(exponent) ?? factorOf(exponent, '1');
    factors.set(exponent, found);
    return found;
  };
  return (cell) => {
    const value = numberInUnit(cell, row.unit ?? stated?.unit ?? null);
    if (value === null) {
      if (!column.mayBeBlank) return fail(cellProblems.blank, { column: header }, cell);
      blanks.add(row.number);
      return zero;
    }
    if (typeof value !== 'bigint')
      return fail(cellProblems.notANumber, { column: header, fault: value }, cell);
    if (value < 0n && !column.mayBeNegative) return fail(cellProblems.negative, { column: header }, cell);
    const unit = figureUnit(stated);
    if (unit === undefined) return undefined;
    const scale = factor(unit?.exponent ?? 0);
    const isMoney = unit === null ? indicatorMoney.has(row.indicator) : unit.kind === 'money';
    return isMoney ? hundredths(inHundredths(value, scale)) : asDecimal(value, scale);

    /** The row's unit, else the header's; undefined where they are in error. */
    function figureUnit(fromHeader: ColumnUnit | undefined): Unit | null | undefined {
      const headerUnit = fromHeader?.unit ?? null;
      const unit = row.unit ?? headerUnit;
      const bothMoney = row.unit?.kind === 'money' && headerUnit?.kind === 'money';
      if (
        bothMoney &&
        row.unit !== null &&
        headerUnit !== null &&
        row.unit.exponent !== headerUnit.exponent
      ) {
        return fail(unitProblems.disagree, { units: [row.unit.text, headerUnit.text] }, cell);
      }
      const expected = indicatorMoney.get(row.indicator);
      if (unit === null || expected === undefined) return unit;
      // Of a header that speaks for every indicator it is not known whether this one was thought of.
      const allowed = unit === row.unit ? [expected.currency, expected.or] : [expected.currency];
      if (unit.kind === 'money' && (unit.mixed === true || allowed.includes(keptIn(unit)))) return unit;
      const args = {
        indicator: indicators.find(({ id }) => id === row.indicator)?.text ?? same(''),
        unit: unit.text,
        expected: expected.title,
      };
      return fail(unitProblems.wrongForIndicator, args, cell);
    }
  };
}

/** Where the unit is %, `60%` is the number 60. */
const numberInUnit = (cell: Cell, unit: Unit | null): ReturnType<typeof numberIn> =>
  numberIn((unit?.kind === 'percent' ? percentIn(cell) : undefined) ?? cell);
