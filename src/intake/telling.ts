/**
 * What the values of a column say it is, whatever its header: names of currencies, states of a person, shares of an
 * account. Figures alone say nothing.
 */
import type { FileColumn } from '../model/table.ts';
import { choiceFinder } from './cells/choices.ts';
import { currencyCode, currencyOfName } from './currency.ts';

/** A column that means something also where the file has none of it. */
export interface Defaulted {
  /** What every row is taken for. */
  readonly byDefault: string;
  /** What a text says, in the words of the column; null: nothing that belongs there. */
  readonly tells: (text: string) => string | null;
}

/** Null: the column may be left out without harm, or its values are like those of any other. */
export function defaultedBy(column: FileColumn): Defaulted | null {
  if (column.kind === 'currency' && !column.required)
    return { byDefault: column.default, tells: currencyNamed };
  if (column.kind === 'decimal' && column.default !== null)
    return { byDefault: column.default, tells: (text) => (/^10{0,4}$/.test(text) ? text : null) };
  if (column.kind !== 'choice' || column.default === null) return null;
  const find = choiceFinder(column);
  const wordOf = (id: string): string => column.choices.find((choice) => choice.id === id)?.text.zh ?? id;
  // Yes and no stand in columns of any kind.
  if (column.choices.some(({ id }) => id === 'yes')) return null;
  return {
    byDefault: wordOf(column.default),
    tells: (text) => {
      const id = /\p{Script=Han}/u.test(text) ? find(text) : null;
      return id === null ? null : wordOf(id);
    },
  };
}

/** `014` alone may be anything, `014-美元` is a currency. */
function currencyNamed(text: string): string | null {
  const parts = text.normalize('NFKC').split(/[-–—_/|()\s:.]+/);
  return parts.some((part) => !/^\d*$/.test(part) && currencyOfName(part) !== null)
    ? currencyCode(text)
    : null;
}

/** A percentage, or a fraction of one. */
const shareLike = /^(?:100|\d{1,2})(?:\.\d{1,4})?%$|^(?:0?\.\d{1,6}|[01](?:\.0+)?)$/;

/** A share in millionths; null: the text is none. */
export function shareOf(text: string): number | null {
  const words = text.normalize('NFKC').trim();
  if (!shareLike.test(words)) return null;
  return Math.round(words.endsWith('%') ? Number(words.slice(0, -1)) * 10_000 : Number(words) * 1_000_000);
}
export const wholeShare = 1_000_000;
