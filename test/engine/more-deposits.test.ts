/** More deposits never lower a grade, so long as no customer brings losses of its own when it comes to count. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ranks } from '../../src/engine/context.ts';
import type { ManagerAppraisal } from '../../src/model/appraisal.ts';
import { floorOf, gradedOf, gradesOf } from '../../src/model/entries.ts';
import { appraised, managerIn } from './support/appraised.ts';
import { amount } from './support/arbitrary.ts';
import { type Given, packageOf } from './support/package.ts';
import { gradeRegulation, withParameters } from './support/policy.ts';

const ladder = ranks(gradeRegulation.file);
const rankOf = (appraised: ManagerAppraisal): number => {
  const { qualifiedGrade } = gradedOf(appraised);
  return qualifiedGrade === null ? ladder.length : ladder.indexOf(qualifiedGrade);
};

const customer = fc.constantFrom('C1', 'C2', 'C3', 'C4');
/** An account that has grown, or stayed, since last year. */
const grown: fc.Arbitrary<Given<'deposits'>> = fc
  .record({
    customer_id: customer,
    kind: fc.constantFrom('活期', '协议存款'),
    prior_year_avg: amount,
    growth: amount,
  })
  .map(({ growth, prior_year_avg, ...rest }) => ({
    ...rest,
    prior_year_avg,
    year_avg: prior_year_avg + growth,
  }));

const portfolio = fc.record({
  deposits: fc.array(grown, { minLength: 1, maxLength: 5 }),
  loans: fc.array(fc.record({ customer_id: customer, year_avg: amount }), { maxLength: 4 }),
  settlement: fc.array(fc.record({ customer_id: customer, year_amount: amount }), { maxLength: 4 }),
});

const readings = fc.record({
  'customers-scope': fc.constantFrom('all', 'deposits'),
  'customers-basis': fc.constantFrom('total', 'without-agreement'),
});

const numbered = (deposits: readonly Given<'deposits'>[]) =>
  deposits.map((row, index) => ({ ...row, account: `A${index}` }));

test('on an account, or a new one', () => {
  fc.assert(
    fc.property(portfolio, readings, grown, amount, fc.boolean(), (given, reading, opened, more, isNew) => {
      const [first, ...others] = given.deposits;
      const deposits = isNew
        ? [...given.deposits, opened]
        : [{ ...first, year_avg: (first?.year_avg ?? 0n) + more }, ...others];
      const policy = withParameters(reading);
      const [before, after] = [given.deposits, deposits].map((rows) =>
        managerIn(
          appraised(
            packageOf({ roster: [{}], ...given, deposits: numbered(rows) }, { chainStarts: '2026Q3' }),
            {
              policy,
            },
          ),
        ),
      );
      if (!before || !after) throw new Error('no appraisal');
      expect(rankOf(after)).toBeLessThanOrEqual(rankOf(before));
      for (const [index, { outcome }] of gradesOf(before).entries())
        if (outcome === 'met') expect(gradesOf(after)[index]?.outcome).toBe('met');
      if (floorOf(before)?.outcome === 'met') expect(floorOf(after)?.outcome).toBe('met');
    }),
    { numRuns: 300 },
  );
});

describe('the one exception, which follows from the text', () => {
  const grade = (small: bigint) =>
    gradedOf(
      managerIn(
        appraised(
          packageOf(
            {
              roster: [{}],
              deposits: [
                { customer_id: '甲', year_avg: 2_000_000_000n, prior_year_avg: 300_000_000n },
                // Fallen by 40 million since last year: not counted, it does no harm.
                { customer_id: '乙', year_avg: small, prior_year_avg: 4_000_000_000n },
              ],
            },
            { chainStarts: '2026Q3' },
          ),
        ),
      ),
    ).qualifiedGrade;

  test('a customer that comes to count brings its losses along', () => {
    expect(grade(49_999_999n)).toBe('third');
    expect(grade(50_000_000n)).toBe('fourth');
  });
});
