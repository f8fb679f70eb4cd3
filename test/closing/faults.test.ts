/** `close` on a disk that is full, or whose files are open elsewhere: what stood there stands, and nothing else. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { disk } from '../../src/archive/disk.ts';
import { systemFault } from '../archive/system-fault.ts';
import { standingFolder } from '../archive/temporary.ts';
import { appraise, hashesOf } from '../cli/appraise.ts';
import { smallPackage } from '../cli/small-package.ts';

const { folder, remove } = standingFolder();
const run = join(folder, 'run');
const close = (out: string, ...more: string[]) =>
  appraise(['close', run, '--decisions', join(run, 'decisions.xlsx'), '--out', join(folder, out), ...more]);

beforeAll(async () => {
  const { status, err } = await appraise(['run', smallPackage(folder, '2026Q4'), '--out', run]);
  if (status !== 0) throw new Error(err);
  const closed = await close('closed');
  if (closed.status !== 0) throw new Error(closed.err);
});
afterEach(() => vi.restoreAllMocks());
afterAll(remove);

/** From the n-th call on the disk refuses. */
function refuse(name: 'write' | 'rename', from: number, code: string) {
  const work = disk[name].bind(disk) as (...given: readonly unknown[]) => never;
  let count = 0;
  vi.spyOn(disk, 'wait').mockImplementation(() => {});
  return vi.spyOn(disk, name).mockImplementation((...given: readonly unknown[]) => {
    count += 1;
    if (count >= from) throw systemFault(code, String(given[0]));
    return work(...given);
  });
}

test.each([
  ['full at the first file', 'write', 1, 'ENOSPC'],
  ['full at the third', 'write', 3, 'ENOSPC'],
  ['a file open elsewhere', 'rename', 1, 'EBUSY'],
] as const)('%s', async (_, call, from, code) => {
  const before = hashesOf(join(folder, 'closed'));
  const there = readdirSync(folder).sort();
  const spy = refuse(call, from, code);
  const fresh = await close('fresh');
  expect(spy.mock.calls.length).toBeGreaterThanOrEqual(from);
  const again = await close('closed', '--force');
  vi.restoreAllMocks();
  expect([fresh.status, again.status]).toEqual([74, 74]);
  expect(fresh.err + again.err).not.toContain('fault of the tool');
  expect(existsSync(join(folder, 'fresh', 'manifest.json'))).toBe(false);
  expect(hashesOf(join(folder, 'closed'))).toEqual(before);
  // A whole result that only could not be moved into its place is kept beside it, and named.
  const left = readdirSync(folder).filter((name) => !there.includes(name) && name !== 'fresh');
  expect(left).toHaveLength(call === 'rename' ? 2 : 0);
  for (const name of left) expect(fresh.err + again.err).toContain(name);
});
