/** Every judgement of the sample quarters, of the schemes' samples and of another bank follows from its own reason. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { appraise } from '../../src/engine/index.ts';
import { readPackage } from '../../src/intake/index.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import { follows } from '../../src/model/judgement.ts';
import { wordsTogether } from '../../src/model/policy.ts';
import { loadPolicy } from '../../src/policy/file.ts';
import { allFindings, unfollowed } from '../engine/support/unfollowed.ts';
import { quarters, samples, sampleYear } from './sample.ts';

async function appraised(folder: string, asked: string): Promise<Appraisal> {
  const { policy } = await loadPolicy(asked);
  const pkg = await readPackage(folder, { declared: wordsTogether(policy ? [policy.file] : []) });
  const { appraisal } = policy ? appraise(pkg, [policy], [], { lenient: false }) : { appraisal: null };
  if (!appraisal) throw new Error(`${folder} is not appraised`);
  return appraisal;
}

const schemes = readdirSync(`${samples}schemes`).map(
  (policy) => [policy, `${samples}schemes/${policy}/2026Q4`, policy] as const,
);

describe('what a judgement says of how it was reached leads to its outcome', () => {
  test('in the sample year', async () => {
    const year = await sampleYear();
    for (const quarter of quarters) {
      const appraisal = year.get(quarter);
      expect(appraisal && unfollowed(appraisal), quarter).toEqual([]);
      // Most are decided by figures and parts, not by records.
      const findings = appraisal ? allFindings(appraisal) : [];
      expect(findings.filter((each) => follows(each) !== null).length).toBeGreaterThan(findings.length / 2);
    }
  });

  test.each([
    ...schemes,
    ['another bank', `${samples}another-bank/2026Q3`, `${samples}another-bank/policy.yaml`] as const,
  ])('in %s', async (_, folder, policy) => {
    const appraisal = await appraised(folder, policy);
    expect(allFindings(appraisal).length).toBeGreaterThan(0);
    expect(unfollowed(appraisal)).toEqual([]);
  });
});
