/** Cells as XML: every kind of value arrives as what it is, and no text becomes anything else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ink } from '../../src/spreadsheet/ink.ts';
import type { Held, PlacedCells, PlacedFormula, PlacedRow } from '../../src/spreadsheet/placed.ts';
import { rangeOf, SharedTexts, writeRows } from '../../src/spreadsheet/rows.ts';
import { styleOf } from '../../src/spreadsheet/style.ts';
import { escaped } from '../../src/spreadsheet/xml.ts';

const style = styleOf('body', 'text', undefined, 0, false);
const cell = (value: Held, column = 1, formula: PlacedFormula = null): PlacedCells => ({
  column,
  values: [value],
  formulas: [formula],
  styles: [style],
});
const line = (row: number, height: number, ...cells: readonly PlacedCells[]): PlacedRow => ({
  row,
  height,
  cells,
  at: 0,
});

const made = (...rows: readonly PlacedRow[]) => {
  const ink = new Ink();
  const taken = (): string => new TextDecoder().decode(ink.take());
  const texts = new SharedTexts();
  writeRows(rows, { texts, styles: Array.from({ length: style + 1 }, () => 7) }, ink);
  const xml = taken();
  texts.write(ink);
  return { xml, range: rangeOf(rows), texts: taken() };
};

const only = (value: Held, formula: PlacedFormula = null): string =>
  /<c [\s\S]*(?=<\/row>)/.exec(made(line(1, 18, cell(value, 1, formula))).xml)?.[0] ?? '';

describe('a cell', () => {
  test('holds a number in full', () => {
    for (const number of [0, -1.5, 9_999_999_999_999.99, 1e21, 5e-7])
      expect(only(number)).toBe(`<c r="A1" s="7"><v>${number}</v></c>`);
  });

  test('holds any number as the language writes it', () => {
    const ink = new Ink();
    const amounts = fc.integer({ min: -1e15, max: 1e15 }).map((amount) => amount / 100);
    fc.assert(
      fc.property(fc.oneof(amounts, fc.integer(), fc.double({ noNaN: true })), (number) => {
        ink.number(number);
        expect(new TextDecoder().decode(ink.take())).toBe(String(number));
      }),
      { numRuns: 2000, seed: 21, examples: [[-0], [0.05], [-0.5], [1e13], [1.005]] },
    );
  });

  test('holds nothing but its style', () => {
    expect(only(null)).toBe('<c r="A1" s="7"/>');
  });

  test('holds the place of its text', () => {
    expect(only('是')).toBe('<c r="A1" s="7" t="s"><v>0</v></c>');
  });

  test('holds a formula with the value it comes to: a number, a text, nothing', () => {
    expect(only(0, ['SUM(A2:A3)'])).toBe('<c r="A1" s="7"><f>SUM(A2:A3)</f><v>0</v></c>');
    expect(only(null, ['A', '+B', ''])).toBe('<c r="A1" s="7"><f>A1+B1</f></c>');
    expect(only('a<b', ['IF(A2&lt;1,&quot;a&lt;b&quot;,&quot;&quot;)'])).toBe(
      '<c r="A1" s="7" t="str"><f>IF(A2&lt;1,&quot;a&lt;b&quot;,&quot;&quot;)</f><v>a&lt;b</v></c>',
    );
  });

  test('never makes a formula of a text', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', "'=1"]) {
      const { xml, texts } = made(line(1, 18, cell(text)));
      expect(xml).not.toContain('<f>');
      expect(texts).toContain(`<t>${text}</t>`);
    }
  });
});

describe('texts', () => {
  test('stand once each, and are counted as often as they are used', () => {
    const { xml, texts } = made(line(1, 18, ...['a', 'b', 'a'].map((text, index) => cell(text, index + 1))));
    expect([...xml.matchAll(/<v>(\d)<\/v>/g)].map(([, place]) => place)).toEqual(['0', '1', '0']);
    expect(texts).toContain('count="3" uniqueCount="2"><si><t>a</t></si><si><t>b</t></si></sst>');
  });

  test('keep the space around them', () => {
    expect(made(line(1, 18, cell(' a'))).texts).toContain('<t xml:space="preserve"> a</t>');
    expect(made(line(1, 18, cell('a\nb'))).texts).toContain('<t xml:space="preserve">a\nb</t>');
  });

  test('are escaped, and lose what XML forbids', () => {
    expect(escaped('<b>&amp;"x"</b>')).toBe('&lt;b&gt;&amp;amp;&quot;x&quot;&lt;/b&gt;');
    expect(escaped(']]>')).toBe(']]&gt;');
    expect(escaped('a\u0000\u0008\u000b\u001f\u007f\u0085\ud800\ufffeb')).toBe('ab');
    expect(escaped('\t\n 😀')).toBe('\t\n 😀');
  });
});

describe('rows', () => {
  test('of a list take their own from its columns', () => {
    const cells: PlacedCells[] = [
      { column: 1, values: ['a', 'b'], formulas: [null, null], styles: [style, style] },
      { column: 2, values: [1, 2], formulas: [null, ['A', '*2']], styles: [style, style] },
    ];
    const { xml } = made(...[0, 1].map((at) => ({ row: at + 4, height: 18, cells, at })));
    expect([...xml.matchAll(/<c r="(\w+)" s="7"[^>]*>(.*?)<\/c>/g)].map((match) => match.slice(1))).toEqual([
      ['A4', '<v>0</v>'],
      ['B4', '<v>1</v>'],
      ['A5', '<v>1</v>'],
      ['B5', '<f>A5*2</f><v>2</v>'],
    ]);
  });

  test('come with their heights and spans; some are empty', () => {
    const { xml, range } = made(line(2, 18, cell(1, 2), cell(2, 28)), line(5, 9), line(10, 20, cell(3)));
    expect(range).toBe('A2:AB10');
    const tags = [...xml.matchAll(/<row r="(\d+)" ht="(\d+)" customHeight="1"(?: spans="([\d:]+)")?/g)];
    expect(tags.map((match) => match.slice(1))).toEqual([
      ['2', '18', '2:28'],
      ['5', '9', undefined],
      ['10', '20', '1:1'],
    ]);
    expect(xml).toContain('<c r="AB2" ');
  });

  test('out of order are a fault of the tool', () => {
    expect(() => made(line(1, 18, cell(1, 2), cell(2, 1)))).toThrow('a cell of row 1 stands out of order');
    expect(() => made(line(2, 18), line(1, 18))).toThrow('row 1 stands out of order');
  });
});

describe('ink', () => {
  const written = (write: (ink: Ink) => void): string => {
    const ink = new Ink();
    write(ink);
    return new TextDecoder().decode(ink.take());
  };

  test('takes letters of every kind, short and long', () => {
    for (const text of ['', 'a', 'aé存😀', 'a'.repeat(100), '存'.repeat(100)])
      expect(written((ink) => ink.markup(text))).toBe(text);
  });

  test('takes whole numbers', () => {
    for (const number of [0, 7, 10, 1_048_576]) expect(written((ink) => ink.whole(number))).toBe(`${number}`);
  });

  test('takes more than it has room for, and starts again once taken', () => {
    const ink = new Ink();
    const text = '存款 A1 '.repeat(500_000);
    ink.markup('a');
    ink.markup(text);
    expect(new TextDecoder().decode(ink.take())).toBe(`a${text}`);
    ink.markup('b');
    expect(new TextDecoder().decode(ink.take())).toBe('b');
  });
});
