/** Duties that come round: every working day, every week, month or the like, so often in a year; or once for all. */
import {
  addDays,
  type Day,
  earlierThisYear,
  firstDay,
  halfYearOf,
  lastOfMonth,
  monthsOf,
  quarterOf,
  weeksEndingIn,
  workingDaysIn,
  yearOf,
} from '../../../model/calendar.ts';
import type { DutyOf, DutySpec } from '../../../model/sections/duties.ts';
import { same, type Text } from '../../../model/text.ts';
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

type Stretch = 'week' | 'fortnight' | 'month' | 'quarter' | 'half-year';

/** The stretches that end in the quarter: one that does not is not yet due. */
export const everyStretch: Judge<DutyOf<Stretch>> = (spec, doer) => {
  const { parameters } = doer.branch;
  const times = parameters.count(spec.times);
  const records = countsTheUnit(spec, doer.branch) ? doer.unitRecords : doer.records;
  const spans = owedOf(stretches[spec.every](doer), doer);
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

const quarters = ({ branch: { period, lastDay } }: Doer): Span[] => [
  { first: firstDay(period), last: lastDay, name: same(period) },
];

/** Calendar weeks, so many together, that have a working day. */
const weeks =
  (together: number) =>
  ({ branch: { period, package: pkg } }: Doer): Span[] =>
    weeksEndingIn(period, together)
      .filter(({ first, last }) => workingDaysIn(first, last, pkg.settings).length > 0)
      .map((span) => ({
        ...span,
        name: { zh: `${span.first} 至 ${span.last}`, en: `${span.first} to ${span.last}` },
      }));

const stretches: Readonly<Record<Stretch, (doer: Doer) => Span[]>> = {
  week: weeks(1),
  fortnight: weeks(2),
  month: months,
  quarter: quarters,
  'half-year': halfYears,
};

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
  const span: Span = {
    first: `${yearOf(period)}-01-01`,
    last: lastDay,
    name: { zh: `${yearOf(period)}年至本期末`, en: `${yearOf(period)} up to now` },
  };
  const isOwed = owedOf([span], doer).length > 0;
  const required = isOwed ? Math.floor((times * quarters + added) / 4) : 0;
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
    ...(isOwed && {
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
    }),
  };
};

/** Once, on any day so far; what happened before the ledger begins it does not tell. */
export const onceForAll: Judge<DutyOf<'once'>> = (spec, { branch, records, since, ledgerFrom }) => {
  const looked = recordsOf(spec, records);
  const isOwed = since === null || since <= branch.lastDay;
  const isDone = looked.length > 0;
  const isOpen = ledgerFrom !== null && (since === null || quarterOf(since) < ledgerFrom);
  return {
    required: isOwed ? 1 : 0,
    done: isOwed && isDone ? 1 : 0,
    lines:
      !isOwed || isDone
        ? []
        : [lineOf(spec, { zh: '没有记录', en: 'not on record' }, isOpen ? 'unknown' : 'unmet')],
    looked,
    missing:
      isOpen && !isDone
        ? [
            {
              key: 'activities:earlier',
              text: {
                zh: `履职记录自 ${ledgerFrom} 起，更早的不在其中`,
                en: `the activities begin with ${ledgerFrom}; what was before is not there`,
              },
            },
          ]
        : [],
  };
};
