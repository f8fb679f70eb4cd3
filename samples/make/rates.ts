// Exchange rates of the four quarters, quoted in yuan per 100. The dollar falls all year.

import type { Four } from './calendar.ts';

export const RATES: readonly (readonly [currency: string, rates: Four<string>])[] = [
  ['USD', ['710.00', '708.50', '705.00', '702.00']],
  ['EUR', ['770.00', '772.00', '775.00', '780.00']],
  ['HKD', ['91.20', '91.00', '90.60', '90.30']],
];
