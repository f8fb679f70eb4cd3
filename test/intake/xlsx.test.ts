/** What programs may write into an .xlsx, and what they may not. */
import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { isDate } from '../../src/intake/files/sheet.ts';
import { dayOf1900 } from '../../src/intake/files/shown.ts';
import { type Opened, openByOther, openFixture, openWorkbook, rowsOf } from './open.ts';
import { main, partsOf, rowOf, workbookOf, zipOf } from './workbook-of.ts';

const sheetOf = (inner: string): string =>
  `<worksheet xmlns="${main}"><sheetData>${inner}</sheetData></worksheet>`;
const rows = async (...args: Parameters<typeof workbookOf>) => {
  const found = await openWorkbook(workbookOf(...args));
  expect(found.problems).toEqual([]);
  return rowsOf(found);
};
const problems = async (sheet: string, more: Partial<Parameters<typeof workbookOf>[0]> = {}) =>
  (await openWorkbook(workbookOf({ sheet, ...more }))).problems;

const fixtures = (await readdir(new URL('files/', import.meta.url))).filter(
  (name) => name.endsWith('.xlsx') && !name.includes('encrypted'),
);

/** Of an .xlsx the other reader does not know the built-in dates of Chinese Excel: it gives their serial numbers. */
const withDatesOf = (ours: Opened, { sheets, problems }: Opened): Opened => ({
  problems,
  sheets: mapped(sheets, (rows, sheet) =>
    mapped(rows, (cells, row) =>
      cells.map((cell, column) => {
        const own = ours.sheets[sheet]?.[Number(row)]?.[column] ?? null;
        const day = typeof cell === 'number' && isDate(own) ? dayOf1900(cell) : null;
        return day === null ? cell : { date: day };
      }),
    ),
  ),
});
const mapped = <From, To>(values: Readonly<Record<string, From>>, to: (value: From, key: string) => To) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, to(value, key)]));

describe('two readers that know nothing of one another read the same', () => {
  test.each(fixtures)('%s', async (name) => {
    const bytes = await openFixture(name);
    const ours = await openWorkbook(bytes);
    expect(Object.keys(rowsOf(ours)).length).toBeGreaterThan(0);
    expect(ours).toEqual(withDatesOf(ours, await openByOther(bytes)));
  });
});

describe('texts', () => {
  test('shared: rich, with phonetic guides, escaped, as CDATA, in any part order', async () => {
    const strings =
      '<si><t>a</t></si><si><r><t>期</t></r><r><rPr/><t xml:space="preserve">末 </t></r></si>' +
      '<si><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t>x_x000D_y_x005F_x0041_</t></si><si><t><![CDATA[<&>]]></t></si><si/>';
    const cells = [0, 1, 2, 3, 4, 5].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    const parts = partsOf({ sheet: sheetOf(`<row>${cells}</row>`), strings });
    const expected = ['a', '期末 ', '甲', 'x\ry_x0041_', '<&>'];
    for (const order of [Object.entries(parts), Object.entries(parts).reverse()]) {
      const found = await openWorkbook(zipOf(Object.fromEntries(order)));
      expect(found).toEqual({ sheets: { 存款: { 1: expected } }, problems: [] });
    }
  });

  test('inline, and the results of formulas', async () => {
    const sheet = sheetOf(
      '<row><c t="inlineStr"><is><r><t>a</t></r><rPh><t>no</t></rPh><r><t>b</t></r></is></c>' +
        '<c t="str"><f>"x"</f><v>0012</v></c><c t="str"><f>""</f><v></v></c><c t="str"><v>y</v></c></row>',
    );
    expect(await rows({ sheet })).toEqual({ 1: ['ab', '0012', null, 'y'] });
  });
});

describe('values', () => {
  test('numbers, booleans, errors, formulas without a result, dates written out', async () => {
    const sheet = sheetOf(
      '<row><c><v>1E3</v></c><c t="n"><v> 0.30000000000000004 </v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>' +
        '<c><f>A1</f></c><c><f>A1+1</f><v/></c><c><f>A1</f><v>0</v></c><c t="d"><v>2026-09-30T00:00:00</v></c><c><v>abc</v></c></row>',
    );
    expect(await rows({ sheet })).toEqual({
      1: [
        1000,
        0.30000000000000004,
        true,
        { bad: 'excel-error', text: '#N/A' },
        { bad: 'no-cached-value', text: '=A1' },
        { bad: 'no-cached-value', text: '=A1+1' },
        0,
        { date: '2026-09-30' },
        { bad: 'excel-error', text: 'abc' },
      ],
    });
  });

  test.each(['2026-09-30', '2026-09-30T23:59:59.5Z'])('the date %s', async (value) => {
    const found = await rows({ sheet: sheetOf(`<row><c t="d"><v>${value}</v></c></row>`) });
    expect(found).toEqual({ 1: [{ date: '2026-09-30' }] });
  });
  test.each(['2026-09-30T25:00', '2026-09-30x', '0000-01-01'])('no date: %s', async (value) => {
    const found = await rows({ sheet: sheetOf(`<row><c t="d"><v>${value}</v></c></row>`) });
    expect(found).toEqual({ 1: [value] });
  });

  const format = (code: string) =>
    `<numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>`;
  test.each([
    ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', { date: '2026-09-30' }],
    ['[$-804]yyyy/m/d;@', { date: '2026-09-30' }],
    ['e.m.d', { date: '2026-09-30' }],
    ['G/通用格式', 46_295],
    ['General', 46_295],
    ['[Red]#,##0.00_ ;-#,##0.00\\d', 46_295],
    ['0.00E+00', 46_295],
    ['[h]:mm', 46_295],
    ['[mm]:ss;@', 46_295],
    ['[$-804][h]&quot;小时&quot;mm', 46_295],
    ['h:mm', { date: '2026-09-30' }],
    ['&quot;日d&quot;0', 46_295],
    ['000000', '046295'],
    ['0%', '4629500%'],
  ])('the format %s', async (code, expected) => {
    const found = await rows({
      sheet: sheetOf('<row><c s="1"><v>46295</v></c></row>'),
      styles: format(code),
    });
    expect(found).toEqual({ 1: [expected] });
  });

  test.each([
    ...[9, 10].map((id) => [id, '4629500%'] as const),
    ...[14, 22, 27, 31, 36, 45, 47, 50, 57, 58].map((id) => [id, { date: '2026-09-30' }] as const),
    ...[0, 4, 37, 44, 46, 48, 49].map((id) => [id, 46_295] as const),
  ])('the built-in format %i', async (id, expected) => {
    const styles = `<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="${id}"/></cellXfs>`;
    const found = await rows({ sheet: sheetOf('<row><c><v>46295</v></c></row>'), styles });
    expect(found).toEqual({ 1: [expected] });
  });

  test('the first days of both date systems, and the day that never was', async () => {
    const serials = [1, 59, 60, 61].map((serial) => `<c><v>${serial}</v></c>`).join('');
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    expect(await rows({ sheet: sheetOf(`<row>${serials}</row>`), styles })).toEqual({
      1: [{ date: '1900-01-01' }, { date: '1900-02-28' }, 60, { date: '1900-03-01' }],
    });
  });
});

describe('places', () => {
  test('rows and cells with gaps, without addresses, up to the last of a sheet', async () => {
    const sheet = sheetOf(
      '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c r="XFD3"><v>3</v></c></row>' +
        '<row r="1048576"><c r="A1048576" s="0"/><c r="B1048576"><v>4</v></c></row>',
    );
    const found = await rows({ sheet });
    expect(found[2]).toEqual([null, 1, 2]);
    expect(found[3]).toHaveLength(16_384);
    expect(found[1_048_576]).toEqual([null, 4]);
  });

  test('addresses in small letters', async () => {
    const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="b1"><v>1</v></c><c r="aa1"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="b1:c1"/></mergeCells></worksheet>`;
    expect(await rows({ sheet })).toEqual({ 1: [null, 1, ...Array(24).fill(null), 2] });
  });

  test.each([
    ['rows out of order', '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>'],
    ['a row twice', '<row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>'],
    ['a cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a row past the last', '<row r="1048577"><c><v>1</v></c></row>'],
    ['a column past the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a column past the last, without addresses', '<row r="1"><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>'],
    ['letters that only look like ours', '<row r="1"><c r="Ａ1"><v>1</v></c></row>'],
    ['no address', '<row r="x"><c><v>1</v></c></row>'],
    ['a kind that does not exist', '<row><c t="q"><v>1</v></c></row>'],
    ['a text that the list lacks', '<row><c t="s"><v>7</v></c></row>'],
    ['a merge that is none', '</sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells><sheetData>'],
  ])('%s is damage', async (_, inner) => expect(await problems(sheetOf(inner))).toContain('file.damaged'));
});

describe('XML', () => {
  test('prefixes, the strict form, UTF-16, GBK', async () => {
    const plain = sheetOf('<row><c t="str"><v>甲</v></c></row>');
    const prefixed = plain.replace(/<(\/?)/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
    const strict = plain.replace(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main');
    const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${plain}`, 'utf16le');
    const gbk = Buffer.concat(
      ['<?xml version="1.0" encoding="GBK"?>', plain]
        .join('')
        .split('甲')
        .flatMap((text, index) =>
          index === 0 ? [Buffer.from(text)] : [Buffer.from('bcd7', 'hex'), Buffer.from(text)],
        ),
    );
    const unmarked = [utf16.subarray(2), Buffer.from(plain, 'utf16le')];
    const utf16s = [utf16, ...unmarked].flatMap((bytes) => [bytes, Buffer.from(bytes).swap16()]);
    for (const sheet of [plain, prefixed, strict, ...utf16s, gbk]) {
      const written = { sheet: '', parts: { 'xl/worksheets/sheet1.xml': sheet } };
      expect(await rows(written)).toEqual({ 1: ['甲'] });
    }
  });

  test.each([...Array(12).keys()].map((more) => 60 + more))(
    '%i characters behind the rows',
    async (length) => {
      const end = '</worksheet>';
      const sheet = sheetOf(rowOf(1)).replace(end, end.padStart(length));
      expect(await rows({ sheet })).toEqual({ 1: [1] });
      const prefixed = sheet.replace(/<(\/?)/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
      expect(await rows({ sheet: prefixed })).toEqual({ 1: [1] });
    },
  );

  test('elements of other namespaces are none of the sheet', async () => {
    const sheet = `<worksheet xmlns="${main}" xmlns:z="urn:z"><sheetData><row><z:c><z:v>9</z:v></z:c><c><v>1</v><z:v>2</z:v></c></row></sheetData></worksheet>`;
    expect(await rows({ sheet })).toEqual({ 1: [1] });
  });

  test.each([
    ['a tag that is not closed', sheetOf('<row><c><v>1</c></row>')],
    ['a tag too many', sheetOf('<row><c><v>1</v></c></row></row>')],
    ['an end too early', sheetOf('<row><c><v>1</v></c></row>').slice(0, -5)],
    ['a stray ampersand', sheetOf('<row><c t="str"><v>a & b</v></c></row>')],
    ['an unknown entity', sheetOf('<row><c t="str"><v>&nbsp;</v></c></row>')],
    ['a control character', sheetOf('<row><c t="str"><v>\u0001</v></c></row>')],
    ['two roots', `${sheetOf('')}${sheetOf('')}`],
    ['text after the end', `${sheetOf('')}x`],
    ['no sheet at all', ''],
    [
      'entities',
      `<!DOCTYPE worksheet [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetOf('<row><c><v>&b;</v></c></row>')}`,
    ],
    ['a deep nest', sheetOf(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)],
    [
      'rows hidden behind a comment',
      `${sheetOf('<row><c><v>1</v></c></row>').replace('</worksheet>', '')}<mergeCells><mergeCell ref="A1:B1"/></mergeCells><!-- <sheetData> </sheetData> --></worksheet>`,
    ],
  ])('%s is damage', async (_, sheet) =>
    expect(await problems('<row/>', { parts: { 'xl/worksheets/sheet1.xml': sheet } })).toEqual([
      'file.damaged',
    ]),
  );
});

describe('parts', () => {
  const sheet = rowOf('a');
  const relations = (target: string) =>
    `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"/></Relationships>`;

  test.each([
    '/xl/worksheets/sheet1.xml',
    'worksheets/sheet1.xml',
    './worksheets/sheet1.xml',
    '../xl/worksheets/sheet1.xml',
    'Worksheets\\Sheet1.xml',
  ])('a sheet at %s', async (target) => {
    const found = await rows({ sheet, parts: { 'xl/_rels/workbook.xml.rels': relations(target) } });
    expect(found).toEqual({ 1: ['a'] });
  });

  test('a module of macros is listed without a part', async () => {
    const listed = partsOf({ sheet })['xl/workbook.xml'] as string;
    const module = '<sheet name="Module1" sheetId="2" state="veryHidden" r:id=""/>';
    const parts = { 'xl/workbook.xml': listed.replace('<sheets>', `<sheets>${module}`) };
    expect(await openWorkbook(workbookOf({ sheet, parts }))).toEqual({
      sheets: { 存款: { 1: ['a'] } },
      problems: [],
    });
  });

  test.each(['', 'office/'])('a workbook in the folder "%s"', async (folder) => {
    const all = Object.entries(partsOf({ sheet })).map(([name, text]) => [
      name.replace(/^xl\//, folder),
      String(text).replace('xl/', folder),
    ]);
    expect(await openWorkbook(zipOf(Object.fromEntries(all)))).toEqual({
      sheets: { 存款: { 1: ['a'] } },
      problems: [],
    });
  });

  test.each([
    ['a relation without its part', { 'xl/_rels/workbook.xml.rels': relations('worksheets/other.xml') }],
    ['a sheet without its relation', { 'xl/_rels/workbook.xml.rels': undefined }],
    ['no sheets', { 'xl/workbook.xml': `<workbook xmlns="${main}"><sheets/></workbook>` }],
    [
      'only what is listed without a part',
      {
        'xl/workbook.xml': `<workbook xmlns="${main}"><sheets><sheet name="a" r:id=""/></sheets></workbook>`,
      },
    ],
    ['two parts of one name', { 'XL/worksheets/sheet1.xml': sheet }],
  ])('%s is damage', async (_, parts) => expect(await problems(sheet, { parts })).toEqual(['file.damaged']));

  test('a zip of something else is no workbook', async () => {
    const document = { 'word/document.xml': `<w:document xmlns:w="urn:w"/>` };
    const relations = `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`;
    for (const parts of [document, { ...document, '_rels/.rels': relations }])
      expect((await openWorkbook(zipOf(parts))).problems).toEqual(['file.not-a-workbook']);
  });
});
