/** The monthly expense allowance, halved by the day during an admonition. */
import type { Allowance } from '../../model/appraisal.ts';
import { addDays, daysInMonth, monthsOf } from '../../model/calendar.ts';
import type { Hundredths } from '../../model/money.ts';
import { over, plus, type Ratio, times, toWhole, zero } from '../../model/ratio.ts';
import { admonitionsOf, inForceOn } from '../admonitions.ts';
import type { Context } from '../context.ts';

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

/** The quarter's allowance in yuan, of the grade held; zero where the policy pays none. */
export function allowanceOf({ branch, manager, measured }: Context): Allowance {
  const { parameters, policy, period } = branch;
  const spec = policy.allowance;
  if (!spec) return { rate: 0n, amount: 0n, halvedDays: 0, article: '', from: [], months: [], halvedBy: [] };
  const rate = parameters.amount(spec.rate, manager.grade).value;
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
    rate,
    amount: quarterPay(rate, part, months),
    halvedDays: months.reduce((sum, month) => sum + month.halvedDays, 0),
    article: spec.article,
    from: [
      parameters.fact(spec.rate, manager.grade),
      parameters.fact(spec.paid),
      parameters.fact(spec.months),
    ],
    months,
    halvedBy: admonitions
      .filter(({ event, until }) => event.date <= branch.lastDay && until > (months[0]?.month ?? ''))
      .map(({ event }) => event),
  };
}
