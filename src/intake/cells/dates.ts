/** Dates as texts and numbers: 2026-09-30, 2026/9/30, 2026.9.30, 20260930, 2026年9月30日, Excel serials. */
import { type Day, isDay, isTimeOfDay } from '../../model/calendar.ts';
import { halfWidth } from '../words.ts';

const spellings = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
] as const;
/** Exports often write midnight after the day. */
const timeBehind = /[T\s]+([\d:.]+)$/;

const withoutTime = (text: string): string =>
  text.replace(timeBehind, (whole, time: string) => (isTimeOfDay(time) ? '' : whole));

/** Null: the text is no day of the calendar. */
export function dayInText(text: string): Day | null {
  const words = withoutTime(halfWidth(text)).replace(/\s+/g, '');
  for (const spelling of spellings) {
    const match = spelling.exec(words);
    if (match === null) continue;
    const [, year = '', , month = '', day = ''] = match;
    const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(found) ? found : null;
  }
  return null;
}

/** A bare number is a day written 20260930, or a serial number of the workbook. */
export function dayInNumber(
  number: number,
  dayOfSerial: ((serial: number) => Day | null) | null,
): Day | null {
  if (Number.isInteger(number) && number >= 1_900_01_01 && number <= 2_200_12_31)
    return dayInText(String(number));
  const day = dayOfSerial?.(number) ?? null;
  return day !== null && day >= '1930-01-01' && day <= '2200-12-31' ? day : null;
}
