/** A year as a chain of archives: `verify` and `diff`, and what is found when a byte changes. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prettyJson, sha256 } from '../../src/archive/index.ts';
import { manifestSchema } from '../../src/model/manifest.ts';
import { standingFolder, temporaryFolder } from '../archive/temporary.ts';
import { zipOf } from '../intake/workbook-of.ts';
import { quarters } from '../runs/sample.ts';
import { partsOf } from '../spreadsheet/package-check.ts';
import { open, rowsOf } from '../spreadsheet/read.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const { folder, remove } = standingFolder();
const year = join(folder, 'archive');
const input = (quarter: string): string => join(folder, 'input', quarter);

beforeAll(async () => {
  for (const quarter of quarters) {
    const before = quarter === '2026Q1' ? [] : ['--archive', year];
    const made = smallPackage(join(folder, 'input'), quarter);
    const { status, err } = await appraise(['run', made, '--out', join(year, quarter), ...before]);
    if (status !== 0) throw new Error(err);
  }
});
afterAll(remove);

const manifestOf = (run: string) =>
  manifestSchema.parse(JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')));

/** The year's archive to be spoilt. */
function copyOfYear(): string {
  const copy = join(temporaryFolder(), 'year');
  cpSync(year, copy, { recursive: true });
  return copy;
}

/** Replaces text in a file of a copy. */
function edit(path: string, before: string | RegExp, after: string): void {
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(before, after);
  if (edited === text) throw new Error(`nothing changed in ${path}`);
  writeFileSync(path, edited);
}

/** The same parts in the same order, packed as another zlib might. */
const packedOtherwise = (workbook: Uint8Array): Uint8Array => zipOf(Object.fromEntries(partsOf(workbook)));

const verify = (archive: string, quarter: string, from = input(quarter)) =>
  appraise(['verify', join(archive, quarter), '--package', from]);

/** 2026Q3 with another settlement figure. */
const corrected = (place: string): string =>
  smallPackage(place, '2026Q3', (file, text) =>
    file === 'settlement.csv' ? text.replace('0002,C3,800000', '0002,C3,300000') : text,
  );

/** What the first page of manager 0001 says. */
function firstPage(run: string): string {
  const [file = ''] = readdirSync(join(run, 'managers')).filter((name) => name.startsWith('0001'));
  return rowsOf(open(readFileSync(join(run, 'managers', file))), '考核结果')
    .flat()
    .join('\n');
}

test('each quarter names the manifests of those before it', () => {
  const [first, second, third, fourth] = quarters.map((quarter) => manifestOf(join(year, quarter)));
  expect(first?.previous).toBeNull();
  expect(second?.previous?.period).toBe('2026Q1');
  expect(fourth?.previous?.period).toBe('2026Q3');
  expect(fourth?.earlier.map(({ period }) => period)).toEqual(['2026Q1', '2026Q2']);
  expect(fourth?.earlier[1]).toEqual(third?.previous);
});

describe('verify', () => {
  test.each(quarters)('%s is what follows from its inputs', async (quarter) => {
    const { status, out } = await verify(year, quarter);
    const answers = out.trimEnd().split('\n');
    expect(answers.map((line) => line.split(': ')[1])).toEqual(Array(5).fill('yes'));
    expect(status).toBe(0);
  });

  test('an input that was changed: the file, the managers, the rules and the cells', async () => {
    const { status, out } = await verify(year, '2026Q3', corrected(temporaryFolder()));
    expect(status).toBe(3);
    expect(out).toMatch(/input settlement\.csv: .*\n {3}└─ cells that differ: C2\n/);
    expect(out).toContain('manager 0002');
    expect(out).toMatch(
      /Plan · settlement.* · quarter: actual USD 800,000.00 → USD 300,000.00, completion 80.00 % → 30.00 %/i,
    );
    expect(out).toMatch(/managers\/0002-李二\.xlsx/);
    expect(out).toMatch(/"计划完成" [A-Z]+\d+: 80 → 30/);
    expect(out).not.toContain('manager 0001');
    // Where only the fingerprint differs, which stands on every page, the files are shown as one.
    expect(out).toMatch(/managers\/0001-张一\.xlsx .*\(and 1 more\)/);
  });

  test('an input that can no longer be read, or is gone', async () => {
    const broken = smallPackage(temporaryFolder(), '2026Q3', (file, text) =>
      file === 'deposits.csv' ? text.replace('60000000', 'sixty million') : text,
    );
    rmSync(join(broken, 'classification.csv'));
    const { status, out } = await verify(year, '2026Q3', broken);
    expect(status).toBe(3);
    for (const part of [
      'input deposits.csv',
      'input classification.csv',
      '(none)',
      'sixty million',
      'same results: unknown',
    ])
      expect(out).toContain(part);
  });

  test('outputs that were changed, are gone, or were put there', async () => {
    const copy = copyOfYear();
    const run = join(copy, '2026Q2');
    edit(join(run, 'results.json'), /"possibleGrade": [^,]+/, '"possibleGrade": "senior"');
    rmSync(join(run, 'branch-summary.xlsx'));
    writeFileSync(join(run, 'signed.pdf'), '');
    const { status, out } = await verify(copy, '2026Q2');
    expect(status).toBe(3);
    for (const part of [
      'results.json was changed after it was written',
      'branch-summary.xlsx is missing',
      'signed.pdf was not written by this run',
      'Possible grade: Senior → (none)',
    ])
      expect(out).toContain(part);
  });

  test.each([
    [
      'a workbook',
      (run: string) => writeFileSync(join(run, 'managers', '0001-more.xlsx'), ''),
      'managers/0001-more.xlsx',
    ],
    ['an empty folder', (run: string) => mkdirSync(join(run, 'managers', 'more')), 'managers/more/'],
  ])('%s that was added is a difference', async (_, add, name) => {
    const copy = copyOfYear();
    add(join(copy, '2026Q1'));
    const { status, out } = await verify(copy, '2026Q1');
    expect(status).toBe(3);
    expect(out).toContain(`outputs intact: no\n└─ ${name} was not written by this run`);
    expect(out).toContain('same bytes: yes');
  });

  test.each([
    ['no longer parses', (manifest: string) => writeFileSync(manifest, '{'), 'cannot be read'],
    ['is gone', (manifest: string) => rmSync(manifest), 'is missing'],
  ])('where the manifest %s the questions are answered all the same', async (_, change, says) => {
    const copy = copyOfYear();
    change(join(copy, '2026Q1', 'manifest.json'));
    const { status, out } = await verify(copy, '2026Q1');
    expect(status).toBe(3);
    const answers = out.split('\n').filter((line) => /^\w/.test(line));
    expect(answers.map((line) => line.split(': ')[1])).toEqual(['no', ...Array(4).fill('unknown')]);
    expect(out).toContain(`manifest.json ${says}`);
    const args = ['verify', join(copy, '2026Q1'), '--package', input('2026Q1'), '--json'];
    const { files, inputs, faults } = JSON.parse((await appraise(args)).out);
    expect([files.length, inputs, faults.length]).toEqual([1, null, 1]);
  });

  test.skipIf(process.platform === 'win32')(
    'what is no file in the place of one is not waited for',
    async () => {
      const copy = copyOfYear();
      for (const name of ['results.json', 'branch-summary.xlsx']) {
        rmSync(join(copy, '2026Q1', name));
        execFileSync('mkfifo', [join(copy, '2026Q1', name)]);
      }
      const { status, out } = await verify(copy, '2026Q1');
      expect(status).toBe(3);
      expect(out).toContain('results.json cannot be read');
      const { status: explained } = await appraise(['diff', join(copy, '2026Q1'), join(copy, '2026Q1')]);
      expect(explained).toBe(74);
    },
  );

  test('workbooks that were packed by another build are the same but for that', async () => {
    const copy = copyOfYear();
    const run = join(copy, '2026Q3');
    const manifest = manifestOf(run);
    const outputs = manifest.outputs.map((output) => {
      if (!output.name.endsWith('.xlsx')) return output;
      const bytes = packedOtherwise(readFileSync(join(run, output.name)));
      writeFileSync(join(run, output.name), bytes);
      return { ...output, bytes: bytes.length, sha256: sha256(bytes) };
    });
    writeFileSync(join(run, 'manifest.json'), prettyJson({ ...manifest, outputs }));
    const { status, out } = await verify(copy, '2026Q3');
    expect(out).toContain('same bytes: packed differently only');
    expect(out).toContain('branch-summary.xlsx packed differently only (and 4 more)');
    expect(status).toBe(0);
    const chinese = await appraise(['verify', run, '--package', input('2026Q3'), '--lang', 'zh']);
    expect(chinese.out).toContain('字节相同：只有压缩方式不同');
  });

  test('which runtime made a result is said beside what is compared', async () => {
    const { status, runtime } = JSON.parse(readFileSync(join(year, '2026Q3', 'status.json'), 'utf8'));
    expect(status).toBe('done');
    expect(runtime).toMatchObject({ node: process.versions.node, packedBy: 'zlib' });
    const copy = copyOfYear();
    edit(join(copy, '2026Q3', 'status.json'), '"packedBy": "zlib"', '"packedBy": "pako"');
    expect((await verify(copy, '2026Q3')).status).toBe(0);
    const again = ['run', input('2026Q3'), '--out', join(copy, '2026Q3'), '--archive', copy, '--force'];
    expect((await appraise(again)).status).toBe(0);
  });

  test("an earlier quarter's manifest that was changed", async () => {
    const copy = copyOfYear();
    edit(join(copy, '2026Q1', 'manifest.json'), '"bytes"', ' "bytes"');
    const { status, out } = await verify(copy, '2026Q3');
    expect([status, out]).toEqual([3, expect.stringContaining('chain intact: no')]);
    expect(out).toContain('error 2026Q1: ');
  });

  test('its own manifest that was changed', async () => {
    const copy = copyOfYear();
    edit(join(copy, '2026Q2', 'manifest.json'), '"chainStarts": null', '"chainStarts": "2026Q1"');
    const { status, out } = await verify(copy, '2026Q2');
    expect([status, out]).toEqual([3, expect.stringContaining('manifest.json is another one')]);
  });

  test('without the earlier quarters it says what it cannot tell', async () => {
    const alone = join(temporaryFolder(), '2026Q3');
    cpSync(join(year, '2026Q3'), alone, { recursive: true });
    const { status, out } = await appraise(['verify', alone, '--package', input('2026Q3')]);
    expect(status).toBe(3);
    expect(out).toContain('2026Q3 was run on 2026Q2, which is not in the archive');
    expect(out).toContain('same results: unknown');
  });

  test('without the policy it was run with there is nothing to compare', async () => {
    const copy = copyOfYear();
    const run = join(copy, '2026Q1');
    edit(join(run, 'policies', 'grade-regulation.yaml'), '250,000,000', '260,000,000');
    edit(join(run, 'manifest.json'), /"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`);
    const { status, out } = await verify(copy, '2026Q1');
    expect([status, out]).toEqual([3, expect.stringContaining('nowhere to be found')]);
  });

  test('an archive of another tool version is compared by content', async () => {
    const copy = copyOfYear();
    edit(join(copy, '2026Q4', 'manifest.json'), /"version": "[^"]+"/, '"version": "0.0.1"');
    const { status, err, out } = await verify(copy, '2026Q4');
    expect([status, err]).toEqual([0, expect.stringContaining('compared by content')]);
    expect(out).toContain('same results: yes');
  });

  test('--json gives all of it as data', async () => {
    const { out } = await appraise([
      ...['verify', join(year, '2026Q3'), '--package', corrected(temporaryFolder()), '--json'],
    ]);
    const { inputs, rerun } = JSON.parse(out);
    expect(inputs).toMatchObject([{ kind: 'input', name: 'settlement.csv' }]);
    expect(rerun.results[0]).toMatchObject({ managerId: '0002' });
  });
});

describe('a correction', () => {
  test('goes to a new folder, names the run it replaces, and diff shows what moved and why', async () => {
    const place = temporaryFolder();
    const out = join(place, 'corrected');
    const { status } = await appraise(['run', corrected(place), '--out', out, '--archive', year]);
    expect(status).toBe(0);
    const old = join(year, '2026Q3');
    expect(manifestOf(out).replaces).toMatchObject(manifestOf(join(year, '2026Q4')).previous ?? {});
    // By the digits that stand on the paper which is replaced; and made again it is the same.
    const [, printed = ''] = /运行指纹 ([0-9a-f]{12})/.exec(firstPage(old)) ?? [];
    expect(manifestOf(out).replaces?.fingerprint).toBe(printed);
    expect(firstPage(out)).toContain(`更正版，替代运行指纹为 ${printed} 的一版。`);
    expect(firstPage(old)).not.toContain('更正版');
    const again = ['verify', out, '--package', corrected(temporaryFolder()), '--archive', year];
    expect((await appraise(again)).status).toBe(0);

    const ended = await appraise(['diff', join(year, '2026Q3'), out]);
    expect(ended.status).toBe(3);
    expect(ended.out).toContain('the cause: input');
    expect(ended.out).toContain('manager 0002');
    const { out: json } = await appraise(['diff', join(year, '2026Q3'), out, '--json']);
    expect(JSON.parse(json).causes).toMatchObject([{ kind: 'input', name: 'settlement.csv' }]);
  });

  test('beside what it corrects stands for the quarter; what was corrected is not used any more', async () => {
    const place = temporaryFolder();
    const archive = join(place, 'archive');
    for (const quarter of ['2026Q1', '2026Q2', '2026Q3'])
      cpSync(join(year, quarter), join(archive, quarter), { recursive: true });
    const [out, next] = [join(archive, '2026Q3-corrected'), join(place, '2026Q4')];
    await appraise(['run', corrected(place), '--out', out, '--archive', archive]);

    const { status, err } = await appraise(['run', input('2026Q4'), '--out', next, '--archive', archive]);
    expect([status, err]).toEqual([0, expect.stringContaining('archive.corrected')]);
    const { previous, replaces } = { ...manifestOf(next), ...{ replaces: manifestOf(out).replaces } };
    expect(previous?.manifest).toBe(sha256(readFileSync(join(out, 'manifest.json'))));
    expect(replaces?.manifest).toBe(sha256(readFileSync(join(archive, '2026Q3', 'manifest.json'))));
    const verified = ['verify', next, '--package', input('2026Q4'), '--archive', archive];
    expect((await appraise(verified)).status).toBe(0);
  });

  test('a later quarter that rests on the old one does not go with it', async () => {
    const place = temporaryFolder();
    const archive = join(place, 'archive');
    cpSync(join(year, '2026Q2'), join(archive, '2026Q2'), { recursive: true });
    const first = smallPackage(place, '2026Q1', (file, text) =>
      file === 'targets.csv' ? text.replace('0001,deposits,40000000', '0001,deposits,41000000') : text,
    );
    await appraise(['run', first, '--out', join(archive, '2026Q1')]);
    const third = ['run', input('2026Q3'), '--out', join(place, 'out'), '--archive', archive];
    const { status, err } = await appraise(third);
    expect([status, err]).toEqual([1, expect.stringContaining('archive.broken-chain')]);
  });

  test('a run with nothing to correct replaces nothing', async () => {
    const out = join(temporaryFolder(), 'again');
    await appraise(['run', input('2026Q3'), '--out', out, '--archive', year]);
    expect(manifestOf(out).replaces).toBeNull();
    const { status, out: said } = await appraise(['diff', join(year, '2026Q3'), out]);
    expect([status, said]).toEqual([0, 'the results are the same\n']);
    // In another language it takes the place of the first, and is no correction.
    const translated = join(temporaryFolder(), 'translated');
    const inEnglish = ['--out', translated, '--archive', year, '--lang', 'en'];
    await appraise(['run', input('2026Q3'), ...inEnglish]);
    expect(manifestOf(translated).replaces).toEqual(manifestOf(join(year, '2026Q4')).previous);
  });
});

test('a chain started in the middle: what needs the quarters before is unknown, nothing else changes', async () => {
  const out = join(temporaryFolder(), '2026Q3');
  await appraise(['run', input('2026Q3'), '--out', out]);
  const { out: said } = await appraise(['diff', join(year, '2026Q3'), out, '--json']);
  const { causes, differences } = JSON.parse(said) as {
    causes: { kind: string }[];
    differences: { path: string[]; after: string | null }[];
  };
  expect(new Set(causes.map(({ kind }) => kind))).toEqual(new Set(['earlier-quarter']));
  const outcomes = differences.filter(({ path }) => path.at(-1) === 'outcome');
  expect(outcomes.length).toBeGreaterThan(0);
  for (const { after } of outcomes) expect(after).toBe('unknown');
});

test('what the archives hold besides is said, and does not touch the bytes', async () => {
  const [alone, beside] = [join(temporaryFolder(), '2026Q1'), join(temporaryFolder(), '2026Q1')];
  await appraise(['run', input('2026Q1'), '--out', alone]);
  const { err } = await appraise(['run', input('2026Q1'), '--out', beside, '--archive', year]);
  expect(err).toContain('2026Q3 is later than the quarter of this run');
  expect(manifestOf(beside)).toEqual(manifestOf(alone));
});
