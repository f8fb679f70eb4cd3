/**
 * One reader per column of a sheet, compiled once: a cell in, the row's value out. A reader that fails reports the
 * problem to the row and returns undefined. What later columns need to know of the row (its manager, currency, unit
 * and indicator) is kept in `RowState`.
 */
import type { Day } from '../model/calendar.ts';
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import { Decimal } from '../model/money.ts';
import type {
  AmountColumn,
  AnyColumn,
  ChoiceColumn,
  FigureColumn,
  TableDeclaration,
} from '../model/table.ts';
import { indicators } from '../model/tables/targets.ts';
import { same, type Text } from '../model/text.ts';
import { choiceFinder, choiceWords } from './cells/choices.ts';
import { dayInNumber, dayInText } from './cells/dates.ts';
import { idIn } from './cells/ids.ts';
import { numberIn, symbolIn } from './cells/numbers.ts';
import { cellProblems, unitProblems } from './cells/problems.ts';
import { shareIn, whole } from './cells/shares.ts';
import { Tally } from './collector.ts';
import { currencyCode, currencyNames, symbolFits } from './currency.ts';
import {
  type Exact,
  exactOf,
  type Factor,
  factorOf,
  hasFineDigits,
  inHundredths,
  scaledBy,
  textOfExact,
} from './exact.ts';
import { type Cell, isDate, textOf } from './files/sheet.ts';
import { nearest } from './nearest.ts';
import type { Rates } from './rates.ts';
import type { ColumnUnit, SheetUnits } from './sheet-units.ts';
import { type Unit, unitOf } from './units.ts';
import { halfWidth, isNothing } from './words.ts';

/** The row that is being read. */
export interface RowState {
  number: number;
  manager: string;
  /** null: not known, since its cell is in error. */
  currency: string | null;
  /** The row's own `unit` cell. */
  unit: Unit | null;
  indicator: string | null;
  failed: boolean;
  /** A currency without a rate keeps the row out; it is reported once for the sheet. */
  unrated: string | null;
  /** The amounts in the units of the file, in the order of the amount columns. */
  readonly amounts: Exact[];
  exported: Record<string, string> | null;
}

/** What the readers of one sheet share. */
export interface SheetContext {
  readonly declaration: TableDeclaration;
  readonly units: SheetUnits;
  readonly rates: Rates;
  readonly dayOfSerial: ((serial: number) => Day | null) | null;
  readonly row: RowState;
  report(problem: Diagnostic): void;
  at(column: string): Location;
}

export type ReadCell = (cell: Cell) => unknown;

/** A column as it is read: under its name in the table and its header in the file. */
export interface ReadColumn {
  readonly name: string;
  readonly header: string;
  readonly column: AnyColumn;
}

export interface ColumnReader {
  readonly read: ReadCell;
  /** Blank cells that were taken as 0. */
  readonly blanks: Tally;
}

export function columnReader(context: SheetContext, target: ReadColumn, amountIndex: number): ColumnReader {
  const blanks = new Tally();
  return { read: readerOf(context, target, amountIndex, blanks), blanks };
}

function readerOf(context: SheetContext, target: ReadColumn, amountIndex: number, blanks: Tally): ReadCell {
  const { column } = target;
  switch (column.kind) {
    case 'id':
      return idReader(context, target, column.required && !column.mayBeBlank);
    case 'text':
      return target.name === 'unit' && 'indicator' in context.declaration.columns
        ? unitReader(context, target)
        : textReader(context, target);
    case 'amount':
      return amountReader(context, target, column, amountIndex, blanks);
    case 'figure':
      return figureReader(context, target, column, blanks);
    case 'decimal':
      return decimalReader(context, target, column.default);
    case 'days':
      return daysReader(context, target, blanks);
    case 'year':
      return yearReader(context, target);
    case 'date':
      return dateReader(context, target);
    case 'share':
      return shareReader(context, target);
    case 'currency':
      return currencyReader(context, target, column.required);
    case 'choice':
      return choiceReader(context, target, column);
  }
}

/** Reports a problem of the row's cell; the row is then in error. */
type Fail = <Args>(
  problem: (
    at: Location,
    args: Args,
    about: { value: string | null; managers: readonly string[] },
  ) => Diagnostic,
  args: Args,
  cell: Cell,
) => undefined;

const failer =
  (context: SheetContext, header: string): Fail =>
  (problem, args, cell) => {
    const { row } = context;
    row.failed = true;
    const managers = row.manager === '' ? [] : [row.manager];
    context.report(problem(context.at(header), args, { value: textOf(cell) || null, managers }));
    return undefined;
  };

function idReader(context: SheetContext, { name, header }: ReadColumn, mustBeFilled: boolean): ReadCell {
  const fail = failer(context, header);
  const isManager = name === 'manager_id';
  return (cell) => {
    const id = idIn(cell);
    if (typeof id !== 'string') {
      const problem = {
        scientific: 'idScientific',
        'digits-lost': 'idDigitsLost',
        'not-an-id': 'notAnId',
      } as const;
      return fail(cellProblems[problem[id.fault]], { column: header }, cell);
    }
    if (isManager) context.row.manager = id;
    return id === '' && mustBeFilled ? fail(cellProblems.blank, { column: header }, cell) : id;
  };
}

function textReader(context: SheetContext, { header, column }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  return (cell) => {
    const text = textOf(cell);
    const words = /^[-–—―−－]+$/.test(text) ? '' : text;
    return words === '' && column.required ? fail(cellProblems.blank, { column: header }, cell) : words;
  };
}

/** The unit of a row's figures: it is kept as a text, and the figures are scaled by it. */
function unitReader(context: SheetContext, target: ReadColumn): ReadCell {
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
    return text;
  };
}

/** Whatever is counted (件, 场, 分钟 …); what sounds like money but is not understood is no such unit. */
const otherUnit = (text: string): Unit | null =>
  /[元圆万亿¥$]/.test(halfWidth(text)) ? null : { text, kind: 'count', exponent: 0, currency: null };

function amountReader(
  context: SheetContext,
  { name, header }: ReadColumn,
  column: AmountColumn,
  amountIndex: number,
  blanks: Tally,
): ReadCell {
  const fail = failer(context, header);
  const { row } = context;
  const unit = context.units.columns.get(name)?.unit ?? null;
  const exponent = unit?.exponent ?? 0;
  const factor = rateFactors(context.rates, exponent);
  return (cell) => {
    const value = numberIn(cell);
    row.amounts[amountIndex] = 0n;
    if (value === null) {
      if (!column.mayBeBlank) return fail(cellProblems.blank, { column: header }, cell);
      blanks.add(row.number);
      return 0n;
    }
    if (typeof value !== 'bigint')
      return fail(cellProblems.notANumber, { column: header, fault: value }, cell);
    row.amounts[amountIndex] = value;
    const { currency } = row;
    if (currency === null) return undefined;
    const symbol = symbolIn(cell);
    if (symbol !== null && !symbolFits(symbol, currency)) {
      return fail(cellProblems.otherCurrency, { symbol, currency }, cell);
    }
    if (unit !== null && unit.currency !== null && unit.currency !== currency) {
      return fail(unitProblems.currencyDiffers, { column: header, unit: unit.text, currency }, cell);
    }
    const conversion = factor(currency);
    if (conversion === null) {
      row.unrated = currency;
      return undefined;
    }
    if (currency !== 'CNY' || hasFineDigits(value, exponent)) {
      row.exported ??= {};
      row.exported[name] = textOfExact(scaledBy(value, exponent));
    }
    return inHundredths(value, conversion);
  };
}

/** The factor to hundredths of a yuan by currency; null where there is no rate. */
function rateFactors(rates: Rates, exponent: number): (currency: string) => Factor | null {
  const factors = new Map<string, Factor | null>();
  return (currency) => {
    const known = factors.get(currency);
    if (known !== undefined) return known;
    const rate = rates.get(currency);
    const factor = rate === undefined ? null : factorOf(exponent, rate.toFixed());
    factors.set(currency, factor);
    return factor;
  };
}

/** Indicators in money, and the currency each is measured in. */
const indicatorCurrency: Readonly<Record<string, string>> = {
  deposits: 'CNY',
  loans: 'CNY',
  new_deposits: 'CNY',
  settlement: 'USD',
};
const currencyWords: Readonly<Record<string, Text>> = {
  CNY: { zh: '人民币元', en: 'yuan' },
  USD: { zh: '美元', en: 'US dollars' },
};

function figureReader(
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
      return 0n;
    }
    if (typeof value !== 'bigint')
      return fail(cellProblems.notANumber, { column: header, fault: value }, cell);
    const unit = figureUnit(stated);
    return unit === undefined ? undefined : inHundredths(value, factor(unit?.exponent ?? 0));

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
      const expected = indicatorCurrency[row.indicator ?? ''];
      if (unit === null || expected === undefined) return unit;
      const fits = unit.kind === 'money' && (unit.mixed === true || (unit.currency ?? 'CNY') === expected);
      if (fits) return unit;
      const args = {
        indicator: indicators.find(({ id }) => id === row.indicator)?.text ?? same(''),
        unit: unit.text,
        expected: currencyWords[expected] ?? same(expected),
      };
      return fail(unitProblems.wrongForIndicator, args, cell);
    }
  };
}

/** Where the unit is %, `60%` is the number 60. */
function numberInUnit(cell: Cell, unit: Unit | null): ReturnType<typeof numberIn> {
  const percentage =
    unit?.kind === 'percent' && typeof cell === 'string' ? /^(.*)[%％]\s*$/.exec(cell)?.[1] : undefined;
  return numberIn(percentage ?? cell);
}

function decimalReader(context: SheetContext, { header }: ReadColumn, byDefault: string | null): ReadCell {
  const fail = failer(context, header);
  const blank = byDefault === null ? null : new Decimal(byDefault);
  return (cell) => {
    const value = numberIn(cell);
    if (value === null) return blank ?? fail(cellProblems.blank, { column: header }, cell);
    if (typeof value !== 'bigint')
      return fail(cellProblems.notANumber, { column: header, fault: value }, cell);
    if (value <= 0n) return fail(cellProblems.notPositive, { column: header }, cell);
    return new Decimal(textOfExact(value));
  };
}

const one: Exact = exactOf('1') ?? 0n;
const mostDays = 100_000n;

function daysReader(context: SheetContext, { header }: ReadColumn, blanks: Tally): ReadCell {
  const fail = failer(context, header);
  return (cell) => {
    const value = numberIn(cell);
    if (value === null) {
      blanks.add(context.row.number);
      return 0;
    }
    const isDays = typeof value === 'bigint' && value >= 0n && value % one === 0n && value / one <= mostDays;
    return isDays ? Number(value / one) : fail(cellProblems.notDays, { column: header }, cell);
  };
}

function yearReader(context: SheetContext, { header }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  return (cell) => {
    const year = /^((?:19|20)\d{2})(?:年度?)?$/.exec(halfWidth(textOf(cell)))?.[1];
    if (year !== undefined) return Number(year);
    const problem = isNothing(textOf(cell)) ? cellProblems.blank : cellProblems.notAYear;
    return fail(problem, { column: header }, cell);
  };
}

function dateReader(context: SheetContext, { header, column }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  return (cell) => {
    if (isDate(cell)) return cell.date;
    const text = textOf(cell);
    if (isNothing(text)) return column.required ? fail(cellProblems.blank, { column: header }, cell) : null;
    const day = typeof cell === 'number' ? dayInNumber(cell, context.dayOfSerial) : dayInText(text);
    return day ?? fail(cellProblems.notADate, { column: header }, cell);
  };
}

function shareReader(context: SheetContext, { header }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  // The same few shares fill a whole column.
  const known = new Map<Cell, Decimal>();
  return (cell) => {
    if (cell === null) return whole;
    const share = known.get(cell) ?? shareIn(cell);
    if (share === null) return fail(cellProblems.notAShare, { column: header }, cell);
    if (known.size < 1000) known.set(cell, share);
    return share;
  };
}

function currencyReader(context: SheetContext, { header }: ReadColumn, isRequired: boolean): ReadCell {
  const fail = failer(context, header);
  const { row, units } = context;
  const known = new Map<string, string | null>();
  return (cell) => {
    const text = textOf(cell);
    if (isNothing(text)) {
      if (isRequired) return fail(cellProblems.blank, { column: header }, cell);
      row.currency = units.currency;
      return units.currency;
    }
    const code = known.get(text) ?? currencyCode(text);
    known.set(text, code);
    row.currency = code;
    return code ?? fail(cellProblems.unknownCurrency, { suggestion: nearest(text, currencyNames) }, cell);
  };
}

function choiceReader(context: SheetContext, { name, header }: ReadColumn, column: ChoiceColumn): ReadCell {
  const fail = failer(context, header);
  const find = choiceFinder(column);
  const known = column.choices.map(({ text }) => text.zh);
  const isIndicator = name === 'indicator';
  const read: ReadCell = (cell) => {
    const text = textOf(cell);
    const found = find(text);
    if (found !== null) return found;
    if (isNothing(text)) {
      return column.required ? fail(cellProblems.blank, { column: header }, cell) : column.default;
    }
    if (column.open) return halfWidth(text);
    const suggestion = nearest(text, choiceWords(column));
    return fail(cellProblems.unknownWord, { column: header, known, suggestion }, cell);
  };
  if (!isIndicator) return read;
  return (cell) => {
    const indicator = read(cell);
    context.row.indicator = typeof indicator === 'string' ? indicator : null;
    return indicator;
  };
}
