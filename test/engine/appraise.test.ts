/** Who is appraised, who is left out and why, and what is shown of each figure. */

import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { allowanceOf } from '../../src/model/entries.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { appraised, findingsOf, managerIn } from './support/appraised.ts';
import { recordOf } from './support/history.ts';
import { packageOf } from './support/package.ts';
import { withParameters } from './support/policy.ts';

const idsOf = (appraisal: ReturnType<typeof appraised>) => ({
  appraised: appraisal.managers.map(({ manager }) => manager.manager_id),
  leftOut: appraisal.notAppraised.map(({ managerId, problems }) => [managerId, problems[0]?.zh]),
});

test('those on duty, by id', () => {
  const roster = [
    { manager_id: '10' },
    { manager_id: '9', status: 'standby' as const },
    { manager_id: '08' },
    { manager_id: '7', status: 'left' as const },
  ];
  expect(idsOf(appraised(packageOf({ roster })))).toEqual({
    appraised: ['08', '10'],
    leftOut: [
      ['7', '离岗'],
      ['9', '待岗'],
    ],
  });
});

test('every series, or those that the policy says', () => {
  const pkg = packageOf({ roster: [{ manager_id: '1' }, { manager_id: '2', series: 'personal' }] });
  expect(idsOf(appraised(pkg)).appraised).toEqual(['1', '2']);
  const policy = withParameters({ 'appraised-series': ['corporate'] });
  expect(idsOf(appraised(pkg, { policy }))).toEqual({
    appraised: ['1'],
    leftOut: [['2', '所属条线不参加考核']],
  });
});

describe('lenient', () => {
  const problem = (severity: Diagnostic['severity'], managers: readonly string[]): Diagnostic => ({
    severity,
    code: 'amount.not-a-number',
    at: { file: 'deposits.csv', row: 3 },
    value: '一百',
    message: { zh: '不是数字', en: 'not a number' },
    hint: { zh: '改正', en: 'correct it' },
    managers,
  });
  const pkg = packageOf(
    { roster: [{ manager_id: '1' }, { manager_id: '2' }, { manager_id: '3' }] },
    { problems: [problem('error', ['2']), problem('warning', ['3'])] },
  );

  test('leaves out whom an error touches, with the reason', () => {
    expect(idsOf(appraised(pkg, { lenient: true }))).toEqual({
      appraised: ['1', '3'],
      leftOut: [['2', '不是数字']],
    });
  });

  test('only when asked', () => {
    expect(idsOf(appraised(pkg)).appraised).toEqual(['1', '2', '3']);
  });
});

test('customers, and the grades that count them', () => {
  const { customers } = managerIn(
    appraised(
      packageOf({
        roster: [{}],
        deposits: [
          { customer_id: 'C2', customer_name: '乙公司', year_avg: 300_000_000n },
          { customer_id: 'C1', customer_name: '甲公司', year_avg: 49_999_999n },
        ],
        loans: [{ customer_id: 'C3', customer_name: '丙公司', year_avg: 5n }],
      }),
    ),
  );
  expect(customers).toEqual([
    { id: 'C1', name: '甲公司', deposits: 49_999_999n, loans: 0n, countedFor: [] },
    {
      id: 'C2',
      name: '乙公司',
      deposits: 300_000_000n,
      loans: 0n,
      countedFor: ['first', 'second', 'third', 'fourth', 'trainee'],
    },
    { id: 'C3', name: '丙公司', deposits: 0n, loans: 5n, countedFor: [] },
  ]);
});

describe('where a figure comes from', () => {
  const given = {
    roster: [{}],
    deposits: [
      { customer_id: 'C1', account: 'A1', year_avg: 600_000_000n },
      { customer_id: 'C1', account: 'A2', year_avg: 1n, kind: '协议存款' },
      { customer_id: 'C2', account: 'A3', year_avg: 1n },
    ],
    adjustments: [
      { customer_id: 'C1', amount: parseRatio('0.05') },
      { customer_id: 'C2', amount: parseRatio('0.07') },
      { amount: parseRatio('0.03') },
      { indicator: 'loans' as const, amount: parseRatio('0.09') },
    ],
  };
  const finding = findingsOf(managerIn(appraised(packageOf(given)))).get('senior/business/deposits');

  test('the rows that were added up, and those only', () => {
    expect(finding?.observed?.quantity).toEqual({ kind: 'amount', unit: 'CNY', value: 600_000_008n });
    const origin = finding?.observed?.origin;
    if (origin?.kind !== 'measure') throw new Error('no measure');
    expect(origin.customersFrom).toBe(500_000_000n);
    expect(origin.rows.list().map(({ table, rows }) => [table, rows.map(({ row }) => row)])).toEqual([
      ['deposits', [2]],
      ['adjustments', [4, 2]],
    ]);
  });

  test('the parameter it is held against', () => {
    expect(finding?.threshold?.origin).toMatchObject({
      kind: 'parameter',
      parameter: 'deposits-total',
      edition: expect.any(String),
    });
  });

  const largestOf = (figures: Readonly<Record<string, bigint>>) => {
    const deposits = Object.entries(figures).map(([customer_id, year_avg]) => ({ customer_id, year_avg }));
    const findings = findingsOf(managerIn(appraised(packageOf({ roster: [{}], deposits }))));
    const origin = findings.get('senior/business/deposits')?.parts[0]?.observed?.origin;
    if (origin?.kind !== 'measure') throw new Error('no measure');
    return origin;
  };

  test.each([
    [{ C3: 700_000_000n, C2: 600_000_000n }, 'C3'],
    [{ C2: 600_000_000n, C3: 700_000_000n, C1: 650_000_000n }, 'C3'],
    [{ C3: 600_000_000n, C2: 600_000_000n }, 'C2'],
    [{ C2: 600_000_000n, C3: 600_000_000n }, 'C2'],
  ])('the largest customer of %o is %s; of equals the first by id', (figures, customerId) => {
    const origin = largestOf(figures);
    expect(origin.customerId).toBe(customerId);
    const rows = origin.rows.list().flatMap(({ rows }) => rows);
    expect(rows.map(({ row }) => Object.keys(figures)[row - 2])).toEqual([customerId]);
  });
});

test('credit items at risk, each row under its own table', () => {
  const findings = findingsOf(
    managerIn(
      appraised(
        packageOf({
          roster: [{}],
          events: [{ date: '2026-01-05', kind: 'admonished' }],
          loans: [{ arrears_days: 1 }],
          classification: [{ class: 'loss', balance: 1n }],
        }),
      ),
    ),
  );
  const origin = findings.get('warning/accountability.unresolved-credit/1')?.observed?.origin;
  if (origin?.kind !== 'rows') throw new Error('no rows');
  expect(origin.rows.list().map(({ table, rows }) => [table, rows.length])).toEqual([
    ['loans', 1],
    ['classification', 1],
  ]);
});

test('the chain of quarters: used, missing, taken as clean', () => {
  const chainOf = (chainStarts: string | null) =>
    appraised(packageOf({ roster: [{}] }, { period: '2026Q4', chainStarts }), {
      history: [recordOf('2025Q4', []), recordOf('2026Q2', [])],
    }).chain;
  expect(chainOf(null)).toEqual({
    archived: ['2025Q4', '2026Q2'],
    missing: ['2026Q1', '2026Q3'],
    takenAsClean: [],
  });
  expect(chainOf('2026Q2')).toEqual({
    archived: ['2025Q4', '2026Q2'],
    missing: ['2026Q3'],
    takenAsClean: ['2026Q1'],
  });
});

test('an archive of this quarter or a later one is not looked at', () => {
  const signs = { arrears: { shown: ['L1'], unknown: false } };
  const late = (period: string) =>
    appraised(packageOf({ roster: [{}], loans: [{}] }), {
      history: [recordOf('2026Q1', [{}]), recordOf('2026Q2', [{}]), recordOf(period, [{ signs }])],
    });
  for (const period of ['2026Q3', '2026Q4']) {
    expect(late(period).chain.archived).toEqual(['2026Q1', '2026Q2']);
    expect(findingsOf(managerIn(late(period))).get('fourth/credit.no-arrears')?.outcome).toBe('met');
  }
});

test('what a later quarter will ask of this one: the loans that show each sign', () => {
  const given = {
    roster: [{}],
    loans: [{ loan_id: 'L2', arrears_days: 1 }, { loan_id: 'L1', arrears_days: 1 }, { loan_id: 'L3' }],
    classification: [{ loan_id: 'L3', class: 'loss' as const, balance: 1n }],
  };
  const { signs } = managerIn(appraised(packageOf(given, { without: ['loans.advance_amount'] })));
  expect(signs).toMatchObject({
    arrears: { shown: ['L1', 'L2'], unknown: false },
    overdue: { shown: [], unknown: false },
    advance: { shown: [], unknown: true },
    'bad-class-came': { shown: ['L3'], unknown: false },
  });
});

test.each([
  ['2026-03-31', ['2026-03-31']],
  ['2026-01-01', []],
  ['2026-01-02', ['2026-01-02']],
  ['2026-09-30', ['2026-09-30']],
])('the admonition of %s halves the allowance of the third quarter: %s', (date, expected) => {
  const allowance = allowanceOf(
    managerIn(appraised(packageOf({ roster: [{}], events: [{ date, kind: 'admonished' }] }))),
  );
  expect(allowance?.halvedBy.map((event) => event.date)).toEqual(expected);
  expect((allowance?.halvedDays ?? 0) > 0).toBe(expected.length > 0);
  expect(allowance?.months.map(({ days }) => days)).toEqual([31, 31, 30]);
});

test('unassigned customers with all that they hold in the package', () => {
  const { unassigned } = appraised(
    packageOf({
      roster: [{}],
      deposits: [
        { customer_id: 'C1', account: 'A1', year_avg: 20n },
        { customer_id: 'C1', account: 'A2', year_avg: 30n, manager_id: '' },
        { customer_id: 'C2', account: 'A3', year_avg: 40n },
        { customer_id: 'C3', account: 'A4', year_avg: 101n, manager_id: '', share: parseRatio('0.5') },
        { customer_id: 'C3', account: 'A4', year_avg: 101n, share: parseRatio('0.5') },
      ],
      loans: [{ customer_id: 'C1', year_avg: 50_000_000n, manager_id: '' }],
    }),
  );
  expect(
    unassigned.map(({ customerId, deposits, loans, forHr, rows }) => [
      customerId,
      deposits,
      loans,
      forHr,
      rows.length,
    ]),
  ).toEqual([
    ['C1', 50n, 50_000_000n, true, 2],
    ['C3', 101n, 0n, false, 1],
  ]);
});

test('two files for one table, of which one lacks a column', () => {
  const pkg = packageOf({
    roster: [{}],
    deposits: [
      { customer_id: 'C1', account: 'A1', year_avg: 600_000_000n },
      { customer_id: 'C1', account: 'A2', year_avg: 600_000_000n, kind: null },
    ],
  });
  const source = { file: 'deposits-2.csv', sheet: null };
  const [whole] = pkg.readings.filter(({ table }) => table === 'deposits');
  if (!whole) throw new Error('no reading');
  const lacking = { ...whole, source, columns: whole.columns.filter(({ column }) => column !== 'kind') };
  const appraisal = appraised({
    ...pkg,
    readings: [
      ...pkg.readings.filter((reading) => reading !== whole),
      { ...whole, rowsRead: 1, rowsKept: 1 },
      { ...lacking, rowsRead: 1, rowsKept: 1 },
    ],
    tables: {
      ...pkg.tables,
      deposits: pkg.tables.deposits.map((row) => (row.kind === null ? { ...row, source } : row)),
    },
  });
  const findings = findingsOf(managerIn(appraisal));
  const finding = findings.get('fourth/business/deposits');
  expect([finding?.outcome, finding?.missing.map(({ key }) => key)]).toEqual([
    'unknown',
    ['column:deposits.kind'],
  ]);
  expect(findings.get('fourth/business/new-deposits')?.outcome).toBe('unmet');
});

test('the watch list says of which customer and class each item is', () => {
  const { watchList } = appraised(
    packageOf({
      roster: [{}],
      loans: [
        { loan_id: 'L1', customer_id: 'C1', customer_name: '甲公司' },
        { loan_id: 'L2', customer_id: 'C2', customer_name: '乙公司', overdue_days: 1 },
      ],
      classification: [
        { loan_id: 'L1', customer_id: 'C1', class: 'normal', balance: 1n },
        { loan_id: 'L2', customer_id: 'C2', class: 'special-mention', balance: 1n },
        { loan_id: 'L3', customer_id: 'C3', class: 'loss', balance: 1n },
      ],
    }),
  );
  expect(
    watchList.map((item) => [item.loanId, item.customerId, item.customerName, item.class, item.managerName]),
  ).toEqual([
    ['L2', 'C2', '乙公司', 'special-mention', '某某'],
    ['L3', 'C3', '', 'loss', '某某'],
  ]);
});
