/** Everything that is no amount: ids, texts, days, dates, shares, currencies, words from a list. */
import type { Day } from '../../model/calendar.ts';
import { type Ratio, one as wholeAccount } from '../../model/ratio.ts';
import type { ChoiceColumn, DecimalColumn, ShareColumn } from '../../model/table.ts';
import { choiceFinder } from '../cells/choices.ts';
import { dayInNumber, dayInText } from '../cells/dates.ts';
import { idIn } from '../cells/ids.ts';
import { hundredthsIn, numberIn, percentIn } from '../cells/numbers.ts';
import { cellProblems, unitProblems } from '../cells/problems.ts';
import { shareIn } from '../cells/shares.ts';
import { currencyCode } from '../currency.ts';
import { type Exact, exactOf, textOfExact } from '../exact.ts';
import { type Cell, isDate, textOf } from '../files/sheet.ts';
import { quarterInName } from '../period.ts';
import { idBy } from '../profile/id-rule.ts';
import type { Roster } from '../roster.ts';
import type { Tally } from '../tally.ts';
import { halfWidth, hasLostCharacter, isNothing, nameKey } from '../words.ts';
import { failer, type ReadCell, type ReadColumn, type SheetContext } from './state.ts';
import type { UnknownWords } from './unknown-words.ts';

/** Rows that say the same share one text: exports are sorted, and many columns hold the same few words. */
function keeper(): (text: string) => string {
  let last = '';
  const known = new Map<string, string>();
  return (text) => {
    if (text === last) return last;
    // A column of a thousand texts is one of names or numbers: there is little to find.
    last = known.size < 1000 ? (known.get(text) ?? text) : text;
    if (known.size < 1000) known.set(last, last);
    return last;
  };
}

export function idReader(
  context: SheetContext,
  { name, header }: ReadColumn,
  mustBeFilled: boolean,
): ReadCell {
  const fail = failer(context, header);
  const isManager = name === 'manager_id';
  const kept = keeper();
  const rule = isManager ? context.ids.manager : name === 'customer_id' ? context.ids.customer : null;
  return (cell) => {
    const stated = idIn(cell);
    const id = rule === null || typeof stated !== 'string' ? stated : idBy(rule, stated);
    if (typeof id !== 'string') {
      const problem = {
        scientific: 'idScientific',
        'digits-lost': 'idDigitsLost',
        'not-an-id': 'notAnId',
      } as const;
      return fail(cellProblems[problem[id.fault]], { column: header }, cell);
    }
    if (hasLostCharacter(id)) return fail(cellProblems.lostCharacter, { column: header }, cell);
    if (rule?.byName === true && context.roster !== null) return byName(id, context.roster, cell);
    if (isManager) context.row.manager = id;
    return id === '' && mustBeFilled ? fail(cellProblems.blank, { column: header }, cell) : kept(id);
  };

  /** An id stays one; a name becomes the id of the one manager who has it. */
  function byName(text: string, { ids, idsByName }: Roster, cell: Cell): string | undefined {
    const meant = ids.has(text) ? [text] : (idsByName.get(nameKey(text)) ?? [text]);
    const [id = ''] = meant;
    if (id === '' && mustBeFilled) return fail(cellProblems.blank, { column: header }, cell);
    if (meant.length > 1) {
      context.row.namesake = text;
      return undefined;
    }
    context.row.manager = id;
    return kept(id);
  }
}

const dashes = /^[-–—―−－]+$/;

export function textReader(context: SheetContext, { header, column }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  const kept = keeper();
  return (cell) => {
    const text = textOf(cell);
    const words = dashes.test(text) ? '' : text;
    if (column.kind === 'text' && column.isName && hasLostCharacter(words))
      return fail(cellProblems.lostCharacter, { column: header }, cell);
    return words === '' && column.required ? fail(cellProblems.blank, { column: header }, cell) : kept(words);
  };
}

export function decimalReader(
  context: SheetContext,
  { header }: ReadColumn,
  { default: byDefault, orPercent }: DecimalColumn,
): ReadCell {
  const fail = failer(context, header);
  /** How the column's first number is written: the others are so too, or nobody knows what they are beside it. */
  let first: { readonly inPercent: boolean; readonly row: number; readonly value: string } | null = null;
  return (cell) => {
    const percentage = orPercent ? percentIn(cell) : undefined;
    const value = numberIn(percentage ?? cell);
    if (value === null) return byDefault ?? fail(cellProblems.blank, { column: header }, cell);
    if (typeof value !== 'bigint')
      return fail(cellProblems.notANumber, { column: header, fault: value }, cell);
    if (value <= 0n) return fail(cellProblems.notPositive, { column: header }, cell);
    const inPercent = percentage !== undefined;
    first ??= { inPercent, row: context.row.number, value: textOf(cell) };
    if (first.inPercent !== inPercent)
      return fail(cellProblems.percentMixed, { column: header, ...first }, cell);
    return textOfExact(inPercent ? value / 100n : value);
  };
}

const one: Exact = exactOf('1') ?? 0n;
const mostDays = 100_000;

export function daysReader(context: SheetContext, { header }: ReadColumn, blanks: Tally): ReadCell {
  const fail = failer(context, header);
  return (cell) => {
    const days = hundredthsIn(cell) / 100;
    if (Number.isInteger(days) && days >= 0 && days <= mostDays) return days;
    const value = numberIn(cell);
    if (value === null) {
      blanks.add(context.row.number);
      return 0;
    }
    const isDays =
      typeof value === 'bigint' && value >= 0n && value % one === 0n && value / one <= BigInt(mostDays);
    return isDays ? Number(value / one) : fail(cellProblems.notDays, { column: header }, cell);
  };
}

export function countReader(context: SheetContext, { header }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  return (cell) => {
    const value = numberIn(cell);
    if (value === null) return null;
    const isWhole = typeof value === 'bigint' && value % one === 0n;
    const count = isWhole ? Number(value / one) : Number.NaN;
    return Number.isSafeInteger(count) ? count : fail(cellProblems.notACount, { column: header }, cell);
  };
}

export function yearReader(context: SheetContext, { header, column }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  return (cell) => {
    const text = textOf(cell);
    const year = /^((?:19|20)\d{2})(?:年度?)?$/.exec(halfWidth(text))?.[1];
    if (year !== undefined) return Number(year);
    if (!isNothing(text)) return fail(cellProblems.notAYear, { column: header }, cell);
    return column.required ? fail(cellProblems.blank, { column: header }, cell) : null;
  };
}

export function quarterReader(context: SheetContext, { header, column }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  return (cell) => {
    const text = textOf(cell);
    if (isNothing(text)) return column.required ? fail(cellProblems.blank, { column: header }, cell) : null;
    return quarterInName(text) ?? fail(cellProblems.notAQuarter, { column: header }, cell);
  };
}

export function dateReader(context: SheetContext, { header, column }: ReadColumn): ReadCell {
  const fail = failer(context, header);
  // The same few days fill a whole column.
  const known = new Map<Cell, Day>();
  return (cell) => {
    if (isDate(cell)) return cell.date;
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const text = textOf(cell);
    if (isNothing(text)) return column.required ? fail(cellProblems.blank, { column: header }, cell) : null;
    const day = typeof cell === 'number' ? dayInNumber(cell, context.dayOfSerial) : dayInText(text);
    if (day !== null && known.size < 10_000) known.set(cell, day);
    return day ?? fail(cellProblems.notADate, { column: header }, cell);
  };
}

export function shareReader(context: SheetContext, { header }: ReadColumn, { blank }: ShareColumn): ReadCell {
  const fail = failer(context, header);
  // The same few shares fill a whole column.
  const known = new Map<Cell, Ratio>();
  return (cell) => {
    if (blank === 'none' && isNothing(textOf(cell))) return null;
    if (cell === null) return wholeAccount;
    const share = known.get(cell) ?? shareIn(cell);
    if (share === null) return fail(cellProblems.notAShare, { column: header }, cell);
    if (known.size < 1000) known.set(cell, share);
    return share;
  };
}

export function currencyReader(
  context: SheetContext,
  { header }: ReadColumn,
  isRequired: boolean,
  unknown: UnknownWords,
): ReadCell {
  const fail = failer(context, header);
  const { row, units } = context;
  const known = new Map<string, string>();
  return (cell) => {
    const text = textOf(cell);
    const seen = known.get(text);
    if (seen) {
      row.currency = seen;
      return seen;
    }
    if (isNothing(text)) {
      if (isRequired) return fail(cellProblems.blank, { column: header }, cell);
      row.currency = units.doubtful === null ? units.currency : null;
      if (units.doubtful !== null) {
        const args = { unit: units.doubtful.text, expected: units.currency ?? '' };
        return fail(unitProblems.currencyUnclear, args, cell);
      }
      return units.currency;
    }
    const code = currencyCode(text);
    row.currency = code;
    if (code === null) {
      row.failed = true;
      unknown.add(text, row.number, row.manager);
      return undefined;
    }
    known.set(text, code);
    return code;
  };
}

export function choiceReader(
  context: SheetContext,
  { name, header }: ReadColumn,
  column: ChoiceColumn,
  unknown: UnknownWords,
): ReadCell {
  const fail = failer(context, header);
  const { row } = context;
  const find = choiceFinder(column);
  const isIndicator = name === 'indicator';
  const read: ReadCell = (cell) => {
    const text = textOf(cell);
    const found = find(text);
    if (found !== null) return found;
    if (isNothing(text)) {
      return column.required ? fail(cellProblems.blank, { column: header }, cell) : column.default;
    }
    if (column.open && hasLostCharacter(text))
      return fail(cellProblems.lostCharacter, { column: header }, cell);
    if (column.open !== true) unknown.add(text, row.number, row.manager);
    if (column.open) return halfWidth(text);
    row.failed = true;
    return undefined;
  };
  if (!isIndicator) return read;
  return (cell) => {
    const indicator = read(cell);
    row.indicator = typeof indicator === 'string' ? indicator : null;
    return indicator;
  };
}
