/** What is hashed is what is read: a file that becomes another one in between is refused, never read under the old one's hash. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Progress } from '../../src/intake/index.ts';
import type { QuarterPackage } from '../../src/model/package.ts';
import { temporaryFolder } from '../archive/temporary.ts';
import { depositHeader, fixture, only } from './package.ts';
import { readPackage } from './read.ts';
import { depositsHeader, rowOf, workbookOf } from './workbook-of.ts';

const csv = (amount: number): Buffer => Buffer.from(`${depositHeader}0012,C1,${amount},0,0\n`);
const xlsx = (amount: number): Buffer =>
  workbookOf({ sheet: depositsHeader + rowOf('0012', 'C1', amount, 0, 0) });
const page = (amount: number): Buffer =>
  Buffer.from(
    `<table><tr><td>${depositHeader.trim().replaceAll(',', '<td>')}<tr><td>0012<td>C1<td>${amount}<td>0<td>0</table>`,
  );

interface Change {
  readonly name: string;
  readonly before: Buffer;
  /** When it happens. */
  readonly when: (progress: Progress) => boolean;
  change(path: string): void;
}

async function readWhile({ name, before, when, change }: Change): Promise<QuarterPackage> {
  const folder = join(temporaryFolder(), '2026Q3');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.yaml'), only('deposits'));
  writeFileSync(join(folder, name), before);
  let done = false;
  return readPackage(folder, {
    onProgress(progress) {
      if (done || !when(progress)) return;
      done = true;
      change(join(folder, name));
    },
  });
}

/** Once all files are hashed. */
const hashed = ({ stage, done, of }: Progress): boolean => stage === 'opening' && done >= of / 2;
/** Once the first rows of a table are read. */
const opened = ({ stage }: Progress): boolean => stage === 'reading';

const refused = (found: QuarterPackage, file: string): void => {
  expect(found.tables.deposits.map(({ year_avg }) => year_avg)).not.toContain(22_200n);
  expect(found.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'file.changed', at: { file } },
  ]);
};

const overwrite = (bytes: Buffer) => (path: string) => writeFileSync(path, bytes);
const replace = (bytes: Buffer) => (path: string) => {
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
};

const xls = await fixture('two-row-header-97.xls');
const otherXls = Buffer.from(xls);
otherXls.write('X', 5000);

describe('a file that changes between its hash and its rows', () => {
  test.each([
    ['存款.csv', csv(111), overwrite(csv(222))],
    ['存款.csv', csv(111), replace(csv(222))],
    ['存款.csv', csv(111), overwrite(csv(1))],
    ['存款.csv', csv(111), overwrite(Buffer.from(''))],
    ['存款.xlsx', xlsx(111), overwrite(xlsx(222))],
    ['存款.xlsx', xlsx(111), replace(xlsx(222))],
    ['存款.xls', page(111), overwrite(page(222))],
    ['存款.xls', xls, overwrite(otherXls)],
    ['存款.csv', csv(111), overwrite(xlsx(222))],
  ])('%s', async (name, before, change) =>
    refused(await readWhile({ name, before, when: hashed, change }), name),
  );

  test('behind its first rows', async () => {
    const long = Buffer.concat([csv(111), Buffer.from('0012,C1,111,0,0\n'.repeat(100_000))]);
    const found = await readWhile({
      name: '存款.csv',
      before: long,
      when: opened,
      change: (path) => {
        const bytes = readFileSync(path);
        bytes.write('0012,C1,222,0,0\n', bytes.length - 16);
        writeFileSync(path, bytes);
      },
    });
    refused(found, '存款.csv');
  });

  test('rows that are added behind the end are not those of the hashed file, and are not read', async () => {
    const found = await readWhile({
      name: '存款.csv',
      before: csv(111),
      when: hashed,
      change: (path) => writeFileSync(path, `${csv(111)}0012,C2,222,0,0\n`),
    });
    expect(found.tables.deposits.map(({ year_avg }) => year_avg)).toEqual([11_100n]);
    expect(found.problems).toEqual([]);
  });

  test('package.yaml', async () => {
    const folder = join(temporaryFolder(), '2026Q3');
    mkdirSync(folder);
    const settings = join(folder, 'package.yaml');
    writeFileSync(settings, only('deposits'));
    writeFileSync(join(folder, '存款.csv'), csv(111));
    // It is the first of the files.
    const found = await readPackage(folder, {
      onProgress: ({ done }) => done > 0 && writeFileSync(settings, only('deposits').replace('Q3', 'Q2')),
    });
    expect(found.period).not.toBe('2026Q2');
    expect(found.problems[0]).toMatchObject({ code: 'file.changed', at: { file: 'package.yaml' } });
  });
});
