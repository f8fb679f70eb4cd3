/** `appraise explain`: the reasoning as a tree, from the archive alone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standingFolder } from '../archive/temporary.ts';
import { appraise, sample } from './appraise.ts';

const { folder, remove } = standingFolder();
const run = join(folder, '2026Q4');

beforeAll(async () => {
  const { status, err } = await appraise(['run', sample('2026Q4'), '--out', run]);
  if (status !== 0) throw new Error(err);
});
afterAll(remove);

const explain = (...args: string[]) => appraise(['explain', run, ...args]);

test('rule, article, figure, threshold, gap and source rows', async () => {
  const { status, out } = await explain('0012');
  expect(status).toBe(0);
  for (const part of [
    '[deposits]',
    '(Art. 11.2(1)①)',
    'observed CNY',
    'threshold CNY',
    'gap CNY',
    '.xlsx',
    'row ',
  ])
    expect(out).toContain(part);
});

test('one rule, one grade, one warning, the proposal', async () => {
  const rule = await explain('0012', 'deposits');
  expect(rule.out.match(/\[deposits\]/g)).toHaveLength(5);
  expect(rule.out).not.toContain('[tenure]');
  expect((await explain('0012', 'third')).out).toContain('[floor]');
  expect((await explain('0012', 'admonition.below-80')).out).toContain('Art. 20(3)');
  expect((await explain('0012', 'decision')).out).toContain('[dismiss]');
});

test('in Chinese too', async () => {
  expect((await explain('0012', '--lang', 'zh')).out).toContain('现聘 三级客户经理');
});

test('--json gives the same as data', async () => {
  const { out } = await explain('0012', 'floor', '--json');
  const { managerId, sections } = JSON.parse(out);
  expect(managerId).toBe('0012');
  expect(sections.at(-1).parts[0]).toMatchObject({ rule: 'floor', article: '9.2' });
});

test('takes a name, and helps with what it does not know', async () => {
  expect((await explain('白鹤鸣', 'floor')).out).toContain('0012');
  expect(await explain('0099')).toMatchObject({ status: 2, err: expect.stringContaining('nearest: 00') });
  expect(await explain('0012', 'depsits')).toMatchObject({
    status: 2,
    err: expect.stringContaining('nearest: deposits'),
  });
});

test('a manager who was not appraised: why', async () => {
  const { notAppraised } = JSON.parse(readFileSync(join(run, 'results.json'), 'utf8'));
  const { status, out } = await explain(notAppraised[0].managerId);
  expect([status, out]).toEqual([0, expect.stringContaining('was not appraised')]);
});

test('an explanation that was changed is not shown', async () => {
  const path = join(run, 'explanations', '0001.json');
  writeFileSync(path, `${readFileSync(path, 'utf8')} `);
  const { status, err } = await explain('0001');
  expect([status, err]).toEqual([1, expect.stringContaining('archive.changed-file')]);
});
