/** What surrounds the cells: written by the library once, and the same as if it were written for each workbook. */
import { describe, expect, test } from 'vitest';
import type { Text } from '../../src/model/text.ts';
import { writtenStyles } from '../../src/spreadsheet/frame.ts';
import { alike, column, list } from '../../src/spreadsheet/list.ts';
import { Blanks } from '../../src/spreadsheet/outline.ts';
import { placeBook } from '../../src/spreadsheet/place.ts';
import type { Book, Link } from '../../src/spreadsheet/sheet.ts';
import { entryStyle, libraryStyle, styleOf } from '../../src/spreadsheet/style.ts';
import { stylesheet } from '../../src/spreadsheet/stylesheet.ts';
import { write } from '../../src/spreadsheet/writer.ts';
import { faultsOf, partsOf } from './package-check.ts';

const stamp = new Date('2026-09-30T00:00:00Z');
const text = (words: string) => ({ zh: words, en: words });

/** A book of one list, of as many rows as there are words. */
const bookOf = (title: string, words: readonly string[], link?: Link): Book => ({
  title: text(title),
  foot: [text(`${title} left`), text(`${title} right`)],
  sheets: [
    {
      id: 'list',
      name: text('list'),
      kind: 'list',
      blocks: [
        list<string>(
          'words',
          [
            column(
              'word',
              text('word'),
              { width: [9, 9], marks: [{ text: text('yes'), tone: 'good' }] },
              (word) => ({ value: word, format: 'text', link }),
            ),
            column(
              'same',
              text('same'),
              [9, 9],
              alike('whole', () => 1),
            ),
            column(
              'wide',
              text('wide'),
              [20, 20],
              alike('text', () => null),
            ),
          ],
          words,
        ),
      ],
    },
  ],
});

const packed = async (book: Book) => {
  const bytes = await write(placeBook(book, 'zh'), stamp, 'zh');
  return { bytes, parts: partsOf(bytes) };
};
const sheetOf = (parts: Map<string, string>): string => parts.get('xl/worksheets/sheet1.xml') ?? '';

describe('a frame that two workbooks share', () => {
  test('keeps nothing of the first', async () => {
    const [first, second] = [bookOf('Ada', ['x', 'y']), bookOf('Bob & <Co> "{0}"', ['x', 'y', 'z'])];
    const { bytes } = await packed(first);
    const { bytes: other, parts } = await packed(second);
    expect(faultsOf(other)).toEqual([]);
    for (const xml of parts.values()) expect(xml).not.toContain('Ada');
    expect(parts.get('docProps/core.xml')).toContain(
      '<dc:title>Bob &amp; &lt;Co&gt; &quot;{0}&quot;</dc:title>',
    );
    // In a page foot `&` begins a code and is doubled.
    expect(sheetOf(parts)).toContain('Bob &amp;&amp; &lt;Co&gt; &quot;{0}&quot; left');
    expect(parts.get('xl/tables/table1.xml')).toContain('ref="A1:C4"');
    expect(sheetOf(parts)).toContain('<conditionalFormatting sqref="A2:A4">');
    expect(parts.get('xl/workbook.xml')).toContain('!$A$1:$C$4</definedName>');
    expect(Buffer.compare((await packed(first)).bytes, bytes)).toBe(0);
  });

  test('fills its blanks as XML, each with its own words', () => {
    const blanks = new Blanks();
    const xml = `<a b="${blanks.add('1 < 2')}">${blanks.add('\uffff0\uffff')}${blanks.add('')}</a>`;
    expect(blanks.fill(xml)).toBe('<a b="1 &lt; 2">0</a>');
    expect(blanks.fill('<c/>')).toBe('<c/>');
  });
});

describe('styles', () => {
  const styles = [
    styleOf('title', 'text', undefined, 0, false),
    styleOf('body', 'date', undefined, 0, false),
    styleOf('body', 'yuan', 'bad', 2, false),
    styleOf('body', 'wan', 'bad', 2, false),
    styleOf('value', 'percent', 'good', 0, true),
    styleOf('answer', 'text', undefined, 0, false, true),
    entryStyle('date'),
    styleOf('big', 'whole', 'open', 0, false),
  ];

  test('are put together as the library writes them', async () => {
    const frame = (await writtenStyles([])).xml;
    // Learned in another order and in two parts.
    await stylesheet(frame, styles.slice(3).reverse());
    const { xml, numbers } = await stylesheet(frame, styles);
    const written = await writtenStyles(styles.map(libraryStyle));
    // Widths are counted in digits of the first font: the library's is Calibri, ours is the body's.
    const first = /<font>.*?<\/font>/s;
    expect(first.exec(xml)?.[0]).toBe(
      '<font><sz val="10"/><name val="Microsoft YaHei"/><family val="2"/></font>',
    );
    expect(xml.replace(first, '')).toBe(written.xml.replace(first, ''));
    expect(styles.map((style) => numbers[style])).toEqual(written.numbers);
  });
});

describe('a sheet', () => {
  test('has a width for every column, neighbours of one width together', async () => {
    const { parts } = await packed(bookOf('widths', ['x']));
    expect(/<cols>.*<\/cols>/.exec(sheetOf(parts))?.[0]).toBe(
      '<cols><col min="1" max="2" width="9" customWidth="1"/><col min="3" max="3" width="20" customWidth="1"/></cols>',
    );
  });

  test('links to a place in the workbook, to a file, and to a place in a file', async () => {
    const relations = 'xl/worksheets/_rels/sheet1.xml.rels';
    const inside = await packed(bookOf('inside', ['x'], { sheet: 'list' }));
    expect(sheetOf(inside.parts)).toContain(`<hyperlink ref="A2" location="'list'!A1"/>`);
    expect(inside.parts.get(relations)).not.toContain('hyperlink');

    const file = await packed(bookOf('file', ['x', 'y'], { file: 'managers/0001-张伟.xlsx' }));
    const [, id] = /<hyperlink ref="A2" r:id="(rId\d+)"\/>/.exec(sheetOf(file.parts)) ?? [];
    expect(file.parts.get(relations)).toContain(
      `Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="managers/${encodeURIComponent('0001-张伟.xlsx')}" TargetMode="External"/>`,
    );

    const both = await packed(bookOf('both', ['x'], { file: 'a.xlsx', sheet: text('#1 <a>'), cell: 'C7' }));
    expect(sheetOf(both.parts)).toContain(` location="'#1 &lt;a&gt;'!C7"/>`);
    for (const { bytes } of [inside, file, both]) expect(faultsOf(bytes)).toEqual([]);
  });
});

test('cells one under the other with the same choices are one drop-down, and none lies over another', async () => {
  const yes = [text('yes'), text('no')];
  const book = bookOf('choices', []);
  const answer = (key: string, choicesOf: (row: number) => readonly Text[] | undefined) =>
    column<number>(key, text(key), [9, 9], (row) => ({
      value: null,
      format: 'text',
      choices: choicesOf(row),
    }));
  const { bytes, parts } = await packed({
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      blocks: [
        list<number>(
          'answers',
          [
            answer('all', () => yes),
            answer('beside', () => yes),
            answer('some', (row) => (row === 3 ? undefined : row === 6 ? [text('maybe')] : yes)),
          ],
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        ),
      ],
    })),
  });
  expect(faultsOf(bytes)).toEqual([]);
  const found = [...sheetOf(parts).matchAll(/<dataValidation [^>]*sqref="([^"]*)"/g)].map(
    ([, range]) => range,
  );
  expect(found.sort()).toEqual(['A2:A13', 'B2:B13', 'C2:C3', 'C5:C6', 'C7', 'C8:C13']);
});
