/** Laying out: addresses, references, widths. */
import { describe, expect, test } from 'vitest';
import { columnLetters, fixedCell } from '../../src/spreadsheet/address.ts';
import { words } from '../../src/spreadsheet/cells.ts';
import { clean } from '../../src/spreadsheet/clean.ts';
import { type Column, list } from '../../src/spreadsheet/list.ts';
import { linesOf, textWidth } from '../../src/spreadsheet/measure.ts';
import { placeBook } from '../../src/spreadsheet/place.ts';
import { type Block, type Book, type Formula, formula } from '../../src/spreadsheet/sheet.ts';

const text = (zh: string) => ({ zh, en: zh });

const bookOf = (...sheets: readonly (readonly Block[])[]): Book => ({
  title: text('书'),
  foot: [text(''), text('')],
  sheets: sheets.map((blocks, index) => ({
    id: `s${index}`,
    name: text(`第'${index}张`),
    kind: 'list',
    blocks,
  })),
});

const numbers: Column<number>[] = [
  { key: 'n', header: text('数'), total: true, of: (n) => ({ value: n, format: 'whole' }) },
  {
    key: 'double',
    header: text('倍'),
    of: (n) => ({ value: n * 2, format: 'whole', formula: formula`${{ here: 'n' }}*2` }),
  },
];

const formulasOf = (book: Book): (string | null)[] =>
  placeBook(book, 'zh').sheets.flatMap(({ rows }) =>
    rows.flatMap(({ row, cells, at }) =>
      cells.flatMap(({ formulas }) => formulas[at]?.join(String(row)) ?? []),
    ),
  );

const showing = (of: Formula): Block => ({
  kind: 'form',
  rows: [{ cells: [{ value: 0, format: 'whole', formula: of, span: 1 }] }],
});

describe('a formula that Excel cannot hold is left out, its value stands', () => {
  const averageOf = (cells: number): Formula => [`AVERAGE(${Array(cells).fill('A1').join(',')})`];
  const nested = (levels: number): Formula => [`${'ABS('.repeat(levels)}1${')'.repeat(levels)}`];
  const long = (characters: number): Formula => [`A1${'+'.repeat(characters - 'A1A1'.length)}A1`];
  const word = (characters: number): Formula => [`"${'长'.repeat(characters)}"`];

  test.each([
    ['255 arguments', averageOf(255), 1],
    ['256 arguments', averageOf(256), 0],
    ['64 levels', nested(64), 1],
    ['65 levels', nested(65), 0],
    ['8,192 characters', long(8192), 1],
    ['8,193 characters', long(8193), 0],
    ['a word of 255 characters', word(255), 1],
    ['a word of 256 characters', word(256), 0],
    ['commas in words and names of sheets', [`SUM("${',('.repeat(127)}",'${',('.repeat(300)}'!A1)`], 1],
  ] as const)('%s', (_, of, formulas) => {
    expect(formulasOf(bookOf([showing(of)]))).toHaveLength(formulas);
  });
});

describe('references', () => {
  test('find the same row, a list’s column and a total, on this and on other sheets', () => {
    const title: Block = { kind: 'title', text: text('题'), lines: [text('行')] };
    const elsewhere = showing(formula`SUM(${{ list: 'numbers', column: 'n' }})`);
    expect(formulasOf(bookOf([title, list('numbers', numbers, [3, 4])], [elsewhere]))).toEqual([
      'A5*2',
      'A6*2',
      'SUBTOTAL(109,$A$5:$A$6)',
      "SUM('第''0张'!$A$5:$A$6)",
    ]);
  });

  test('find an anchored cell and quote the tool’s own words, as XML says it', () => {
    const block: Block = {
      kind: 'form',
      rows: [
        {
          cells: [
            { value: 1, format: 'whole', anchor: 'one', span: 2 },
            {
              value: 0,
              format: 'whole',
              span: 1,
              formula: formula`IF(${{ anchor: 'one' }}=1,${text('说"是"')},0)`,
            },
          ],
        },
      ],
    };
    expect(formulasOf(bookOf([block]))).toEqual(['IF($A$1=1,&quot;说&quot;&quot;是&quot;&quot;&quot;,0)']);
  });

  test('to what is not there are a fault of the tool', () => {
    expect(() => formulasOf(bookOf([showing(formula`${{ anchor: 'nowhere' }}`)]))).toThrow(
      'no cell is called nowhere',
    );
    expect(() => formulasOf(bookOf([showing(formula`${{ list: 'no', column: 'n' }}`)]))).toThrow(
      'no list is called no',
    );
    expect(() => formulasOf(bookOf([list('same', numbers, [1])], [list('same', numbers, [1])]))).toThrow(
      'two lists are called same',
    );
  });
});

test('a number that is none never reaches a cell', () => {
  const block: Block = { kind: 'form', rows: [{ cells: [{ value: Number.NaN, format: 'whole', span: 1 }] }] };
  expect(() => placeBook(bookOf([block]), 'zh')).toThrow('a cell holds NaN');
});

test('two columns of one header are refused: Excel would repair the table', () => {
  const twice: Column<string>[] = ['a', 'b'].map((key) => ({
    key,
    header: text('列'),
    of: (row) => words(row),
  }));
  expect(() => placeBook(bookOf([list('twice', twice, ['x'])]), 'zh')).toThrow('one header');
});

test('Chinese characters are two digits wide, and long texts take more lines', () => {
  expect(textWidth('存款A1')).toBe(6);
  expect(linesOf('存款', 10)).toBe(1);
  expect(linesOf('存款'.repeat(10), 20)).toBe(3);
  expect(linesOf('一\n二', 20)).toBe(2);
});

test('addresses', () => {
  expect([1, 26, 27, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AAA']);
  expect(fixedCell({ sheet: '表', row: 2, column: 3 }, '表')).toBe('$C$2');
});

test('a text keeps what it can and loses what a workbook cannot hold', () => {
  expect(clean('a\u0000b\tc\r\nd')).toBe('ab\tc\nd');
  expect(clean('_x0041_')).toBe('_x005F_x0041_');
  expect(clean('😀\ud83d')).toBe('😀');
});

describe('a header that is longer than its column', () => {
  const shown = (column: Partial<Column<number>>, rows: number[] = [1]): unknown => {
    const own: Column<number> = {
      key: 'n',
      header: text('审批机构及审核部门'),
      width: [6, 8],
      of: (n) => ({ value: n, format: 'whole' }),
      ...column,
    };
    return placeBook(bookOf([list('headed', [own], rows)]), 'zh').sheets[0]?.rows[0]?.cells[0]?.values[0];
  };

  test('has its line breaks in the cell', () => expect(shown({})).toBe('审批机构及\n审核部门'));

  test.each<[string, Partial<Column<number>>, number[]]>([
    [
      'formulas compare it',
      { of: (n) => ({ value: n, format: 'whole', formula: formula`${{ header: 'n' }}` }) },
      [1],
    ],
    ['the list is filled in', { of: (n) => ({ value: n, format: 'whole', open: true }) }, [1]],
    ['the list is to be filled in', { entry: { format: 'whole' } }, []],
  ])('has none where %s', (_, column, rows) => expect(shown(column, rows)).toBe('审批机构及审核部门'));
});
