/** The single file: it runs on its own, and gives the very bytes that the sources give. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyIds } from '../../src/policy/file.ts';
import { standingFolder } from '../archive/temporary.ts';
import { appraise, hashesOf } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { folder, remove } = standingFolder();
const file = join(folder, 'alone', 'appraise.mjs');

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'bin', 'bundle.js'), file]);
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

test('a run gives the same bytes', async () => {
  const exports = smallPackage(folder, '2026Q1');
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  expect(alone('run', exports, '--out', one).status).toBe(0);
  await appraise(['run', exports, '--out', other]);
  expect(await hashesOf(one)).toEqual(await hashesOf(other));
});

test('an old .xls is read in a thread of its own', async () => {
  const exports = join(folder, 'xls', '2026Q1');
  mkdirSync(exports, { recursive: true });
  cpSync(join(root, 'test', 'intake', 'files', 'two-row-header-97.xls'), join(exports, '存款.xls'));
  const answer = alone('check', exports);
  expect(answer).toEqual(await appraise(['check', exports]));
  expect(answer.out).toContain('存款.xls, sheet “Sheet1” → Deposits');
});

test('the licence of every library goes with it', () => {
  const text = readFileSync(file, 'utf8');
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const [name, version] of Object.entries(dependencies))
    expect(text).toContain(`\n${name} ${version}: `);
});
