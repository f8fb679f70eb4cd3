/** A folder for each sub-branch: its files are read with those of the package; what was laid aside is not. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { depositHeader, only } from './package.ts';
import { readPackage } from './read.ts';

const deposit = (customer: string) => `${depositHeader}0012,${customer},1,2,3\n`;

function packageOf(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), '2026Q3');
  for (const [name, content] of Object.entries({ 'package.yaml': only('deposits'), ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
const readingOf = async (folder: string) => {
  const { tables, problems, inputs } = await readPackage(folder);
  return {
    rows: tables.deposits.map(({ source, customer_id }) => `${source.file} ${customer_id}`),
    problems: problems.map(({ code, at }) => `${code} ${at.file}`),
    inputs: inputs.map(({ name }) => name),
  };
};

test('the files of all sub-branches are one table, each row with its path', async () => {
  const files = {
    '港区支行/存款.csv': deposit('C2'),
    '东城支行/存款.csv': deposit('C1'),
    '存款.csv': deposit('C3'),
  };
  expect(await readingOf(packageOf(files))).toEqual({
    rows: ['东城支行/存款.csv C1', '存款.csv C3', '港区支行/存款.csv C2'],
    problems: [],
    inputs: ['package.yaml', '东城支行/存款.csv', '存款.csv', '港区支行/存款.csv'],
  });
});

test.each(['旧宫支行', '历史街支行'])('%s is a sub-branch', async (name) => {
  const { rows, problems } = await readingOf(packageOf({ [`${name}/存款.csv`]: deposit('C1') }));
  expect([rows, problems]).toEqual([[`${name}/存款.csv C1`], []]);
});

test('a folder may be named for the table', async () => {
  const { rows, problems } = await readingOf(packageOf({ '存款/港区支行.csv': deposit('C1') }));
  expect([rows, problems]).toEqual([['存款/港区支行.csv C1'], []]);
});

test.each(['备份', '2026Q2', '2026年6月', 'old', '旧数据', '旧', '历史数据'])(
  '%s is not read',
  async (name) => {
    const files = { '存款.csv': deposit('C1'), [`${name}/存款.csv`]: deposit('C2') };
    expect(await readingOf(packageOf(files))).toEqual({
      rows: ['存款.csv C1'],
      problems: [`folder.unread ${name}`],
      inputs: ['package.yaml', '存款.csv'],
    });
  },
);

test('nor are results, what lies deeper, and what a link leads to', async () => {
  const folder = packageOf({
    '存款.csv': deposit('C1'),
    'results/manifest.json': '{}',
    'results/存款.csv': deposit('C2'),
    '港区支行/二级/存款.csv': deposit('C3'),
    '2026Q3 东城/存款.csv': deposit('C4'),
  });
  symlinkSync('港区支行', join(folder, '链接'), 'junction');
  const { rows, problems } = await readingOf(folder);
  expect(rows).toEqual(['2026Q3 东城/存款.csv C4', '存款.csv C1']);
  expect(problems.sort()).toEqual([
    'folder.unread results',
    'folder.unread 港区支行/二级',
    'folder.unread 链接',
  ]);
});
