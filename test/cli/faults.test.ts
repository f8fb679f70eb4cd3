/** What the system under the tool refuses is told in the user's words, with exit status 74; 70 is for the tool's own bugs. */
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSystemFault, naming, systemProblem } from '../../src/model/system-fault.ts';
import { systemFault } from '../archive/system-fault.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

describe('a place that the system refuses', () => {
  test.each([
    ['a path below a file', ['file', 'out'], 'a part of the path is a file'],
    ['a name that is too long', ['x'.repeat(300)], 'the name or the path is too long'],
  ])('%s', async (_, way, says) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { status, err } = await appraise([
      'run',
      smallPackage(folder, '2026Q1'),
      '--out',
      join(folder, ...way),
    ]);
    expect(status).toBe(74);
    expect(err).toContain(says);
    expect(err).not.toContain('fault of the tool');
  });
});

describe('an input that the system refuses', () => {
  test.each([
    ['a link that leads in a circle', 'loop.csv', 'links lead round in a circle'],
    ['a link to nothing', 'gone', 'is a link to something that is gone'],
  ])('%s', async (_, target, says) => {
    const folder = smallPackage(temporaryFolder(), '2026Q1');
    symlinkSync(target, join(folder, 'loop.csv'));
    const { status, err } = await appraise(['check', folder]);
    expect(status).toBe(74);
    expect(err + (await appraise(['check', folder])).out).toContain(says);
  });
});

test('a fault of an open file names the file, though the system does not', () => {
  const fault = naming('存款.csv', systemFault('EIO'));
  expect(systemProblem(fault).at).toEqual({ file: '存款.csv' });
  expect(systemProblem(naming('below', systemFault('EACCES', 'above'))).at).toEqual({ file: 'above' });
});

test.skipIf(!existsSync('/proc/self/mem'))('a file that opens and cannot be read', async () => {
  const folder = smallPackage(temporaryFolder(), '2026Q1');
  const { status, err } = await appraise(['check', folder, '--policy', '/proc/self/mem']);
  expect([status, err]).toEqual([
    74,
    expect.stringContaining('/proc/self/mem: the disk or the share failed'),
  ]);
});

test('what is no fault of the system is thrown on', () => {
  const bug = new RangeError('a bug');
  expect(() => systemProblem(bug)).toThrow(bug);
  expect(isSystemFault(Object.assign(new Error(), { code: 'ERR_INVALID_ARG_TYPE' }))).toBe(false);
  expect(systemProblem(systemFault('ENOSPC', '/x/y')).at).toEqual({ file: '/x/y' });
});
