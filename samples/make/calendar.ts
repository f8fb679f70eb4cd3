// The calendar of the sample: the four quarters of 2026 and what is known about each.

export type Quarter = 1 | 2 | 3 | 4;

/** One value for each quarter of the year. */
export type Four<T> = readonly [T, T, T, T];

export const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

export function pick<T>(four: Four<T>, quarter: Quarter): T {
  const [first, second, third, fourth] = four;
  return quarter === 1 ? first : quarter === 2 ? second : quarter === 3 ? third : fourth;
}

export const period = (quarter: Quarter): string => `2026Q${quarter}`;

/** Days of each quarter, and days of the year gone by at its end: the weights of an average balance. */
export const daysIn = (quarter: Quarter): number => pick([90, 91, 92, 92], quarter);
export const daysUntil = (quarter: Quarter): number => pick([90, 181, 273, 365], quarter);

/** The day on which the branch drew its exports. A ledger holds what was entered until then. */
export const exportDay = (quarter: Quarter): string =>
  pick(['2026-04-02', '2026-07-03', '2026-10-09', '2027-01-05'], quarter);

export const lastDay = (quarter: Quarter): string =>
  pick(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'], quarter);
