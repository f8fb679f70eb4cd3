/**
 * A thousand packages that nobody thought of, in two halves for two cores. `RANDOM_SEED=417 npx vitest run test/random`
 * tries one of them again.
 */
import { expect, test } from 'vitest';
import { intakeProblems } from '../../src/intake/problems.ts';
import { answered, commanded } from './property.ts';

/** One of so many goes through the commands as well, from arguments to files. */
const commandEvery = 50;
/** Of one of so many the workbooks are put together. */
const workbooksEvery = 10;

export function packages(first: number, last: number): void {
  const asked = process.env.RANDOM_SEED;
  if (asked !== undefined) {
    test.runIf(Number(asked) >= first && Number(asked) <= last)(`seed ${asked}`, async () => {
      await answered(Number(asked), true);
      await commanded(Number(asked));
    });
    return;
  }
  const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);

  test(`packages ${first} to ${last} are answered`, { timeout: 600_000 }, async () => {
    const seen = new Set<string>();
    let appraised = 0;
    for (const seed of seeds) {
      const { codes, appraisal } = await answered(seed, seed % workbooksEvery === 0);
      for (const code of codes) seen.add(code);
      if (appraisal) appraised += 1;
    }
    // That they are no thousand times the same refusal.
    expect(appraised).toBeGreaterThan(seeds.length / 2);
    expect(appraised).toBeLessThan(seeds.length);
    const unseen = intakeProblems.filter(({ code }) => !seen.has(code));
    expect(unseen.length, unseen.map(({ code }) => code).join(' ')).toBeLessThan(intakeProblems.length / 6);
  });

  test(`${commandEvery} by ${commandEvery}, the three commands say the same`, {
    timeout: 600_000,
  }, async () => {
    for (const seed of seeds) if (seed % commandEvery === 0) await commanded(seed);
  });
}
