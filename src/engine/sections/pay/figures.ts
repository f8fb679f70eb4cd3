/** The figures of a quarter's pay: of each month, how often and how long somebody was not there, and the sums. */
import { type Calculation, countOf } from '../../../model/fact.ts';
import type { SectionFigure } from '../../../model/section-result.ts';
import { paid } from '../../../model/sections/paid.ts';
import type { PaySpec } from '../../../model/sections/pay.ts';
import { computed, figureIn, yuan } from '../../arithmetic.ts';
import type { Branch, Context } from '../../context.ts';
import { figureOf } from '../evaluator.ts';
import type { Month } from './attendance.ts';
import { finesOf } from './fines.ts';
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
  fines: { zh: '罚款（元）', en: 'Fines (yuan)' },
  pay: paid.pay.title,
} as const;

export function figuresOf(
  spec: PaySpec,
  spans: readonly Span[],
  months: readonly OneMonth[],
  context: Context,
): SectionFigure[] {
  const { branch } = context;
  const fines = finesOf(spec, context);
  const bySpan = spans.flatMap((span) => spanFigures(spec, span, months, branch));
  const counts = countsOf(months);
  const { short, absence, 'personal-leave': leave, away } = spec.attendance;
  const costs = [
    ['short', short.each],
    ['absent', absence.each],
    ['leave', leave.each],
    ['away', away.each],
  ] as const;
  const read = [...bySpan, ...counts, ...fines.map(({ figure }) => figure)];
  const total = (id: 'base' | 'commission', of: readonly Span[]) =>
    computed(id, titles[id], yuan, { sum: of.map((span) => figureIn(read, `${id}-${span.id}`)) });
  const sums = [
    ...(fines.length === 0
      ? []
      : [computed('fines', titles.fines, yuan, { sum: fines.map(({ paid }) => paid) })]),
    total('base', spans),
    total('commission', spans),
    computed('deductions', titles.deductions, yuan, {
      sum: costs.map(([id, each]) => ({ product: [figureIn(read, id), yuanIn(each, branch)] })),
    }),
  ];
  const due = computed('pay', titles.pay, yuan, {
    difference: [
      { sum: [figureIn(sums, 'base'), figureIn(sums, 'commission')] },
      fines.length === 0
        ? figureIn(sums, 'deductions')
        : { sum: [figureIn(sums, 'deductions'), figureIn(sums, 'fines')] },
    ],
  });
  return [...read, ...sums, due];
}

/** A parameter's amount, so many times. */
const yuanIn = (parameter: string, { parameters }: Branch, times = 1): Calculation => {
  const fact = { fact: parameters.fact(parameter) };
  return times === 1 ? fact : { product: [fact, { number: String(times) }] };
};

/** Sales, base, months whose commission is kept, and commission of a month, or of the quarter as three months at once. */
function spanFigures(
  spec: PaySpec,
  span: Span,
  months: readonly OneMonth[],
  branch: Branch,
): SectionFigure[] {
  const of = months.filter(({ name }) => span.months.includes(name));
  const ofMonths = (parameter: string): Calculation => yuanIn(parameter, branch, of.length);
  const kept = of.some((month) => month.kept === null) ? null : of.filter((month) => month.kept).length;
  const keptTitle = ofSpan(span, { zh: '提成照发（月）', en: 'months with commission' });
  const read = [
    figureOf(`sales-${span.id}`, ofSpan(span, { zh: '业绩（元）', en: 'sales (yuan)' }), span.sales),
    figureOf(`kept-${span.id}`, keptTitle, {
      quantity: kept === null ? null : countOf('months', kept),
      origin: attendanceOf(of, keptTitle),
    }),
  ];
  const [sales, keptMonths] = [figureIn(read, `sales-${span.id}`), figureIn(read, `kept-${span.id}`)];
  const over: Calculation = { difference: [sales, ofMonths(spec.quota)] };
  return [
    ...read,
    computed(`base-${span.id}`, ofSpan(span, titles.base), yuan, {
      when: sales,
      atLeast: ofMonths(spec.quota),
      met: ofMonths(spec.base),
      otherwise: { number: '0' },
    }),
    computed(`commission-${span.id}`, ofSpan(span, titles.commission), yuan, {
      cents: {
        product: [
          { fact: branch.parameters.fact(spec.rate) },
          { largest: [{ number: '0' }, over] },
          { quotient: [keptMonths, { number: String(of.length) }] },
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
