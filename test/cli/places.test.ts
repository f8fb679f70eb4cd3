/** Where commands write, and where they refuse to: nothing that is not the tool's own is ever replaced or removed. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { placeAt } from '../../src/archive/index.ts';
import { archivedRun } from '../archive/chain.ts';
import { standingFolder, temporaryFolder } from '../archive/temporary.ts';
import { open } from '../spreadsheet/read.ts';
import { appraise, hashesOf } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const quarter = '2026Q1';
const read = (path: string): string => readFileSync(path, 'utf8');
const misspelt = (place: string): string =>
  smallPackage(place, quarter, (file, text) =>
    file === 'deposits.csv' ? text.replace('A2,CNY,活期,60000000', 'A2,CNY,活期,abc') : text,
  );

describe('a place that is refused before anything is read', () => {
  /** A package in a folder of its own, with a file that must survive. */
  const workplace = () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    return { folder, package: smallPackage(folder, quarter) };
  };

  test('an empty name, which to the system is the current folder', async () => {
    const place = workplace();
    const here = process.cwd();
    const before = await hashesOf(place.folder);
    process.chdir(place.package);
    try {
      for (const out of ['', ' ', '.', '..', place.package, '../2026Q1/../2026Q1']) {
        const { status, err } = await appraise(['run', '.', '--out', out, '--force']);
        expect([out, status, err]).toEqual([out, 2, expect.stringContaining('cannot write to')]);
      }
    } finally {
      process.chdir(here);
    }
    expect(await hashesOf(place.folder)).toEqual(before);
  });

  test.each(['run', 'check', 'simulate', 'rollup', 'init'])('an empty name for %s', async (command) => {
    const place = workplace();
    const args: Record<string, string[]> = {
      run: ['run', place.package, '--out', ''],
      check: ['check', place.package, '--out', ''],
      simulate: ['simulate', place.package, '--policy', 'grade-regulation', '--out', ''],
      rollup: ['rollup', place.folder, '--out', ''],
      init: ['init', '', '--period', quarter],
    };
    expect((await appraise(args[command] ?? [])).status).toBe(2);
  });

  test.each([
    ['a whole drive', () => '/', 'a whole drive'],
    ['the home folder', () => homedir(), 'your home folder'],
    ['a folder above the home folder', () => dirname(homedir()), ''],
    ['the package', (pkg: string) => pkg, 'the package is in it'],
    ['a folder that contains the package', (pkg: string) => dirname(pkg), 'the package is in it'],
    ['a folder in the package', (pkg: string) => join(pkg, 'out'), 'inside the package'],
    ['a device', () => '/dev/null', 'a device'],
  ])('%s', async (_, out, says) => {
    const place = workplace();
    const { status, err } = await appraise(['run', place.package, '--out', out(place.package)]);
    expect([status, err]).toEqual([2, expect.stringContaining(says)]);
    expect(read(join(place.folder, 'letter.txt'))).toBe('mine');
  });

  test('a place inside a result, which would not be intact any more', async () => {
    const place = workplace();
    const out = join(place.folder, 'out');
    archivedRun(place.folder, '2025Q4', { folder: 'out' });
    const before = await hashesOf(out);
    for (const [command = '', ...inside] of [
      ['run', 'x'],
      ['run', 'managers', 'x'],
      ['check', 'list.xlsx'],
      ['simulate', 'next-quarter.json.xlsx'],
    ]) {
      const { status, err } = await appraise([
        ...[command, place.package, '--out', join(out, ...inside)],
        ...(command === 'simulate' ? ['--policy', 'grade-regulation', '--force'] : []),
      ]);
      expect([status, err]).toEqual([2, expect.stringContaining('it is inside a result, "out"')]);
    }
    expect(await hashesOf(out)).toEqual(before);
  });

  test('a link to any of them', async () => {
    const place = workplace();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(place.package, link);
    const { status } = await appraise(['run', place.package, '--out', link]);
    expect(status).toBe(2);
    expect(existsSync(join(place.package, 'roster.csv'))).toBe(true);
  });

  test.each([
    ['CON', 'CON'],
    ['results/nul.txt', 'nul.txt'],
    ['com1', 'com1'],
    ['out.', 'out.'],
    ['out ', 'out '],
    ['a:b', 'a:b'],
    ['a?', 'a?'],
  ])('on Windows the name %s', (given, part) => {
    expect(placeAt(given, null, 'win32')).toMatchObject({
      unfit: { en: expect.stringContaining(`"${part}"`) },
    });
    expect(placeAt('2026Q3.1', null, 'win32')).not.toHaveProperty('unfit');
  });
});

test.skipIf(process.platform === 'win32')('a home folder that is out of reach forbids no place', async () => {
  vi.stubEnv('HOME', '/dev/null/home');
  try {
    const folder = temporaryFolder();
    const { status, err } = await appraise([
      ...['run', smallPackage(folder, quarter)],
      ...['--out', join(folder, 'out')],
    ]);
    expect(status, err).toBe(0);
  } finally {
    vi.unstubAllEnvs();
  }
});

describe('a link given as --out', () => {
  test('means its target, and stays', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'target'));
    symlinkSync('target', join(folder, 'link'));
    const { status } = await appraise(['run', smallPackage(folder, quarter), '--out', join(folder, 'link')]);
    expect(status).toBe(0);
    expect(existsSync(join(folder, 'target', 'results.json'))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([quarter, 'link', 'target']);
  });

  test('also where its target is not there yet', async () => {
    const folder = temporaryFolder();
    symlinkSync('target', join(folder, 'link'));
    await appraise(['run', smallPackage(folder, quarter), '--out', join(folder, 'link')]);
    expect(existsSync(join(folder, 'target', 'results.json'))).toBe(true);
  });
});

describe('two runs into one place', () => {
  test('at the same time: one is done, the other is told to come again', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    const ended = await Promise.all(
      (['2026Q1', '2026Q2'] as const).map((each) =>
        appraise(['run', smallPackage(folder, each), '--out', out]),
      ),
    );
    expect(ended.map(({ status }) => status)).toEqual([0, 74]);
    expect(ended[1]?.err).toContain('another run is writing to this place');
    expect(JSON.parse(read(join(out, 'manifest.json'))).period).toBe('2026Q1');
  });

  test('another quarter never replaces one, with or without --force', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    await appraise(['run', smallPackage(folder, '2026Q1'), '--out', out]);
    const before = await hashesOf(out);
    const other = smallPackage(folder, '2026Q2');
    for (const force of [[], ['--force']])
      expect((await appraise(['run', other, '--out', out, ...force])).status).toBe(2);
    expect(await hashesOf(out)).toEqual(before);
  });
});

describe('a problem list', () => {
  test('does not replace somebody’s own file of that name', async () => {
    for (const command of ['run', 'check']) {
      const out = temporaryFolder();
      writeFileSync(join(out, 'problems.csv'), 'mine');
      const { status } = await appraise([command, misspelt(temporaryFolder()), '--out', out]);
      expect(status).toBe(2);
      expect(readdirSync(out)).toEqual(['problems.csv']);
      expect(read(join(out, 'problems.csv'))).toBe('mine');
    }
  });

  test('nor one that lies beside the result', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    await appraise(['run', smallPackage(temporaryFolder(), quarter), '--out', out]);
    writeFileSync(`${out}-problems.csv`, 'mine');
    const { status, err } = await appraise(['run', misspelt(temporaryFolder()), '--out', out]);
    expect([status, err]).toEqual([1, expect.stringContaining('out-problems-2.csv')]);
    expect(read(`${out}-problems.csv`)).toBe('mine');
  });

  test('is written again in the place of the last one, but not of one that was worked on', async () => {
    const folder = temporaryFolder();
    const wrong = misspelt(temporaryFolder());
    for (const out of [join(folder, 'list'), join(folder, 'list.xlsx')]) {
      const path = out.endsWith('.xlsx') ? out : join(out, 'problems.xlsx');
      for (let turn = 1; turn <= 2; turn += 1) {
        expect((await appraise(['check', wrong, '--out', out])).status).toBe(1);
        expect(statSync(path).isFile()).toBe(true);
      }
      // As a program saves it that someone opened it in.
      const book = open(readFileSync(path));
      const Props = { ...book.Props, LastAuthor: '张三', ModifiedDate: new Date() };
      writeFileSync(path, write({ ...book, Props }, { type: 'buffer' }));
      const saved = readFileSync(path);
      expect((await appraise(['check', wrong, '--out', out])).status).toBe(2);
      expect(readFileSync(path)).toEqual(saved);
    }
    expect(readdirSync(folder).sort()).toEqual(['list', 'list.xlsx']);
  });

  test('where nothing at all can be written, the place is tried before anything is read', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { status, err } = await appraise(['run', misspelt(folder), '--out', join(folder, 'file', 'out')]);
    expect(status).toBe(74);
    expect(err).not.toContain('deposits.csv');
  });
});

describe('a result that stands', () => {
  const { folder: shelf, remove } = standingFolder();
  const made = join(shelf, 'out');
  const package_ = smallPackage(shelf, quarter);
  beforeAll(async () => {
    await appraise(['run', package_, '--out', made]);
  });
  afterAll(remove);
  const copyOf = (): string => {
    const out = join(temporaryFolder(), 'out');
    cpSync(made, out, { recursive: true });
    return out;
  };

  test.skipIf(process.platform === 'win32')('is its owner’s alone, unless it is shared', async () => {
    const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    expect([made, join(made, 'managers'), join(made, 'results.json')].map(mode)).toEqual([
      '700',
      '700',
      '600',
    ]);
    const out = join(temporaryFolder(), 'out');
    const mask = process.umask(0o027);
    await appraise(['run', package_, '--out', out, '--shared']);
    process.umask(mask);
    expect([out, join(out, 'results.json')].map(mode)).toEqual(['750', '640']);
  });

  test.each([
    ['managers/~$0001-张一.xlsx', '0001-张一.xlsx'],
    ['.~lock.branch-summary.xlsx#', 'branch-summary.xlsx'],
  ])('is open: %s', async (lock, workbook) => {
    const out = copyOf();
    writeFileSync(join(out, lock), '');
    const { status, err } = await appraise(['run', package_, '--out', out, '--force']);
    expect([status, err]).toEqual([
      74,
      expect.stringContaining(`open in Excel, WPS or LibreOffice: ${workbook}`),
    ]);
    expect(err).not.toContain('no run wrote');
  });

  test('is found where a move that failed has left it', async () => {
    const out = copyOf();
    const folder = dirname(out);
    renameSync(out, join(folder, '.2026Q1.0a1b2c3d.new'));
    const place = join(folder, quarter);
    expect((await appraise(['explain', place, '0001'])).status).toBe(0);
    expect((await appraise(['verify', place, '--package', package_])).status).toBe(0);
    const rolled = await appraise(['rollup', place, '--out', join(shelf, 'head-office.xlsx'), '--json']);
    expect(JSON.parse(rolled.out).branches).toHaveLength(1);
    const next = join(folder, '2026Q2');
    await appraise(['run', smallPackage(shelf, '2026Q2'), '--out', next, '--archive', folder]);
    expect(JSON.parse(read(join(next, 'manifest.json'))).previous.period).toBe(quarter);
    // The next run for its place moves it in.
    expect((await appraise(['run', package_, '--out', place])).err).toContain('nothing was changed');
    expect(readdirSync(folder).sort()).toEqual([quarter, '2026Q2']);
  });

  test('with paths that Excel does not open: a warning', async () => {
    const deep = join(temporaryFolder(), 'x'.repeat(200), 'out');
    const { status, err } = await appraise(['run', package_, '--out', deep]);
    expect([status, err]).toEqual([0, expect.stringContaining('[place.long-path]')]);
  });
});
