/** Periods at the ends of the calendar, numbers without end: a refusal or an answer, never a fault of the tool. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

interface Named {
  readonly code: string;
}

async function codesOf(folder: string, ...more: readonly string[]): Promise<readonly [number, string[]]> {
  const { status, out } = await appraise(['check', folder, '--json', ...more]);
  const { problems } = JSON.parse(out) as { problems: readonly Named[] };
  return [status, problems.map(({ code }) => code)];
}

describe.each(['0000Q1', '9999Q4', '1899Q4', '2100Q1'])('%s is no period', (quarter) => {
  test('in package.yaml', async () => {
    const folder = smallPackage(temporaryFolder(), '2026Q1');
    writeFileSync(join(folder, 'package.yaml'), `period: ${quarter}\n`);
    expect(await codesOf(folder)).toEqual([1, expect.arrayContaining(['settings.invalid-value'])]);
  });

  test('as the name of the folder', async () => {
    const place = temporaryFolder();
    const folder = join(place, quarter);
    renameSync(smallPackage(place, '2026Q1'), folder);
    expect(await codesOf(folder)).toEqual([1, expect.arrayContaining(['period.unknown'])]);
  });

  test('on the command line', async () => {
    const folder = smallPackage(temporaryFolder(), '2026Q1');
    expect((await appraise(['check', folder, '--period', quarter])).status).toBe(2);
  });
});

test.each(['1900Q1', '2099Q4'])('%s is one', async (quarter) => {
  const place = temporaryFolder();
  const policy = join(place, 'policy.yaml');
  const boxed = new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url);
  writeFileSync(policy, readFileSync(boxed, 'utf8').replaceAll('2000-01-01', '1900-01-01'));
  const folder = smallPackage(place, quarter);
  expect((await codesOf(folder, '--policy', policy))[0]).toBe(0);
  expect((await appraise(['run', folder, '--policy', policy, '--out', join(place, 'out')])).status).toBe(0);
});

test.each(['settlement.csv', 'deposits.csv', 'targets.csv', 'fx.csv'])('400 digits in %s', async (file) => {
  const digits = '9'.repeat(400);
  const changes: Readonly<Record<string, readonly [string, string]>> = {
    'settlement.csv': ['800000,', `${digits},`],
    'deposits.csv': ['60000000,20000000', `${digits},20000000`],
    'targets.csv': ['90000000,', `${digits},`],
    'fx.csv': ['710', digits],
  };
  const folder = smallPackage(temporaryFolder(), '2026Q1', (name, text) =>
    name === file ? text.replace(...(changes[file] ?? ['', ''])) : text,
  );
  expect(await codesOf(folder)).toEqual([1, expect.arrayContaining(['cell.not-a-number'])]);
  const out = join(folder, '..', 'out');
  expect((await appraise(['run', folder, '--out', out, '--lenient'])).status).toBe(file === 'fx.csv' ? 1 : 0);
});

test.each(['9'.repeat(30), `0.${'0'.repeat(19)}1`])('an amount and a rate of %s', async (number) => {
  const place = temporaryFolder();
  const folder = smallPackage(place, '2026Q1', (file, text) => {
    if (file === 'fx.csv') return text.replace('710,100', `${number},1`);
    return file === 'deposits.csv' ? text.replaceAll('60000000', number) : text;
  });
  expect((await appraise(['run', folder, '--out', join(place, 'out')])).status).toBe(0);
});

test.each([
  ['CNY 5,000,000', `CNY ${'9'.repeat(400)}`],
  ['CNY 5,000,000', `CNY 9${',999'.repeat(133)}`],
  ['80%', `${'9'.repeat(400)}%`],
  ['80%', `80.${'9'.repeat(400)}%`],
  ['value: 6\n', `value: 1${'0'.repeat(300)}\n`],
  ['value: 6\n', 'value: 100001\n'],
])('a policy with another %s (%#)', async (from, to) => {
  const place = temporaryFolder();
  const policy = join(place, 'policy.yaml');
  const boxed = readFileSync(
    new URL('../../src/policies/grade-regulation/policy.yaml', import.meta.url),
    'utf8',
  );
  const changed = boxed.replace(from, to);
  expect(changed === boxed).toBe(false);
  writeFileSync(policy, changed);
  const folder = smallPackage(place, '2026Q1');
  expect((await codesOf(folder, '--policy', policy))[0]).toBe(1);
  expect((await appraise(['policy', 'check', policy])).status).toBe(1);
});

test.each([
  ['2025Q4', 0],
  ['2026Q1', 0],
  ['2026Q2', 1],
  ['2027Q1', 1],
])('a chain that starts in %s, run in 2026Q1: %s', async (chainStarts, status) => {
  const folder = smallPackage(temporaryFolder(), '2026Q1');
  writeFileSync(join(folder, 'package.yaml'), `chain-starts: ${chainStarts}\n`);
  expect((await codesOf(folder))[0]).toBe(status);
});

test('a blank amount in a foreign currency is 0, in the record as well', async () => {
  const place = temporaryFolder();
  const folder = smallPackage(place, '2026Q1', (_, text) => text.replace('3000000,3000000\n', ',\n'));
  const out = join(place, 'out');
  expect((await appraise(['run', folder, '--out', out])).status).toBe(0);
  const { customers } = JSON.parse(readFileSync(join(out, 'next-quarter.json'), 'utf8')).managers.find(
    ({ managerId }: { managerId: string }) => managerId === '0002',
  );
  expect(JSON.stringify(customers)).toContain('USD 0');
});
