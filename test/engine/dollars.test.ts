/** Settlement in US dollars: yuan ÷ the package's own rate, half-up to the cent at each row. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditRows } from '../../src/engine/credit.ts';
import { dollarsOf } from '../../src/model/credited.ts';
import { Decimal } from '../../src/model/money.ts';
import { appraised, findingsOf, managerIn } from './support/appraised.ts';
import { packageOf } from './support/package.ts';

const inDollars = (yuan: bigint, rate: string): bigint | null | undefined => {
  const settlement = [{ currency: 'CNY', year_amount: yuan }];
  const [only] = creditRows(packageOf({ settlement }, { rates: { USD: rate } })).settlement;
  return only && dollarsOf(only)?.year_amount;
};

test.each([
  [700n, '7', 100n],
  [4n, '8', 1n], // 0.5 of a cent
  [-4n, '8', -1n],
  [3n, '8', 0n],
  [-3n, '8', 0n],
  [712_34n, '7.1234', 10_000n],
  // 1/3 of a cent under the half: to more places than a cent first, it would be rounded twice.
  [10n, '20.0000000000000000000001', 0n],
  [10n, '20', 1n],
  [0n, '7', 0n],
])('%s cents of a yuan at %s', (yuan, rate, dollars) => {
  expect(inDollars(yuan, rate)).toBe(dollars);
});

test('never further off than half a cent, and the half goes away from zero', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.integer({ min: 10_000, max: 150_000 }),
      (yuan, tenThousandths) => {
        const rate = new Decimal(String(tenThousandths)).div('10000');
        const dollars = new Decimal(String(inDollars(yuan, rate.toFixed())));
        const off = dollars.times(rate).minus(String(yuan)).times('2');
        expect(off.abs().lte(rate)).toBe(true);
        if (off.abs().eq(rate))
          expect(
            dollars
              .abs()
              .times(rate)
              .gt(String(yuan < 0n ? -yuan : yuan)),
          ).toBe(true);
      },
    ),
  );
});

test('the thresholds in dollars are unknown without a dollar rate, never taken in yuan', () => {
  const settlement = [{ currency: 'CNY', year_amount: 10n ** 13n }];
  const deposits = [{ year_avg: 10n ** 10n }];
  const findings = findingsOf(
    managerIn(appraised(packageOf({ roster: [{}], deposits, settlement }, { rates: {} }))),
  );
  expect(findings.get('third/business/settlement')?.outcome).toBe('unknown');
  expect(findings.get('fourth/business/settlement')?.outcome).toBe('met');
});
