/** An output folder is there whole or not at all. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prettyJson, utf8 } from '../../src/archive/bytes.ts';
import { filesIn, occupantOf, recover, Staging } from '../../src/archive/folder.ts';
import { archivedRun } from './chain.ts';
import { temporaryFolder } from './temporary.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

describe('staging', () => {
  test('nothing stands in the place until everything is moved in', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'deep', 'out');
    const staging = new Staging(out);
    staging.add('managers/a.txt', utf8('a'));
    staging.add('b.txt', utf8('bb'));
    expect(existsSync(out)).toBe(false);
    await staging.moveIn();
    expect(await filesIn(out)).toEqual(['b.txt', 'managers/a.txt']);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['out']);
    expect(staging.files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['managers/a.txt', 1],
      ['b.txt', 2],
    ]);
  });

  test('what was there goes only with the new one in its place', async () => {
    const out = join(temporaryFolder(), 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'old.txt'), 'old');
    const staging = new Staging(out);
    staging.add('new.txt', utf8('new'));
    expect(read(join(out, 'old.txt'))).toBe('old');
    await staging.moveIn();
    expect(await filesIn(out)).toEqual(['new.txt']);
  });

  test('discarded, it leaves no trace', async () => {
    const folder = temporaryFolder();
    const staging = new Staging(join(folder, 'out'));
    staging.add('a.txt', utf8('a'));
    staging.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('two files that Windows would take for one are refused', async () => {
    const staging = new Staging(join(temporaryFolder(), 'out'));
    staging.add('A.txt', utf8('a'));
    expect(() => staging.add('a.txt', utf8('b'))).toThrow('a.txt');
  });

  test('what a killed run left behind a day ago is swept up by the next', async () => {
    const folder = temporaryFolder();
    const [stale, young] = ['.out.00000000.new', '.out.11111111.new'].map((name) => join(folder, name));
    for (const path of [stale, young]) mkdirSync(path ?? '');
    utimesSync(stale ?? '', 0, 0);
    const staging = new Staging(join(folder, 'out'));
    staging.add('a.txt', utf8('a'));
    await staging.moveIn();
    expect(readdirSync(folder).sort()).toEqual(['.out.11111111.new', 'out']);
  });
});

describe('a run killed between its two renames', () => {
  const killed = (): string => {
    const folder = temporaryFolder();
    for (const [name, text] of [
      ['old', 'old'],
      ['new', 'new'],
    ] as const) {
      mkdirSync(join(folder, `.out.0a1b2c3d.${name}`));
      writeFileSync(join(folder, `.out.0a1b2c3d.${name}`, 'a.txt'), text);
    }
    return folder;
  };

  test('is completed by whoever comes next', async () => {
    const folder = killed();
    await recover(join(folder, 'out'));
    expect(read(join(folder, 'out', 'a.txt'))).toBe('new');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('after them, only the old folder is removed', async () => {
    const folder = killed();
    renameSync(join(folder, '.out.0a1b2c3d.new'), join(folder, 'out'));
    await recover(join(folder, 'out'));
    expect(read(join(folder, 'out', 'a.txt'))).toBe('new');
    expect(readdirSync(folder)).toEqual(['out']);
  });
});

describe('what stands where a run wants to write', () => {
  test('nothing, or an empty folder', async () => {
    const folder = temporaryFolder();
    expect(await occupantOf(join(folder, 'none'))).toEqual({ kind: 'nothing' });
    expect(await occupantOf(folder)).toEqual({ kind: 'nothing' });
  });

  test('the problem list of a run that wrote nothing else', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'problems.csv'), '');
    expect(await occupantOf(folder)).toEqual({ kind: 'problem-list' });
  });

  test('files of someone else', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.txt'), '');
    expect(await occupantOf(folder)).toEqual({ kind: 'foreign', files: ['letter.txt'] });
    writeFileSync(join(folder, 'manifest.json'), prettyJson({ schema: 'of something else' }));
    expect(await occupantOf(folder)).toMatchObject({ kind: 'foreign' });
  });

  test('an earlier run, and what someone put beside its files', async () => {
    const folder = temporaryFolder();
    archivedRun(folder, '2026Q1');
    const out = join(folder, '2026Q1');
    expect(await occupantOf(out)).toMatchObject({ kind: 'run', manifest: { period: '2026Q1' } });
    writeFileSync(join(out, '.DS_Store'), '');
    expect(await occupantOf(out)).toMatchObject({ kind: 'run' });
    writeFileSync(join(out, 'signed.pdf'), '');
    expect(await occupantOf(out)).toEqual({ kind: 'foreign', files: ['signed.pdf'] });
  });
});
