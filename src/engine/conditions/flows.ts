/**
 * What adds up over the year, before the year is over: held against the part of the year's line that is due by now, or
 * the last four quarters against the whole of it. At the annual stage it is held against the whole.
 */

import type { FlowOfQuarter } from '../../model/appraisal.ts';
import { numberOf, type Quarter, shiftQuarter } from '../../model/calendar.ts';
import { amountOf, type Fact, fromArchive } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import { fromPlain, type Hundredths, sum } from '../../model/money.ts';
import type { Text } from '../../model/text.ts';
import { calculated } from '../arithmetic.ts';
import type { Context } from '../context.ts';
import { comparedBy, findingOf, type Judgement } from '../finding.ts';
import type { Counts } from '../measured-portfolio.ts';
import { missingAppraisal, missingArchive, missingJudgement } from '../past.ts';

interface Flow {
  readonly measure: string;
  readonly unit: string;
  readonly counts: Counts;
}

/** `total`: the year to date against the whole of the year's line; it stands aside where something else decides. */
export function flowJudged(reading: string, total: Judgement, flow: Flow, context: Context): Judgement {
  const { observed, threshold } = total;
  if (reading === 'as-is' || !observed || !threshold) return total;
  const year = { ...findingOf({ rule: null, title: wholeYear, article: '' }, total), aside: true };
  if (reading === 'rolling') {
    const { fact, missing } = lastFourQuarters(flow, context);
    return { ...comparedBy('at-least', fact, threshold), parts: [year], missing };
  }
  const due = dueByNow(threshold, flow.unit, context.branch.period);
  return { ...comparedBy('at-least', observed, due), parts: [year], notes: [due.origin.title] };
}

const wholeYear: Text = { zh: '全年', en: 'Whole year' };

/** Due by the end of this quarter: the year's line × quarter ÷ 4, half-up to the cent. */
const dueByNow = (whole: Fact, unit: string, period: Quarter): Fact =>
  calculated(
    { zh: `按进度（全年 × ${numberOf(period)}/4）`, en: `due by now (the year's × ${numberOf(period)}/4)` },
    { unit },
    {
      cents: {
        product: [{ fact: whole }, { quotient: [{ number: String(numberOf(period)) }, { number: '4' }] }],
      },
    },
  );

const rollingTitle: Text = { zh: '最近四个季度', en: 'The last four quarters' };

/** This quarter and the three before it, of the customers that count now; unknown where one of them is not there. */
function lastFourQuarters(
  { measure, unit, counts }: Flow,
  { branch, manager, measured }: Context,
): { fact: Fact; missing: Missing[] } {
  const earlier = [-3, -2, -1].map((steps) => {
    const period = shiftQuarter(branch.period, steps);
    const archived = branch.past.archived.find((each) => each.period === period);
    const lacking = !archived
      ? missingArchive(period)
      : archived.leftOut(manager.manager_id)
        ? missingAppraisal(archived)
        : null;
    const record = archived?.manager(manager.manager_id);
    // Nobody's customers settled anything with a manager who was not there.
    const flows = record === null ? [] : record?.flows?.[measure];
    const value = lacking || !flows ? null : settled(flows, unit, counts);
    return {
      fact: fromArchive(
        { zh: period, en: period },
        value === null ? null : amountOf(unit, value),
        period,
      ) satisfies Fact,
      missing: lacking ?? (value === null ? missingJudgement(period) : null),
    };
  });
  const { total } = measured.figure(measure, 'quarter', unit, counts);
  const now: Fact = {
    quantity: total === null ? null : amountOf(unit, total),
    origin: {
      kind: 'measure',
      measure,
      title: branch.policy.measures[measure]?.title ?? rollingTitle,
      basis: 'quarter',
      customersFrom: null,
      customersBy: null,
      over: 'all',
      customerId: null,
      rows: measured.rows(measure, 'quarter', counts),
    },
  };
  return {
    fact: calculated(
      rollingTitle,
      { unit },
      { sum: [...earlier, { fact: now }].map(({ fact }) => ({ fact })) },
    ),
    missing: earlier.flatMap(({ missing }) => missing ?? []),
  };
}

/** Null: whether one of the customers counts cannot be told. */
function settled(
  flows: readonly (readonly [string, string, string])[],
  unit: string,
  counts: Counts,
): Hundredths | null {
  const counted = flows.map(([customer, dollars, yuan]) => ({
    counts: customer === '' ? true : counts(customer),
    value: fromPlain(unit === 'USD' ? dollars : yuan),
  }));
  return counted.some((each) => each.counts === null)
    ? null
    : sum(counted.filter((each) => each.counts).map(({ value }) => value));
}

/** What this quarter added, for a later quarter to look back at. */
export const flowsOf = ({ branch, measured }: Context): FlowOfQuarter[] =>
  branch.flowMeasures.map((measure) => {
    const of = (unit: string) => measured.customersBy(measure, 'quarter', unit);
    const [dollars, yuan] = [of('USD'), of('CNY')];
    const customers = [...measured.customers.keys()].map((id) => ({
      id,
      dollars: dollars(id) ?? 0n,
      yuan: yuan(id) ?? 0n,
    }));
    const added = (unit: string, key: 'dollars' | 'yuan'): Hundredths =>
      (measured.figure(measure, 'quarter', unit).total ?? 0n) - sum(customers.map((each) => each[key]));
    const unnamed = { id: '', dollars: added('USD', 'dollars'), yuan: added('CNY', 'yuan') };
    return {
      measure,
      customers: [unnamed, ...customers].filter((each) => each.dollars !== 0n || each.yuan !== 0n),
    };
  });
