/** CSV in the encodings, delimiters and line ends met in the field. */
import { describe, expect, test } from 'vitest';
import { gbk } from '../../samples/make/write/gbk.ts';
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
    ['a separator between odd quotes', '0012,C"1,2",1,2,3'],
    ['text after a quoted separator', '0012,"C,1"x,1,2,3'],
    ['a quote never closed', '0012,"C1,1,2,3'],
  ])('%s: the line is named, the others are read', async (_, line) => {
    const other = '0013,C2,1,2,3';
    const found = await readOne(
      'deposits',
      `${[depositHeader.trim(), other, line, other, line].join('\n')}\n`,
    );
    expect(found.problems.map(({ code, at }) => [code, at.row])).toEqual([
      ['csv.malformed', 3],
      ['csv.malformed', 5],
    ]);
    expect(found.tables.deposits.map(({ row }) => row)).toEqual([2, 4]);
  });

  test.each([
    ['inside', '云州"青禾"公司', '云州"青禾"公司'],
    ['first, with text behind', '"青禾"公司', '"青禾"公司'],
    ['that Excel keeps zeros by', '="青禾"', '="青禾"'],
  ])('a quote %s is read where the number of fields settles it', async (_, written, read) => {
    const header = '客户经理工号,客户号,客户名称,年日均余额,季日均余额,期末余额\n';
    const regular = '0013,C2,"一, ""二""\n厂",4,5,6\n';
    const found = await readOne('deposits', `${header}${regular}="0012",C1,${written},1,2,3\n${regular}`);
    expect(found.problems.map(({ code, at }) => [code, at.row])).toEqual([['csv.odd-quotes', 4]]);
    expect(
      found.tables.deposits.map(({ row, manager_id, customer_name }) => [row, manager_id, customer_name]),
    ).toEqual([
      [2, '0013', '一, "二"\n厂'],
      [4, '0012', read],
      [5, '0013', '一, "二"\n厂'],
    ]);
  });

  test('a quote alone is read as well', async () => {
    const found = await readOne('deposits', `${depositHeader}0012,5"C,1,2,3\n0013,C2,4,5,6\n`);
    expect(found.problems.map(({ code, at }) => [code, at.row])).toEqual([['csv.odd-quotes', 2]]);
    expect(found.tables.deposits.map(({ customer_id }) => customer_id)).toEqual(['5"C', 'C2']);
  });

  test('many lines of odd quotes cost no more than their number', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `="0012",C${index},1,2,3\n`);
    const found = await readOne('deposits', depositHeader + lines.join(''));
    expect(found.readings[0]).toMatchObject({ rowsKept: 30_000 });
    expect(found.problems.map(({ code, message }) => [code, message.zh])).toEqual([
      ['csv.odd-quotes', '30000 行的双引号未按 CSV 的规定书写，按列数读出：第 2、3、4、5、6 行等'],
    ]);
  });

  test('half a character of GBK is the fault of its cell, with what can be read of it', async () => {
    const header = '客户经理工号,客户号,客户名称,年日均余额,季日均余额,期末余额\n';
    const [before, after] = ['0012,C1,云州青禾机', ',1,2,3\n0012,C2,张三,4,5,6\n'].map((text) =>
      Buffer.from(gbk(text)),
    );
    const found = await readOne(
      'deposits',
      Buffer.concat([Buffer.from(gbk(header)), before ?? Buffer.of(), Buffer.of(0xd0), after ?? Buffer.of()]),
    );
    expect(found.problems.map(({ code, at, value }) => [code, at.row, at.column, value])).toEqual([
      ['cell.half-character', 2, '客户名称', '云州青禾机'],
    ]);
    expect(found.tables.deposits.map(({ customer_name }) => customer_name)).toEqual(['张三']);
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
