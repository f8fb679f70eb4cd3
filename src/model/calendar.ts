/**
 * Days and quarters. A day is an ISO text (`2026-09-30`), so that days compare as texts; a quarter is `2026Q3`.
 * Nothing here asks for today's date or a time zone.
 */
/** `2026-09-30` */
export type Day = string;
/** `2026Q3` */
export type Quarter = string;
/** Q1–Q3 are interim (annual conditions read "as things stand"); Q4 is annual and decides appointments. */
export type Stage = 'interim' | 'annual';

/** A quarter of this century or the last. */
export const quarterForm = /^(?:19|20)\d{2}Q[1-4]$/;
export const isQuarter = (text: string): text is Quarter => quarterForm.test(text);
/** What every day looks like; whether the calendar has it, `isDay` tells. */
export const dayForm = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** True for a day that the calendar has; years before 1000 are what systems write where they know none. */
export const isDay = (text: string): text is Day =>
  dayForm.test(text) && Number(text.slice(8)) <= daysInMonth(text);

/** True for a time of day: `9:30`, `23:59:59`, `00:00:00.000`. */
export const isTimeOfDay = (text: string): boolean =>
  /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/.test(text);

export const yearOf = (when: Quarter | Day): number => Number(when.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const numberOf = (quarter: Quarter): number => Number(quarter[5]);
export const stageOf = (quarter: Quarter): Stage => (numberOf(quarter) === 4 ? 'annual' : 'interim');

/** The quarter `steps` later (or earlier, when negative). */
export function shiftQuarter(quarter: Quarter, steps: number): Quarter {
  const index = yearOf(quarter) * 4 + numberOf(quarter) - 1 + steps;
  return `${Math.floor(index / 4)}Q${(index % 4) + 1}`;
}

/** The quarters of the same year before this one, in order. */
export const earlierThisYear = (quarter: Quarter): Quarter[] =>
  Array.from({ length: numberOf(quarter) - 1 }, (_, index) => `${quarter.slice(0, 5)}${index + 1}`);

const two = (number: number): string => String(number).padStart(2, '0');
const firstMonth = (quarter: Quarter): number => numberOf(quarter) * 3 - 2;

/** The three months of a quarter, each by its first day. */
export const monthsOf = (quarter: Quarter): Day[] =>
  [0, 1, 2].map((index) => `${quarter.slice(0, 4)}-${two(firstMonth(quarter) + index)}-01`);

export const firstDay = (quarter: Quarter): Day => `${quarter.slice(0, 4)}-${two(firstMonth(quarter))}-01`;
export const lastDay = (quarter: Quarter): Day => addDays(firstDay(shiftQuarter(quarter, 1)), -1);
export const quarterOf = (day: Day): Quarter => `${day.slice(0, 4)}Q${Math.ceil(monthOf(day) / 3)}`;

const millisecondsADay = 86_400_000;
const timeOfDay = 'T00:00:00.000Z';

/** Days are counted in UTC, where all of them are of one length; dates in the inputs are counted by the million. */
const instantOf = (day: Day): number => Date.parse(day);

export const addDays = (day: Day, days: number): Day =>
  new Date(instantOf(day) + days * millisecondsADay).toISOString().slice(0, -timeOfDay.length);

/** Calendar months later; 31 August plus six months is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const first = `${Math.floor(index / 12)}-${two((index % 12) + 1)}-01`;
  return `${first.slice(0, -2)}${two(Math.min(Number(day.slice(8)), daysInMonth(first)))}`;
}

/** The days of a day's month, in order. */
export const daysOfMonth = (day: Day): Day[] =>
  Array.from({ length: daysInMonth(day) }, (_, index) => `${day.slice(0, 8)}${two(index + 1)}`);

export const lastOfMonth = (day: Day): Day => `${day.slice(0, 8)}${two(daysInMonth(day))}`;

/** The half of its year that a quarter lies in, from the first day to the last. */
export const halfYearOf = (quarter: Quarter): { readonly first: Day; readonly last: Day } => {
  const first = numberOf(quarter) < 3 ? 1 : 3;
  const year = quarter.slice(0, 5);
  return { first: firstDay(`${year}${first}`), last: lastDay(`${year}${first + 1}`) };
};

const aMonday = '2001-01-01';

/** The calendar weeks, Monday to Sunday, so many together, that end in a quarter; pairs are counted from 1 January 2001 on. */
export function weeksEndingIn(
  quarter: Quarter,
  together: number,
): { readonly first: Day; readonly last: Day }[] {
  const days = 7 * together;
  const index = Math.floor(daysBetween(aMonday, firstDay(quarter)) / days);
  const end = lastDay(quarter);
  return Array.from({ length: Math.ceil(93 / days) }, (_, step) => {
    const first = addDays(aMonday, (index + step) * days);
    return { first, last: addDays(first, days - 1) };
  }).filter(({ last }) => last <= end);
}

/** Days off besides the weekends, and weekend days that are worked in exchange. */
interface DaysOff {
  readonly holidays: readonly Day[];
  readonly workingDays: readonly Day[];
}

const weekend: readonly number[] = [0, 6];
const isOnWeekend = (day: Day): boolean => weekend.includes(new Date(instantOf(day)).getUTCDay());

/** Monday to Friday less the holidays, and the weekend days that are worked; from the first day to the last, both included. */
export function workingDaysIn(first: Day, last: Day, { holidays, workingDays }: DaysOff): Day[] {
  const [off, worked] = [new Set(holidays), new Set(workingDays)];
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) =>
    addDays(first, index),
  ).filter((day) => worked.has(day) || (!off.has(day) && !isOnWeekend(day)));
}

/** The day before the first of the next month is a month's last. */
export const daysInMonth = (day: Day): number =>
  new Date(Date.UTC(yearOf(day), monthOf(day), 0)).getUTCDate();

/** Days from the first day to the second, the second not included. */
export const daysBetween = (from: Day, to: Day): number =>
  (instantOf(to) - instantOf(from)) / millisecondsADay;

/** Whole years completed on `to`: an anniversary counts from its own day on; below 0 where `to` is before `from`. */
export function yearsBetween(from: Day, to: Day): number {
  if (to < from) return 0 - yearsBetween(to, from);
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
