/** What a case gives, as a package of typed rows and an archive; what a case leaves unsaid is ordinary. */

import { keptIn, unitOf } from '../intake/units.ts';
import { earlierThisYear, isDay, lastDay, type Quarter, shiftQuarter, stageOf } from '../model/calendar.ts';
import { type History, type ManagerRecord, readAmounts } from '../model/history.ts';
import { Decimal, plain, toHundredths } from '../model/money.ts';
import type { QuarterPackage } from '../model/package.ts';
import { declaredWords, entryWords, wordsTogether } from '../model/policy/declared-words.ts';
import type { Policy, PolicyFile } from '../model/policy.ts';
import { exactPlaces, parseRatio } from '../model/ratio.ts';
import { type AnyColumn, type DeclaredWords, withWords } from '../model/table.ts';
import { type TableId, tables } from '../model/tables/index.ts';
import { parametersInForce } from '../policy/parameters.ts';
import { CaseFault } from './fault.ts';
import type { ArchivedQuarter, Given } from './form.ts';
import { recordOf } from './history.ts';
import { type GivenTables, ordinaryManager, packageOf } from './package.ts';

const scale = { '': '1', 万: '10000', 亿: '100000000' };

/** `149,999,999.99`, `7,500万`, `1.5亿`: exactly. */
function exact(written: string): Decimal {
  const [, digits, unit = ''] = /^(-?\d[\d,]*(?:\.\d+)?)(万|亿)?$/.exec(written) ?? [];
  if (digits === undefined)
    throw new CaseFault({ zh: `“${written}”不是数字`, en: `not a number: ${written}` });
  return new Decimal(digits.replaceAll(',', '')).times(scale[unit as keyof typeof scale]);
}

function cellOf(spec: AnyColumn, written: string, toYuan: Decimal, words: DeclaredWords): unknown {
  switch (spec.kind) {
    case 'amount':
      if (written === '' && spec.mayBeBlank === 'unknown') return null;
      return toHundredths(exact(written).times(toYuan));
    case 'figure':
      return written === '' ? null : parseRatio(exact(written).toFixed());
    case 'count':
      return written === '' ? null : Number(exact(written).toFixed(0));
    case 'quarter':
      return written === '' ? null : written;
    case 'days':
    case 'year':
      return Number(exact(written).toFixed(0));
    case 'share':
      if (written === '' && spec.blank === 'none') return null;
      return parseRatio(exact(written.replace('%', '')).div('100').toFixed());
    case 'decimal':
      return exact(written === '' ? (spec.default ?? '') : written).toFixed();
    case 'date':
      if (written !== '' && !isDay(written))
        throw new CaseFault({ zh: `“${written}”不是日期`, en: `not a day: ${written}` });
      return written === '' ? null : written;
    case 'declared':
      return cellOf(withWords(spec, words), written, toYuan, words);
    case 'choice': {
      const found = spec.choices.find(
        ({ id, text, also }) => id === written || text.zh === written || also?.includes(written),
      );
      if (!found && written !== '' && !spec.open)
        throw new CaseFault({ zh: `没有“${written}”这个选项`, en: `not a choice: ${written}` });
      return found?.id ?? (spec.open ? written : spec.default);
    }
    default:
      return written;
  }
}

type Written = Readonly<Record<string, string | undefined>>;

/** The cells of a written row; foreign amounts become yuan, rounded once at the row, as in an export. */
function cellsOf(
  table: TableId,
  written: Written,
  rates: Given['rates'],
  words: DeclaredWords,
): Record<string, unknown> {
  const columns: Readonly<Record<string, AnyColumn>> = tables[table].columns;
  const currency = written.currency ?? (table === 'settlement' ? 'USD' : 'CNY');
  const foreign = currency !== 'CNY' && 'currency' in columns && table !== 'fx';
  const rate = foreign ? rates[currency] : '1';
  if (rate === undefined)
    throw new CaseFault({ zh: `没有 ${currency} 的汇率`, en: `no rate of ${currency}` });
  const toYuan = new Decimal(rate);
  const cells: Record<string, unknown> = {};
  const exported: Record<string, string> = {};
  for (const [column, spec] of Object.entries(columns)) {
    const cell = written[column];
    if (cell !== undefined) cells[column] = cellOf(spec, cell, toYuan, words);
    const unit = column === 'unit' && 'indicator' in columns ? unitOf(cell ?? '') : null;
    if (unit) cells.unit = keptIn(unit);
    if (foreign && spec.kind === 'amount') exported[column] = exact(cell ?? '0').toFixed();
  }
  return foreign ? { ...cells, exported } : cells;
}

/** What follows from the row's main figure where the case does not say otherwise: nothing is new, nothing moved. */
function completed(table: TableId, written: Written): Written {
  switch (table) {
    case 'deposits': {
      const { year_avg = '0' } = written;
      return { prior_year_avg: year_avg, quarter_avg: year_avg, end_balance: year_avg, ...written };
    }
    case 'loans': {
      const { year_avg = '0' } = written;
      return { quarter_avg: year_avg, end_balance: year_avg, ...written };
    }
    case 'settlement': {
      const { year_amount = '0' } = written;
      return { quarter_amount: year_amount, ...written };
    }
    default:
      return written;
  }
}

// An ordinary manager holds what the second grade asks for, and has fulfilled the plan.
const ordinaryDeposits: Written[] = [{ customer_id: '甲', year_avg: '7,500万' }];
const ordinaryPlan = {
  targets: [{ indicator: '有效户', quarter_target: '100', year_target: '100' }],
  metrics: [{ indicator: '有效户', quarter_actual: '100', year_actual: '100' }],
};

/** The package that a case gives, its words being those of the policy. */
export function packageIn(given: Given, policy: Policy): QuarterPackage {
  const words = wordsTogether([policy]);
  const ordinary = {
    grade: ordinaryGrade(entryWords(policy)),
    status: words.statuses[0]?.id,
    series: words.series[0]?.id,
  };
  const rows = (table: TableId, written: readonly Written[]) =>
    written.map((row) => cellsOf(table, completed(table, row), given.rates, words));
  const plan = given.targets
    ? { targets: given.targets, metrics: given.metrics }
    : { targets: ordinaryPlan.targets, metrics: [...ordinaryPlan.metrics, ...given.metrics] };
  const tablesGiven = {
    roster: rows('roster', [
      { manager_id: ordinaryManager, ...ordinary, ...given.manager },
      ...given.colleagues.map((colleague) => ({ name: colleague.manager_id, ...ordinary, ...colleague })),
    ]),
    deposits: rows('deposits', given.deposits ?? ordinaryDeposits),
    loans: rows('loans', given.loans),
    settlement: rows('settlement', given.settlement),
    classification: rows('classification', given.classification),
    targets: rows('targets', plan.targets),
    metrics: rows('metrics', plan.metrics),
    events: rows('events', given.events),
    reviews: rows('reviews', given.reviews ?? ordinaryReviews(given, words)),
    adjustments: rows('adjustments', given.adjustments),
    scores: rows('scores', given.scores),
    collections: rows('collections', given.collections),
    units: rows('units', given.units),
    activities: rows('activities', given.activities),
    attendance: rows('attendance', given.attendance),
    assignments: rows('assignments', given.assignments),
    branches: rows('branches', given.branches),
    deferrals: rows('deferrals', given.deferrals),
  };
  return packageOf(tablesGiven as GivenTables, {
    period: given.period,
    rates: given.rates,
    chainStarts: given['chain-starts'] ?? null,
    without: given.without,
    holidays: given.holidays,
    workingDays: given['working-days'],
  });
}

/** The second grade, or where the policy has none of that id, the last of its own. */
const ordinaryGrade = ({ grades }: DeclaredWords): string =>
  grades.some(({ id }) => id === 'second') ? 'second' : (grades.at(-1)?.id ?? '');

/** At the annual stage everybody has a review: competent, where the policy knows that rating. */
const ordinaryReviews = ({ period }: Given, { ratings }: DeclaredWords): Written[] =>
  stageOf(period) === 'annual' && ratings.some(({ id }) => id === 'competent')
    ? [{ year: period.slice(0, 4), rating: 'competent', score: '80' }]
    : [];

/** Archived by default: the earlier quarters of this year and the two before this one. */
const ordinaryArchive = (period: Quarter): Readonly<Record<Quarter, ArchivedQuarter>> => {
  const quarters = new Set([shiftQuarter(period, -2), shiftQuarter(period, -1), ...earlierThisYear(period)]);
  const uneventful: ArchivedQuarter = {
    manager: 'appraised',
    targets: [],
    warnings: {},
    signs: {},
    customers: {},
    'off-balance': 'told',
    flows: {},
    measures: {},
  };
  return Object.fromEntries([...quarters].map((quarter) => [quarter, uneventful]));
};

/** The archive that a case gives. */
export const historyIn = (given: Given, policy: Policy): History =>
  Object.entries(given.archive ?? ordinaryArchive(given.period))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, archived]) =>
      recordOf(quarter, archived.manager === 'appraised' ? [managerIn(archived, quarter, policy)] : [], {
        chainStarts: archived['chain-starts'] ?? null,
        notAppraised: archived.manager === 'left-out' ? [ordinaryManager] : [],
      }),
    );

const managerIn = (
  { targets, warnings, signs, customers, 'off-balance': offBalance, flows, measures }: ArchivedQuarter,
  quarter: Quarter,
  policy: Policy,
): Partial<ManagerRecord> => ({
  targets: targets.map(({ indicator, main, quarter, weight }) => ({
    indicator: indicatorOf(indicator, policy.file),
    main: main === 'yes',
    unit: 'CNY',
    quarter: completionIn(quarter),
    year: completionIn(quarter),
    ...(weight !== undefined && { weight }),
  })),
  warnings: Object.entries(warnings).map(([rule, outcome]) => ({
    rule,
    level: levelOf(rule, quarter, policy),
    outcome,
  })),
  signs: Object.fromEntries(
    Object.entries(signs).map(([sign, shown]) => {
      if (!Object.hasOwn(policy.file.signs, sign))
        throw new CaseFault({ zh: `政策没有征兆“${sign}”`, en: `no sign ${sign}` });
      return [sign, shown === 'unknown' ? { shown: [], unknown: true } : { shown, unknown: false }];
    }),
  ),
  customers: Object.entries(customers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { deposits, loans, settlement }]) => [
      id,
      balanceIn(deposits),
      balanceIn(loans),
      balanceIn(settlement),
    ]),
  ...(offBalance === 'told' && {
    offBalance: Object.entries(customers).flatMap(([id, { 'off-balance': part }]): [string, string][] =>
      part === undefined ? [] : [[id, balanceIn(part)]],
    ),
  }),
  ...(flows !== 'none' && {
    flows: {
      settlement: Object.entries(flows).map(([id, written]): [string, string, string] => {
        const own = readAmounts(balanceIn(written));
        const of = (currency: string) => plain(toHundredths(own.get(currency) ?? new Decimal('0')));
        return [id, of('USD'), of('CNY')];
      }),
    },
  }),
  measures: Object.entries(measures).map(([measure, quarter]) => ({
    measure,
    unit: 'CNY',
    quarter: balanceIn(quarter),
    year: null,
  })),
});

const indicatorOf = (written: string, file: PolicyFile): string => {
  const spec: AnyColumn = tables.targets.columns.indicator;
  return String(cellOf(spec, written, new Decimal('1'), declaredWords(file)));
};

/** The warning's level; where that is a reading, the one in force on that quarter's last day. */
const levelOf = (rule: string, quarter: Quarter, policy: Policy): string => {
  const warning = policy.file.warnings.find((each) => each.rule === rule);
  if (!warning) throw new CaseFault({ zh: `政策没有预警“${rule}”`, en: `no warning ${rule}` });
  const { level, 'level-reading': reading } = warning;
  return reading === undefined
    ? level
    : parametersInForce(policy, lastDay(quarter)).parameters.choice(reading);
};

/** `7,999万 / 1亿`; an actual figure of `无` is not known. */
function completionIn(written: string): { actual: string | null; target: string } {
  const [actual = '', target = ''] = written.split(' / ');
  const figure = (text: string): string => exactPlaces(parseRatio(exact(text).toFixed()));
  return { actual: actual === '无' ? null : figure(actual), target: figure(target) };
}

/** `100万` in yuan, `USD 100` in dollars, or several joined by `+`. */
const balanceIn = (written = ''): string =>
  written === ''
    ? ''
    : written
        .split(' + ')
        .map((part) => {
          const [first = '', second] = part.split(' ');
          return second === undefined
            ? plain(toHundredths(exact(first)))
            : `${first} ${exact(second).toFixed()}`;
        })
        .join(' + ');
