/** The sample year, read and appraised quarter by quarter as a chain, for the tests that look at its results. */
import { fileURLToPath } from 'node:url';
import { recordOf } from '../../src/archive/record.ts';
import { appraise } from '../../src/engine/index.ts';
import { readPackage } from '../../src/intake/index.ts';
import { loadPolicy } from '../../src/intake/policy-file.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import type { QuarterRecord } from '../../src/model/history.ts';

export const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
export const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'] as const;
export type SampleQuarter = (typeof quarters)[number];

/** The four appraisals by quarter; a sample that does not run whole is a fault of the test. */
export async function sampleYear(): Promise<ReadonlyMap<SampleQuarter, Appraisal>> {
  const { policy } = await loadPolicy('grade-regulation');
  if (!policy) throw new Error('the policy in the box does not load');
  const year = new Map<SampleQuarter, Appraisal>();
  const history: QuarterRecord[] = [];
  for (const quarter of quarters) {
    const pkg = await readPackage(`${samples}${quarter}`, {});
    const errors = pkg.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
    const { appraisal } = appraise(pkg, policy, history, { lenient: false });
    if (!appraisal) throw new Error(`${quarter} is not appraised`);
    year.set(quarter, appraisal);
    history.push(recordOf(appraisal, history));
  }
  return year;
}
