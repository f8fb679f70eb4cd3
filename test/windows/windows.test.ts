/**
 * A release on Windows, by Wine: the folder for Windows in a place with blanks, brackets and `&` in its name, a Wine without
 * Node, a quarter's folder dropped on the icon. Skipped where Wine is missing or the runtime is not downloaded
 * (`npm run release` does that).
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderFor } from '../../bin/packaging/contents.ts';
import { downloadOf } from '../../bin/packaging/runtime.ts';
import { standingFolder } from '../archive/temporary.ts';
import { appraise, hashesOf, sample } from '../cli/appraise.ts';
import { smallPackage } from '../cli/small-package.ts';
import { program } from '../program.ts';
import { quarters } from '../runs/sample.ts';
import { hasWine, onWindows, Wine } from './wine.ts';

const missing = !hasWine ? 'wine' : existsSync(downloadOf('windows-x64')) ? null : 'npm run release';
if (missing !== null) process.stderr.write(`tests on Windows are skipped: they need \`${missing}\`\n`);

describe.skipIf(missing !== null)('on Windows', { timeout: 600_000 }, () => {
  const { folder, remove } = standingFolder();
  const place = join(folder, '考核 工具 & (1)');
  const data = join(folder, '数据 & 报表 (2026)');
  let wine: Wine;

  beforeAll(async () => {
    const { file, carried } = await program();
    const files = folderFor('windows-x64', { bytes: readFileSync(file), carried });
    for (const [name, { bytes }] of files) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), bytes);
    }
    wine = new Wine(join(folder, 'wine'));
  }, 300_000);
  afterAll(() => {
    wine?.end();
    remove();
  });

  const cmd = (script: string, ...args: readonly string[]) =>
    wine.run([onWindows(join(place, script)), ...args]);
  const node = (...args: readonly string[]) =>
    wine.run([onWindows(join(place, 'appraise', 'node.exe')), ...args]);

  test('the icon opened with nothing says what to do', () => {
    const { status, out } = cmd('考核.cmd');
    expect([status, out]).toEqual([0, expect.stringContaining('拖到“考核.cmd”的图标上')]);
  });

  test('appraise.cmd is the command', () => {
    const { status, out } = cmd('appraise.cmd', '--version');
    expect([status, out]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
  });

  test.each(quarters)('%s dropped on the icon gives the bytes of Linux', async (quarter) => {
    cpSync(sample(quarter), join(data, quarter), { recursive: true });
    const { status, out, err } = cmd('考核.cmd', onWindows(join(data, quarter)));
    expect(status, err).toBe(0);
    const result = join(data, `${quarter}-考核结果`);
    expect(out).toContain(`请打开：${onWindows(join(result, 'branch-summary.xlsx'))}`);

    const archive = join(folder, 'linux');
    const earlier = quarter === '2026Q1' ? [] : ['--archive', archive];
    const here = join(archive, quarter);
    const ended = await appraise(['run', join(data, quarter), '--out', here, ...earlier], {});
    expect(ended.status, ended.err).toBe(0);
    expect(await hashesOf(result)).toEqual(await hashesOf(here));
    expect(readFileSync(join(result, 'status.json'), 'utf8')).toContain('"platform": "win32"');
  });

  test('what Linux made is verified', () => {
    const given = [join(folder, 'linux', '2026Q2'), '--package', join(data, '2026Q2')];
    const paths = given.map((each) => (each.startsWith('--') ? each : onWindows(each)));
    const { status, out } = cmd('appraise.cmd', 'verify', ...paths);
    expect([status, out]).toEqual([0, expect.stringContaining('字节相同：是')]);
  });

  /** Opens a file as Excel does, so that nobody else may; answers how to let go of it. */
  function holdOpen(file: string): () => void {
    const ready = join(folder, `held-${Math.random()}`);
    const program = `
      const { constants: { O_RDWR }, openSync, writeFileSync } = require('node:fs');
      const exclusively = 0x10000000;
      openSync(process.argv[1], O_RDWR | exclusively);
      writeFileSync(process.argv[2], '');
      setInterval(() => {}, 1000);`;
    const exe = onWindows(join(place, 'appraise', 'node.exe'));
    const end = wine.start([exe, '-e', program, onWindows(file), onWindows(ready)]);
    for (let left = 300; !existsSync(ready) && left > 0; left -= 1)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    if (!existsSync(ready)) throw new Error(`${file} could not be held open`);
    return end;
  }

  test('an input that is open elsewhere: 74, and which file is to be closed', () => {
    const exports = smallPackage(join(folder, 'held'), '2026Q1');
    const letGo = holdOpen(join(exports, 'deposits.csv'));
    const run = ['run', onWindows(exports), '--out', onWindows(join(folder, 'held', 'out'))];
    try {
      const { status, err } = cmd('appraise.cmd', ...run);
      expect([status, err]).toEqual([74, expect.stringContaining('deposits.csv')]);
      expect(err).toMatch(/占用|关闭/);
    } finally {
      letGo();
    }
    expect(cmd('appraise.cmd', ...run).status).toBe(0);
  });

  test('a workbook that is open while its result is replaced: the old result stays whole, or the new one is', async () => {
    const exports = smallPackage(join(folder, 'open'), '2026Q1');
    const out = join(folder, 'open', 'out');
    const run = ['run', onWindows(exports), '--out', onWindows(out)];
    expect(cmd('appraise.cmd', ...run).status).toBe(0);
    const before = await hashesOf(out);
    const letGo = holdOpen(join(out, 'branch-summary.xlsx'));
    try {
      const { status } = cmd('appraise.cmd', ...run, '--force');
      expect([0, 74]).toContain(status);
    } finally {
      letGo();
    }
    expect(await hashesOf(out)).toEqual(before);
  });

  test.each([
    ['a drive that is not there', 'Q:\\考核\\2026Q1', [2, 74]],
    ['a reserved name', 'Z:\\tmp\\CON', [2]],
    ['a name that ends in a dot', 'Z:\\tmp\\2026Q1.', [2]],
    ['a colon in a name', 'Z:\\tmp\\2026:Q1', [2]],
    ['a path too long for any program', `Z:\\tmp\\${'长'.repeat(300)}`, [2, 74]],
  ])('%s is refused in words', (_, out, statuses) => {
    const exports = smallPackage(join(folder, 'places'), '2026Q1');
    const { status, err } = cmd('appraise.cmd', 'run', onWindows(exports), '--out', out);
    expect(statuses).toContain(status);
    expect(err).toMatch(/\p{Script=Han}/u);
    expect(err).not.toContain('工具内部故障');
  });

  test('nothing of Node is there but what came with the release', () => {
    expect(wine.run(['cmd', '/c', 'node', '--version']).status).not.toBe(0);
    expect(node('--version').out).toMatch(/^v22\./);
  });
});
