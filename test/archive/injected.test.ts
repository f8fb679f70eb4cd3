/**
 * Every call to the system under a run's writing fails in turn: after each the old result or the new one is whole and
 * findable, a finished one is not lost, and the next run goes through.
 */
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archiveState } from '../../src/archive/index.ts';
import { readRun } from '../../src/archive/read.ts';
import { Staging } from '../../src/archive/staging.ts';
import { isSystemFault, SystemFault } from '../../src/model/system-fault.ts';
import { archivedRun } from './chain.ts';
import { type FailingDisk, type Failure, failingDisk } from './failing-disk.ts';
import { standingFolder } from './temporary.ts';

const files = ['next-quarter.json', 'manifest.json'];
const { folder: shelf, remove } = standingFolder();
const before = archivedRun(shelf, '2026Q1', { folder: 'before' });
/** The same quarter, made from something else. */
const after = archivedRun(shelf, '2026Q1', { folder: 'after', earlier: [before] });
/** What an earlier run finished and could not move in. */
const left = archivedRun(shelf, '2026Q2', { folder: 'left' });
const leftBeside = '.out.0a1b2c3d.new';
const bytes = new Map(files.map((name) => [name, readFileSync(join(shelf, 'after', name))]));
remove();

interface Written {
  readonly finished: boolean;
  readonly fault: Error | null;
}

/** Writes the new result as a run does. */
function written(out: string, disk: FailingDisk): Written {
  let staging: Staging | undefined;
  let finished = false;
  try {
    staging = new Staging({ given: out, path: out }, { disk });
    for (const [name, content] of bytes) staging.add(name, content);
    finished = true;
    staging.moveIn();
    return { finished, fault: null };
  } catch (fault) {
    if (fault instanceof SystemFault || isSystemFault(fault)) return { finished, fault };
    throw fault;
  } finally {
    staging?.release();
  }
}

/** The result that is found at a place, by its manifest, with every file as it was written; null: none is. */
async function found(out: string): Promise<string | null> {
  const run = (await readRun(out))?.value ?? null;
  if (run === null) return null;
  expect(await archiveState(run, () => {})).toEqual([]);
  return run.manifestHash;
}

const ways: readonly (readonly [string, Omit<Failure, 'from'>])[] = [
  ['once', { code: 'EIO' }],
  ['once, in a way that may pass', { code: 'EBUSY' }],
  ['once, though it was done', { code: 'EIO', done: true }],
  ['from then on', { code: 'ENOSPC', times: Number.POSITIVE_INFINITY }],
  ['whenever something is read', { code: 'EIO', times: Number.POSITIVE_INFINITY, only: ['read'] }],
];

describe.each(ways)('a call that fails %s', (_, failure) => {
  test.each([
    ['an empty place', false, false],
    ['the place of an earlier result', true, false],
    ['a place beside which a finished result was left', true, true],
  ])('on the way into %s', async (_place, replaces, isLeft) => {
    let from = 1;
    for (let reached = true; reached; from += 1) {
      const { folder, remove: clear } = standingFolder();
      const out = join(folder, 'results', 'out');
      if (replaces) archivedRun(join(folder, 'results'), '2026Q1', { folder: 'out' });
      if (isLeft) archivedRun(join(folder, 'results'), '2026Q2', { folder: leftBeside });
      const disk = failingDisk({ ...failure, from });
      const { finished, fault } = written(out, disk);
      reached = disk.calls() >= from;
      const what = `call ${from}: ${fault?.message}`;

      const now = await found(out);
      if (fault === null) expect(now, what).toBe(after.manifest);
      else if (replaces) expect([before.manifest, after.manifest], what).toContain(now);
      // Moved in after all or beside the place: what is finished is there.
      const beside = existsSync(join(folder, 'results')) ? readdirSync(join(folder, 'results')) : [];
      const kept = beside.filter((name) => name.endsWith('.new') && name !== leftBeside);
      const all = [now, ...(await Promise.all(kept.map((name) => found(join(folder, 'results', name)))))];
      if (finished) expect(all, what).toContain(after.manifest);
      if (finished && fault instanceof SystemFault && now !== after.manifest)
        expect(fault.message, what).toContain(kept[0]);

      // A lock that was cut short could be one in the making: it holds for some seconds.
      const lock = join(folder, 'results', '.out.lock');
      if (existsSync(lock)) utimesSync(lock, Date.now() / 1000 - 20, Date.now() / 1000 - 20);
      expect(written(out, failingDisk({})).fault, what).toBeNull();
      expect(await found(out), what).toBe(after.manifest);
      if (isLeft) expect(await found(join(folder, 'results', leftBeside)), what).toBe(left.manifest);
      expect(readdirSync(join(folder, 'results')), what).toEqual(isLeft ? [leftBeside, 'out'] : ['out']);
      clear();
    }
    expect(from).toBeGreaterThan(failure.only === undefined ? 15 : 1);
  });
});
