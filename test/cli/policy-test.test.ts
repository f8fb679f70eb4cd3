/** `appraise policy test`: a bank's own cases, what comes out otherwise with its line, and what is no case. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { appraise } from './appraise.ts';

const sample = fileURLToPath(new URL('../../samples/another-bank/', import.meta.url));
const cases = readFileSync(join(sample, 'policy.cases.yaml'), 'utf8');

/** The sample's policy with these cases beside it. */
function beside(text: string): string {
  const folder = temporaryFolder();
  cpSync(join(sample, 'policy.yaml'), join(folder, 'policy.yaml'));
  writeFileSync(join(folder, 'policy.cases.yaml'), text);
  return join(folder, 'policy.yaml');
}

/** The cases with something else in a place. */
function changed(before: string, after: string): string {
  if (!cases.includes(before)) throw new Error(`nothing changed: ${before}`);
  return cases.replace(before, after);
}

test('cases that come out', async () => {
  const { status, out, err } = await appraise(['policy', 'test', join(sample, 'policy.yaml')]);
  expect([status, err]).toEqual([0, '3 cases, 0 of them not as expected\n']);
  expect(out).toMatch(/policy\.cases\.yaml deposits and the level: 3 cases, all as expected\n$/);
});

test('a case that does not: its line, the place, what was expected and found', async () => {
  const file = beside(changed('decision: keep', 'decision: down'));
  const { status, out, err } = await appraise(['policy', 'test', file]);
  expect([status, err]).toEqual([3, '3 cases, 1 of them not as expected\n']);
  expect(out).toContain('line 17: 7 nobody falls below the lowest level');
  expect(out).toContain('decision: expected down, found keep');
  const chinese = await appraise(['policy', 'test', file, '--lang', 'zh']);
  expect(chinese.out).toContain('decision：应为 down，得出 keep');
});

test('a policy that was changed: what its cases say of it', async () => {
  const file = beside(cases);
  writeFileSync(file, readFileSync(file, 'utf8').replace('value: "30%"', 'value: "20%"'));
  const { status, out } = await appraise(['policy', 'test', file, '--json']);
  const [{ cases: tried }] = JSON.parse(out);
  expect([status, tried.map(({ passes }: { passes: boolean }) => passes)]).toEqual([3, [false, true, true]]);
  expect(tried[0].checks).toEqual([
    { place: 'expert deposits', expected: 'met', found: 'unmet', agrees: false },
  ]);
});

describe('a case that cannot be tried says why, and the others are', () => {
  test.each([
    ['a figure that is none', 'year_avg: 1万', 'year_avg: 很多', 'not a number: 很多'],
    ['a word of no column', 'grade: assistant', 'grade: 五级', 'not a choice: 五级'],
    ['a place that there is not', 'decision to', 'decision colour', 'the case looks at what does not exist'],
    [
      'a reading that the policy lacks',
      'article: "7"',
      'article: "7"\n    readings: { no-such: x }',
      'no parameter no-such',
    ],
  ])('%s', async (_, before, after, says) => {
    const { status, out } = await appraise(['policy', 'test', beside(changed(before, after))]);
    expect([status, out]).toEqual([3, expect.stringContaining(says)]);
    expect(out).toContain('3 cases, 1 not as expected');
  });
});

describe('what is no case is refused in its place', () => {
  test.each([
    ['an unknown key', 'expect:', 'expects:', 23, 'expects'],
    ['an unknown column', 'year_avg: 1万', 'year_average: 1万', 22, 'year_average'],
    ['X that stands nowhere', 'year_avg: X', 'year_avg: 5', 13, 'no X'],
    ['X that decides nothing', '9,999,998.00: unmet', '9,999,998.00: met', 14, 'X decides nothing'],
    ['a quarter that is none', 'manager: { grade: assistant }', 'period: 2026Q5', 21, 'a quarter such as'],
  ])('%s', async (_, before, after, row, says) => {
    const { status, out, err } = await appraise(['policy', 'test', beside(changed(before, after))]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(`row ${row}`);
    expect(err).toContain(says);
    const chinese = await appraise(['policy', 'test', beside(changed(before, after)), '--lang', 'zh']);
    expect(chinese.err).toContain('案例的');
  });
});

test('which cases: a file, a folder, none beside it', async () => {
  const file = join(sample, 'policy.yaml');
  const folder = temporaryFolder();
  expect((await appraise(['policy', 'test', file, folder])).status).toBe(2);
  mkdirSync(join(folder, 'more'));
  for (const name of ['b.yaml', 'a.yaml']) writeFileSync(join(folder, name), cases);
  const { status, err } = await appraise(['policy', 'test', file, folder]);
  expect([status, err]).toEqual([0, '6 cases, 0 of them not as expected\n']);
  expect((await appraise(['policy', 'test', 'grade-regulation'])).status).toBe(2);
  expect((await appraise(['policy', 'test', file, join(folder, 'c.yaml')])).status).not.toBe(70);
});
