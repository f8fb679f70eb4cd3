/** Several policies in one run: each under its own id, in one archive, whatever their order on the command line. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Results, resultsSchema } from '../../src/model/results.ts';
import { policyIds } from '../../src/policy/file.ts';
import { standingFolder } from '../archive/temporary.ts';
import { appraise, hashesOf } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const { folder: place, remove } = standingFolder();
afterAll(remove);
const quarter = smallPackage(place, '2026Q1');
// Manager 0001 has the deposits of five stars; due loans are recovered, the interest is one cent short of 99 %.
writeFileSync(
  join(quarter, 'collections.csv'),
  'manager_id,due_principal,recovered_principal,interest_due,interest_received,interest_income,month_avg_loans\n' +
    '0001,1000000,1000000,100000,98999.99,1500000,10000000\n',
);
const run = (out: string, ...policies: string[]) =>
  appraise([
    ...['run', quarter, '--out', join(place, out), '--force'],
    ...policies.flatMap((policy) => ['--policy', policy]),
  ]);
const resultsIn = (out: string): Results =>
  resultsSchema.parse(JSON.parse(readFileSync(join(place, out, 'results.json'), 'utf8')));

beforeAll(async () => {
  const { status, err } = await run('both', 'stars-2011', 'grade-regulation');
  expect([status, status === 0 ? '' : err]).toEqual([0, '']);
});

test("each policy's results stand under its id, the grades where they always stood", () => {
  const { policies, managers, schemes } = resultsIn('both');
  expect(policies.map(({ id }) => id)).toEqual(['grade-regulation', 'stars-2011']);
  expect(managers.map(({ managerId, grades }) => [managerId, grades.length])).toEqual([
    ['0001', 5],
    ['0002', 5],
    ['0003', 6],
  ]);
  expect(Object.keys(schemes)).toEqual(['stars-2011']);
  const stars = schemes['stars-2011']?.stars?.entries.map(({ subject, verdict, missing }) => [
    subject,
    verdict,
    missing,
  ]);
  expect(stars).toEqual([
    ['0001', 'four-star', []],
    ['0002', null, ['row:collections']],
    ['0003', null, ['row:collections']],
  ]);
});

test('the order of the command line decides nothing', async () => {
  await run('other', 'grade-regulation', 'stars-2011');
  expect(await hashesOf(join(place, 'other'))).toEqual(await hashesOf(join(place, 'both')));
});

test('the archive keeps every policy, and can be run again', async () => {
  expect(Object.keys(await hashesOf(join(place, 'both')))).toEqual(
    expect.arrayContaining(['policies/grade-regulation.yaml', 'policies/stars-2011.yaml']),
  );
  const again = await appraise(['verify', join(place, 'both'), '--package', quarter]);
  expect([again.status, again.err]).toEqual([0, '']);
});

test('a policy that is lost from the archive is said to be lost', async () => {
  await run('lost', 'grade-regulation', 'stars-2011');
  appendFileSync(join(place, 'lost', 'policies', 'stars-2011.yaml'), '# changed\n');
  const { status, out } = await appraise(['verify', join(place, 'lost'), '--package', quarter]);
  expect([status, out]).toEqual([3, expect.stringContaining('policies/stars-2011.yaml')]);
});

test('two runs that differ in a star differ by manager and rule', async () => {
  const stricter = join(place, 'stricter.yaml');
  const text = readFileSync(join(place, 'both', 'policies', 'stars-2011.yaml'), 'utf8');
  writeFileSync(stricter, text.replace('four-star: "98%"', 'four-star: "99%"'));
  await run('stricter', 'grade-regulation', stricter);
  const { status, out } = await appraise(['diff', join(place, 'both'), join(place, 'stricter'), '--json']);
  expect(status).toBe(3);
  const { differences } = JSON.parse(out) as {
    differences: { managerId: string | null; path: string[]; before: string; after: string }[];
  };
  expect(differences).toContainEqual({
    managerId: '0001',
    path: ['schemes', 'stars-2011', 'stars', 'entries', '0001', 'verdict'],
    before: 'four-star',
    after: 'three-star',
  });
});

test('a run takes one policy with a ladder', async () => {
  const mine = join(place, 'mine.yaml');
  const text = readFileSync(join(place, 'both', 'policies', 'grade-regulation.yaml'), 'utf8');
  writeFileSync(mine, text.replace('policy: grade-regulation', 'policy: mine'));
  const { status, err } = await run('two', 'grade-regulation', mine);
  expect([status, err]).toEqual([2, expect.stringContaining('one policy with a ladder')]);
});

test('all the policies of the box at once', async () => {
  const ids = await policyIds();
  const { status, err } = await run('all', ...ids);
  expect([status, status === 0 ? '' : err]).toEqual([0, '']);
  // The one with a ladder first, the others by id.
  const others = ids.filter((id) => id !== 'grade-regulation');
  expect(resultsIn('all').policies.map(({ id }) => id)).toEqual(['grade-regulation', ...others]);
});
