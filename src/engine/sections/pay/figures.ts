/** The figures of a quarter's pay: of each month, how often and how long somebody was not there, and the sums. */
import { countOf } from '../../../model/fact.ts';
import { plain } from '../../../model/money.ts';
import { decimalText } from '../../../model/ratio.ts';
import type { Arithmetic, SectionFigure } from '../../../model/section-result.ts';
import type { PaySpec } from '../../../model/sections/pay.ts';
import { computed, yuan } from '../../arithmetic.ts';
import type { Branch } from '../../context.ts';
import { figureOf } from '../scene.ts';
import type { Month } from './attendance.ts';
import { attendanceOf, type OneMonth } from './months.ts';
import { ofSpan, type Span } from './sales.ts';

const titles = {
  short: { zh: '迟到早退（次）', en: 'Late or early, times' },
  absent: { zh: '旷工（天）', en: 'Days absent' },
  leave: { zh: '事假（天）', en: 'Days of personal leave' },
  away: { zh: '脱岗（次）', en: 'Away, times' },
  base: { zh: '底薪（元）', en: 'Base (yuan)' },
  commission: { zh: '提成（元）', en: 'Commission (yuan)' },
  deductions: { zh: '考勤扣款（元）', en: 'Deductions (yuan)' },
  pay: { zh: '应发（元）', en: 'Pay (yuan)' },
} as const;

export function figuresOf(
  spec: PaySpec,
  spans: readonly Span[],
  months: readonly OneMonth[],
  branch: Branch,
): SectionFigure[] {
  const bySpan = spans.flatMap((span) => spanFigures(spec, span, months, branch));
  const counts = countsOf(months);
  const { short, absence, 'personal-leave': leave, away } = spec.attendance;
  const costs = [
    ['short', short.each],
    ['absent', absence.each],
    ['leave', leave.each],
    ['away', away.each],
  ] as const;
  const before = [...bySpan, ...counts];
  const total = (id: 'base' | 'commission', of: readonly Span[]) =>
    computed(before, id, titles[id], yuan, { sum: of.map((span) => ({ figure: `${id}-${span.id}` })) });
  const sums = [
    total('base', spans),
    total('commission', spans),
    computed(before, 'deductions', titles.deductions, yuan, {
      sum: costs.map(([figure, each]) => ({ product: [{ figure }, yuanIn(each, branch)] })),
    }),
  ];
  const due = computed(sums, 'pay', titles.pay, yuan, {
    difference: [{ sum: [{ figure: 'base' }, { figure: 'commission' }] }, { figure: 'deductions' }],
  });
  return [...before, ...sums, due];
}

/** A parameter's amount, so many times. */
const yuanIn = (parameter: string, { parameters }: Branch, times = 1): Arithmetic => ({
  number: plain(parameters.amount(parameter).value * BigInt(times)),
});

/** Sales, base, months whose commission is kept, and commission of a month, or of the quarter as three months at once. */
function spanFigures(
  spec: PaySpec,
  span: Span,
  months: readonly OneMonth[],
  branch: Branch,
): SectionFigure[] {
  const of = months.filter(({ name }) => span.months.includes(name));
  const ofMonths = (parameter: string): Arithmetic => yuanIn(parameter, branch, of.length);
  const kept = of.some((month) => month.kept === null) ? null : of.filter((month) => month.kept).length;
  const keptTitle = ofSpan(span, { zh: '提成照发（月）', en: 'months with commission' });
  const [salesId, baseId, keptId] = [`sales-${span.id}`, `base-${span.id}`, `kept-${span.id}`];
  const read = [
    figureOf(salesId, ofSpan(span, { zh: '业绩（元）', en: 'sales (yuan)' }), span.sales),
    figureOf(keptId, keptTitle, {
      quantity: kept === null ? null : countOf('months', kept),
      origin: attendanceOf(of, keptTitle),
    }),
  ];
  const over: Arithmetic = { difference: [{ figure: salesId }, ofMonths(spec.quota)] };
  const rate: Arithmetic = { number: decimalText(branch.parameters.ratio(spec.rate)) };
  return [
    ...read,
    computed(read, baseId, ofSpan(span, titles.base), yuan, {
      when: { figure: salesId },
      atLeast: ofMonths(spec.quota),
      met: ofMonths(spec.base),
      otherwise: { number: '0' },
    }),
    computed(read, `commission-${span.id}`, ofSpan(span, titles.commission), yuan, {
      cents: {
        product: [
          rate,
          { largest: [{ number: '0' }, over] },
          { quotient: [{ figure: keptId }, { number: String(of.length) }] },
        ],
      },
    }),
  ];
}

function countsOf(months: readonly OneMonth[]): SectionFigure[] {
  // While a row's minutes are open, so is how often and how long.
  const absentIn = (month: Month) => (month.absent === month.absentAtMost ? month.absent : null);
  const count = (
    id: 'short' | 'absent' | 'leave' | 'away',
    unit: 'events' | 'days',
    ofMonth: (month: Month) => number | null,
  ): SectionFigure => {
    const each = months.map(({ seen }) => seen && ofMonth(seen));
    const known = each.flatMap((number) => number ?? []);
    return figureOf(id, titles[id], {
      quantity:
        known.length < each.length
          ? null
          : countOf(
              unit,
              known.reduce((sum, number) => sum + number, 0),
            ),
      origin: attendanceOf(months, titles[id]),
    });
  };
  return [
    count('short', 'events', ({ short }) => short),
    count('absent', 'days', absentIn),
    count('leave', 'days', ({ leave }) => leave),
    count('away', 'events', ({ away }) => away),
  ];
}
