// How the average of a quarter and the average of the year follow from one another: by the days they cover.

import { daysIn, daysUntil, type Four, pick, QUARTERS, type Quarter } from './calendar.ts';
import type { Figure } from './model.ts';
import { type Cents, cents } from './money.ts';

export const at = (figure: Figure, quarter: Quarter): Cents =>
  cents(typeof figure === 'number' ? figure : pick(figure, quarter));

const before = (quarter: Quarter): readonly Quarter[] => QUARTERS.filter((earlier) => earlier < quarter);

/** The quarter's average, from the year's averages at its end and at the end of the quarter before. */
export function quarterFromYear(year: Figure, quarter: Quarter): Cents {
  const previous = before(quarter).at(-1);
  const total = at(year, quarter) * daysUntil(quarter);
  const earlier = previous === undefined ? 0 : at(year, previous) * daysUntil(previous);
  return Math.round((total - earlier) / daysIn(quarter));
}

/** The year's average so far, from the averages of its quarters. */
export function yearFromQuarter(quarters: Four<number> | number, quarter: Quarter): Cents {
  const covered = [...before(quarter), quarter];
  const total = covered.reduce((sum, each) => sum + at(quarters, each) * daysIn(each), 0);
  return Math.round(total / daysUntil(quarter));
}
