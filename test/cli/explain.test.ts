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
  // In five grades, and in the plan of the quarter and of the year.
  const rule = await explain('0012', 'deposits');
  expect(rule.out.match(/\[deposits\]/g)).toHaveLength(7);
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
  expect(sections[0].parts[0]).toMatchObject({ rule: 'floor', article: '9.2' });
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

test('asked in the words that people know it by', async () => {
  const zh = async (...words: string[]) => (await explain('0003', ...words, '--lang', 'zh')).out;
  expect(await zh('连续两季未完成任务')).toContain('[yellow.two-quarters]');
  // With or without the article's own words, whatever the width of its brackets, or as several arguments.
  for (const words of [['21(1)'], ['第21（1）条'], ['第', '21(1)', '条']]) {
    const out = await zh(...words);
    expect(out).toContain('[yellow.two-quarters]');
    expect(out).not.toContain('[yellow.floor]');
  }
  expect(await zh('低聘')).toMatch(/聘任建议.*[\s\S]*低聘 \[downgrade\]/);
  expect(await zh('预警')).toContain('[yellow.floor]');
  expect((await explain('0003', 'Warnings')).out).toContain('[yellow.floor]');
});

test('words that fit several things list them', async () => {
  const { status, err } = await explain('0003', '存款', '--lang', 'zh');
  expect(status).toBe(2);
  expect(err).toMatch(/日均存款（不含协议存款） \[deposits\] 11\.2\(1\)①\n.*新增日均存款 \[new-deposits\]/);
});

test('and each by its own name, not by what else it is found by', async () => {
  const { err } = await explain('0034', '等级管理', '--lang', 'zh');
  const lines = err.split('\n').map((line) => line.trim());
  expect(lines).toContain('预警 [warnings]');
  expect(err).not.toContain('Customer manager grade regulation');
});

test('an allowance: the days, the event that halves it, the articles, the rate', async () => {
  const { managers } = JSON.parse(readFileSync(join(run, 'results.json'), 'utf8'));
  const halved = managers.find(
    (each: { allowance: { halvedDays: number } }) => each.allowance.halvedDays > 0,
  );
  const { out } = await explain(halved.managerId, '费用补贴', '--lang', 'zh');
  expect(out).toContain(`减半天数：${halved.allowance.halvedDays}天`);
  expect(out).toMatch(/2026-1\d：3\d 天，其中减半 \d+ 天/);
  expect(out).toMatch(/第 24 条/);
  expect(out).toMatch(/减半天数：\d{4}-\d{2}-\d{2}.*\n.*第 \d+ 行/);
});
