/** Every judgement of the sample quarters, of the schemes' samples and of another bank follows from its own reason. */
import { describe, expect, test } from 'vitest';
import { follows } from '../../src/model/judgement.ts';
import { allFindings, unfollowed } from '../engine/support/unfollowed.ts';
import { appraisedSample, otherSamples, quarters, sampleYear } from './sample.ts';

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

  test.each(otherSamples)('in %s', async (folder, policy) => {
    const appraisal = await appraisedSample(folder, policy);
    expect(allFindings(appraisal).length).toBeGreaterThan(0);
    expect(unfollowed(appraisal)).toEqual([]);
  });
});
