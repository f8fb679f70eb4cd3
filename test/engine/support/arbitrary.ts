/** Random small branches for the property tests: amounts around the thresholds, blanks, shared accounts, every class. */
import fc from 'fast-check';
import type { Row } from '../../../src/model/package.ts';
import { parseRatio, type Ratio, ratio } from '../../../src/model/ratio.ts';
import { loanClasses } from '../../../src/model/tables/classification.ts';
import { defaultWords } from '../../../src/policy/file.ts';
import type { Given, GivenTables } from './package.ts';
import { gradeRegulation } from './policy.ts';

export const managerIds = ['0001', '0002', '0003', '0004'] as const;
const customers = ['C1', 'C2', 'C3', 'C4', 'C5'] as const;
const products = ['流动资金贷款', '银行承兑汇票', '保函', ''];

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const idsOf = <T extends { readonly id: string }>(choices: readonly T[]): T['id'][] =>
  choices.map(({ id }) => id);

/** Where a customer, a condition or the floor turns, a cent around it, and anything else. */
const lines = [0n, 500_000n, 1_000_000n, 3_000_000n, 5_000_000n, 15_000_000n, 75_000_000n, 250_000_000n];
export const amount: fc.Arbitrary<bigint> = fc.oneof(
  fc.tuple(oneOf(lines), oneOf([-1n, 0n, 1n])).map(([line, off]) => (line === 0n ? 0n : line * 100n + off)),
  fc.bigInt({ min: 0n, max: 40_000_000_000n }),
);

const inCents = (cents: bigint): Ratio => ratio(cents, 100n);
const figure = amount.map(inCents);

const day = fc.tuple(
  oneOf(['2025', '2026']),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const date = day.map(
  ([year, month, on]) => `${year}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`,
);
const blankOr = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: 4, nil: null });

const manager: fc.Arbitrary<Given<'roster'>> = fc.record({
  grade: oneOf(Object.keys(gradeRegulation.file.ladder)),
  series: oneOf(['corporate', 'personal'] as const),
  marketing_since: blankOr(oneOf(['2015-01-01', '2023-09-30', '2023-10-01', '2025-12-31', '2026-01-01'])),
  trainee_since: blankOr(date),
  trainee_type: blankOr(oneOf(['graduate', 'other'] as const)),
  education: oneOf(['本科', '大专', '高中', '']),
  title: oneOf(['经济师', '无', '']),
  entry_exam: fc.option(oneOf(['passed', 'failed'] as const), { freq: 8, nil: null }),
  promotion_exam: blankOr(oneOf(['passed', 'failed'] as const)),
  status: fc.oneof(
    { weight: 8, arbitrary: fc.constant('on-duty' as const) },
    { weight: 1, arbitrary: fc.constant('standby' as const) },
  ),
});

const roster: fc.Arbitrary<Given<'roster'>[]> = fc
  .tuple(fc.array(manager, { minLength: managerIds.length, maxLength: managerIds.length }))
  .map(([managers]) => managers.map((each, index) => ({ ...each, manager_id: managerIds[index] ?? '' })));

/** An account as its rows: one, or one for each manager who shares it; blank ids are unassigned. */
const splits: readonly (readonly string[])[] = [
  ['1'],
  ['1'],
  ['1'],
  ['0.5', '0.5'],
  ['0.3333', '0.3333', '0.3334'],
  ['0.6', '0.25', '0.15'],
];

function shared<Cells extends object>(cells: fc.Arbitrary<Cells>) {
  return fc
    .tuple(cells, oneOf(splits), fc.shuffledSubarray([...managerIds, ''], { minLength: 3, maxLength: 3 }))
    .map(([own, split, ids]) =>
      split.map((share, index) => ({ ...own, manager_id: ids[index] ?? '', share: parseRatio(share) })),
    );
}

/** Several accounts, each with an id of its own. */
const accounts = <Cells extends object>(cells: fc.Arbitrary<Cells>, named: (index: number) => object) =>
  fc
    .array(shared(cells), { maxLength: 8 })
    .map((groups) => groups.flatMap((rows, index) => rows.map((row) => ({ ...row, ...named(index) }))));

const deposits = accounts(
  fc.record({
    customer_id: oneOf(customers),
    kind: oneOf(['活期', '协议存款', '']),
    year_avg: amount,
    prior_year_avg: amount,
    quarter_avg: amount,
    end_balance: amount,
  }),
  (index) => ({ account: `A${index}` }),
);

/** Days and amounts agree: either column tells the same. */
const trouble = fc
  .tuple(oneOf([0, 0, 0, 1, 29, 30, 90]), fc.bigInt({ min: 1n, max: 1_000_000n }))
  .map(([days, amount]) => ({ days, amount: days === 0 ? 0n : amount }));

const loans = accounts(
  fc
    .record({
      customer_id: oneOf(customers),
      product: oneOf(products),
      year_avg: amount,
      quarter_avg: amount,
      end_balance: amount,
      advance_amount: oneOf([0n, 0n, 0n, 1n]),
      overdue: trouble,
      arrears: trouble,
    })
    .map(({ overdue, arrears, ...cells }) => ({
      ...cells,
      overdue_days: overdue.days,
      overdue_amount: overdue.amount,
      arrears_days: arrears.days,
      arrears_amount: arrears.amount,
    })),
  (index) => ({ loan_id: `L${index}` }),
);

const settlement = accounts(
  fc.record({
    customer_id: oneOf(customers),
    kind: oneOf(['international', 'domestic'] as const),
    currency: fc.constant('CNY'),
    quarter_amount: amount,
    year_amount: amount,
  }),
  (index) => ({ reference: `T${index}` }),
);

const classification: fc.Arbitrary<Given<'classification'>[]> = fc
  .array(
    fc.record({
      manager_id: oneOf(managerIds),
      customer_id: oneOf(customers),
      balance: amount,
      class: oneOf(['normal', 'normal', 'normal', ...idsOf(loanClasses)] as const),
      prior_balance: amount,
      prior_class: blankOr(oneOf(idsOf(loanClasses))),
    }),
    { maxLength: 6 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, loan_id: `L${index}` })));

// An indicator may also be one that only the metrics know.
const indicators = [
  'deposits',
  'loans',
  'settlement',
  'new_deposits',
  '有效户',
] as readonly Row<'targets'>['indicator'][];

/** Each manager has each indicator at most once. */
const perIndicator = <Cells extends object>(cells: fc.Arbitrary<Cells>) =>
  fc
    .uniqueArray(fc.tuple(oneOf(managerIds), oneOf(indicators), cells), {
      selector: ([id, indicator]) => `${id} ${indicator}`,
      maxLength: 10,
    })
    .map((rows) => rows.map(([manager_id, indicator, own]) => ({ ...own, manager_id, indicator })));

const targets = perIndicator(
  fc.record({
    quarter_target: figure,
    year_target: figure,
    main: oneOf(['yes', 'yes', 'no'] as const),
  }),
);
const metrics = perIndicator(fc.record({ quarter_actual: figure, year_actual: figure }));

const events: fc.Arbitrary<Given<'events'>[]> = fc.array(
  fc.record({
    manager_id: oneOf(managerIds),
    date: date.filter((on) => on <= '2026-03-31'),
    kind: oneOf(Object.keys(gradeRegulation.file['event-kinds'])),
    reference: fc.string({ maxLength: 3 }),
  }),
  { maxLength: 8 },
);

const reviews: fc.Arbitrary<Given<'reviews'>[]> = fc.uniqueArray(
  fc.record({
    manager_id: oneOf(managerIds),
    year: oneOf([2025, 2026]),
    rating: oneOf(idsOf(defaultWords().ratings)),
    score: blankOr(fc.bigInt({ min: 5000n, max: 5005n }).map(inCents)),
  }),
  { selector: ({ manager_id, year }) => `${manager_id} ${year}`, maxLength: 8 },
);

const adjustments: fc.Arbitrary<Given<'adjustments'>[]> = fc.array(
  fc.record({
    manager_id: oneOf(managerIds),
    customer_id: oneOf([...customers, ''] as const),
    indicator: oneOf(indicators),
    basis: blankOr(oneOf(['quarter', 'year'] as const)),
    amount: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).map(inCents),
  }),
  { maxLength: 4 },
);

export const branch: fc.Arbitrary<GivenTables> = fc.record({
  roster,
  deposits,
  loans,
  settlement,
  classification,
  targets,
  metrics,
  events,
  reviews,
  adjustments,
});

export const period = oneOf(['2026Q1', '2026Q3', '2026Q4']);
