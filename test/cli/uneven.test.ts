/** A unit of many managers whose targets have nothing in common: the average of their completions is a number. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { partsOf } from '../spreadsheet/package-check.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

test('forty managers', async () => {
  const place = temporaryFolder();
  const ids = Array.from({ length: 40 }, (_, index) => `1${String(index).padStart(3, '0')}`);
  const rows: Readonly<Record<string, (id: string, index: number) => string>> = {
    'roster.csv': (id) => `${id},张${id},城东支行,third,2020-03-01,,,本科,合格,`,
    'deposits.csv': (id, index) => `${id},K${id},户${id},B${id},CNY,活期,${index + 1},0,${index + 1},1`,
    'targets.csv': (id, index) =>
      `${id},deposits,${987_654_321 + 2 * index}.07,${987_654_321 + index}.01,是,元`,
  };
  const folder = smallPackage(place, '2026Q1', (file, text) =>
    [text, ...ids.map((id, index) => rows[file] && `${rows[file](id, index)}\n`)].join(''),
  );
  const out = join(place, 'out');
  expect((await appraise(['run', folder, '--out', out])).status).toBe(0);
  const sheets = [...partsOf(readFileSync(join(out, 'branch-summary.xlsx')))];
  for (const [name, xml] of sheets) expect(xml, name).not.toMatch(/>(?:NaN|-?Infinity)</);
});
