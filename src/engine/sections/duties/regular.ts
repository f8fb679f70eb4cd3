/** Duties that come round: every working day, every month or half-year, so often in a year. */
import {
  addDays,
  type Day,
  earlierThisYear,
  firstDay,
  halfYearOf,
  lastOfMonth,
  monthsOf,
  workingDaysIn,
  yearOf,
} from '../../../model/calendar.ts';
import type { DutyOf, DutySpec } from '../../../model/sections/duties.ts';
import type { Text } from '../../../model/text.ts';
import type { Branch } from '../../context.ts';
import { type Doer, daysOf, type Judge, lineOf, notCovered, recordsOf, type Span } from './duty.ts';

const later = (day: Day, other: Day | null): Day => (other !== null && other > day ? other : day);

/** Each working day of the quarter; what is written on a day off is welcome, and stands for no other day. */
export const everyWorkingDay: Judge<DutyOf<'working-day'>> = (spec, doer) => {
  const { period, lastDay, package: pkg } = doer.branch;
  const first = later(firstDay(period), doer.since);
  const owed = doer.workingDays.filter((day) => first <= day);
  const looked = recordsOf(spec, doer.records, { first, last: lastDay });
  const written = new Set(looked.map(({ date }) => date));
  const open = owed.filter((day) => !written.has(day));
  const isStated = pkg.settings.holidays.some((day) => firstDay(period) <= day && day <= lastDay);
  return {
    required: owed.length,
    done: owed.length - open.length,
    lines: open.map((day) => lineOf(spec, { zh: `${day} 缺`, en: `${day} missing` }, 'unmet')),
    looked,
    notes: isStated || owed.length === 0 ? [] : [noHolidays],
  };
};

const noHolidays: Text = {
  zh: 'package.yaml 没有列出本期的节假日，只按周六、周日休息计算',
  en: 'package.yaml states no holidays of this quarter: only weekends were taken as days off',
};

/** Months of the quarter, and the half-year that ends with it: in between, a half-year is not yet due. */
export const everyStretch: Judge<DutyOf<'month' | 'half-year'>> = (spec, doer) => {
  const { parameters } = doer.branch;
  const times = parameters.count(spec.times);
  const records = countsTheUnit(spec, doer.branch) ? doer.unitRecords : doer.records;
  const spans = owedOf(spec.every === 'month' ? months(doer) : halfYears(doer), doer);
  const each = spans.map((span) => {
    const looked = recordsOf(spec, records, span);
    const short = Math.max(0, times - daysOf(looked));
    return { span, looked, short, missing: short > 0 ? notCovered(span, doer) : [] };
  });
  return {
    required: spans.length * times,
    // What is done beyond one month's duty stands for no other month.
    done: each.reduce((sum, { short }) => sum + times - short, 0),
    lines: each.flatMap(({ span, short, missing }) =>
      short === 0 ? [] : [lineOf(spec, shortBy(span.name, short), missing.length > 0 ? 'unknown' : 'unmet')],
    ),
    looked: each.flatMap(({ looked }) => looked),
    missing: each.flatMap(({ missing }) => missing),
  };
};

/** Whether what anybody of the unit recorded counts for everybody there. */
export const countsTheUnit = (spec: DutySpec, { parameters }: Branch): boolean =>
  'by' in spec && spec.by !== undefined && parameters.choice(spec.by) === 'unit';

export const shortBy = ({ zh, en }: Text, short: number): Text => ({
  zh: `${zh} 缺 ${short} 次`,
  en: `${en}: ${short} missing`,
});

export const months = ({ branch }: Doer): Span[] =>
  monthsOf(branch.period).map((first) => ({
    first,
    last: lastOfMonth(first),
    name: { zh: first.slice(0, 7), en: first.slice(0, 7) },
  }));

function halfYears({ branch: { period, lastDay } }: Doer): Span[] {
  const half = halfYearOf(period);
  const isFirst = half.first.endsWith('-01-01');
  const name = {
    zh: `${yearOf(period)}年${isFirst ? '上' : '下'}半年`,
    en: `${isFirst ? 'first' : 'second'} half of ${yearOf(period)}`,
  };
  return half.last === lastDay ? [{ ...half, name }] : [];
}

/** Those that are owed: one that began before there were duties only where the policy says so. */
export const owedOf = (spans: readonly Span[], { since, owesBegun, branch }: Doer): Span[] =>
  spans.filter(({ first, last }) => {
    if (since === null || since <= first) return true;
    const before = workingDaysIn(first, addDays(since, -1), branch.package.settings);
    return before.length === 0 || (owesBegun && since <= last);
  });

/** So often in a year: pro rata of the quarters gone by, all of it at the year's end. */
export const everyYear: Judge<DutyOf<'year'>> = (spec, doer) => {
  const { parameters, period, lastDay } = doer.branch;
  const times = parameters.count(spec.times);
  const quarters = earlierThisYear(period).length + 1;
  const added = parameters.choice(spec['so-far']) === 'up' ? 3 : 0;
  const required = Math.floor((times * quarters + added) / 4);
  const span: Span = {
    first: `${yearOf(period)}-01-01`,
    last: lastDay,
    name: { zh: `${yearOf(period)}年至本期末`, en: `${yearOf(period)} up to now` },
  };
  const looked = recordsOf(spec, doer.records, span);
  const done = parameters.choice(spec['one-day']) === 'once' ? daysOf(looked) : looked.length;
  const missing = done < required ? notCovered(span, doer) : [];
  return {
    required,
    done,
    lines:
      done < required
        ? [lineOf(spec, shortBy(span.name, required - done), missing.length > 0 ? 'unknown' : 'unmet')]
        : [],
    looked,
    missing,
    requiredBy: {
      whole: {
        quotient: [
          {
            sum: [
              { product: [{ fact: parameters.fact(spec.times) }, { number: String(quarters) }] },
              { number: String(added) },
            ],
          },
          { number: '4' },
        ],
      },
    },
  };
};
