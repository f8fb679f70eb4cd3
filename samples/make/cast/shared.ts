// Accounts that two managers share: each manager's row repeats the whole amount, the shares total 100 %.

import type { Customer } from '../model.ts';
import { customer, deposit, loan, settled } from '../say.ts';

export interface Shared {
  /** Who shares, with the share as a fraction, by manager id; the first is named in the classification. */
  readonly owners: readonly (readonly [manager: string, share: number])[];
  readonly holds: Customer;
}

export const SHARED: readonly Shared[] = [
  // Half and half with an odd cent, opened this year: the cent decides 0019's grade, its absence 0020's.
  {
    owners: [
      ['0019', 0.5],
      ['0020', 0.5],
    ],
    holds: customer({ deposits: [deposit(20_000_000.01, { prior: null })] }),
  },
  // Sixty to forty: 6,000,000.02 and 4,000,000.01 of 10,000,000.03.
  {
    owners: [
      ['0028', 0.6],
      ['0029', 0.4],
    ],
    holds: customer({ deposits: [deposit(10_000_000.03)] }),
  },
  // One customer's account half and half; another's account, dollar loan and settlement sixty to forty.
  {
    owners: [
      ['0033', 0.5],
      ['0035', 0.5],
    ],
    holds: customer({ deposits: [deposit(3_000_000.01)] }),
  },
  {
    owners: [
      ['0033', 0.6],
      ['0035', 0.4],
    ],
    holds: customer({
      deposits: [deposit(1_200_000.05)],
      loans: [loan(500_000.05, { currency: 'USD', product: '进出口贸易融资' })],
      settlement: [settled('USD', [300_000.01, 310_000.03, 320_000.05, 330_000.07])],
    }),
  },
];
