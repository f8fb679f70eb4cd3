/** What may lie in a package beside files: it is named, and neither waited for nor read without end. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { depositOf, only } from './package.ts';
import { readPackage } from './read.ts';

/** A package with a deposits table and whatever else is put there. */
function packageWith(put: (folder: string) => void): string {
  const folder = join(temporaryFolder(), '2026Q3');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.yaml'), only('deposits'));
  writeFileSync(join(folder, '存款.csv'), depositOf('111'));
  put(folder);
  return folder;
}
const problemsOf = async (folder: string) =>
  (await readPackage(folder)).problems.map(({ code, at }) => `${code} ${at.file}`);

const pipe = (name: string) => (folder: string) => void execFileSync('mkfifo', [join(folder, name)]);
const link = (target: string, name: string) => (folder: string) => symlinkSync(target, join(folder, name));

test.skipIf(process.platform === 'win32').each<[string, (folder: string) => void, string[]]>([
  ['a pipe', pipe('存款2.csv'), ['system.not-a-file 存款2.csv']],
  ['a pipe that is no table', pipe('说明'), ['file.not-a-table 说明']],
  ['a device that never ends', link('/dev/zero', '存款2.csv'), ['system.not-a-file 存款2.csv']],
  ['a device that is no table', link('/dev/zero', 'a.md'), ['file.not-a-table a.md']],
  ['a link to nothing', link('gone.csv', '存款2.csv'), ['system.missing 存款2.csv']],
  ['links in a circle', link('存款2.csv', '存款2.csv'), ['system.link-loop 存款2.csv']],
  ['a link to a folder', link('..', '存款2.csv'), ['folder.unread 存款2.csv']],
])('%s', async (_, put, expected) => expect(await problemsOf(packageWith(put))).toEqual(expected));

test('a socket', async () => {
  const folder = packageWith(() => {});
  const server = createServer();
  await new Promise<void>((listening) => server.listen(join(folder, 's.csv'), listening));
  expect(await problemsOf(folder)).toEqual(['system.not-a-file s.csv']);
  server.close();
});

test('a link to a file is followed, and named with where it leads', async () => {
  const folder = packageWith((place) => {
    rmSync(join(place, '存款.csv'));
    writeFileSync(join(place, '..', '导出.csv'), depositOf('222'));
    symlinkSync('../导出.csv', join(place, '存款.csv'));
  });
  const { tables, problems, inputs } = await readPackage(folder);
  expect(tables.deposits.map(({ year_avg }) => year_avg)).toEqual([22_200n]);
  expect(inputs.map(({ name }) => name)).toEqual(['package.yaml', '存款.csv']);
  expect(problems).toMatchObject([{ code: 'file.link', at: { file: '存款.csv' }, value: '../导出.csv' }]);
});

test.skipIf(process.platform === 'win32')(
  'package.yaml that is a pipe is an error, and nothing is concluded from it',
  async () => {
    const folder = packageWith((place) => {
      rmSync(join(place, 'package.yaml'));
      pipe('package.yaml')(place);
    });
    expect(await problemsOf(folder)).toEqual(['system.not-a-file package.yaml']);
  },
);

test('a file that is gone before it is read is named, and its table is not missing as well', async () => {
  const folder = packageWith(() => {});
  const { problems } = await readPackage(folder, {
    onProgress: () => rmSync(join(folder, '存款.csv'), { force: true }),
  });
  expect(problems).toMatchObject([{ code: 'system.missing', at: { file: '存款.csv' } }]);
});
