/** The second fee where the bank has filled in its standard for some grades only. */
import { expect, test } from 'vitest';
import { allowanceOf } from '../../src/model/entries.ts';
import type { Policy } from '../../src/model/policy.ts';
import { appraised, managerIn } from './support/appraised.ts';
import { packageOf } from './support/package.ts';
import { gradeRegulation } from './support/policy.ts';

const { file } = gradeRegulation;
const fee = file.parameters['fee-other'];
if (!fee) throw new Error('no second fee');
const forSecond: Policy = {
  ...gradeRegulation,
  file: {
    ...file,
    parameters: {
      ...file.parameters,
      'fee-other': { ...fee, 'by-grade': { second: 'CNY 40' } },
    },
  },
};

test.each([
  // 3 × 200 and 3 × 40
  ['second all quarter', { grade: 'second' }, 720_00n, 120_00n],
  ['third, for which nothing is filled in', { grade: 'third' }, 480_00n, null],
  // 160 + (14 × 160 + 17 × 200) ÷ 31 + 200; what the fee of the third grade was is not known
  [
    'third until 14 August',
    { grade: 'second', grade_since: '2026-08-15', former_grade: 'third' },
    541_94n,
    null,
  ],
] as const)('%s', (_, manager, amount, otherFee) => {
  const pkg = packageOf({ roster: [manager] }, { period: '2026Q3' });
  expect(allowanceOf(managerIn(appraised(pkg, { policy: forSecond })))).toMatchObject({ amount, otherFee });
});
