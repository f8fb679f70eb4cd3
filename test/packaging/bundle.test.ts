/** The single file: it runs on its own, and gives the very bytes that the sources give. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Carried, licencesOf } from '../../bin/packaging/carried.ts';
import { policyIds } from '../../src/policy/file.ts';
import { standingFolder } from '../archive/temporary.ts';
import { appraise, hashesOf } from '../cli/appraise.ts';
import { smallPackage } from '../cli/small-package.ts';
import { program } from '../program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { folder, remove } = standingFolder();
const file = join(folder, 'alone', 'appraise.mjs');

let carried: readonly Carried[];
beforeAll(async () => {
  const made = await program();
  cpSync(made.file, file);
  carried = made.carried;
});
afterAll(remove);

/** What it answers where nothing is but itself. */
const alone = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: join(file, '..'),
    encoding: 'utf8',
    env: { LANG: 'en_US.UTF-8' },
  });
  return { status, out: stdout, err: stderr };
};

test('it stands alone, and knows its version and the policies', async () => {
  expect(readdirSync(join(file, '..'))).toEqual(['appraise.mjs']);
  expect(alone('--version')).toEqual(await appraise(['--version']));
  const { out } = alone('policy', 'list', '--json');
  expect(JSON.parse(out).map(({ id }: { id: string }) => id)).toEqual(await policyIds());
});

test('a run and its close give the same bytes', async () => {
  const exports = smallPackage(folder, '2026Q1');
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  expect(alone('run', exports, '--out', one).status).toBe(0);
  await appraise(['run', exports, '--out', other]);
  expect(await hashesOf(one)).toEqual(await hashesOf(other));
  const closing = (run: string) => [
    ...['close', run, '--decisions', join(run, 'decisions.xlsx'), '--out', `${run}-closed`],
  ];
  expect(alone(...closing(one)).status).toBe(0);
  await appraise(closing(other));
  expect(await hashesOf(`${one}-closed`)).toEqual(await hashesOf(`${other}-closed`));
});

test('an old .xls is read in a process of its own', async () => {
  const exports = join(folder, 'xls', '2026Q1');
  mkdirSync(exports, { recursive: true });
  cpSync(join(root, 'test', 'intake', 'files', 'two-row-header-97.xls'), join(exports, '存款.xls'));
  const answer = alone('check', exports);
  expect(answer).toEqual(await appraise(['check', exports]));
  expect(answer.out).toContain('存款.xls, sheet “Sheet1” → Deposits');
});

test('the licence of every package in it goes with it, and no package is without one', () => {
  const text = readFileSync(file, 'utf8');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const ids = carried.map(({ name, version }) => `${name} ${version}`);
  expect(ids).toEqual(
    expect.arrayContaining(Object.entries(dependencies).map(([name, version]) => `${name} ${version}`)),
  );
  expect(carried.filter(({ licence, texts }) => licence === '' || texts.length === 0)).toEqual([]);
  expect(text).toContain(licencesOf(carried).replaceAll('*/', '* /'));
});

test('where a package leaves the choice of its licence, it says which one was taken', () => {
  const choices = carried.filter(({ licence }) => licence.includes(' OR '));
  expect(choices.map(({ name, taken }) => [name, taken])).toEqual([
    ['jszip', 'MIT'],
    ['pizzip', 'MIT'],
  ]);
  expect(licencesOf(choices)).toContain('(MIT OR GPL-3.0-or-later); carried here under MIT');
});

test('what is not used is not carried', () => {
  const names = carried.map(({ name }) => name);
  for (const unused of ['unzipper', 'archiver', 'fast-csv', 'readable-stream', 'dayjs'])
    expect(names).not.toContain(unused);
});
