/** What a clerk who drops a folder on the icon gets: a result beside it, nothing replaced, and what to open. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { desk, dropped } from '../../src/cli/desk.ts';
import { standingFolder, temporaryFolder } from '../archive/temporary.ts';
import { hashesOf } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const { folder, remove } = standingFolder();
afterAll(remove);

const spoken: string[] = [];
let waited = 0;
/** Drops paths; answers the exit status and what the window shows. */
async function drop(...paths: readonly string[]) {
  spoken.length = 0;
  const say = (text: string) => void spoken.push(text);
  const io = {
    out: say,
    err: say,
    outIsTerminal: false,
    outColumns: null,
    errColumns: null,
    errIsTerminal: false,
    env: {},
    onStop: () => () => {},
  };
  const status = await desk(paths, io, async () => void waited++);
  return { status, shown: spoken.join('') };
}

test('opened with nothing, it says in three lines what to do, and waits', async () => {
  const before = waited;
  const { status, shown } = await drop();
  expect(status).toBe(0);
  const lines = shown.trim().split('\n').filter(Boolean);
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('拖到“考核.cmd”');
  expect(lines[3]).toContain('按任意键');
  expect(waited).toBe(before + 1);
});

describe('a folder that is dropped', () => {
  const parent = join(folder, '考核 数据 & (2026)');

  test('is appraised beside itself, on the quarters that lie there', async () => {
    for (const quarter of ['2026Q1', '2026Q2']) {
      const { status, shown } = await drop(smallPackage(parent, quarter));
      expect([status, shown]).toEqual([0, expect.stringContaining('请打开：')]);
      expect(shown).toContain(join(parent, `${quarter}-考核结果`, 'branch-summary.xlsx'));
    }
    const lying = ['2026Q1', '2026Q1-考核结果', '2026Q2', '2026Q2-考核结果'];
    expect(readdirSync(parent).sort()).toEqual(lying);
    // Once more, and nothing is to be done.
    const { status, shown } = await drop(join(parent, '2026Q1'));
    expect([status, shown]).toEqual([0, expect.stringContaining('请打开：')]);
    expect(readdirSync(parent).sort()).toEqual(lying);
  });

  test('and dropped again with another figure, goes beside the first result, which stays', async () => {
    const before = await hashesOf(join(parent, '2026Q2-考核结果'));
    smallPackage(parent, '2026Q2', (file, text) =>
      file === 'settlement.csv' ? text.replace('0002,C3,800000', '0002,C3,300000') : text,
    );
    const { status, shown } = await drop(join(parent, '2026Q2'));
    expect([status, shown]).toEqual([0, expect.stringContaining('2026Q2-考核结果-2')]);
    expect(await hashesOf(join(parent, '2026Q2-考核结果'))).toEqual(before);
    // The next quarter goes on from the correction.
    const next = await drop(smallPackage(parent, '2026Q3'));
    expect([next.status, next.shown]).toEqual([0, expect.stringContaining('采用 2026Q2-考核结果-2')]);
  });

  test('with an error in it: what to correct is listed, and corrected it is dropped again', async () => {
    const place = temporaryFolder();
    const broken = smallPackage(place, '2026Q1', (file, text) =>
      file === 'deposits.csv' ? text.replace('60000000', '六千万') : text,
    );
    const { status, shown } = await drop(broken);
    expect(status).toBe(1);
    expect(shown).toContain('六千万');
    expect(shown).toContain('再拖一次');
    expect(shown).toContain(join(place, '2026Q1-考核结果', 'problems.xlsx'));
    smallPackage(place, '2026Q1');
    expect((await drop(broken)).status).toBe(0);
    expect(existsSync(join(place, '2026Q1-考核结果', 'branch-summary.xlsx'))).toBe(true);
  });

  test('with a policy in it, as init puts there, is appraised by that policy', async () => {
    const own = smallPackage(temporaryFolder(), '2026Q1');
    writeFileSync(join(own, 'policy.yaml'), 'policy: [');
    const { status, shown } = await drop(own);
    expect([status, shown]).toEqual([1, expect.stringContaining('policy.yaml')]);
    rmSync(own, { recursive: true });
  });
});

test('a file that is dropped: the folder is asked for', async () => {
  const file = join(smallPackage(temporaryFolder(), '2026Q1'), 'deposits.csv');
  const { status, shown } = await drop(file);
  expect([status, shown]).toEqual([2, expect.stringContaining('整个数据文件夹')]);
});

describe('what was dropped', () => {
  const script = 'C:\\考核 工具 (1)\\考核.cmd';
  const cmd = 'C:\\Windows\\system32\\cmd.exe /c ';
  test.each([
    ['one path', `""${script}" D:\\2026Q1"`, ['D:\\2026Q1']],
    ['a path that cmd cuts', `""${script}" D:\\甲&乙\\2026Q1"`, ['D:\\甲&乙\\2026Q1']],
    ['with blanks', `""${script}" "D:\\甲 & 乙\\2026 Q1""`, ['D:\\甲 & 乙\\2026 Q1']],
    ['two', `""${script}" D:\\2026Q1 "D:\\2026 Q2""`, ['D:\\2026Q1', 'D:\\2026 Q2']],
    ['signs of the shell', `""${script}" D:\\100%\\a^b\\c!d"`, ['D:\\100%\\a^b\\c!d']],
    ['nothing', `""${script}" "`, []],
    ['without quotes around all', `"${script}" D:\\2026Q1`, ['D:\\2026Q1']],
  ])('%s', (_, line, paths) => {
    const env = { APPRAISE_DESK: script, APPRAISE_LINE: `${cmd}${line}` };
    expect(dropped(['what cmd made of it'], env)).toEqual(paths);
  });

  test('is in the arguments where the line does not say', () => {
    expect(dropped(['D:\\2026Q1'], { APPRAISE_DESK: script, APPRAISE_LINE: 'cmd.exe' })).toEqual([
      'D:\\2026Q1',
    ]);
  });
});
