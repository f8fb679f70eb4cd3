/** Why a month has its base and its commission: the quota, the days absent, the days of leave. */

import { amountOf, countOf, type Fact } from '../../../model/fact.ts';
import type { Finding } from '../../../model/judgement.ts';
import { metIf } from '../../../model/outcome.ts';
import type { PaySpec } from '../../../model/sections/pay.ts';
import type { Text } from '../../../model/text.ts';
import type { Branch } from '../../context.ts';
import { findingOf } from '../../finding.ts';
import { attendanceOf, noAttendance, type OneMonth } from './months.ts';
import { ofSpan, type Span } from './sales.ts';

export function quotaFinding(spec: PaySpec, span: Span, { parameters }: Branch): Finding {
  const quota = parameters.fact(spec.quota);
  const line = parameters.amount(spec.quota).value * BigInt(span.months.length);
  const title = ofSpan(span, { zh: '业绩任务', en: 'quota' });
  const threshold: Fact =
    span.months.length === 1
      ? quota
      : { quantity: amountOf('CNY', line), origin: { kind: 'calculation', title, of: [quota] } };
  const { quantity } = span.sales;
  const short = quantity?.kind === 'amount' ? line - quantity.value : null;
  return findingOf(
    { rule: `quota-${span.id}`, title, article: spec.article },
    {
      outcome: short === null ? 'unknown' : metIf(short <= 0n),
      observed: span.sales,
      threshold,
      gap: short === null ? null : amountOf('CNY', short > 0n ? short : 0n),
      missing: span.missing === null ? [] : [span.missing],
    },
  );
}

/** Whether absence and leave leave the month's commission. */
export function keptFindings(
  spec: PaySpec,
  month: OneMonth,
  index: number,
  { parameters }: Branch,
): Finding[] {
  const { name, seen } = month;
  const { absence, 'personal-leave': leave } = spec.attendance;
  const days = (number: number | null, title: Text): Fact => ({
    quantity: number === null ? null : countOf('days', number),
    origin: attendanceOf([month], title),
  });
  const from = parameters.count(absence['forfeits-from']);
  const absentTitle = { zh: `${name} 旷工不足天数线`, en: `${name} days absent below the line` };
  const leaveTitle = { zh: `${name} 事假不超天数线`, en: `${name} days of leave within the line` };
  const absentOpen = seen === null || (seen.absent < from && seen.absentAtMost >= from);
  return [
    findingOf(
      { rule: `absence-${index + 1}`, title: absentTitle, article: spec.article },
      {
        outcome: absentOpen ? 'unknown' : metIf(seen.absent < from),
        observed: days(seen?.absent ?? null, absentTitle),
        threshold: parameters.fact(absence['forfeits-from']),
        missing: seen?.missing ?? [noAttendance],
      },
    ),
    findingOf(
      { rule: `leave-${index + 1}`, title: leaveTitle, article: spec.article },
      {
        outcome: seen === null ? 'unknown' : metIf(seen.leave <= parameters.count(leave['forfeits-above'])),
        observed: days(seen?.leave ?? null, leaveTitle),
        threshold: parameters.fact(leave['forfeits-above']),
        missing: [noAttendance],
      },
    ),
  ];
}
