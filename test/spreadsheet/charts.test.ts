/** Charts: what is declared over a sheet's cells arrives in the package as the schema has it. */
import { describe, expect, test } from 'vitest';
import { column, list } from '../../src/spreadsheet/list.ts';
import { placeBook } from '../../src/spreadsheet/place.ts';
import type { Book, Cell, Chart, ChartShape, List, Sheet } from '../../src/spreadsheet/sheet.ts';
import { write } from '../../src/spreadsheet/writer.ts';
import { faultsOf, partsOf } from './package-check.ts';

const text = (value: string): Cell => ({ value: { zh: value, en: `${value} & co` }, format: 'text' });
const amount = (value: number | null, anchor?: string): Cell => ({ value, format: 'whole', anchor });
const named = (zh: string) => ({ zh, en: `${zh} & co` });

const chartOf = (shape: ChartShape): Chart => ({
  shape,
  title: named('各机构 <人数>'),
  categories: { list: 'units', column: 'unit' },
  series: [
    { values: { list: 'units', column: 'senior' } },
    { name: named('一级'), values: { list: 'units', column: 'first' }, tone: 'good' },
  ],
  format: 'wanWhole',
  labels: true,
});

/** A unit and two counts. */
type Line = readonly [Cell, Cell, Cell];
const unitsOf = (...lines: readonly Line[]): List =>
  list<Line>(
    'units',
    [
      column('unit', named('机构'), ([unit]) => unit),
      column('senior', named('高级'), ([, senior]) => senior),
      column('first', named('一级人数'), ([, , first]) => first),
    ],
    lines,
  );

const twoUnits = unitsOf(
  [text('城东'), amount(2, 'a'), amount(3)],
  [text('城西'), amount(null, 'b'), amount(1)],
);

/** One sheet with a list, and charts under it. */
const bookOf = (...blocks: Sheet['blocks']): Book => bookOver(twoUnits, ...blocks);
const bookOver = (units: List, ...blocks: Sheet['blocks']): Book => ({
  title: named('图'),
  foot: [named(''), named('')],
  sheets: [
    {
      id: 'plain',
      name: named('无图'),
      kind: 'proof',
      blocks: [{ kind: 'title', text: named('一'), lines: [] }],
    },
    {
      id: 'charts',
      name: named('有 图'),
      kind: 'list',
      blocks: [units, ...blocks],
    },
  ],
});

const shapes: readonly ChartShape[] = ['line', 'column', 'stacked-column', 'stacked-bar'];
const bytesOf = (book: Book, lang: 'zh' | 'en' = 'zh') => write(placeBook(book, lang), new Date(0), lang);
const partOf = async (book: Book, name: string): Promise<string> =>
  partsOf(await bytesOf(book)).get(name) ?? '';

describe('a chart', () => {
  test.each(shapes)('of shape %s makes a sound package', async (shape) => {
    const book = bookOf({ kind: 'charts', charts: [chartOf(shape)] });
    expect(faultsOf(await bytesOf(book))).toEqual([]);
    expect(faultsOf(await bytesOf(book, 'en'))).toEqual([]);
  });

  test('reads the sheet’s own cells, and keeps a copy of what they hold', async () => {
    const xml = await partOf(bookOf({ kind: 'charts', charts: [chartOf('line')] }), 'xl/charts/chart1.xml');
    const formulas = [...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, formula]) => formula);
    const sheet = "'有 图'!";
    expect(formulas).toEqual([
      `${sheet}$B$1`,
      `${sheet}$A$2:$A$3`,
      `${sheet}$B$2:$B$3`,
      `${sheet}$A$2:$A$3`,
      `${sheet}$C$2:$C$3`,
    ]);
    // The unknown figure is a gap, not a nought.
    expect(xml).toContain('<c:ptCount val="2"/><c:pt idx="0"><c:v>2</c:v></c:pt></c:numCache>');
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
    expect(xml).toContain('各机构 &lt;人数&gt;');
  });

  test('of bars begins at nought, or below it where a figure does', async () => {
    const least = async (shape: ChartShape, figure: number) => {
      const one = unitsOf([text('城东'), amount(figure, 'a'), amount(3)]);
      const book = bookOver(one, { kind: 'charts', charts: [chartOf(shape)] });
      return (await partOf(book, 'xl/charts/chart1.xml')).includes('<c:min val="0"/>');
    };
    expect(await least('stacked-bar', 98)).toBe(true);
    expect(await least('column', 98)).toBe(true);
    expect(await least('column', -1)).toBe(false);
    expect(await least('line', 98)).toBe(false);
  });

  test('may be drawn over the cells between two anchors', async () => {
    const chart = { ...chartOf('column'), series: [{ name: named('高级'), values: { from: 'a', to: 'b' } }] };
    const xml = await partOf(bookOf({ kind: 'charts', charts: [chart] }), 'xl/charts/chart1.xml');
    expect(xml).toContain('<c:tx><c:v>高级</c:v></c:tx>');
    expect(xml).toContain("<c:val><c:numRef><c:f>'有 图'!$B$2:$B$3</c:f>");
  });

  test('stands on its sheet by a drawing, before the tables', async () => {
    const book = bookOf(
      { kind: 'charts', charts: [chartOf('line'), chartOf('stacked-bar')], rows: 12 },
      { kind: 'charts', charts: [chartOf('column')] },
    );
    const parts = partsOf(await bytesOf(book));
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const part of ['charts/chart1', 'charts/chart2', 'charts/chart3', 'drawings/drawing2'])
      expect(types).toContain(`PartName="/xl/${part}.xml"`);
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<drawing');
    expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(/<drawing r:id="rId\d+"\/><tableParts/);
    const drawing = parts.get('xl/drawings/drawing2.xml') ?? '';
    expect([...drawing.matchAll(/<xdr:row>(\d+)/g)].map(([, row]) => Number(row))).toEqual([
      4, 15, 4, 15, 17, 31,
    ]);
  });

  test('is the same bytes twice', async () => {
    const book = () => bookOf({ kind: 'charts', charts: shapes.map(chartOf) });
    expect(Buffer.compare(await bytesOf(book()), await bytesOf(book()))).toBe(0);
  });
});
