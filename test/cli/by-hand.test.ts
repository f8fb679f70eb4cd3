/** Files that people write by hand and that mean harm: a bomb of aliases, a depth, a length, no file at all. Each is refused. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { appraise, type Ended } from './appraise.ts';
import { smallPackage } from './small-package.ts';

/** Each line ten times the line before. */
const bomb = Array.from({ length: 30 }, (_, index) => {
  const [name, before] = [`a${index}`, index === 0 ? 'x' : `*a${index - 1}`];
  return `${name}: &${name} [${Array(10).fill(before).join(', ')}]\n`;
}).join('');

const texts: readonly (readonly [string, string])[] = [
  ['a bomb of aliases', bomb],
  ['one alias', 'period: &p 2026Q1\nchain-starts: *p\n'],
  ['a key that is a list', '? [a, b]\n: 1\n'],
  ...[100, 400, 600, 700, 760, 800, 2000, 100_000].map(
    (depth) => [`${depth} lists in one another`, `${'['.repeat(depth)}${']'.repeat(depth)}`] as const,
  ),
  ['maps in one another', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ['more than a megabyte', `# ${'x'.repeat(1024 * 1024)}\n`],
];

async function refused(args: readonly string[], status = 1): Promise<Ended> {
  const ended = await appraise(args);
  expect(ended.status, ended.err).toBe(status);
  return ended;
}

describe.each(texts)('%s', (_, text) => {
  test('as package.yaml', async () => {
    const folder = smallPackage(temporaryFolder(), '2026Q1');
    writeFileSync(join(folder, 'package.yaml'), text);
    await refused(['check', folder]);
  });

  test('as a bank profile', async () => {
    const folder = smallPackage(temporaryFolder(), '2026Q1');
    writeFileSync(join(folder, 'bank.yaml'), text);
    await refused(['check', folder]);
  });

  test('as a policy', async () => {
    const place = temporaryFolder();
    const policy = join(place, 'policy.yaml');
    writeFileSync(policy, text);
    await refused(['policy', 'check', policy]);
    await refused(['run', smallPackage(place, '2026Q1'), '--policy', policy, '--out', join(place, 'out')]);
  });
});

test('a policy with an alias is told where it stands and what to write', async () => {
  const policy = join(temporaryFolder(), 'policy.yaml');
  writeFileSync(policy, 'policy: &a x\nedition: *a\n');
  const { out } = await refused(['policy', 'check', policy]);
  expect(out).toMatch(/row 2, column “10”.*the alias \*a is not taken: write out what it stands for/);
});

describe.skipIf(process.platform === 'win32')('no file at all', () => {
  test.each(['/dev/zero', 'pipe', 'folder'])(
    '%s as a policy, a list of branches, a profile',
    async (name) => {
      const place = temporaryFolder();
      const folder = smallPackage(place, '2026Q1');
      mkdirSync(join(place, 'folder'));
      execFileSync('mkfifo', [join(place, 'pipe')]);
      const path = name.startsWith('/') ? name : join(place, name);
      const { err } = await refused(['policy', 'check', path], 74);
      expect(err).toContain(path);
      await refused(['rollup', folder, '--expect', path, '--out', join(place, 'all.xlsx')], 74);
      await refused(['check', folder, '--bank', path]);
    },
  );
});
