/** The expense allowance of a quarter: by the grade held, from the day it is held, halved by the day during an admonition. */
import { addDays, type Day, daysInMonth, daysOfMonth, firstDay, monthsOf } from '../../model/calendar.ts';
import type { Allowance, MonthlyFees, PaidStretch } from '../../model/entries.ts';
import { amountOf, type Fact, readOff, theseRows } from '../../model/fact.ts';
import type { GradeId } from '../../model/in-force.ts';
import type { Missing } from '../../model/judgement.ts';
import type { Hundredths } from '../../model/money.ts';
import type { Row } from '../../model/package.ts';
import { unknownFees } from '../../model/policy/allowance.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { over, plus, type Ratio, times, toWhole, zero } from '../../model/ratio.ts';
import { same, type Text } from '../../model/text.ts';
import { admonitionsOf, inForceOn } from '../admonitions.ts';
import { headerOf, lacking } from '../conditions/person.ts';
import type { Branch, Context } from '../context.ts';
import { missingCell } from '../finding.ts';

type Spec = NonNullable<PolicyFile['allowance']>;
type PayContext = Pick<Branch, 'policy' | 'parameters'> & Pick<Context, 'manager'>;

/** The quarter's allowance in yuan, what is missing for it, and what there is to remark. */
export function allowanceOf(
  spec: Spec,
  { branch, manager, measured }: Context,
): { allowance: Allowance; missing: readonly Missing[]; notes: readonly Text[] } {
  const { parameters, policy, period } = branch;
  const admonitions = admonitionsOf(measured.portfolio.events, parameters.count(spec.months), policy);
  const isHalved = (day: Day): boolean => admonitions.some((each) => inForceOn(each, day));
  const firsts = monthsOf(period);
  const paid = paidIn(spec, branch, manager);
  const stretches = paid.map(({ from, until, fees, rated }): PaidStretch => {
    // Most managers have no admonition, and where no grade is held nothing is paid: such days need no counting.
    const isCounted = admonitions.length > 0 && !isUnpaid(fees);
    const days = firsts.map((month) => {
      const some = daysOfMonth(month).filter((day) => from <= day && day < until);
      return { days: some.length, halvedDays: isCounted ? some.filter(isHalved).length : 0 };
    });
    return { from, fees, rated, days };
  });
  const months = firsts.map((month, index) => ({
    month,
    days: daysInMonth(month),
    halvedDays: stretches.reduce((sum, { days }) => sum + (days[index]?.halvedDays ?? 0), 0),
  }));
  return {
    allowance: {
      ...payFor(stretches, months, parameters.ratio(spec.paid)),
      other: otherOf(spec, policy),
      rates: Object.keys(policy.ladder)
        .filter((grade) => !policy.ladder[grade]?.trainee)
        .map((grade) => ({ grade, rate: parameters.amount(spec.rate, grade).value })),
      halvedDays: months.reduce((sum, { halvedDays }) => sum + halvedDays, 0),
      reduced: [parameters.fact(spec.paid), parameters.fact(spec.months)],
      months,
      stretches,
      halvedBy: admonitions
        .filter(({ event, until }) => event.date <= branch.lastDay && until > firstDay(period))
        .map(({ event }) => event),
    },
    missing: paid.flatMap((each) => each.missing),
    notes: [...paid.flatMap((each) => each.notes), ...wholeQuarter(spec, branch, manager)],
  };
}

/** The quarter's pay, were somebody in this grade from its first day to its last. */
export function payInGrade(
  grade: GradeId,
  asked: PayContext,
  months: Allowance['months'],
): Hundredths | null {
  const spec = asked.policy.allowance;
  if (!spec) return 0n;
  const all = { fees: feesOf(spec, grade, asked).fees, days: months };
  return payFor([all], months, asked.parameters.ratio(spec.paid)).amount;
}

/**
 * A month's pay is rate × (full days + reduced days × part paid) ÷ days in the month; each fee of the quarter is added
 * exactly and rounded half-up once. Null: what some days are paid is not known, or of the second fee not filled in.
 */
function payFor(
  stretches: readonly Pick<PaidStretch, 'fees' | 'days'>[],
  months: Allowance['months'],
  part: Ratio,
): Pick<Allowance, 'amount' | 'otherFee'> {
  const paidBy = (rateOf: (fees: MonthlyFees) => Hundredths): Hundredths =>
    toWhole(
      stretches
        .flatMap(({ fees, days }) =>
          days.map((each, index) => ({ fees, each, of: months[index]?.days ?? 1 })),
        )
        .reduce(
          (sum, { fees, each: { days, halvedDays }, of }) =>
            plus(
              sum,
              times(over(plus(times(part, halvedDays), days - halvedDays), of), fees ? rateOf(fees) : 0n),
            ),
          zero,
        ),
    );
  const isKnown = stretches.every(({ fees }) => fees !== null);
  const apart = stretches.filter(({ fees }) => fees !== null && !fees.together);
  const isFilled = isKnown && apart.length > 0 && apart.every(({ fees }) => fees?.other !== null);
  const otherFee = isFilled ? paidBy(({ other }) => other ?? 0n) : null;
  return { amount: isKnown ? paidBy(({ rate }) => rate) + (otherFee ?? 0n) : null, otherFee };
}

/** No grade was held. */
const isUnpaid = (fees: MonthlyFees | null): boolean => fees?.grade === null;

/** The days on which somebody may have come, or come into the grade. */
const beginnings = ['marketing_since', 'trainee_since', 'since'] as const;

/** The whole quarter is paid by the grade held; where somebody may hold it for a part of it only, that is said. */
function wholeQuarter(spec: Spec, { period, lastDay }: Branch, manager: Row<'roster'>): readonly Text[] {
  if (!spec['by-day'] || manager.grade_since !== null) return [];
  const column = beginnings.find((each) => {
    const day = manager[each];
    return day !== null && firstDay(period) < day && day <= lastDay;
  });
  if (column === undefined) return [];
  const [held, former] = [headerOf('grade_since'), headerOf('former_grade')];
  const day = manager[column];
  return [
    {
      zh: `“${headerOf(column).zh}”为 ${day}，“${held.zh}”未填：整季按现聘等级发放；不足一季的，请填“${held.zh}”和“${former.zh}”`,
      en: `${column} is ${day} and ${held.en} is blank: the whole quarter is paid by the grade held; where it was held for less, fill in ${held.en} and ${former.en}`,
    },
  ];
}

/** What is paid a month, and what that follows from. */
interface Paid {
  /** Null: not known. */
  readonly fees: MonthlyFees | null;
  readonly rated: Fact | null;
  readonly missing: readonly Missing[];
  readonly notes: readonly Text[];
}

/** By which fees the quarter's days are paid: the grade held from its day on, the former one's before it. */
function paidIn(spec: Spec, branch: Branch, manager: Row<'roster'>): (Paid & { from: Day; until: Day })[] {
  const { policy, parameters } = branch;
  const asked = { policy, parameters, manager };
  const [first, end] = [firstDay(branch.period), addDays(branch.lastDay, 1)];
  const since = (spec['by-day'] && manager.grade_since) || first;
  const held = since <= first ? first : since < end ? since : end;
  return [
    ...(held > first ? [{ from: first, until: held, ...formerFees(spec, branch, asked) }] : []),
    ...(held < end ? [{ from: held, until: end, ...feesOf(spec, manager.grade, asked) }] : []),
  ];
}

/** A blank cell says that no grade was held: nothing is paid. */
function formerFees(spec: Spec, branch: Branch, asked: PayContext): Paid {
  const { manager, policy } = asked;
  const { former_grade: former } = manager;
  if (former !== null && policy.ladder[former]) return feesOf(spec, former, asked);
  const missing = [lacking('former_grade', { branch, manager })];
  const isBlank = former === null && branch.hasColumn('roster', manager, 'former_grade');
  return isBlank
    ? { fees: { grade: null, rate: 0n, other: 0n, together: false }, rated: null, missing: [], notes: [] }
    : { fees: null, rated: null, missing, notes: [] };
}

/** What is paid in a grade of the ladder; to a trainee, what the former post was. */
function feesOf(spec: Spec, grade: GradeId, asked: PayContext): Paid {
  const { policy, parameters } = asked;
  if (spec.trainee === undefined || !policy.ladder[grade]?.trainee) return ofGrade(spec, grade, asked);
  const title = headerOf('former_fees');
  const { former_fees: recorded } = asked.manager;
  if (recorded !== null)
    return {
      fees: { grade, rate: recorded, other: null, together: true },
      rated: readOff(title, amountOf('CNY', recorded), theseRows({ table: 'roster', rows: [asked.manager] })),
      missing: [],
      notes: [],
    };
  const reading = parameters.choice(spec.trainee);
  if (reading === unknownFees)
    return { fees: null, rated: null, missing: [missingCell('former_fees', title)], notes: [] };
  const { zh, en } = policy.ladder[reading]?.title ?? same(reading);
  const note = { zh: `“${title.zh}”未填，按${zh}的标准`, en: `${title.en} is blank: paid as ${en}` };
  const { fees, rated } = ofGrade(spec, reading, asked);
  return { fees: fees && { ...fees, grade }, rated, missing: [], notes: [note] };
}

function ofGrade(spec: Spec, grade: GradeId, { parameters }: PayContext): Paid {
  const { rate, other } = spec;
  return {
    fees: {
      grade,
      rate: parameters.amount(rate, grade).value,
      other: other && parameters.has(other, grade) ? parameters.amount(other, grade).value : null,
      together: false,
    },
    rated: parameters.fact(rate, grade),
    missing: [],
    notes: [],
  };
}

const otherOf = ({ other }: Spec, { parameters }: PolicyFile): Allowance['other'] => {
  const spec = other === undefined ? undefined : parameters[other];
  return spec ? { title: spec.title, unfilled: spec.unfilled ?? same('') } : null;
};
