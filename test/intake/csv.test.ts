/** CSV in the encodings, delimiters and line ends met in the field. */
import { describe, expect, test } from 'vitest';
import { codes, depositHeader, readOne } from './package.ts';

const content =
  '客户经理工号,客户号,客户名称,年日均余额,季日均余额,期末余额\n0012,C1,"甲,公司",1,2,3\n0013,C2,乙公司,4,5,6\n';

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(content)],
    ['UTF-8', Buffer.from(`\ufeff${content}`)],
    ['UTF-16LE', utf16(content)],
    ['UTF-16BE', utf16(content).swap16()],
  ])('%s', async (encoding, bytes) => {
    const found = await readOne('deposits', bytes);
    expect(codes(found)).toEqual([]);
    expect(found.readings[0]).toMatchObject({ encoding, rowsKept: 2 });
    expect(found.tables.deposits[0]).toMatchObject({ customer_name: '甲,公司', end_balance: 3_00n });
  });

  test.each([
    ['alone', []],
    ['after a table', [depositHeader, '0012,C1,1,2,3\n']],
    ['after a broken quote', [depositHeader, '0012,C"1,1,2,3\n']],
  ])('bytes of no encoding %s', async (_, before) => {
    const bytes = Buffer.concat([
      ...before.map((line) => Buffer.from(line)),
      Buffer.from([0xff, 0x81, 0x20, 0x0a]),
    ]);
    expect(codes(await readOne('deposits', bytes))).toEqual(['csv.encoding']);
  });
});

describe('delimiters and line ends', () => {
  test.each([
    ['tab', '\t', '\n'],
    ['semicolon', ';', '\r\n'],
    ['comma, CR', ',', '\r'],
    ['comma, CRLF', ',', '\r\n'],
  ])('%s', async (_, delimiter, end) => {
    const text = content.replaceAll('"甲,公司"', '甲公司').replaceAll(',', delimiter).replaceAll('\n', end);
    const found = await readOne('deposits', text);
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits.map(({ row, end_balance }) => [row, end_balance])).toEqual([
      [2, 3_00n],
      [3, 6_00n],
    ]);
  });

  test.each(['\n', '\r\n', '\r'])('quoted newlines keep the physical line numbers (%j)', async (end) => {
    const text = `${depositHeader.replace('客户号', '"客户\n号"')}\n0012,"C\n1",1,2,3\n0013,C2,x,5,6\n`;
    const found = await readOne('deposits', text.replaceAll('\n', end));
    expect(found.tables.deposits.map(({ row }) => row)).toEqual([4]);
    expect(found.problems.map(({ code, at }) => [code, at.row])).toEqual([['cell.not-a-number', 6]]);
  });
});

describe('malformed', () => {
  test.each([
    ['a quote inside', '0012,C"1,1,2,3\n', 2],
    ['text after a quote', '0012,"C"1,1,2,3\n', 2],
    ['a quote never closed', '0012,"C1,1,2,3\n', 2],
  ])('%s names the line', async (_, line, row) => {
    const found = await readOne('deposits', depositHeader + line);
    expect(found.problems.map(({ code, at }) => [code, at.row])).toContainEqual(['csv.malformed', row]);
  });

  test('a row that is too long has shifted; one that is too short lacks its last cells', async () => {
    const found = await readOne(
      'deposits',
      `${depositHeader}0012,C1,1,234.00,5,6\n0012,C2,1,2\n0012,C3,1,2,3,,\n`,
    );
    expect(codes(found)).toEqual(['row.too-many-cells', 'amount.blank']);
    expect(found.readings[0]).toMatchObject({ rowsRead: 3, rowsKept: 2, rowsInError: 1 });
  });
});
