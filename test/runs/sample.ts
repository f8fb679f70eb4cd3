/**
 * The sample year, read and appraised quarter by quarter as a chain, and the samples of the other policies, for the tests
 * that look at their results.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { recordOf } from '../../src/archive/record.ts';
import { appraise } from '../../src/engine/index.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { QuarterRecord } from '../../src/model/history.ts';
import { wordsTogether } from '../../src/model/policy/declared-words.ts';
import { loadPolicy } from '../../src/policy/file.ts';
import { readPackage } from '../intake/read.ts';

export const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
export const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'] as const;
export type SampleQuarter = (typeof quarters)[number];

export interface SampleRun {
  readonly appraisal: Appraisal;
  /** What the engine remarked. */
  readonly problems: readonly Diagnostic[];
}

let runs: Promise<ReadonlyMap<SampleQuarter, SampleRun>> | undefined;

/** The four runs by quarter, made once for all the test files of a worker. */
export const sampleRuns = (): Promise<ReadonlyMap<SampleQuarter, SampleRun>> => {
  runs ??= runYear();
  return runs;
};

/** A sample that does not run whole is a fault of the test. */
async function runYear(): Promise<ReadonlyMap<SampleQuarter, SampleRun>> {
  const { policy } = await loadPolicy('grade-regulation');
  if (!policy) throw new Error('the policy in the box does not load');
  const year = new Map<SampleQuarter, SampleRun>();
  const history: QuarterRecord[] = [];
  for (const quarter of quarters) {
    const pkg = await readPackage(`${samples}${quarter}`);
    const errors = pkg.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
    const { appraisal, problems } = appraise(pkg, [policy], history, { lenient: false });
    if (!appraisal) throw new Error(`${quarter} is not appraised`);
    year.set(quarter, { appraisal, problems });
    history.push(recordOf(appraisal, history));
  }
  return year;
}

/** The four appraisals alone. */
export const sampleYear = async (): Promise<ReadonlyMap<SampleQuarter, Appraisal>> =>
  new Map([...(await sampleRuns())].map(([quarter, { appraisal }]) => [quarter, appraisal]));

/** The samples of the other policies: the package, and the policy by its id or its file. */
export const otherSamples: readonly (readonly [folder: string, policy: string])[] = [
  ...readdirSync(`${samples}schemes`).map((policy) => [`schemes/${policy}/2026Q4`, policy] as const),
  ['another-bank/2026Q3', `${samples}another-bank/policy.yaml`],
];

export async function appraisedSample(folder: string, asked: string): Promise<Appraisal> {
  const { policy } = await loadPolicy(asked);
  if (!policy) throw new Error(`${asked} does not load`);
  const pkg = await readPackage(`${samples}${folder}`, { declared: wordsTogether([policy]) });
  const { appraisal } = appraise(pkg, [policy], [], { lenient: false });
  if (!appraisal) throw new Error(`${folder} is not appraised`);
  return appraisal;
}
