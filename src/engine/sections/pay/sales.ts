/** The sales that a quota is compared with: of each month, or of the quarter as three months at once. */

import { monthsOf } from '../../../model/calendar.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Missing } from '../../../model/judgement.ts';
import type { PaySpec } from '../../../model/sections/pay.ts';
import { same, type Text } from '../../../model/text.ts';
import { missingActual } from '../../completions.ts';
import type { Context } from '../../context.ts';
import { metricFact } from '../targets.ts';

export interface Span {
  /** `1` … `3` for the months, `quarter` for all of them. */
  readonly id: string;
  /** `2026-10`, `2026Q4`. */
  readonly name: string;
  readonly months: readonly string[];
  /** Yuan. */
  readonly sales: Fact;
  readonly missing: Missing | null;
}

export function spansOf({ sales }: PaySpec, context: Context): Span[] {
  const { parameters, period } = context.branch;
  const months = monthsOf(period).map((first) => first.slice(0, 7));
  const span = (id: string, name: string, of: readonly string[], indicator = ''): Span => ({
    id,
    name,
    months: of,
    ...salesOf(indicator, context),
  });
  if (parameters.choice(sales.by) === 'quarter')
    return [span('quarter', period, months, parameters.words(sales.quarter)[0])];
  const indicators = parameters.words(sales.month);
  return months.map((month, index) => span(String(index + 1), month, [month], indicators[index]));
}

function salesOf(indicator: string, context: Context): Pick<Span, 'sales' | 'missing'> {
  const found = yuanOnRecord(indicator, context);
  const missing = found?.missing ?? (found ? null : missingActual({ indicator, title: same(indicator) }));
  return { sales: found?.fact ?? metricFact(context.measured, indicator, 'quarter', 'CNY'), missing };
}

/** An indicator in yuan, corrections included; what is counted in anything else is not known. Null: there is no row. */
export function yuanOnRecord(
  indicator: string,
  { measured }: Context,
): { readonly fact: Fact; readonly missing: Missing | null } | null {
  const row = measured.portfolio.metrics.find((each) => each.indicator === indicator);
  if (!row) return null;
  const fact = metricFact(measured, indicator, 'quarter', 'CNY');
  if (['CNY', ''].includes(row.unit ?? '')) return { fact, missing: null };
  return { fact: { ...fact, quantity: null }, missing: notInYuan(indicator, row.unit ?? '') };
}

const notInYuan = (indicator: string, unit: string): Missing => ({
  key: `unit:${indicator}`,
  text: {
    zh: `“${indicator}”的单位是“${unit}”，应为元或万元`,
    en: `the unit of "${indicator}" is "${unit}", not yuan`,
  },
});

/** A title within its month or quarter. */
export const ofSpan = (span: Span, title: Text): Text => ({
  zh: `${span.name} ${title.zh}`,
  en: `${span.name} ${title.en}`,
});
