/** What a number of a workbook means by the way it is shown: a date, a percentage, an id with leading zeros. */
import { addDays, type Day } from '../../model/calendar.ts';
import { exactOfNumber, plainDigits, powerOfTen, textOfExact } from '../exact.ts';
import type { Cell } from './sheet.ts';

/** How a number format shows its numbers. */
export type Shown = 'number' | 'date' | 'percent' | { readonly padTo: number };

/** Works out from a format's code how a number is shown. */
export function shownBy(format: string): Shown {
  const bare = format.replace(/"[^"]*"|\\./g, '');
  if (/^0{2,}$/.test(bare)) return { padTo: bare.length };
  if (hasDateLetters(bare) && !isDuration(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}

/** `[h]:mm` shows how long something took. */
const isDuration = (bare: string): boolean => /\[(?:h+|m+|s+)\]/i.test(bare);

/** Letters of a day or an hour, beside colours, conditions, `General`, exponents and what only fills up space. */
const hasDateLetters = (bare: string): boolean =>
  /[ymdhse]/i.test(
    bare
      .replace(/[_*]./g, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/general|[0#?.,]E[-+]/gi, ''),
  );

/** The built-in formats that are dates in Chinese Excel, from first to last. */
export const chineseDates = [
  [27, 36],
  [50, 58],
] as const;
/** 46 is a duration. */
const dates = [[14, 22], [45, 45], [47, 47], ...chineseDates] as const;

/** By the number of a built-in format, whose code no file states. */
export function shownByBuiltIn(id: number): Shown {
  if (id === 9 || id === 10) return 'percent';
  return dates.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number';
}

export type DayOfSerial = (serial: number) => Day | null;

export function numberShown(value: number, shown: Shown, dayOfSerial: DayOfSerial): Cell {
  if (shown === 'number') return value;
  if (shown === 'date') {
    const date = dayOfSerial(value);
    return date === null ? value : { date };
  }
  if (shown === 'percent') return percentText(value);
  // A format of zeros only is how Excel keeps the leading zeros of a number: 0012 is what people see.
  return Number.isInteger(value) && value >= 0 ? plainDigits(value).padStart(shown.padTo, '0') : value;
}

function percentText(value: number): string {
  const exact = exactOfNumber(value);
  return exact === null ? String(value) : `${textOfExact(exact * powerOfTen(2))}%`;
}

const lastSerial = 2_958_465;

/** Excel's first system: 1 is 1 January 1900; it counts a 29 February 1900 that never was (60). */
export const dayOf1900: DayOfSerial = (serial) => {
  const days = Math.floor(serial);
  if (!(days >= 1 && days <= lastSerial) || days === 60) return null;
  return addDays('1899-12-30', days < 60 ? days + 1 : days);
};

/** Excel's second system, of old Macintosh workbooks: 0 is 1 January 1904. */
export const dayOf1904: DayOfSerial = (serial) => {
  const days = Math.floor(serial);
  return days >= 0 && days <= lastSerial - 1462 ? addDays('1904-01-01', days) : null;
};
