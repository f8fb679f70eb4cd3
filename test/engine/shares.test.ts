/** Shared accounts: each row repeats the whole, the parts add up to it to the cent, and no branch total moves. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditRows } from '../../src/engine/credit.ts';
import { dollarsOf, yuanOf } from '../../src/model/credited.ts';
import { warningsOf } from '../../src/model/entries.ts';
import { Decimal } from '../../src/model/money.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { appraised, managerIn } from './support/appraised.ts';
import { type Given, packageOf } from './support/package.ts';

const split = (whole: Given<'deposits'>, shares: Readonly<Record<string, string>>): Given<'deposits'>[] =>
  Object.entries(shares).map(([manager_id, share]) => ({
    account: 'A1',
    ...whole,
    manager_id,
    share: parseRatio(share),
  }));

const partsOf = (deposits: readonly Given<'deposits'>[], column = 'year_avg') =>
  creditRows(packageOf({ deposits })).deposits.map((each) => yuanOf(each)[column]);

describe('a part is the rounded running total less the one before', () => {
  test.each([
    [1n, [1n, 0n]],
    [101n, [51n, 50n]],
    [-1n, [-1n, 0n]],
    [-101n, [-51n, -50n]],
    [0n, [0n, 0n]],
  ])('half of %s cents each', (year_avg, parts) => {
    expect(partsOf(split({ year_avg }, { '0001': '0.5', '0002': '0.5' }))).toEqual(parts);
  });

  test.each([
    // 33.33, then 66.66, then 100: rounded at each step.
    [10_000n, [3333n, 3333n, 3334n]],
    [100n, [33n, 34n, 33n]],
    [1n, [0n, 1n, 0n]],
    [-100n, [-33n, -34n, -33n]],
    [1_000_001n, [333_300n, 333_301n, 333_400n]],
  ])('33.33 %%, 33.33 %%, 33.34 %% of %s cents', (year_avg, parts) => {
    expect(partsOf(split({ year_avg }, { '0001': '0.3333', '0002': '0.3333', '0003': '0.3334' }))).toEqual(
      parts,
    );
  });

  test('in ascending manager id, whatever the order of the rows', () => {
    const rows = split({ year_avg: 1n }, { '0002': '0.5', '0001': '0.5' });
    expect(partsOf(rows)).toEqual([0n, 1n]);
    expect(partsOf(rows.toReversed())).toEqual([1n, 0n]);
  });

  test('ids are compared as text', () => {
    expect(partsOf(split({ year_avg: 1n }, { '9': '0.5', '10': '0.5' })).toSorted()).toEqual([0n, 1n]);
    const [nine, ten] = split({ year_avg: 1n }, { a9: '0.5', a10: '0.5' });
    expect(partsOf([nine ?? {}, ten ?? {}])).toEqual([0n, 1n]);
  });

  test('two accounts of a customer are shared each for itself', () => {
    const first = split({ year_avg: 1n }, { '0001': '0.5', '0002': '0.5' });
    const second = first.map((row) => ({ ...row, account: 'A2' }));
    expect(partsOf([...first, ...second])).toEqual([1n, 0n, 1n, 0n]);
  });

  test('without an account number: the same customer, currency and kind', () => {
    const rows = split({ account: '', year_avg: 1n }, { '0001': '0.5', '0002': '0.5' });
    const otherKind = rows.map((row) => ({ ...row, kind: '协议存款' }));
    expect(partsOf([...rows, ...otherKind])).toEqual([1n, 0n, 1n, 0n]);
  });

  test('a missing column stays missing', () => {
    const deposits = split({ year_avg: 1n }, { '0001': '0.5', '0002': '0.5' });
    const pkg = packageOf({ deposits }, { without: ['deposits.prior_year_avg'] });
    expect(creditRows(pkg).deposits.map((each) => yuanOf(each).prior_year_avg)).toEqual([null, null]);
  });
});

/** Shares of 1 to 5 managers in hundredths of a percent, that total 100 %. */
const shares = fc
  .array(fc.integer({ min: 1, max: 3000 }), { minLength: 0, maxLength: 4 })
  .map((parts) => [...parts, 10_000 - parts.reduce((sum, part) => sum + part, 0)])
  .filter((parts) => (parts.at(-1) ?? 0) > 0)
  .map((parts) => parts.map((part) => new Decimal(String(part)).div('10000')));
const anyAmount = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });

test('splitting an account changes no total, and no part is a cent off', () => {
  fc.assert(
    fc.property(shares, anyAmount, anyAmount, (split, year_avg, quarter_avg) => {
      const deposits = split.map((share, index) => ({
        manager_id: `000${index}`,
        account: 'A1',
        year_avg,
        quarter_avg,
        share: parseRatio(share.toFixed()),
      }));
      const rows = creditRows(packageOf({ deposits })).deposits;
      for (const [column, whole] of Object.entries({ year_avg, quarter_avg })) {
        const parts = rows.map((each) => yuanOf(each)[column] ?? 0n);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(whole);
        for (const [index, part] of parts.entries()) {
          const exact = new Decimal(String(whole)).times(split[index] ?? '0');
          expect(exact.minus(String(part)).abs().lte('1')).toBe(true);
        }
      }
    }),
  );
});

test('settlement is shared in yuan and in dollars', () => {
  const whole = { reference: 'T1', currency: 'CNY', year_amount: 1001n };
  const rows = creditRows(
    packageOf({
      settlement: [
        { ...whole, manager_id: '0001', share: parseRatio('0.5') },
        { ...whole, manager_id: '0002', share: parseRatio('0.5') },
      ],
    }),
  ).settlement;
  expect(rows.map((each) => yuanOf(each).year_amount)).toEqual([501n, 500n]);
  // 10.01 yuan at 7 is 1.43 dollars: 0.715 is 0.72, and the rest.
  expect(rows.map((each) => dollarsOf(each)?.year_amount)).toEqual([72n, 71n]);
});

test('counts and days are not shared; greater than 0 is asked of the whole', () => {
  const loan = { overdue_amount: 1n, overdue_days: 30, share: parseRatio('0.5') };
  const appraisal = appraised(
    packageOf({
      roster: [{ manager_id: '0001' }, { manager_id: '0002' }],
      loans: [
        { ...loan, manager_id: '0001' },
        { ...loan, manager_id: '0002' },
      ],
    }),
  );
  for (const id of ['0001', '0002']) {
    const outcome = (rule: string) =>
      warningsOf(managerIn(appraisal, id)).find((each) => each.rule === rule)?.outcome;
    expect([outcome('admonition.credit-risk'), outcome('admonition.credit-month')]).toEqual([
      'triggered',
      'triggered',
    ]);
  }
  expect(appraisal.watchList.map(({ loanId, managerId }) => `${loanId} ${managerId}`)).toEqual([
    'L1 0001',
    'L1 0002',
  ]);
});

test("a customer counts by the manager's own part", () => {
  const shared = (share: string) =>
    managerIn(
      appraised(
        packageOf({
          roster: [{ manager_id: '0001' }, { manager_id: '0002' }],
          deposits: split({ year_avg: 1_000_000_000n }, { '0001': share, '0002': String(1 - Number(share)) }),
        }),
      ),
    ).customers.map(({ deposits, countedFor }) => [deposits, countedFor.includes('senior')]);
  expect(shared('0.5')).toEqual([[500_000_000n, true]]);
  expect(shared('0.25')).toEqual([[250_000_000n, false]]);
});
