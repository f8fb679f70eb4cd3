/** What a later quarter needs of this one is kept exactly, by currency. */
import { describe, expect, test } from 'vitest';
import { emptyPortfolio } from '../../src/engine/credit.ts';
import type { Portfolio } from '../../src/model/appraisal.ts';
import { figuresOfCustomers, quarterRecord, readAmounts, writeAmounts } from '../../src/model/history.ts';
import { Decimal } from '../../src/model/money.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { recordOf } from '../engine/support/history.ts';
import { type Given, packageOf } from '../engine/support/package.ts';

describe('amounts by currency', () => {
  test.each(['', '12345678.90', 'USD 100.5', '12.00 + EUR 1 + USD 100.5', '-3.00 + USD -0.015'])(
    '%s is written as it was read',
    (text) => {
      expect(writeAmounts(readAmounts(text))).toBe(text);
    },
  );

  test('yuan without its code', () => {
    expect([...readAmounts('12.00 + USD 100.5')]).toEqual([
      ['CNY', new Decimal('12.00')],
      ['USD', new Decimal('100.5')],
    ]);
  });
});

test('a record of the tests is a record of the archive', () => {
  const record = recordOf('2026Q2', [{ customers: [['甲', '1.00', '', 'USD 2']] }]);
  expect(quarterRecord.parse(record)).toEqual(record);
});

describe('figures of customers', () => {
  const portfolioOf = (deposits: readonly Given<'deposits'>[]): Portfolio => ({
    ...emptyPortfolio(),
    deposits: packageOf({ deposits }).tables.deposits,
  });

  test('by customer id, each currency in its own amount', () => {
    const portfolio = portfolioOf([
      { customer_id: '乙', end_balance: 100n },
      { customer_id: '甲', end_balance: 150n },
      { customer_id: '甲', currency: 'USD', end_balance: 70n, exported: { end_balance: '0.1' } },
      { customer_id: '甲', currency: 'USD', end_balance: 70n, exported: { end_balance: '0.25' } },
    ]);
    expect(figuresOfCustomers(portfolio)).toEqual([
      ['乙', '1.00', '', ''],
      ['甲', '1.50 + USD 0.35', '', ''],
    ]);
  });

  test("a foreign account that is shared: the manager's part of the exported amount", () => {
    const portfolio = portfolioOf([
      { currency: 'USD', share: parseRatio('0.3333'), end_balance: 70n, exported: { end_balance: '100' } },
    ]);
    expect(figuresOfCustomers(portfolio)).toEqual([['甲', 'USD 33.33', '', '']]);
  });
});
