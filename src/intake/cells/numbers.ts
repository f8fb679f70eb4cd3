/** Numbers as people and banking systems write them. What is not plainly a number is a fault, never a guess. */
import { type Exact, exactOf, exactOfNumber, hundredthsOf, hundredthsOfNumber } from '../exact.ts';
import { type Cell, isDate } from '../files/sheet.ts';
import { halfWidth, isNothing } from '../words.ts';

export type NumberFault =
  | 'not-a-number'
  | 'scientific'
  | 'unit-in-cell'
  | 'percent'
  | 'date'
  | 'separators'
  | 'debit-or-credit'
  | 'too-large';

/** No bank has as much of anything, in any currency or unit. */
const tooLarge: Exact = 10n ** 30n * (exactOf('1') ?? 0n);

/** The number in a cell as hundredths, where it is plainly written and has no more than two places; NaN for any other. */
export function hundredthsIn(cell: Cell): number {
  if (typeof cell === 'string') return hundredthsOf(cell);
  return typeof cell === 'number' ? hundredthsOfNumber(cell) : Number.NaN;
}

/** The number in a cell; null where the cell says that there is none. */
export function numberIn(cell: Cell): Exact | null | NumberFault {
  const number = anyNumberIn(cell);
  return typeof number === 'bigint' && (number >= tooLarge || number <= -tooLarge) ? 'too-large' : number;
}

function anyNumberIn(cell: Cell): Exact | null | NumberFault {
  if (cell === null) return null;
  if (typeof cell === 'number') return exactOfNumber(cell) ?? 'not-a-number';
  if (typeof cell === 'string') return isNothing(cell) ? null : (exactOf(cell) ?? numberInText(cell));
  return isDate(cell) ? 'date' : 'not-a-number';
}

/** What stands before the sign of a text in percent: `60` of `60%`. */
export const percentIn = (cell: Cell): string | undefined =>
  typeof cell === 'string' ? /^(.*\d.*)%$/.exec(halfWidth(cell))?.[1] : undefined;

/** The currency symbol a text carries: `¥` (of either width) or `$`. */
export const symbolIn = (cell: Cell): '¥' | '$' | null => {
  if (typeof cell !== 'string') return null;
  if (/[¥￥]/.test(cell)) return '¥';
  return /[$＄]/.test(cell) ? '$' : null;
};

const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

function numberInText(text: string): Exact | null | NumberFault {
  const words = halfWidth(text).replace(/\s+/g, '').replace(/[−–—]/g, '-');
  if (isNothing(words)) return null;
  const match = /^(\()?'?([-+]?)[¥$]?([-+]?)(.*?)(-?)(\))?$/.exec(words);
  const [, open, before = '', after = '', digits = '', behind = '', close] = match ?? [];
  // One sign at most: a minus before or after the currency symbol or behind the digits, or brackets around.
  const signs = before + after + behind;
  if (
    signs.length > 1 ||
    (open === undefined) !== (close === undefined) ||
    (open !== undefined && signs !== '')
  ) {
    return 'not-a-number';
  }
  const plain = grouped.test(digits) ? digits.replaceAll(',', '') : digits;
  const value = /^[-+]/.test(plain) ? null : exactOf(plain);
  if (value !== null) return signs === '-' || open !== undefined ? -value : value;
  return faultOf(digits);
}

function faultOf(digits: string): NumberFault {
  if (/^(?:[借贷][\d.,]+|[\d.,]+(?:[借贷]方?|[CD]R))$/i.test(digits)) return 'debit-or-credit';
  if (/^[-+\d.,]+%$/.test(digits)) return 'percent';
  if (/^\d+(?:\.\d+)?e[-+]?\d+$/i.test(digits)) return 'scientific';
  if (/^[-+\d.,]+(?:[十百千万亿]*[美港欧日]?元?|[百千万亿]+)$/.test(digits) && /[元万亿]/.test(digits))
    return 'unit-in-cell';
  if (/^[-+\d.]*,[\d.,]*$/.test(digits)) return 'separators';
  return 'not-a-number';
}
