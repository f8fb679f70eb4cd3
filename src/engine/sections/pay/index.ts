/**
 * Pay of a quarter, month by month: the base of each month whose quota is met, the commission on what exceeds it
 * (half-up to the cent, once a month), and what attendance costs or forfeits. Below 0 it is shown as it is.
 */
import { quarterOf } from '../../../model/calendar.ts';
import type { SectionEntry, SectionFigure } from '../../../model/section-result.ts';
import type { PaySpec } from '../../../model/sections/pay.ts';
import { verdicts } from '../../../model/sections/verdicts.ts';
import type { Text } from '../../../model/text.ts';
import type { Context } from '../../context.ts';
import { eachOnce, entryOf, type SectionEvaluator } from '../evaluator.ts';
import { figuresOf } from './figures.ts';
import { keptFindings, quotaFinding } from './findings.ts';
import { finesOf } from './fines.ts';
import { monthsIn, noAttendance, type OneMonth } from './months.ts';
import { spansOf } from './sales.ts';

export const pay: SectionEvaluator<PaySpec> = (spec, { contexts }) => ({
  subjects: 'managers',
  verdictTitle: { zh: '提成', en: 'Commission' },
  entries: contexts.map((context) => entryFor(spec, context)),
});

function entryFor(spec: PaySpec, context: Context): SectionEntry {
  const { branch, manager, measured } = context;
  const months = monthsIn(spec, context);
  const spans = spansOf(spec, context);
  const figures = figuresOf(spec, spans, months, context);
  const due = amountIn(figures, 'pay');
  const findings = [
    ...spans.map((span) => quotaFinding(spec, span, branch)),
    ...months.flatMap((month, index) => keptFindings(spec, month, index, branch)),
  ];
  const missing = [
    ...spans.flatMap((span) => span.missing ?? []),
    ...months.flatMap(({ seen }) => seen?.missing ?? [noAttendance]),
    ...finesOf(spec, context).flatMap((fine) => fine.missing ?? []),
  ];
  const outside = measured.portfolio.attendance.filter(
    ({ date }) => quarterOf(date) !== branch.period,
  ).length;
  return entryOf(manager, {
    outcome: due === null ? 'unknown' : 'met',
    verdict: due === null ? null : verdictOf(figures, months),
    figures,
    findings,
    lines: months.flatMap(({ seen }) => seen?.lines ?? []),
    missing: due === null ? eachOnce(missing) : [],
    notes: [
      ...(outside > 0 ? [notOfQuarter(outside)] : []),
      ...(due !== null && due < 0n ? [belowZero] : []),
    ],
  });
}

const amountIn = (figures: readonly SectionFigure[], id: string): bigint | null => {
  const quantity = figures.find((figure) => figure.id === id)?.fact.quantity;
  return quantity?.kind === 'amount' ? quantity.value : null;
};

function verdictOf(figures: readonly SectionFigure[], months: readonly OneMonth[]) {
  if (months.some(({ kept }) => kept === false)) return verdicts.pay.forfeited;
  return verdicts.pay[amountIn(figures, 'commission') === 0n ? 'none' : 'earned'];
}

const notOfQuarter = (rows: number): Text => ({
  zh: `${rows} 条考勤不在本季，未计`,
  en: `${rows} attendance row(s) of other quarters do not count`,
});

const belowZero: Text = {
  zh: '扣款超过应得，差额如何处理由人决定',
  en: 'deductions exceed what was earned: what to do about it is for a person',
};
