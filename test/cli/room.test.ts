/** A package for more memory than Node takes: the command is started again with what the machine can spare. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { megabytesFor, startAgain } from '../../src/cli/room.ts';

const folder = mkdtempSync(join(tmpdir(), 'room-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of so many megabytes, none of which is on the disk. */
function fileOf(name: string, megabytes: number): void {
  writeFileSync(join(folder, name), '');
  truncateSync(join(folder, name), megabytes * 2 ** 20);
}

const GB = 2 ** 30;
/** Such as a clerk's PC. */
const pc = { limit: 2 * GB, memory: 8 * GB };

describe('how much a command is given', () => {
  test('three quarters of the machine, where the package may need more than Node takes', () => {
    fileOf('存款明细.csv', 170);
    expect(megabytesFor(['run', folder, '--out', join(folder, 'none')], pc)).toBeNull();
    fileOf('存款明细.csv', 171);
    expect(megabytesFor(['run', folder], pc)).toBe(6144);
  });

  test('a workbook is packed: less of it is as much', () => {
    rmSync(join(folder, '存款明细.csv'));
    fileOf('存款明细.xlsx', 34);
    expect(megabytesFor([folder], pc)).toBeNull();
    fileOf('存款明细.xlsx', 35);
    expect(megabytesFor([folder], pc)).toBe(6144);
  });

  test('not where the machine has no more, nor where somebody has set it', () => {
    expect(megabytesFor([folder], { limit: 2 * GB, memory: 2.5 * GB })).toBeNull();
    process.env.NODE_OPTIONS = '--max-old-space-size=3000';
    expect(megabytesFor([folder], pc)).toBeNull();
    delete process.env.NODE_OPTIONS;
  });
});

test('the command has it, and answers with its own exit status', async () => {
  const limit = 'v8.getHeapStatistics().heap_size_limit / 2 ** 20';
  const status = await startAgain(700, [
    '-e',
    `process.exitCode = ${limit} >= 700 && ${limit} < 900 ? 3 : 4`,
  ]);
  expect(status).toBe(3);
});
