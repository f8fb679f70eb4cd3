/** As it is built, and as a single file, the tool makes many workbooks in threads: the very bytes that one thread makes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { coresAllowed } from '../../src/run/cores.ts';
import { standingFolder } from '../archive/temporary.ts';
import { program } from '../program.ts';
import { hashesOf } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { folder, remove } = standingFolder();
afterAll(remove);

/** Ninety more managers like the first of the small package. */
const exports = smallPackage(folder, '2026Q1', (file, text) => {
  const [header, first = '', ...others] = text.trimEnd().split('\n');
  const copy = (_: unknown, index: number): string =>
    first.replaceAll(/\b(?:0001|[CAL]1)\b/g, (id) =>
      id === '0001' ? String(1000 + index) : `${id}-${index}`,
    );
  const many = /roster|deposits/.test(file) ? Array.from({ length: 90 }, copy) : [];
  return [header, first, ...others, ...many, ''].join('\n');
});

/** Runs the program of a file; answers how many threads it began. */
const run = (file: string, out: string, ...more: readonly string[]): number => {
  const count = `process.on('worker', () => process.stderr.write('[a thread]'))`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(count)}`, file];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...args, 'run', exports, '--out', out, '--quiet', ...more],
    {
      encoding: 'utf8',
    },
  );
  expect(status, stderr).toBe(0);
  return stderr.split('[a thread]').length - 1;
};

test.each(['as built', 'as a single file'])('%s', async (kind) => {
  const place = join(folder, kind);
  const file = kind === 'as built' ? built(place) : (await program()).file;
  const [here, alone] = [join(place, 'here'), join(place, 'alone')];
  expect(run(file, here)).toBe(Math.min(coresAllowed(), 2) - 1);
  expect(run(file, alone, '--threads', '1')).toBe(0);
  expect(await hashesOf(here)).toEqual(await hashesOf(alone));
});

function built(place: string): string {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // The types are checked elsewhere.
  const args = ['-p', join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', join(place, 'dist')];
  execFileSync(process.execPath, [compiler, ...args]);
  for (const beside of ['node_modules', 'package.json', 'src'])
    symlinkSync(join(root, beside), join(place, beside));
  return join(place, 'dist', 'cli', 'bin.js');
}
