/**
 * Each policy of the other schemes runs from the command line on its own sample, and says what was worked out by hand:
 * `samples/schemes/<policy>/expected.yaml`, section by section, subject by subject.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { resultsSchema } from '../../src/model/results.ts';
import { policyIds } from '../../src/policy/file.ts';
import { appraise } from '../cli/appraise.ts';

const folder = new URL('../../samples/schemes/', import.meta.url).pathname;
const place = mkdtempSync(join(tmpdir(), 'schemes-'));
afterAll(() => rmSync(place, { recursive: true }));

/** `null`: not known. */
const figure = z.string().transform((written) => (written === 'null' ? null : written));
const expectedEntry = z.strictObject({
  /** The verdict's id; `unknown` or `not-applicable` where there is none. */
  verdict: z.string(),
  figures: z.record(z.string(), figure).default({}),
  missing: z.array(z.string()).optional(),
  lines: z.array(z.string()).optional(),
});
const expectedFile = z.record(z.string(), z.record(z.string(), expectedEntry));

const policies = readdirSync(folder).sort();

test('every policy without a ladder has a sample', async () => {
  expect(policies).toEqual((await policyIds()).filter((id) => id !== 'grade-regulation'));
});

describe.each(policies)('%s', (policy) => {
  const [quarter = ''] = readdirSync(join(folder, policy), { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => name);
  const run = (out: string) =>
    appraise(['run', join(folder, policy, quarter), '--policy', policy, '--out', join(place, out), '--json']);

  test('says what was worked out by hand', async () => {
    const { status, out, err } = await run(`${policy}-1`);
    expect([status, status === 0 ? '' : err]).toEqual([0, '']);
    const sections = resultsSchema.parse(JSON.parse(out)).schemes[policy] ?? {};
    const expected = expectedFile.parse(
      parse(readFileSync(join(folder, policy, 'expected.yaml'), 'utf8'), { schema: 'failsafe' }),
    );
    const entriesOf = (section: string) => sections[section]?.entries ?? [];
    const seen = Object.fromEntries(
      Object.entries(expected).map(([section, subjects]) => [
        section,
        Object.fromEntries(
          entriesOf(section).map((entry) => {
            const wanted = subjects[entry.subject];
            return [
              entry.subject,
              {
                verdict: entry.verdict ?? entry.outcome,
                figures: Object.fromEntries(
                  Object.keys(wanted?.figures ?? {}).map((id) => [id, entry.figures[id]?.value ?? null]),
                ),
                ...(wanted?.missing && { missing: entry.missing }),
                ...(wanted?.lines && {
                  lines: entry.lines.map(({ title, says }) => `${title} ${says}`.trim()),
                }),
              },
            ];
          }),
        ),
      ]),
    );
    expect(seen).toEqual(expected);
    expect(Object.keys(sections)).toEqual(Object.keys(expected));
  });

  test('gives the same bytes again', async () => {
    await run(`${policy}-2`);
    const bytes = (out: string, name: string) => readFileSync(join(place, out, name));
    for (const name of ['results.json', 'manifest.json', 'branch-summary.xlsx'])
      expect(bytes(`${policy}-2`, name).equals(bytes(`${policy}-1`, name)), name).toBe(true);
    expect(existsSync(join(place, `${policy}-2`, 'problems.csv'))).toBe(true);
  });
});
