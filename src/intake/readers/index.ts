/**
 * One reader per column of a sheet, compiled once: a cell in, the row's value out. A reader that fails reports the
 * problem to the row and returns undefined. What later columns need to know of the row (its manager, currency, unit
 * and indicator) is kept in `RowState`.
 */
import { withWords } from '../../model/table.ts';
import { textOf } from '../files/sheet.ts';
import { Tally } from '../tally.ts';
import { nameKey } from '../words.ts';
import { amountReader } from './amounts.ts';
import { figureReader, unitReader } from './figures.ts';
import { averageReader } from './products.ts';
import type { MadeOf, ReadCell, ReadColumn, SheetContext } from './state.ts';
import { UnknownWords } from './unknown-words.ts';
import {
  choiceReader,
  countReader,
  currencyReader,
  dateReader,
  daysReader,
  decimalReader,
  idReader,
  quarterReader,
  shareReader,
  textReader,
  yearReader,
} from './values.ts';

export type { MadeOf, ReadColumn, RowState, SheetContext } from './state.ts';

export interface ColumnReader {
  readonly read: ReadCell;
  /** Blank cells that were taken as 0. */
  readonly blanks: Tally;
  /** Words that are none of the column's choices or currencies. */
  readonly unknown: UnknownWords;
}

/** `madeOf`: the column is not in the file, but made of this one. */
export function columnReader(
  context: SheetContext,
  target: ReadColumn,
  amountIndex: number,
  madeOf: MadeOf | null,
): ColumnReader {
  const blanks = new Tally();
  const unknown = new UnknownWords();
  const read = readerOf(context, target, amountIndex, madeOf, blanks, unknown);
  const words = context.words.get(target.name);
  return { read: words === undefined ? read : translated(read, words), blanks, unknown };
}

/** The bank's own words become ours before they are read. */
function translated(read: ReadCell, words: ReadonlyMap<string, string>): ReadCell {
  // The same few words fill a whole column.
  const known = new Map<string, string | null>();
  return (cell) => {
    const text = textOf(cell);
    const seen = known.get(text);
    const ours = seen === undefined ? (words.get(nameKey(text)) ?? null) : seen;
    if (seen === undefined && known.size < 1000) known.set(text, ours);
    return read(ours ?? cell);
  };
}

function readerOf(
  context: SheetContext,
  target: ReadColumn,
  amountIndex: number,
  madeOf: MadeOf | null,
  blanks: Tally,
  unknown: UnknownWords,
): ReadCell {
  const { column } = target;
  switch (column.kind) {
    case 'id':
      return idReader(context, target, column.required && !column.mayBeBlank);
    case 'text':
      return target.name === 'unit' && 'indicator' in context.declaration.columns
        ? unitReader(context, target)
        : textReader(context, target);
    case 'amount':
      return madeOf === null
        ? amountReader(context, target, column, amountIndex, blanks)
        : averageReader(context, target, column, madeOf, amountIndex, blanks);
    case 'product':
      throw new Error(`${target.name} is read as an average`);
    case 'figure':
      return figureReader(context, target, column, blanks);
    case 'decimal':
      return decimalReader(context, target, column);
    case 'days':
      return daysReader(context, target, blanks);
    case 'count':
      return countReader(context, target);
    case 'quarter':
      return quarterReader(context, target);
    case 'year':
      return yearReader(context, target);
    case 'date':
      return dateReader(context, target);
    case 'share':
      return shareReader(context, target, column);
    case 'currency':
      return currencyReader(context, target, column.required, unknown);
    case 'choice':
      return choiceReader(context, target, column, unknown);
    case 'declared':
      return choiceReader(context, target, withWords(column, context.declared), unknown);
  }
}
