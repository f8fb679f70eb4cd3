/** The process around a command: which Node it needs, output that cannot be written, and how it ends by a signal. */
import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { endBy } from '../../src/cli/io.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { program } from '../program.ts';
import { smallPackage } from './small-package.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('an older Node', () => {
  const under = (version: string) => {
    const named = { ...process.versions, node: version };
    const set = `Object.defineProperty(process, 'versions', { value: ${JSON.stringify(named)} });`;
    const older = `data:text/javascript,${encodeURIComponent(set)}`;
    return spawnSync(process.execPath, ['--import', older, join(root, 'bin', 'appraise.js'), '--version'], {
      encoding: 'utf8',
    });
  };

  test.each(['18.20.4', '20.18.9', '8.0.0'])('%s is told which one is needed', (version) => {
    const { status, stdout, stderr } = under(version);
    expect([status, stdout]).toEqual([74, '']);
    expect(stderr).toContain('需要 Node 20.19 或更新的版本');
    expect(stderr).toContain('Node 20.19 or later is needed');
  });

  test.each(['20.19.0', '22.1.0', '100.0.0'])('%s is not', (version) => {
    expect(under(version).stderr).not.toContain('20.19');
  });
});

describe.skipIf(!existsSync('/dev/full'))('standard output that cannot be written', () => {
  test('is said, with the status of the system’s faults; what was written stands', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    const run = ['run', smallPackage(folder, '2026Q1'), '--out', out, '--json', '--lang', 'en', '--quiet'];
    const { status, stderr } = spawnSync(process.execPath, [(await program()).file, ...run], {
      encoding: 'utf8',
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    expect(status).toBe(74);
    expect(stderr).toMatch(
      /^error standard output \(files that were written are whole\): the disk is full.*\n.*\n$/,
    );
    expect(existsSync(join(out, 'manifest.json'))).toBe(true);
  });
});

describe('ending by a signal', () => {
  const ended = (platform: NodeJS.Platform, signal: NodeJS.Signals): unknown[] => {
    const done: unknown[] = [];
    const exit = (status?: unknown): never => {
      done.push('exit', status);
      return undefined as never;
    };
    const kill = (pid: number, by?: string | number): true => {
      done.push('kill', pid, by);
      return true;
    };
    endBy(signal, { platform, pid: 7, kill, exit });
    return done;
  };

  test('as the signal would have; on Windows, which cannot send all of them, by its status', () => {
    expect(ended('linux', 'SIGHUP')).toEqual(['kill', 7, 'SIGHUP']);
    expect(ended('win32', 'SIGHUP')).toEqual(['exit', 128 + constants.signals.SIGHUP]);
  });
});
