/** A run that is told to stop ends by the signal, leaves what stood there as it was, and nothing beside it. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { program } from '../program.ts';
import { appraise, hashesOf, sample } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const { file } = await program();

test.each([
  ['SIGINT', 'while it reads'],
  ['SIGINT', 'while it writes'],
  ['SIGTERM', 'while it writes'],
  ['SIGHUP', 'while it writes'],
] as const)('%s %s', async (signal, moment) => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  await appraise(['run', smallPackage(temporaryFolder(), '2026Q1'), '--out', out]);
  const old = await hashesOf(out);
  const args = [file, 'run', sample('2026Q1'), '--out', out, '--force'];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', (status, by) => resolve(by ?? status)));
  const mark = moment === 'while it reads' ? '.lock' : '.new';
  while (child.exitCode === null && !readdirSync(folder).some((name) => name.endsWith(mark))) await pause(5);
  child.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(folder)).toEqual(['out']);
  expect(await hashesOf(out)).toEqual(old);
});
