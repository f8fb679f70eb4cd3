/** `appraise run`: what it writes, what it refuses, and that nothing but the inputs decides the bytes. */
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRun } from '../../src/archive/index.ts';
import { schemaFile } from '../../src/archive/results-schema.ts';
import { manifestSchema } from '../../src/model/manifest.ts';
import { type Results, resultsSchema } from '../../src/model/results.ts';
import { standingFolder, temporaryFolder } from '../archive/temporary.ts';
import { program } from '../program.ts';
import { appraise, changedSample, type Ended, hashesOf, sample } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const quarter = '2026Q1';
const settlement = 'settlement-2026Q1.csv';

const read = (path: string): string => readFileSync(path, 'utf8');
const resultsIn = (out: string): Results => resultsSchema.parse(JSON.parse(read(join(out, 'results.json'))));

describe('a run', () => {
  const { folder, remove } = standingFolder();
  const out = join(folder, 'out');
  let ended: Ended;
  beforeAll(async () => {
    ended = await appraise(['run', sample(quarter), '--out', out]);
  });
  afterAll(remove);

  test('ends with a table of grades and warnings and says where to begin', () => {
    expect(ended.status).toBe(0);
    expect(ended.out).toContain('held \\ qualified');
    expect(ended.out).toContain('Yellow card');
    expect(ended.out).toContain(join(out, 'branch-summary.xlsx'));
  });

  test('writes the workbooks, the result and the archive, and nothing else', async () => {
    expect(readdirSync(out).sort()).toEqual([
      'branch-summary.xlsx',
      'closing.json',
      'decisions.xlsx',
      'explanations',
      'input-rows.json',
      'managers',
      'manifest.json',
      'next-quarter.json',
      'policies',
      'problems.csv',
      'results.json',
      'status.json',
    ]);
    expect(readdirSync(join(out, 'managers'))).toHaveLength(resultsIn(out).managers.length);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('its manifest holds the hash of every input and output', async () => {
    const manifest = manifestSchema.parse(JSON.parse(read(join(out, 'manifest.json'))));
    const outputs = Object.fromEntries(manifest.outputs.map(({ name, sha256 }) => [name, sha256]));
    const { 'manifest.json': _, ...written } = await hashesOf(out);
    expect(outputs).toEqual(written);
    const inputs = Object.fromEntries(manifest.inputs.map(({ name, sha256 }) => [name, sha256]));
    expect(inputs).toEqual(await hashesOf(sample(quarter)));
    expect(manifest).toMatchObject({
      period: quarter,
      previous: null,
      options: { lenient: false, lang: 'zh' },
    });
  });

  test('results.json is valid by the shipped schema, managers by id', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(read(fileURLToPath(schemaFile))));
    const results = resultsIn(out);
    validate(results);
    expect(validate.errors ?? []).toEqual([]);
    const ids = results.managers.map(({ managerId }) => managerId);
    expect(ids).toEqual([...ids].sort());
  });

  test('problems.csv opens in Excel', () => {
    expect(read(join(out, 'problems.csv')).startsWith('\u{feff}级别,')).toBe(true);
  });

  test('no file names a path of this machine', async () => {
    for (const name of ['results.json', 'manifest.json', 'next-quarter.json', 'problems.csv'])
      expect(read(join(out, name))).not.toContain(dirname(sample(quarter)));
  });

  test('again gives the same bytes, also in another time zone and locale', async () => {
    const again = join(folder, 'again');
    execFileSync(
      process.execPath,
      [(await program()).file, 'run', sample(quarter), '--out', again, '--quiet'],
      {
        env: { ...process.env, TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' },
      },
    );
    expect(await hashesOf(again)).toEqual(await hashesOf(out));
  });

  test('--json puts the result, and only that, on stdout', async () => {
    const { status, out: said } = await appraise([
      'run',
      sample(quarter),
      '--out',
      join(folder, 'json'),
      '--json',
    ]);
    expect(status).toBe(0);
    expect(said).toBe(read(join(out, 'results.json')));
  });

  test('files under other names and rows in another order give the same figures', async () => {
    const place = join(folder, 'renamed');
    mkdirSync(place);
    const other = changedSample(quarter, place, {
      [settlement]: (text) => {
        const [header = '', ...rows] = text.trimEnd().split('\n');
        return `${[header, ...rows.reverse()].join('\n')}\n`;
      },
    });
    renameSync(join(other, settlement), join(other, '01_国际结算.csv'));
    await appraise(['run', other, '--out', join(place, 'out')]);
    const figures = (folder: string) =>
      resultsIn(folder).managers.map(({ warnings, ...rest }) => ({
        ...rest,
        warnings: warnings.map(({ evidence, ...warning }) => ({ ...warning, evidence: evidence.length })),
      }));
    expect(figures(join(place, 'out'))).toEqual(figures(out));
  });

  describe('where something stands already', () => {
    test('what the same inputs, policy and version made is left as it is', async () => {
      const written = statSync(join(out, 'manifest.json')).mtimeMs;
      const again = await appraise(['run', sample(quarter), '--out', out]);
      expect([again.status, again.err]).toEqual([0, expect.stringContaining('nothing was changed')]);
      expect(statSync(join(out, 'manifest.json')).mtimeMs).toBe(written);
      const { out: said } = await appraise(['run', sample(quarter), '--out', out, '--json']);
      expect(said).toBe(read(join(out, 'results.json')));
    });

    test('with another option the same quarter is replaced only with --force', async () => {
      const before = await hashesOf(out);
      const refused = await appraise(['run', sample(quarter), '--out', out, '--lenient']);
      expect([refused.status, refused.err]).toEqual([2, expect.stringContaining('--force')]);
      expect(await hashesOf(out)).toEqual(before);
      expect((await appraise(['run', sample(quarter), '--out', out, '--force'])).status).toBe(0);
      expect(await hashesOf(out)).toEqual(before);
    });

    test('a result that lacks a file is not done', async () => {
      const copy = join(temporaryFolder(), 'copy');
      cpSync(out, copy, { recursive: true });
      rmSync(join(copy, 'results.json'));
      const { status, err } = await appraise(['run', sample(quarter), '--out', copy]);
      expect([status, err]).toEqual([2, expect.stringContaining('--force')]);
    });

    test('a workbook that someone wrote in is never replaced', async () => {
      const copy = join(temporaryFolder(), 'copy');
      cpSync(out, copy, { recursive: true });
      appendFileSync(join(copy, 'branch-summary.xlsx'), 'signed');
      const { status, err } = await appraise(['run', sample(quarter), '--out', copy, '--force']);
      expect([status, err]).toEqual([2, expect.stringContaining('branch-summary.xlsx')]);
      expect(read(join(copy, 'branch-summary.xlsx'))).toMatch(/signed$/);
    });

    test('another quarter is never replaced', async () => {
      const { status, err } = await appraise(['run', sample('2026Q2'), '--out', out, '--force']);
      expect([status, err]).toEqual([2, expect.stringContaining('2026Q1')]);
    });

    test('nor is a folder that no run wrote', async () => {
      const mine = temporaryFolder();
      writeFileSync(join(mine, 'letter.txt'), '');
      const { status, err } = await appraise(['run', sample(quarter), '--out', mine, '--force']);
      expect([status, err]).toEqual([2, expect.stringContaining('letter.txt')]);
    });

    test('errors in the input leave it whole; the list goes beside it', async () => {
      const before = await hashesOf(out);
      const broken = changedSample(quarter, temporaryFolder(), {
        [settlement]: (text) => text.replace('0003,', '9999,'),
      });
      expect((await appraise(['run', broken, '--out', out, '--force'])).status).toBe(1);
      expect(await hashesOf(out)).toEqual(before);
      expect(existsSync(`${out}-problems.csv`)).toBe(true);
    });
  });
});

describe('errors in the input', () => {
  const broken = (folder: string): string =>
    changedSample(quarter, folder, {
      [settlement]: (text) => text.replace('0003,', '9999,').replace('"5,000,000.00"', 'about five million'),
      '2026Q1_汇率.csv': (text) => text.replace('汇率', '牌价'),
    });

  test('all are listed with place and remedy, and only the list is written', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    const { status, err, out: said } = await appraise(['run', broken(folder), '--out', out]);
    expect(status).toBe(1);
    expect(said).toBe('');
    for (const part of [
      `${settlement}, row 2`,
      '9999',
      `${settlement}, row 3`,
      'about five million',
      '2026Q1_汇率.csv',
    ])
      expect(err).toContain(part);
    expect(err).toContain('→');
    expect(readdirSync(out)).toEqual(['problems.csv']);
    expect(read(join(out, 'problems.csv'))).toContain('about five million');
  });

  test('once put right, the run goes where the list was, without --force', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    await appraise(['run', broken(folder), '--out', out]);
    expect((await appraise(['run', sample(quarter), '--out', out])).status).toBe(0);
    expect(existsSync(join(out, 'results.json'))).toBe(true);
  });

  test('--lenient leaves out whole managers, named with the reason', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    const text = changedSample(quarter, folder, {
      [settlement]: (rows) => rows.replace('"5,000,000.00"', 'about five million'),
    });
    const { status, err } = await appraise(['run', text, '--out', out, '--lenient']);
    expect(status).toBe(0);
    expect(err).toContain('about five million');
    const { managers, notAppraised } = resultsIn(out);
    expect(managers.map(({ managerId }) => managerId)).not.toContain('0004');
    expect(notAppraised.find(({ managerId }) => managerId === '0004')?.problems).toHaveLength(1);
    expect(existsSync(join(out, 'explanations', '0004.json'))).toBe(false);
  });

  test('--json gives the problems', async () => {
    const folder = temporaryFolder();
    const { out } = await appraise(['run', broken(folder), '--out', join(folder, 'out'), '--json']);
    expect(JSON.parse(out).problems.length).toBeGreaterThan(2);
  });
});

describe('check', () => {
  test('lists everything and writes nothing', async () => {
    const folder = temporaryFolder();
    const text = changedSample(quarter, folder, { [settlement]: (rows) => rows.replace('0003,', '9999,') });
    const { status, out } = await appraise(['check', text]);
    expect(status).toBe(1);
    expect(out).toContain('9999');
    expect(readdirSync(folder)).toEqual([quarter]);
  });

  test('with --out, as a workbook', async () => {
    const out = join(temporaryFolder(), 'list');
    const { status } = await appraise(['check', sample(quarter), '--out', out]);
    expect(status).toBe(0);
    expect(readdirSync(out)).toEqual(['problems.xlsx']);
  });
});

test('a run killed at any moment leaves the old output whole or the new one whole', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const exports = smallPackage(folder, quarter);
  await appraise(['run', exports, '--out', out]);
  const old = await hashesOf(out);
  const { file } = await program();
  const args = (place: string) => [file, 'run', exports, '--out', place, '--lang', 'en', '--quiet'];
  const start = performance.now();
  execFileSync(process.execPath, args(join(folder, 'fresh')));
  const whole = performance.now() - start;
  const fresh = await hashesOf(join(folder, 'fresh'));
  // The files are written in the last third.
  for (const part of [0.2, 0.4, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1]) {
    const child = spawn(process.execPath, [...args(out), '--force'], { stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const timer = setTimeout(() => child.kill('SIGKILL'), part * whole);
    await ended;
    clearTimeout(timer);
    // Between its two renames only what stands beside the place is left: readers find it there.
    expect((await appraise(['explain', out, '0001'])).status).toBe(0);
    const now = await hashesOf((await readRun(out))?.value?.folder ?? out);
    expect([old, fresh]).toContainEqual(now);
  }
});
