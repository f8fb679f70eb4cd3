/** A wrong command line: exit status 2, said in the reader's language. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askedLang, localeLang } from '../../src/cli/language.ts';
import { periodAsked } from '../../src/cli/request.ts';
import { table, tree } from '../../src/cli/table.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { appraise, sample } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const package_ = sample('2026Q1');

const twice = (policy: string): string[] => ['--policy', policy, '--policy', policy];

describe('a wrong command line', () => {
  test.each([
    [[], 'Usage'],
    [['rum'], "unknown command 'rum'"],
    [['run', '--out', 'x'], "missing required argument 'package'"],
    [['run', package_], "required option '--out <dir>'"],
    [['run', package_, '--out', 'x', '--colour'], "unknown option '--colour'"],
    [['run', package_, '--out', 'x', '--lang', 'fr'], "'fr' is invalid"],
    [['run', package_, '--out', 'x', '--threads', '0'], '--threads is "0"; write a whole number'],
    [['run', package_, '--out', 'x', '--threads', '2.5'], '--threads is "2.5"'],
    [['run', package_, '--out', 'x', '--period', '2026Q5'], '"2026Q5" is not a quarter'],
    [['run', '/nowhere/at/all', '--out', 'x'], 'there is no folder /nowhere/at/all'],
    [['run', package_, '--out', 'x', '--archive', '/nowhere'], 'there is no folder /nowhere'],
    [['run', package_, '--out', 'x', ...twice('stars-2011')], '"stars-2011" is given twice'],
    [['simulate', package_, '--policy', 'stars-2011', '--against', 'grade-regulation'], 'nothing in common'],
    [['run', package_, '--out', join(package_, 'out')], 'it must not be inside the package'],
    [['explain', package_, '0001'], 'there is no result in'],
  ])('%j', async (args, says) => {
    const { status, err, out } = await appraise(args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  test('in Chinese where the locale is neither Chinese nor English', async () => {
    const { status, err } = await appraise(['run', package_, '--out', 'x', '--forse'], { LANG: 'C' });
    expect([status, err]).toEqual([2, '错误 没有选项 --forse（是否应为 --force）\n']);
  });
});

test('--help and --version are no errors', async () => {
  const help = await appraise(['run', '--help', '--lang', 'zh']);
  expect([help.status, help.err]).toEqual([0, '']);
  expect(help.out).toContain('检查并考核');
  expect((await appraise(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('an unknown policy is among the problems, with the nearest in the box', async () => {
  const out = join(temporaryFolder(), 'out');
  const { status, err } = await appraise(['run', package_, '--out', out, '--policy', 'grade-regulatoin']);
  expect(status).toBe(1);
  expect(err).toContain('grade-regulation');
});

test('a fault of the machine: 74, what it means and what to do, and the stack for whoever asks', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const args = ['run', smallPackage(folder, '2026Q1'), '--out', join(folder, 'file', 'out')];
  const { status, err } = await appraise([...args, '--quiet']);
  expect(status).toBe(74);
  expect(err).toContain('a part of the path is a file, not a folder (ENOTDIR)');
  expect(err).not.toContain('fault of the tool');
  expect((await appraise(args, { LANG: 'en', DEBUG: '1' })).err).toContain('    at ');
});

describe('the language', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'C' }, 'zh'],
    [{}, 'zh'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, 'zh'],
  ])('%j speaks %s', (env, lang) => {
    expect(localeLang(env)).toBe(lang);
  });
  test('--lang is seen before the arguments are parsed', () => {
    expect(askedLang(['run', '--lang', 'en'])).toBe('en');
    expect(askedLang(['run', '--lang=zh'])).toBe('zh');
    expect(askedLang(['run', '--lang', 'fr'])).toBeUndefined();
  });
});

describe('text on a terminal', () => {
  test('a Chinese character is two columns wide', () => {
    const lines = table(
      [
        ['等级', 'n'],
        ['一级', '10'],
        ['x', '2'],
      ],
      ['left', 'right'],
    );
    expect(lines).toEqual(['等级   n', '────  ──', '一级  10', 'x      2']);
  });
  test('a tree', () => {
    const leaf = (text: string) => ({ text, below: [] });
    expect(tree([{ text: 'a', below: [leaf('b'), leaf('c')] }, leaf('d')])).toEqual([
      '├─ a',
      '│  ├─ b',
      '│  └─ c',
      '└─ d',
    ]);
  });
});

test.each([
  ['2026Q4', '2026Q4'],
  ['2026年4季度', '2026Q4'],
  ['202612', '2026Q4'],
])('--period %s', (period, quarter) => expect(periodAsked({ period })).toBe(quarter));

test('a period is nothing but a quarter', () => {
  expect(() => periodAsked({ period: 'x2026Q4' })).toThrow();
});
