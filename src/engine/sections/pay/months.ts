/** The months of the quarter: what attendance says of each, and whether it leaves the month's commission. */

import { type Day, monthsOf } from '../../../model/calendar.ts';
import { type Fact, theseRows } from '../../../model/fact.ts';
import type { Missing } from '../../../model/judgement.ts';
import type { PaySpec } from '../../../model/sections/pay.ts';
import { tables } from '../../../model/tables/index.ts';
import type { Text } from '../../../model/text.ts';
import type { Branch, Context } from '../../context.ts';
import { type Month, monthOf } from './attendance.ts';

export interface OneMonth {
  /** `2026-10`. */
  readonly name: string;
  /** Null: nobody knows who was there. */
  readonly seen: Month | null;
  /** Whether its commission is kept; null: cannot be told. */
  readonly kept: boolean | null;
}

export function monthsIn(spec: PaySpec, { branch, measured }: Context): OneMonth[] {
  const { parameters, package: pkg, period } = branch;
  const known =
    pkg.readings.some(({ table }) => table === 'attendance') || pkg.settings.absent.includes('attendance');
  const { short, away, 'sick-leave': sick } = spec.attendance;
  const lines = {
    shortWithin: parameters.count(short['at-most']),
    awayAbove: parameters.count(away['more-than']),
    sickIsAbsence: parameters.choice(sick) === 'absence',
  };
  const monthName = (day: Day): string => day.slice(0, 7);
  return monthsOf(period).map((first) => {
    const name = monthName(first);
    const rows = measured.portfolio.attendance.filter(({ date }) => monthName(date) === name);
    const seen = known ? monthOf(rows, lines, branch) : null;
    return { name, seen, kept: seen && isKept(spec, seen, branch) };
  });
}

function isKept({ attendance }: PaySpec, month: Month, { parameters }: Branch): boolean | null {
  const from = parameters.count(attendance.absence['forfeits-at-least']);
  const above = parameters.count(attendance['personal-leave']['forfeits-more-than']);
  if (month.absent >= from || month.leave > above) return false;
  return month.absentAtMost < from ? true : null;
}

/** The attendance rows behind a figure. */
export const attendanceOf = (months: readonly OneMonth[], title: Text): Fact['origin'] => ({
  kind: 'rows',
  title,
  rows: theseRows({
    table: 'attendance',
    rows: months.flatMap(({ seen }) => (seen?.lines ?? []).flatMap(({ origin }) => origin ?? [])),
  }),
});

export const noAttendance: Missing = {
  key: 'table:attendance',
  text: {
    zh: `没有“${tables.attendance.title.zh}”表；确无考勤记录的，在 package.yaml 的 absent 中写明`,
    en: `there is no table ${tables.attendance.title.en}; a branch that has none says so in package.yaml (absent)`,
  },
};
