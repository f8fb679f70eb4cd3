/** Why a month has its base and its commission: the quota, the days absent, the days of leave. */

import { countOf, type Fact } from '../../../model/fact.ts';
import type { Finding } from '../../../model/judgement.ts';
import type { PaySpec } from '../../../model/sections/pay.ts';
import type { Text } from '../../../model/text.ts';
import { calculated, yuan } from '../../arithmetic.ts';
import type { Branch } from '../../context.ts';
import { comparedBy, findingOf } from '../../finding.ts';
import { attendanceOf, noAttendance, type OneMonth } from './months.ts';
import { ofSpan, type Span } from './sales.ts';

export function quotaFinding(spec: PaySpec, span: Span, { parameters }: Branch): Finding {
  const quota = parameters.fact(spec.quota);
  const title = ofSpan(span, { zh: '业绩任务', en: 'quota' });
  const threshold: Fact =
    span.months.length === 1
      ? quota
      : calculated(title, yuan, { product: [{ fact: quota }, { number: String(span.months.length) }] });
  return findingOf(
    { rule: `quota-${span.id}`, title, article: spec.article },
    {
      ...comparedBy('at-least', span.sales, threshold),
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
  const from = parameters.count(absence['forfeits-at-least']);
  const absentTitle = { zh: `${name} 旷工不足天数线`, en: `${name} days absent below the line` };
  const leaveTitle = { zh: `${name} 事假不超天数线`, en: `${name} days of leave within the line` };
  const absentOpen = seen === null || (seen.absent < from && seen.absentAtMost >= from);
  return [
    findingOf(
      { rule: `absence-${index + 1}`, title: absentTitle, article: spec.article },
      {
        ...comparedBy(
          'less-than',
          days(seen?.absent ?? null, absentTitle),
          parameters.fact(absence['forfeits-at-least']),
        ),
        ...(absentOpen && {
          by: { kind: 'record', table: 'attendance', column: null } as const,
          outcome: 'unknown' as const,
        }),
        missing: seen?.missing ?? [noAttendance],
      },
    ),
    findingOf(
      { rule: `leave-${index + 1}`, title: leaveTitle, article: spec.article },
      {
        ...comparedBy(
          'at-most',
          days(seen?.leave ?? null, leaveTitle),
          parameters.fact(leave['forfeits-more-than']),
        ),
        missing: [noAttendance],
      },
    ),
  ];
}
