/** `appraise rollup`: branch outputs of one quarter into one workbook. Copies of a branch stand for many branches. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Manifest, manifestSchema } from '../../src/model/manifest.ts';
import { type Results, resultsSchema } from '../../src/model/results.ts';
import type { NamedWarning } from '../../src/model/rollup.ts';
import { standingFolder, temporaryFolder } from '../archive/temporary.ts';
import { listOf, open, rowsOf } from '../spreadsheet/read.ts';
import { compare, installed, recalculated, workshop } from '../spreadsheet/recalculate.ts';
import { appraise, type Ended, sample } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A branch's output as head office gets it, made from another: its results changed, and what the rollup reads of it. */
function branchLike(
  run: string,
  folder: string,
  change: (results: Results) => Results,
  basis: Partial<Manifest> = {},
): string {
  const results = `${JSON.stringify(change(resultsSchema.parse(JSON.parse(read(join(run, 'results.json'))))))}\n`;
  const manifest = manifestSchema.parse(JSON.parse(read(join(run, 'manifest.json'))));
  const outputs = manifest.outputs
    .filter(({ name }) => name === 'results.json' || name.startsWith('policies/'))
    .map((file) =>
      file.name === 'results.json'
        ? { ...file, bytes: Buffer.byteLength(results), sha256: hash(results) }
        : file,
    );
  mkdirSync(folder, { recursive: true });
  cpSync(join(run, 'policies'), join(folder, 'policies'), { recursive: true });
  writeFileSync(join(folder, 'results.json'), results);
  writeFileSync(
    join(folder, 'manifest.json'),
    `${JSON.stringify({ ...manifest, ...basis, outputs }, null, 2)}\n`,
  );
  return folder;
}

/** The same managers under ids of another branch. */
const renumbered =
  (prefix: string) =>
  (results: Results): Results => ({
    ...results,
    managers: results.managers.map((each) => ({ ...each, managerId: `${prefix}${each.managerId}` })),
  });

const countsOf = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries(words.map((word) => [word, words.filter((each) => each === word).length]));

const copies = Number(process.env.ROLLUP_COPIES ?? 30);

describe(`${copies} copies of the sample branch in its fourth quarter`, () => {
  const { folder, remove } = standingFolder();
  const run = join(folder, 'run');
  const out = join(folder, 'head-office.xlsx');
  let one: Results;
  let ended: Ended;
  beforeAll(async () => {
    await appraise(['run', sample('2026Q4'), '--out', run, '--quiet']);
    one = resultsSchema.parse(JSON.parse(read(join(run, 'results.json'))));
    for (let index = 1; index <= copies; index += 1) {
      const name = `分行${String(index).padStart(3, '0')}`;
      branchLike(run, join(folder, 'branches', name, '2026Q4'), renumbered(`${index}-`));
    }
    const names = Array.from({ length: copies }, (_, index) =>
      join(folder, 'branches', `分行${String(index + 1).padStart(3, '0')}`),
    );
    ended = await appraise(['rollup', ...names, '--out', out, '--json']);
  });
  afterAll(remove);

  test('every count is so many times the branch’s own', () => {
    expect([ended.status, ended.err]).toEqual([0, expect.stringContaining('head-office.xlsx')]);
    const { branches, matrix, named, stage } = JSON.parse(ended.out);
    expect(stage).toBe('annual');
    expect(branches).toHaveLength(copies);
    expect(branches.map(({ name }: { name: string }) => name)).toContain('分行001');
    const cents = (text: string): bigint => BigInt(text.replace('.', ''));
    const sum = one.managers.reduce((total, { allowance }) => total + cents(allowance.amount ?? ''), 0n);
    const grave = one.managers.flatMap(({ warnings }) =>
      warnings.filter(({ level, outcome }) => level === 'dismissal' && outcome === 'review'),
    ).length;
    expect(grave).toBeGreaterThan(0);
    const decided = countsOf(one.managers.map(({ decision }) => decision?.action ?? ''));
    expect(Object.keys(decided).length).toBeGreaterThan(3);
    for (const branch of branches) {
      expect(branch.appraised).toBe(one.managers.length);
      expect(branch.notAppraised).toBe(one.notAppraised.length);
      expect(cents(branch.allowance)).toBe(sum);
      expect(branch.warnings['dismissal review']).toBe(grave);
      expect(branch.watchItems).toBe(one.watchList.length);
      expect(branch.decisions).toEqual(decided);
      expect(branch.unlikeMost).toEqual([]);
    }
    const moves = countsOf(
      one.managers.map(
        ({ grade, qualifiedGrade, possibleGrade }) =>
          `${grade} ${qualifiedGrade ?? (possibleGrade === null ? 'none' : 'unknown')}`,
      ),
    );
    const allMoves = Object.entries(moves).map(([move, count]) => [move, count * copies]);
    expect(matrix).toEqual(Object.fromEntries(allMoves));
    const listed = named.filter(
      (each: NamedWarning) => each.level === 'dismissal' && each.outcome === 'review',
    );
    expect(listed).toHaveLength(copies * grave);
  });

  test('as a workbook, with the words of the branches’ own policy', () => {
    const book = open(readFileSync(out));
    expect(book.SheetNames).toEqual([
      '汇总总览',
      '等级按机构',
      '预警按机构',
      '重点名单',
      '聘任建议',
      '监察名单',
      '津贴',
      '运行依据',
    ]);
    const grades = listOf(book, '等级按机构', '机构');
    expect(grades).toHaveLength(copies + 1);
    expect(grades.at(-1)).toMatchObject({ 机构: '合计', 考核人数: copies * one.managers.length });
    const third = one.managers.filter(({ grade }) => grade === 'third').length;
    expect(grades[0]).toMatchObject({ 现聘三级客户经理: third });
    expect(listOf(book, '重点名单', '级别')[0]).toMatchObject({ 级别: '解聘' });
    const left = one.managers.filter(({ decision }) => decision?.action === 'exit').length;
    expect(left).toBeGreaterThan(0);
    expect(listOf(book, '聘任建议', '机构')[0]).toMatchObject({ 退出客户经理序列: left });
    expect(listOf(book, '运行依据', '机构')[0]).toMatchObject({ 是否一致: '与多数一致' });
  });

  test.skipIf(!installed)('whose formulas LibreOffice works out to the same', () => {
    const bytes = readFileSync(out);
    const { formulas, differences } = compare(
      bytes,
      recalculated(workshop(), { rollup: bytes }).rollup ?? bytes,
    );
    expect(formulas).toBeGreaterThan(40);
    expect(differences).toEqual([]);
  });
});

describe('two small branches', () => {
  const { folder, remove } = standingFolder();
  const run = join(folder, '2026Q1');
  beforeAll(async () => {
    const { status, err } = await appraise(['run', smallPackage(join(folder, 'in'), '2026Q1'), '--out', run]);
    if (status !== 0) throw new Error(err);
  });
  afterAll(remove);

  /** Branches `east` and `west`, the second otherwise made. */
  function both(basis: Partial<Manifest>, prefix = 'W'): { place: string; out: string } {
    const place = temporaryFolder();
    branchLike(run, join(place, 'all', 'east'), renumbered('E'));
    branchLike(run, join(place, 'all', 'mid'), renumbered('M'));
    branchLike(run, join(place, 'all', 'west'), renumbered(prefix), basis);
    return { place, out: join(place, 'all.xlsx') };
  }

  test('a folder that holds them is enough; another tool version is flagged', async () => {
    const { place, out } = both({ tool: { name: 'rm-appraisal', version: '9.9.9' } });
    const { status, out: said } = await appraise(['rollup', join(place, 'all'), '--out', out]);
    expect([status, said]).toEqual([
      0,
      expect.stringContaining('another policy, tool or option than most branches: west'),
    ]);
    const basis = listOf(open(readFileSync(out)), '运行依据', '机构');
    expect(basis.map((row) => row.是否一致)).toEqual(['与多数一致', '与多数一致', '不同：工具版本']);
    const notice = rowsOf(open(readFileSync(out)), '汇总总览')
      .flat()
      .map(String);
    expect(notice.join()).toContain('1 个机构的制度、工具版本或选项与多数不同');
  });

  test('another period is an error, and nothing is written', async () => {
    const { place, out } = both({ period: '2025Q4' });
    const { status, err } = await appraise(['rollup', join(place, 'all'), '--out', out]);
    expect([status, err]).toEqual([
      1,
      expect.stringContaining('this is 2025Q4, but the first one is 2026Q1'),
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test('results that were changed are not believed', async () => {
    const { place, out } = both({});
    const file = join(place, 'all', 'mid', 'results.json');
    writeFileSync(file, `${read(file)} `);
    const { status, err } = await appraise(['rollup', join(place, 'all'), '--out', out]);
    expect([status, err]).toEqual([1, expect.stringContaining('archive.changed-file')]);
    expect(existsSync(out)).toBe(false);
  });

  test('one run twice is an error; one manager in two branches is a warning', async () => {
    const { place, out } = both({}, 'E');
    const all = join(place, 'all');
    const twice = await appraise(['rollup', join(all, 'east'), join(all, 'mid'), all, '--out', out]);
    expect([twice.status, twice.err]).toEqual([1, expect.stringContaining('rollup.same-run')]);
    const { status, err } = await appraise(['rollup', join(all, 'mid'), join(all, 'west'), '--out', out]);
    expect([status, err.includes('rollup.manager-twice')]).toEqual([0, false]);
    branchLike(run, join(place, 'north'), renumbered('E'), { takenAsClean: ['2025Q4'] });
    const again = await appraise([
      'rollup',
      join(all, 'west'),
      join(place, 'north'),
      '--out',
      out,
      '--force',
    ]);
    expect([again.status, again.err]).toEqual([0, expect.stringContaining('3 manager ids also stand in')]);
  });

  test('a folder without a run, or one that is not there', async () => {
    const { place, out } = both({});
    mkdirSync(join(place, 'empty'));
    const { status, err } = await appraise([
      'rollup',
      join(place, 'all'),
      join(place, 'empty'),
      '--out',
      out,
    ]);
    expect([status, err]).toEqual([1, expect.stringContaining('rollup.no-run')]);
    expect((await appraise(['rollup', join(place, 'nowhere'), '--out', out])).status).toBe(2);
    expect((await appraise(['rollup', join(place, 'all')])).status).toBe(2);
  });

  describe('a branch that is not there', () => {
    test('because its run failed: an error that names it', async () => {
      const { place, out } = both({});
      const north = join(place, 'all', 'north', '2026Q1');
      const wrong = smallPackage(place, '2026Q1', (file, text) =>
        file === 'deposits.csv' ? text.replace('A2,CNY', 'A2,XYZ') : text,
      );
      expect((await appraise(['run', wrong, '--out', north, '--quiet'])).status).toBe(1);
      const { status, err } = await appraise(['rollup', join(place, 'all'), '--out', out]);
      expect([status, err]).toEqual([1, expect.stringMatching(/^error north: .*\[rollup\.failed-branch\]/)]);
      expect(existsSync(out)).toBe(false);
    });

    test('though it is expected: an error; one that is not expected is a warning', async () => {
      const { place, out } = both({});
      const list = join(place, 'branches.txt');
      writeFileSync(list, '\ufeff# the bank\r\neast\r\n\r\n mid \r\n北城\r\n');
      const { status, err } = await appraise(['rollup', join(place, 'all'), '--out', out, '--expect', list]);
      expect(status).toBe(1);
      expect(err).toMatch(/error 北城: .*\[rollup\.missing-branch\]/);
      expect(err).toMatch(/warning west: .*\[rollup\.unexpected-branch\]/);
      writeFileSync(list, 'east\nmid\nwest');
      const whole = await appraise(['rollup', join(place, 'all'), '--out', out, '--expect', list]);
      expect([whole.status, whole.err]).toEqual([0, `written: ${out}\n`]);
      const nowhere = join(place, 'nowhere.txt');
      expect((await appraise(['rollup', place, '--out', out, '--force', '--expect', nowhere])).status).toBe(
        74,
      );
    });

    test('a folder of a branch with nothing in it is a warning, and a link to a branch is followed', async () => {
      const { place, out } = both({});
      mkdirSync(join(place, 'all', 'south', 'letters'), { recursive: true });
      renameSync(join(place, 'all', 'west'), join(place, 'elsewhere'));
      symlinkSync(join(place, 'elsewhere'), join(place, 'all', 'west'));
      const { status, err, out: said } = await appraise(['rollup', join(place, 'all'), '--out', out]);
      expect([status, said]).toEqual([0, expect.stringContaining('3 branches')]);
      expect(err.match(/^warning .*/gm)).toEqual([
        expect.stringMatching(/^warning south: .*\[rollup\.empty-folder\]/),
      ]);
    });
  });

  test('branches that each hold their quarters: two levels down, the quarter that is asked for', async () => {
    const place = temporaryFolder();
    const out = join(place, 'all.xlsx');
    for (const branch of ['east', 'west'])
      for (const period of ['2025Q4', '2026Q1'])
        branchLike(run, join(place, 'all', branch, period), renumbered(branch), { period });
    const rollup = ['rollup', join(place, 'all'), '--out', out, '--json'];
    expect((await appraise(rollup)).err).toContain('rollup.other-period');
    const { status, out: said } = await appraise([...rollup, '--period', '2026Q1']);
    expect(status).toBe(0);
    expect(JSON.parse(said).branches.map(({ name }: { name: string }) => name)).toEqual(['east', 'west']);
    rmSync(join(place, 'all', 'west', '2026Q1'), { recursive: true });
    const without = await appraise([...rollup, '--force', '--period', '2026Q1']);
    expect(without.err).toMatch(/warning west: .*\[rollup\.empty-folder\]/);
  });

  test('branches of one name are told apart by the folder above', async () => {
    const place = temporaryFolder();
    for (const city of ['a', 'b']) branchLike(run, join(place, city, 'south'), renumbered(city));
    const { out } = await appraise([
      ...['rollup', join(place, 'a'), join(place, 'b'), '--out', join(place, 'all.xlsx'), '--json'],
    ]);
    expect(JSON.parse(out).branches.map(({ name }: { name: string }) => name)).toEqual([
      'a/south',
      'b/south',
    ]);
  });
});

test('policies without grades: their sections, by branch and over all', async () => {
  const folder = temporaryFolder();
  const branches = ['东', '西'].map((name) => join(folder, name));
  const package_ = sample('schemes/stars-2011/2026Q4');
  const [east = '', west = ''] = branches;
  await appraise(['run', package_, '--policy', 'stars-2011', '--out', east, '--quiet']);
  branchLike(east, west, (results) => ({ ...results, notAppraised: [] }));
  const out = join(folder, 'head-office.xlsx');
  const ended = await appraise(['rollup', ...branches, '--out', out, '--lang', 'zh']);
  expect([ended.status, ended.err]).toEqual([0, expect.stringContaining('head-office.xlsx')]);
  // The package's stars, worked out beside it, twice: 1,500 + 2 × 1,000 + 800 + 500; of 0010 it is not known.
  expect(ended.out).toContain(
    '星级：五星级 2，四星级 4，三星级 2，二星级 2，一星级 4，未达到 2，无法判断 2，不适用 2；奖励（元） 9,600.00（另有 2 项未知）',
  );
  const quietly = ['rollup', ...branches, '--out', out, '--force', '--quiet'];
  expect(await appraise(quietly)).toEqual({ status: 0, out: '', err: '' });
  const bytes = readFileSync(out);
  const book = open(bytes);
  expect(book.SheetNames).toEqual(['汇总总览', '人数按机构', '星级', '单项状元', '运行依据']);
  expect(listOf(book, '星级', '机构')).toMatchObject([
    { 机构: '东', 五星级: 1, 四星级: 2, 无法判断: 1, 不适用: 1, '奖励（元）': 4800, '未知（项）': 1 },
    { 机构: '西' },
    { 机构: '合计', 五星级: 2, '奖励（元）': 9600, '未知（项）': 2 },
  ]);
  expect(listOf(book, '单项状元', '机构')[0]).toMatchObject({ 揽存状元: '0002、0009', 收息状元: '无法判断' });
  if (!installed) return;
  const again = recalculated(workshop(), { rollup: bytes }).rollup ?? bytes;
  expect(compare(bytes, again).differences).toEqual([]);
});
