/** CSV as Excel opens it, and nothing in it that Excel would run. */
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/archive/csv.ts';
import { problemsCsv } from '../../src/archive/problems-csv.ts';
import { errorOf, noteOf } from '../../src/model/diagnostic.ts';

const cellsOf = (text: string): string => csv([[text]]).slice(1, -2);

describe('csv', () => {
  test('begins with a byte-order mark and ends every row with CRLF', () => {
    expect(csv([['a', 'b'], ['c']])).toBe('\u{feff}a,b\r\nc\r\n');
  });
  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['he said "no"', '"he said ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('quotes %j where it must', (text, field) => {
    expect(cellsOf(text)).toBe(field);
  });
  test.each(['=1+1', '+86', '-5', '@sum', '\tx', '＝1+1', '＋86', '－5', '＠sum'])(
    '%j does not become a formula',
    (text) => {
      expect(cellsOf(text)).toBe(`'${text}`);
    },
  );
  test('nor what follows a line break at the start of a field', () => {
    expect(cellsOf('\n=1+1')).toBe('"\'\n=1+1"');
  });
});

test('problems.csv lists errors first, in the language asked for', () => {
  const wrong = errorOf('test.wrong', (_: object) => ({
    message: { zh: '不是金额', en: 'not an amount' },
    hint: { zh: '改成数字', en: 'write a number' },
  }));
  const odd = noteOf('test.odd', (_: object) => ({
    message: { zh: '多余的列', en: 'an extra column' },
    hint: { zh: '无需处理', en: 'nothing to do' },
  }));
  const list = [
    odd({ file: 'a.csv' }, {}),
    wrong(
      { file: 'b.xlsx', sheet: '存款', row: 7, column: '余额' },
      {},
      { value: '=abc', managers: ['0012'] },
    ),
  ];
  expect(problemsCsv(list, 'zh').slice(1).split('\r\n')).toEqual([
    '级别,代码,文件,工作表,行,列,内容,问题,处理办法,涉及客户经理',
    "错误,test.wrong,b.xlsx,存款,7,余额,'=abc,不是金额,改成数字,0012",
    '提示,test.odd,a.csv,,,,,多余的列,无需处理,',
    '',
  ]);
  expect(problemsCsv(list, 'en')).toContain("error,test.wrong,b.xlsx,存款,7,余额,'=abc,not an amount");
});

test('of many problems the ten that matter most come first, file by file', () => {
  const wrong = errorOf('test.wrong', (_: object) => ({
    message: { zh: '不是金额', en: 'not an amount' },
    hint: { zh: '改成数字', en: 'write a number' },
  }));
  const at = (file: string, row: number, managers: string[]) => wrong({ file, row }, {}, { managers });
  // Twelve: each touches nobody, but the two of b.csv and the second of a.csv.
  const problems = [
    ...Array.from({ length: 9 }, (_, index) => at('a.csv', 1 + index, index === 1 ? ['1', '2'] : [])),
    at('b.csv', 5, ['1', '2', '3']),
    at('b.csv', 4, ['1']),
    at('c.csv', 1, []),
  ];
  const places = problemsCsv(problems, 'zh')
    .split('\r\n')
    .slice(1, -1)
    .map((line) =>
      line
        .split(',')
        .filter((_, index) => index === 2 || index === 4)
        .join(' '),
    );
  expect(places).toEqual([
    ...[
      'b.csv 5',
      'b.csv 4',
      'a.csv 2',
      'a.csv 1',
      'a.csv 3',
      'a.csv 4',
      'a.csv 5',
      'a.csv 6',
      'a.csv 7',
      'a.csv 8',
    ],
    ...['a.csv 9', 'c.csv 1'],
  ]);
});
