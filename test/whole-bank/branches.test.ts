/** The recipe for one server, as it is: many at once, some of them broken, come to the same as one by one. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { program } from '../program.ts';
import { samples } from '../runs/sample.ts';

const installed = spawnSync('parallel', ['--version']).status === 0;

test.skipIf(!installed)(
  'GNU parallel: five branches, three of them broken, put right and resumed',
  async () => {
    const folder = temporaryFolder();
    const tools = join(folder, 'tools');
    mkdirSync(tools);
    writeFileSync(
      join(tools, 'appraise'),
      `#!/bin/sh\nexec "${process.execPath}" "${(await program()).file}" "$@"\n`,
    );
    chmodSync(join(tools, 'appraise'), 0o755);
    const bank = join(folder, 'bank');
    const { status, stdout, stderr } = spawnSync(`${samples}whole-bank/try.sh`, [bank, '5'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${tools}:${process.env.PATH}` },
    });
    expect(status, `${stdout}\n${stderr}`).toBe(0);
    expect(stdout).toContain('5 branches and the roll-up: the same bytes');
    // The three that failed were run again, and nothing else: their status stands in the seventh column.
    const log = readFileSync(join(bank, '2026Q3.joblog'), 'utf8').trimEnd().split('\n').slice(1);
    const ended = log.map((line) => line.split('\t')).map((job) => [job[8]?.split(' ').at(-1), job[6]]);
    expect(ended.slice(0, 5).sort()).toEqual([
      ['branch-001', '1'],
      ['branch-002', '1'],
      ['branch-003', '0'],
      ['branch-004', '0'],
      ['branch-005', '1'],
    ]);
    expect(ended.slice(5).sort()).toEqual([
      ['branch-001', '0'],
      ['branch-002', '0'],
      ['branch-005', '0'],
    ]);
  },
);
