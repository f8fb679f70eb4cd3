/** Web pages named .xls: what systems write, and what would be a bomb. */
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../src/intake/files/limits.ts';
import { openPage } from '../../src/intake/files/page.ts';
import type { Cell, Merge } from '../../src/intake/files/sheet.ts';
import { codes, readOne } from './package.ts';

async function read(html: string, limits: Partial<Limits> = {}) {
  const { sheets, problems } = openPage('x.xls', html, 'UTF-8', { ...defaultLimits, ...limits });
  const rows: (readonly Cell[])[] = [];
  let merges: readonly Merge[] = [];
  for (const sheet of sheets) {
    merges = sheet.merges;
    for await (const batch of sheet.rows(() => {})) rows.push(...batch.map(({ cells }) => cells));
  }
  return { rows, merges, problems: problems.map(({ code }) => code) };
}
const rowsOf = async (html: string) => (await read(html)).rows;

describe('cells', () => {
  test('texts with entities, breaks, formatting, spaces as the page shows them', async () => {
    const html =
      '<table><tr><td> 甲&amp;<b>乙</b>\n 公司<br/>二&nbsp;部 </td><th>0012</th><td></td><td>&nbsp;</td><td>a<!-- b -->c</td></tr></table>';
    expect(await rowsOf(html)).toEqual([['甲&乙 公司\n二 部', '0012', null, null, 'ac']]);
  });

  test('tags in capitals or never closed, styles and scripts, text outside of cells', async () => {
    const html =
      '<style>td{}</style>x<TABLE><TR><TD>1<TD>2<TR><TD>3<script>document.write("<td>9")</script></TABLE>y';
    expect(await rowsOf(html)).toEqual([['1', '2'], ['3']]);
  });

  test('a page that Excel saved holds the numbers that it shows rounded', async () => {
    const html =
      '<table><tr><td x:num="1234.5678">1,234.57</td><td x:num="12">0012</td><td x:num="46295">2026-9-30</td><td x:num="0.6">60%</td><td x:num>7</td></tr></table>';
    expect(await rowsOf(html)).toEqual([['1234.5678', '0012', '2026-9-30', '60%', '7']]);
  });
});

describe('tables', () => {
  test('one below the other: a title in a table of its own', async () => {
    const title = '<table><tr><td>单位：万元</td></tr></table>';
    const data =
      '<table><tr><td>工号<td>客户号<td>年日均余额<td>季日均余额<td>期末余额<tr><td>0012<td>C1<td>1<td>2<td>3</table>';
    const found = await readOne('deposits', `<html>${title}${data}</html>`, '存款.xls');
    expect(codes(found)).toEqual([]);
    expect(found.tables.deposits).toMatchObject([{ year_avg: 10_000_00n, row: 3 }]);
  });

  test('one in a cell of another', async () => {
    const inner = '<table><tr><td>1</td></tr><tr><td>2</td></tr></table>';
    expect(await rowsOf(`<table><tr><td>a${inner}b</td><td>c</td></tr></table>`)).toEqual([
      ['1'],
      ['2'],
      ['ab', 'c'],
    ]);
  });

  test('cells over several columns and rows', async () => {
    const html =
      '<table><tr><td rowspan=2>a<td colspan="2">b<td rowspan=3>c<tr><td>d<td>e<tr><td>f<td>g<td>h<tr><td>i</table>';
    expect(await read(html)).toMatchObject({
      rows: [['a', 'b', null, 'c'], [null, 'd', 'e', null], ['f', 'g', 'h', null], ['i']].map((row) =>
        row.slice(0, row.findLastIndex((cell) => cell !== null) + 1),
      ),
      merges: [
        { top: 1, bottom: 2, left: 0, right: 0 },
        { top: 1, bottom: 1, left: 1, right: 2 },
        { top: 1, bottom: 3, left: 3, right: 3 },
      ],
    });
  });
});

describe('bombs', () => {
  const many = (text: string, times: number) => `<table>${text.repeat(times)}</table>`;
  test.each([
    ['tables without an end', '<table>'.repeat(300_000), ['file.damaged']],
    ['empty tables', '<table></table>'.repeat(100_000), ['file.damaged']],
    ['brackets', many('<', 1_000_000), ['file.damaged']],
    ['comments', many('<!--', 300_000), ['file.damaged']],
    ['a row too wide', many('<td colspan=99999999>1', 1000), ['file.damaged']],
    ['cells too tall', many('<tr><td rowspan=99999999>1<td>2', 3000), ['file.too-large']],
    ['cells', many('<tr><td>1', 300_000), ['file.too-large']],
    ['a long text', many(`<tr><td>${'x'.repeat(3_000_000)}`, 1), ['file.too-large']],
  ])('%s', async (_, html, expected) => {
    const start = performance.now();
    expect((await read(html, { cells: 500_000 })).problems).toEqual(expected);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test('XML of Excel 2003 is read whole or not at all', async () => {
  const book = (rows: string) =>
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="存款"><Table>${rows}</Table></Worksheet></Workbook>`;
  const row = '<Row><Cell><Data ss:Type="String">a</Data></Cell></Row>';
  const far =
    '<Row ss:Index="99999999"><Cell ss:Index="99999999"><Data ss:Type="String">a</Data></Cell></Row>';
  for (const broken of [
    book(row).slice(0, -20),
    book(`${row}<Row>`),
    book(`&x;${row}`),
    `<!DOCTYPE a>${book(row)}`,
    book(far),
  ])
    expect(codes(await readOne('deposits', broken, '存款.xls'))).toEqual(['file.damaged']);
});
