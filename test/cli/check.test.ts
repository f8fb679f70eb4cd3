/** `check`: what is wrong, the rows themselves, and what was understood of every file; on screen, as JSON, as a workbook. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../archive/temporary.ts';
import { partsOf } from '../spreadsheet/package-check.ts';
import { appraise } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const quarter = '2026Q1';
const wrongAmount = (place: string) =>
  smallPackage(place, quarter, (file, text) =>
    file === 'deposits.csv' ? text.replace('A2,CNY,活期,60000000', 'A2,CNY,活期,abc') : text,
  );

test('on screen: the row with the cell, and how each file was read', async () => {
  const { status, out } = await appraise(['check', wrongAmount(temporaryFolder())]);
  expect(status).toBe(1);
  expect(out).toContain(
    'error deposits.csv, row 3, column “year_avg”: “year_avg” should be a number, but the cell is not a number (seen: abc) [cell.not-a-number]\n' +
      '     3 │ 0002 │ C2 │ 乙公司 │ … │ 活期 │ «abc» │ 20000000 │ …\n' +
      '     → Write a number such as 1234.56\n',
  );
  expect(out).toContain(
    '\ndeposits.csv → Deposits\n  header in row 1; encoding UTF-8\n  A “manager_id” → manager_id\n',
  );
  expect(out).toContain('  G “year_avg” → year_avg, in 元 (not stated)\n');
  expect(out).toContain(
    '  rows read: 4; kept 3, dropped (totals, blanks, notes) 0, in error 1; totals checked: 0\n',
  );
});

test('as JSON', async () => {
  const { out } = await appraise(['check', wrongAmount(temporaryFolder()), '--json']);
  const { schema, problems, readings } = JSON.parse(out);
  expect(schema).toBe('rm-appraisal/check/1');
  expect(problems[0]).toMatchObject({
    code: 'cell.not-a-number',
    excerpt: expect.arrayContaining(['0002', 'abc']),
  });
  expect(readings).toContainEqual(
    expect.objectContaining({ source: { file: 'deposits.csv', sheet: null }, rowsRead: 4, rowsInError: 1 }),
  );
});

test('as a workbook whose links open the file at the cell', async () => {
  const place = temporaryFolder();
  const folder = smallPackage(place, quarter);
  const workbook = readFileSync(new URL('../intake/files/hidden.xlsx', import.meta.url));
  writeFileSync(join(folder, 'more #1 & 2.xlsx'), workbook);
  const out = join(place, 'lists', 'check');
  await appraise(['check', folder, '--out', out]);
  const parts = partsOf(readFileSync(join(out, 'problems.xlsx')));
  const links = parts.get('xl/worksheets/_rels/sheet1.xml.rels') ?? '';
  expect(links).toContain(`Target="../../${quarter}/more%20%231%20%26%202.xlsx`);
  expect(`${links}${parts.get('xl/worksheets/sheet1.xml')}`).toMatch(/(?:'|&apos;)存款(?:'|&apos;)!A2/);
});

test('a package in a strange terminal: no control character of an input reaches the screen', async () => {
  const folder = smallPackage(temporaryFolder(), quarter, (file, text) =>
    file === 'deposits.csv' ? text.replace('60000000,', '\u001b[31mred\u0007\u202e,') : text,
  );
  const { out, err } = await appraise(['check', folder]);
  expect(out).toContain('�[31mred��');
  expect(out + err).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
});
