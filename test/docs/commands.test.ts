/**
 * Every command that the manual shows is one: the blocks of each page run in a folder as the manual has it, with a
 * small branch's year as the bank's quarters; commands within the prose are known, with their options.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standingFolder } from '../archive/temporary.ts';
import { appraise } from '../cli/appraise.ts';
import { smallPackage } from '../cli/small-package.ts';
import { program } from '../program.ts';
import { quarters } from '../runs/sample.ts';
import { blocksIn, pages, proseIn, root } from './manual.ts';

/** Commands that end otherwise than with 0: a comparison that finds something. */
const otherwise: readonly (readonly [RegExp, status: number])[] = [
  [/^diff /, 3],
  [/^policy diff /, 3],
];

const { folder, remove } = standingFolder();
afterAll(remove);

const tools = join(folder, 'tools');
const desk = join(folder, 'desk');
const calls = join(tools, 'calls');

const bash = (script: string, cwd: string) =>
  spawnSync('bash', ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: `${tools}:${process.env.PATH}`, LANG: 'zh_CN.UTF-8', CALLS: calls },
  });

/** The policy with the change that the manual speaks of. */
function ownPolicy(): string {
  const text = readFileSync(join(root, 'src/policies/grade-regulation/policy.yaml'), 'utf8');
  const before = 'third: "CNY 38,000,000"';
  if (!text.includes(before)) throw new Error(`the policy has no ${before}`);
  return text.replace(before, 'third: "CNY 45,000,000"');
}

/** The manager of whom the manual speaks. */
const asTheManual = (_: string, text: string): string => text.replaceAll('0002', '0012');

beforeAll(async () => {
  mkdirSync(desk, { recursive: true });
  mkdirSync(tools);
  // It answers 0 whatever comes of a command, and writes down what did.
  const script = `#!/bin/sh
"${process.execPath}" "${(await program()).file}" "$@"
echo "$? $*" >> "$CALLS"
`;
  writeFileSync(join(tools, 'appraise'), script);
  chmodSync(join(tools, 'appraise'), 0o755);
  symlinkSync(join(root, 'samples'), join(desk, 'samples'));
  writeFileSync(join(desk, 'my-policy.yaml'), ownPolicy());
  const run = (exports: string, result: string) =>
    bash(`appraise run ${exports} --out results/${result} --archive results --quiet`, desk);
  mkdirSync(join(desk, 'results'));
  for (const quarter of quarters) {
    smallPackage(desk, quarter, asTheManual);
    run(quarter, quarter);
    if (quarter !== '2026Q3') continue;
    const more = (text: string): string => text.replace('41000000', '1000000');
    smallPackage(join(desk, 'corrected'), quarter, (file, text) => more(asTheManual(file, text)));
    run(`corrected/${quarter}`, `${quarter}-corrected`);
  }
}, 300_000);

/** What runs well on one page runs well on every other: the pages of the two languages show the same commands. */
const ran = new Set<string>();
const withCommands = [...pages].filter(([, text]) => blocksIn(text, 'sh').length > 0);

test.each(withCommands)('the blocks of %s', (page, text) => {
  for (const [index, block] of blocksIn(text, 'sh').entries()) {
    if (ran.has(block)) continue;
    const place = join(folder, `${page.replaceAll('/', '-')}-${index}`);
    cpSync(desk, place, { recursive: true, verbatimSymlinks: true });
    const lines = block.split('\n').filter((line) => /^(?:appraise|for|mkdir) /.test(line));
    writeFileSync(calls, '');
    const { status, stderr } = bash(lines.join('\n'), place);
    expect(status, stderr).toBe(0);
    const ended = readFileSync(calls, 'utf8').trimEnd().split('\n').filter(Boolean);
    expect(ended.length, block).toBeGreaterThanOrEqual(
      lines.filter((line) => line.startsWith('appraise')).length,
    );
    for (const each of ended) {
      const [, code, args = ''] = /^(\d+) (.*)$/.exec(each) ?? [];
      const expected = otherwise.find(([pattern]) => pattern.test(args))?.[1] ?? 0;
      expect(Number(code), `${page}: appraise ${args}\n${stderr}`).toBe(expected);
    }
    ran.add(block);
  }
});

test.each(withCommands)('what %s shows is run here, or is a script of the package', (_, text) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const line of blocksIn(text, 'sh').join('').split('\n').filter(Boolean))
    expect(line).toMatch(/^(?:appraise|for|mkdir|npm|npx|sha256sum) /);
  const named = [...text.matchAll(/npm (?:run ([a-z]+)|(start|test))\b/g)].map(([, a, b]) => a ?? b);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

/** `appraise run …` within a sentence: its command, and the options that stand with it. */
const inProse = (text: string): string[] =>
  [...proseIn(text).matchAll(/`(appraise [a-z][^`]*)`/g)].map(([, line = '']) => line);

test.each([...pages].filter(([, text]) => inProse(text).length > 0))(
  'the commands within the sentences of %s',
  async (_, text) => {
    const { out: all } = await appraise(['--help']);
    for (const line of inProse(text)) {
      const [, name = '', under = ''] = line.split(' ');
      expect(all, line).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
      const { out: help } = await appraise([name, ...(name === 'policy' ? [under] : []), '--help']);
      for (const option of line.match(/--[a-z-]+/g) ?? []) expect(help, line).toContain(option);
    }
  },
);

test('what the manual shows of an answer is what is answered', () => {
  const shown =
    blocksIn(pages.get('docs/policy.md') ?? '', '').find((block) => block.includes('丁如晦')) ?? '';
  const { stdout } = bash('appraise simulate samples/2026Q1 --policy my-policy.yaml --lang en', desk);
  const lines = shown.split('\n').filter((line) => line !== '' && line !== '…');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(stdout).toContain(line);
});
