/** Amounts in the row's currency: scaled by their unit, converted to yuan, and rounded once. */
import type { AmountColumn } from '../../model/table.ts';
import { hundredthsIn, numberIn, symbolIn } from '../cells/numbers.ts';
import { cellProblems, unitProblems } from '../cells/problems.ts';
import { symbolFits } from '../currency.ts';
import {
  exactOfHundredths,
  type Factor,
  factorOf,
  hasFineDigits,
  inHundredths,
  scaledBy,
  textOfExact,
} from '../exact.ts';
import type { Rates } from '../rates.ts';
import type { Tally } from '../tally.ts';
import { failer, type ReadCell, type ReadColumn, type SheetContext } from './state.ts';

export function amountReader(
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
  const scale = 10 ** exponent;
  const mayBeYuan = (unit?.currency ?? 'CNY') === 'CNY';
  const keepExported = (amount: string): void => {
    row.exported ??= {};
    row.exported[name] = amount;
  };
  return (cell) => {
    // Nearly every amount is yuan and plainly written: its hundredths are all there is to know.
    const hundredths = hundredthsIn(cell);
    const yuan = hundredths * scale;
    if (mayBeYuan && row.currency === 'CNY' && Number.isSafeInteger(yuan)) {
      row.amounts[amountIndex] = hundredths;
      return yuan === 0 ? 0n : BigInt(yuan);
    }
    const value = Number.isNaN(hundredths) ? numberIn(cell) : exactOfHundredths(hundredths);
    row.amounts[amountIndex] = 0n;
    const { currency } = row;
    if (value === null) {
      if (!column.mayBeBlank) return fail(cellProblems.blank, { column: header, isAmount: true }, cell);
      if (column.mayBeBlank === 'unknown') return null;
      blanks.add(row.number);
      if (currency !== 'CNY') keepExported('0');
      return 0n;
    }
    if (typeof value !== 'bigint')
      return fail(cellProblems.notANumber, { column: header, fault: value }, cell);
    row.amounts[amountIndex] = value;
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
    if (currency !== 'CNY' || hasFineDigits(value, exponent))
      keepExported(textOfExact(scaledBy(value, exponent)));
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
