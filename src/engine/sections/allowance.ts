/** The monthly expense allowance, halved by the day during an admonition. */
import { addDays, daysInMonth, monthsOf } from '../../model/calendar.ts';
import type { Allowance, AllowanceEntry } from '../../model/entries.ts';
import { amountOf, type Calculation, countOf, type Fact, inFull, show, theseRows } from '../../model/fact.ts';
import { type Hundredths, plain } from '../../model/money.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { over, plus, type Ratio, times, toWhole, zero } from '../../model/ratio.ts';
import { inBoth, same, type Text } from '../../model/text.ts';
import { admonitionsOf, inForceOn } from '../admonitions.ts';
import type { Context } from '../context.ts';
import { entryOf, figureOf } from './evaluator.ts';

type AllowanceSpec = NonNullable<PolicyFile['allowance']>;

/**
 * A quarter's pay: a month's is rate × (full days + reduced days × part paid) ÷ days in the month; the three months are
 * added exactly and rounded half-up once.
 */
export const quarterPay = (rate: Hundredths, part: Ratio, months: Allowance['months']): Hundredths =>
  toWhole(
    months.reduce(
      (sum, { days, halvedDays }) =>
        plus(sum, times(over(plus(times(part, halvedDays), days - halvedDays), days), rate)),
      zero,
    ),
  );

/** The quarter's allowance in yuan, of the grade held. */
function allowanceOf(spec: AllowanceSpec, { branch, manager, measured }: Context): Allowance {
  const { parameters, policy, period } = branch;
  const { value: rate } = parameters.amount(spec.rate, manager.grade);
  const part = parameters.ratio(spec.paid);
  const admonitions = admonitionsOf(measured.portfolio.events, parameters.count(spec.months), policy);
  const halved = (day: string): boolean => admonitions.some((each) => inForceOn(each, day));
  const months = monthsOf(period).map((month) => {
    const days = daysInMonth(month);
    // Most managers have no admonition: their days need no counting.
    const halvedDays =
      admonitions.length === 0
        ? 0
        : Array.from({ length: days }, (_, index) => addDays(month, index)).filter(halved).length;
    return { month, days, halvedDays };
  });
  return {
    amount: quarterPay(rate, part, months),
    halvedDays: months.reduce((sum, month) => sum + month.halvedDays, 0),
    rate,
    rated: parameters.fact(spec.rate, manager.grade),
    reduced: [parameters.fact(spec.paid), parameters.fact(spec.months)],
    months,
    halvedBy: admonitions
      .filter(({ event, until }) => event.date <= branch.lastDay && until > (months[0]?.month ?? ''))
      .map(({ event }) => event),
  };
}

const titles = {
  rate: { zh: '每月标准（元）', en: 'Rate a month (yuan)' },
  days: { zh: '减半天数', en: 'Days at half' },
  amount: { zh: '本季津贴（元）', en: 'Allowance of the quarter (yuan)' },
} as const satisfies Record<string, Text>;

export function allowanceEntry(spec: AllowanceSpec, context: Context): AllowanceEntry {
  const allowance = allowanceOf(spec, context);
  const { rated, amount, halvedDays, reduced, months, halvedBy } = allowance;
  const origin = (title: Text, how: Calculation): Fact['origin'] => ({ kind: 'calculation', title, how });
  const days: Fact = {
    quantity: countOf('days', halvedDays),
    origin:
      halvedBy.length === 0
        ? origin(titles.days, { from: reduced })
        : { kind: 'rows', title: titles.days, rows: theseRows({ table: 'events', rows: halvedBy }) },
  };
  const entry = entryOf(context.manager, {
    outcome: 'met',
    verdict: { id: plain(amount), title: inBoth((lang) => show(inFull(amountOf('CNY', amount)), lang)) },
    figures: [
      figureOf('rate', titles.rate, rated),
      figureOf('halved-days', titles.days, days),
      figureOf('amount', titles.amount, {
        quantity: amountOf('CNY', amount),
        origin: origin(titles.amount, { from: [rated, ...reduced, days] }),
      }),
    ],
    lines: [
      ...months.map(({ month, days, halvedDays }) => ({
        title: same(month.slice(0, 7)),
        says: {
          zh: `${days} 天，其中减半 ${halvedDays} 天`,
          en: `${days} days, ${halvedDays} of them at half`,
        },
        outcome: null,
        table: null,
        origin: null,
      })),
      ...halvedBy.map((event) => ({
        title: titles.days,
        says: same([event.date, event.reference, event.note].filter(Boolean).join(' ')),
        outcome: null,
        table: 'events' as const,
        origin: event,
      })),
    ],
  });
  return { ...entry, allowance };
}
