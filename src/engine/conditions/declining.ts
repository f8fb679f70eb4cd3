/**
 * A main customer's deposits, loans or settlement fell in each of the last two quarters: three quarter
 * ends are compared. Earlier foreign amounts are taken at this quarter's rates, so that a falling rate is no decline.
 */

import type { OffBalance } from '../../model/appraisal.ts';
import { shiftQuarter } from '../../model/calendar.ts';
import { rowsIn } from '../../model/credited.ts';
import { countOf, fromArchive } from '../../model/fact.ts';
import {
  type CustomerFigures,
  figuresOfCustomers,
  leftOutOf,
  lessAmounts,
  type ManagerRecord,
  readAmounts,
} from '../../model/history.ts';
import type { Missing } from '../../model/judgement.ts';
import { Decimal, grouped, toHundredths } from '../../model/money.ts';
import { allOf, anyOf, metIf } from '../../model/outcome.ts';
import { isAtLeast, times } from '../../model/ratio.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { choiceOf } from '../customer-sums.ts';
import { evidence } from '../finding.ts';
import { missingAppraisal, missingArchive } from '../past.ts';
import type { Evaluator } from './evaluator.ts';

const business = [
  { place: 1, title: { zh: '存款', en: 'deposits' } },
  { place: 2, title: { zh: '贷款', en: 'loans' } },
  { place: 3, title: { zh: '结算', en: 'settlement' } },
] as const;

type Figures = readonly [bigint, bigint, bigint];

export const declining: Evaluator<'declining'> = (spec, context) => {
  const { branch, manager, measured } = context;
  const { previous, beforePrevious } = branch.past;
  const by = { kind: 'archive', period: shiftQuarter(branch.period, -1) } as const;
  if (!previous || !beforePrevious) return { by, outcome: 'unknown', missing: lacking(context) };
  const leftOut = [beforePrevious, previous].filter((quarter) => quarter.leftOut(manager.manager_id));
  if (leftOut.length > 0) return { by, outcome: 'unknown', missing: leftOut.map(missingAppraisal) };
  const quarters = [beforePrevious, previous].map((quarter) => quarter.manager(manager.manager_id));
  const records = [
    ...quarters.map((record) => ({ customers: record?.customers ?? [], apart: apartIn(record) })),
    { customers: figuresOfCustomers(measured.portfolio), apart: offBalanceOf(context) },
  ];
  // Like is compared with like: where one quarter does not tell them apart, in none.
  const isTold = spec.loans === undefined || records.every(({ apart }) => apart !== null);
  const [then = [], between = [], now = []] = records.map(({ customers, apart }) =>
    spec.loans !== undefined && isTold ? loansOnly(customers, apart ?? []) : customers,
  );
  const unrated = currenciesIn([...then, ...between]).filter((code) => !branch.package.rates.has(code));
  if (unrated.length > 0) return { by, outcome: 'unknown', missing: unrated.map(missingRate) };
  const inYuan = yuanAt(branch.package.rates);
  const [first, second, third] = [then, between, now].map(
    (customers) => new Map(customers.map((figures) => [figures[0], inYuan(figures)] as const)),
  ) as [Map<string, Figures>, Map<string, Figures>, Map<string, Figures>];

  const share = branch.parameters.ratio(spec['share-at-least']);
  const total = (index: 0 | 1): bigint =>
    [...first.values()].reduce((sum, figures) => sum + figures[index], 0n);
  const [deposits, loans] = [total(0), total(1)];
  const isMain = (figures: Figures): boolean =>
    (deposits > 0n && isAtLeast(figures[0], times(share, deposits))) ||
    (loans > 0n && isAtLeast(figures[1], times(share, loans)));
  const main = [...first].filter(([, figures]) => isMain(figures)).map(([id]) => id);
  const moved = main.filter((id) => !third.has(id) && branch.onBooks.has(id));

  const all = branch.parameters.choice(spec.reading) === 'all';
  const none: Figures = [0n, 0n, 0n];
  const declines = main
    .filter((id) => !moved.includes(id))
    .map((id) => {
      const series = [first.get(id) ?? none, second.get(id) ?? none, third.get(id) ?? none] as const;
      const fell = business.map(({ place }) => {
        const at = (place - 1) as 0 | 1 | 2;
        return metIf(series[0][at] > series[1][at] && series[1][at] > series[2][at]);
      });
      return { id, series, fell, outcome: all ? allOf(fell) : anyOf(fell) };
    })
    .filter(({ outcome }) => outcome === 'met');

  return {
    by,
    outcome: metIf(declines.length > 0),
    observed: fromArchive(
      { zh: '连续下降的主要客户', en: 'Main customers in decline' },
      countOf('customers', declines.length),
      previous.period,
    ),
    evidence: declines.flatMap(({ id, series, fell }) => rowsOf(context, id, saying(id, series, fell))),
    notes: [
      ...declines.map(({ id, series, fell }) => saying(id, series, fell)),
      ...(isTold || declines.length === 0 ? [] : [notTold]),
      // Without their names: they are another manager's customers now.
      ...(moved.length > 0
        ? [
            {
              zh: `${moved.length} 个主要客户现由其他客户经理管户，不计`,
              en: `main customers now with another manager, left out: ${moved.length}`,
            },
          ]
        : []),
    ],
  };
};

/** The balances of each customer's credit items that are no loans; null: nobody can tell, or no rule asks. */
export const offBalanceOf = ({ branch, measured }: Context): OffBalance | null => {
  const spec = branch.loansMeasure === null ? undefined : branch.policy.measures[branch.loansMeasure];
  return spec ? leftOutOf(choiceOf(spec, branch.parameters), measured.portfolio) : null;
};

/** Who was not there had none. */
const apartIn = (record: ManagerRecord | null): OffBalance | null =>
  record === null ? [] : (record.offBalance ?? null);

function loansOnly(customers: readonly CustomerFigures[], apart: OffBalance): CustomerFigures[] {
  const off = new Map(apart);
  return customers.map((figures): CustomerFigures => {
    const part = off.get(figures[0]);
    return part === undefined ? figures : [figures[0], figures[1], lessAmounts(figures[2], part), figures[3]];
  });
}

const notTold: Text = {
  zh: '有一季分不出表外业务，三个季末都按全部授信比较',
  en: 'one quarter does not tell items off the balance sheet: all credit items are compared in all three',
};

const lacking = ({ branch }: Context): Missing[] => [
  ...(branch.past.previous ? [] : [missingArchive(shiftQuarter(branch.period, -1))]),
  ...(branch.past.beforePrevious ? [] : [missingArchive(shiftQuarter(branch.period, -2))]),
];

/** The currencies of amounts that are not 0. */
export const currenciesIn = (customers: readonly CustomerFigures[]): string[] => {
  const amounts = customers.flatMap(([, ...texts]) => texts.flatMap((text) => [...readAmounts(text)]));
  return [...new Set(amounts.flatMap(([code, amount]) => (amount.eq(nothing) ? [] : [code])))].sort();
};

export const missingRate = (currency: string): Missing => ({
  key: `rate:${currency}`,
  text: { zh: `缺 ${currency} 的汇率`, en: `no exchange rate of ${currency}` },
});

const nothing = new Decimal('0');

/** A customer's figures at these rates. */
export const yuanAt =
  (rates: ReadonlyMap<string, Decimal>) =>
  (figures: CustomerFigures): Figures => {
    const yuan = (text: string): bigint => {
      let total = 0n;
      for (const [currency, amount] of readAmounts(text))
        total += toHundredths(amount.times(rates.get(currency) ?? nothing));
      return total;
    };
    return [yuan(figures[1]), yuan(figures[2]), yuan(figures[3])];
  };

const saying = (id: string, series: readonly Figures[], fell: readonly string[]): Text => {
  const lines = business.filter((_, index) => fell[index] === 'met');
  const path = (place: number): string =>
    series.map((figures) => grouped(figures[place - 1] ?? 0n)).join(' → ');
  return {
    zh: `${id}：${lines.map(({ place, title }) => `${title.zh} ${path(place)}`).join('；')}`,
    en: `${id}: ${lines.map(({ place, title }) => `${title.en} ${path(place)}`).join('; ')}`,
  };
};

export const rowsOf = ({ measured }: Context, customerId: string, says: Text) =>
  (['deposits', 'loans', 'settlement'] as const).flatMap((table) =>
    rowsIn(measured.portfolio[table])
      .filter((row) => row.customer_id === customerId)
      .map((row) => evidence(table, row, says)),
  );
