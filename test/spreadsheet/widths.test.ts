/** How columns give way to the paper. */
import { describe, expect, test } from 'vitest';
import { measured } from '../../src/spreadsheet/extent.ts';
import { type Column, list } from '../../src/spreadsheet/list.ts';
import type { Sheet } from '../../src/spreadsheet/sheet.ts';
import { libraryStyle, roomOn, styleOf } from '../../src/spreadsheet/style.ts';
import { fitted } from '../../src/spreadsheet/widening.ts';
import { spreadOf, total } from '../../src/spreadsheet/widths.ts';

const same = (zh: string) => ({ zh, en: zh });

describe('into a room', () => {
  // What the texts of the columns take in each row; 0: a figure.
  test.each<[string, number[], number[], number[][], number, number[] | null]>([
    ['what fits is as wide as it wants', [10, 20], [5, 5], [[9, 19]], 30, [10, 20]],
    ['no row has a text: the narrowest grow first', [10, 40], [5, 5], [[0, 0]], 30, [10, 20]],
    // 20 to go round: a text of 100 is read in half the lines at 20, one of 8 needs none of it.
    ['the longest texts get the room', [40, 40], [10, 10], [[8, 100]], 40, [10, 30]],
    // In columns of 21 and 15: 60 ÷ 21 and 30 ÷ 15 lines, 4.86 together; a digit from one to the other: 4.87, and 4.88.
    [
      'by the highest text of each row',
      [40, 40],
      [6, 6],
      [
        [60, 5],
        [5, 30],
      ],
      36,
      [21, 15],
    ],
    ['none goes below its least', [10, 40, 30], [5, 5, 25], [[0, 90, 0]], 50, [5, 20, 25]],
    ['nor above what it wants', [10, 12], [5, 5], [[0, 90]], 40, [10, 12]],
    ['what cannot fit is said so', [10, 40], [10, 35], [], 40, null],
  ])('%s', (_, widths, least, texts, room, expected) => {
    const columns = widths.map((_, column) => texts.map((row) => row[column] ?? 0));
    expect(fitted(widths, least, columns, (each) => total(each) <= room)).toEqual(expected);
  });
});

describe('a sheet', () => {
  const texts = (count: number): Column<string>[] =>
    Array.from({ length: count }, (_, at) => ({
      key: `t${at}`,
      header: same(`题${at}`),
      of: (word) => ({ value: same(word), format: 'text' }),
    }));
  const amounts = (count: number): Column<string>[] =>
    Array.from({ length: count }, (_, at) => ({
      key: `n${at}`,
      ...(at === 0 ? { names: true } : {}),
      header: same(`数${at}`),
      of: () => ({ value: 123_456_789.12, format: 'yuan' }),
    }));
  const spread = (columns: Column<string>[], more: Partial<Sheet> = {}) => {
    const block = list('only', columns, ['说明'.repeat(20)]);
    const sheet: Sheet = {
      id: 's',
      name: same('表'),
      kind: 'list',
      blocks: [block],
      ...more,
    };
    return spreadOf(sheet, [measured(block, 'zh')], 'zh');
  };

  test('of few columns is as wide as they are', () => {
    expect(spread(texts(4))).toMatchObject({ widths: [36, 36, 36, 36], pagesWide: 1 });
  });

  test('breaks its texts into more lines until they fit the page', () => {
    const { widths, pagesWide } = spread(texts(8));
    expect(pagesWide).toBe(1);
    expect(total(widths)).toBeLessThanOrEqual(roomOn('list'));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(14);
  });

  test('breaks its headers into three lines rather than take a second page', () => {
    const counts = Array.from(
      { length: 16 },
      (_, at): Column<string> => ({
        key: `c${at}`,
        header: same(`主要指标平均数${at % 10}`),
        of: () => ({ value: at, format: 'whole' }),
      }),
    );
    expect(spread(counts).pagesWide).toBe(1);
  });

  test('leaves columns for the screen out of the paper’s width', () => {
    const beside = amounts(3).map((column) => ({
      ...column,
      key: `s${column.key}`,
      onScreen: true as const,
    }));
    const named = beside.map((column, at) => ({ ...column, header: same(`旁${at}`) }));
    const { widths, printed, pagesWide } = spread([...amounts(8), ...named]);
    expect([widths.length, printed, pagesWide]).toEqual([11, 8, 1]);
  });

  test('of a narrow table has room beside it for the line under its title', () => {
    const lines = [same('一'.repeat(40))];
    const { widths, printed } = spread([...texts(1)], {
      blocks: [{ kind: 'title', text: same('题'), lines }],
    });
    // 80 digits and 8 %, rounded up.
    expect([widths.length, printed, total(widths)]).toEqual([2, 2, 87]);
  });

  test('shows the figures of its forms, however large their letters', () => {
    const cells = [{ value: 1_234_567.89, format: 'yuan', look: 'big', span: 1 } as const];
    const { widths } = spread([{ ...texts(1)[0], width: [6, 8] } as Column<string>], {
      blocks: [{ kind: 'form', rows: [{ cells }] }],
    });
    // 1,234,567.89 at 13 points, bold: 12 × 1.3 × 1.06, and 2 from the edges.
    expect(widths).toEqual([19]);
  });

  test('never cuts a figure: it is printed on pages side by side', () => {
    const { widths, pagesWide } = spread(amounts(11));
    // 123,456,789.12 and the distance from the edges.
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(14 + 2);
    expect(pagesWide).toBe(2);
  });

  test('ends a page between two columns, not within one', () => {
    // 151 digits to a page. Of 17 each, 8 columns and the first one again with 7: 15. Of 16 each, 9 and 8.
    const { widths, pagesWide } = spread(amounts(16));
    expect(roomOn('list')).toBe(151);
    expect(pagesWide).toBe(2);
    // Of 8 columns, 23 digits of the page are left: the columns take them as far as two pages hold them.
    expect(Math.min(...widths)).toBe(16);
    const first = widths.findIndex((_, at) => total(widths.slice(0, at + 1)) > 151);
    expect((widths[0] ?? 0) + total(widths.slice(first))).toBeLessThanOrEqual(151);
  });

  test('takes as many pages as its figures need', () => {
    // Each page the first column of 16 again and eight others: 40 others take five.
    expect(spread(amounts(41)).pagesWide).toBe(5);
  });

  test('of a statement has columns of one width that fill the page', () => {
    const { widths, pagesWide } = spread(texts(1), { kind: 'statement' });
    // 102 digits to an upright page, over 24 columns.
    expect(widths).toEqual(Array(24).fill(4.25));
    expect(pagesWide).toBe(1);
  });
});

test('no letters are smaller than the body’s', () => {
  const looks = [
    'body',
    'strong',
    'mark',
    'group',
    'total',
    'line',
    'header',
    'paragraph',
    'label',
    'value',
  ] as const;
  for (const look of looks)
    expect(libraryStyle(styleOf(look, 'text', undefined, 0, false)).font).toMatchObject({ size: 10 });
});
