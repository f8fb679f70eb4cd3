/** Completion of command lines: what bash, given the script, offers at the end of a line. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { policyIds } from '../../src/policy/file.ts';
import { appraise } from './appraise.ts';

const policies = await policyIds();
const { out: script } = await appraise(['completion', 'bash']);

/** The words offered for the last one of a line, which may have been begun. */
function offered(line: string): string[] {
  const words = line.split(' ');
  const ask = `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _appraise; echo "\${COMPREPLY[*]}"`;
  const answer = execFileSync('bash', ['-c', ask, 'bash', ...words], { encoding: 'utf8' });
  return answer.trim().split(' ').filter(Boolean);
}

describe.skipIf(spawnSync('bash', ['-c', 'true']).status !== 0)('in bash', () => {
  test.each([
    ['appraise ru', ['run']],
    ['appraise policy ', ['list', 'show', 'check', 'test', 'diff', 'upgrade']],
    ['appraise policy show g', ['grade-regulation']],
    ['appraise run 2026Q3 --le', ['--lenient']],
    ['appraise run 2026Q3 --lang ', ['zh', 'en']],
    ['appraise simulate 2026Q3 --against ', policies],
    ['appraise completion ', ['bash', 'zsh', 'powershell']],
    // File names are the shell's own.
    ['appraise run 20', []],
    ['appraise policy show --on ', []],
  ])('%s', (line, words) => {
    expect(offered(line)).toEqual(words);
  });
});

test('zsh is told the same', async () => {
  const { out } = await appraise(['completion', 'zsh']);
  const cases = (text: string): string =>
    text.slice(text.indexOf('case "$at:$prev"'), text.lastIndexOf('esac'));
  expect(cases(out)).toBe(cases(script));
  expect(out).toMatch(/^#compdef appraise\n/);
});

test('PowerShell is told the same words for the same places', async () => {
  const { out } = await appraise(['completion', 'powershell']);
  const there = [...out.matchAll(/^ {4}'([^']*)' = @\((.*)\)$/gm)].map(([, where = '', words = '']) => [
    where,
    [...words.matchAll(/'([^']*)'/g)].map(([, word]) => word),
  ]);
  const here = [...script.matchAll(/^ +'([^']*)'\*?\) found='(.*)' ;;$/gm)].map(
    ([, where = '', words = '']) => [where, words.split(' ').filter(Boolean)],
  );
  expect(there.length).toBeGreaterThan(40);
  expect(Object.fromEntries(there)).toEqual(Object.fromEntries(here));
  // In a table of PowerShell a key stands once, and case does not tell keys apart.
  const keys = there.map(([where]) => String(where).toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
});

test('another shell: 2, with those that there are', async () => {
  const { status, err } = await appraise(['completion', 'fish']);
  expect(status).toBe(2);
  expect(err).toContain('bash, zsh, powershell');
});
