/** Files that say little and mean much are refused, each with its limit, in bounded time and memory. */
import { describe, expect, test } from 'vitest';
import { type Limit, limitNames } from '../../src/intake/files/limits.ts';
import { only, read, readOne } from './package.ts';
import { depositsHeader, main, type PartTexts, partsOf, rowOf, workbookOf, zipOf } from './workbook-of.ts';

const rowText = rowOf('0012', 'C1', 1, 2, 3);
const sheetWith = (rows: string, around = ''): string =>
  `<worksheet xmlns="${main}">${around}<sheetData>${depositsHeader}${rows}</sheetData></worksheet>`;

/** A package with one deposits file, under these limits. */
const under = (limits: Partial<Record<Limit, number>>, content: Uint8Array | string, name = '存款.xlsx') =>
  read({ 'package.yaml': `${only('deposits')}limits: ${JSON.stringify(limits)}\n`, [name]: content });

const tooLarge = (limit: Limit) => ({ code: 'file.too-large', hint: { en: expect.stringContaining(limit) } });

async function bounded<T>(work: Promise<T>): Promise<T> {
  const start = performance.now();
  const found = await work;
  expect(performance.now() - start).toBeLessThan(20_000);
  return found;
}

describe('bombs', () => {
  test('a dimension of the whole sheet with ten cells in it is ten cells', async () => {
    const sheet = sheetWith(
      rowText,
      '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols>',
    );
    const found = await bounded(readOne('deposits', workbookOf({ sheet }), '存款.xlsx'));
    expect(found.tables.deposits).toHaveLength(1);
    expect(found.readings[0]).toMatchObject({ rowsRead: 1 });
  });

  test('a cell in the last row is one more row, not a million', async () => {
    const sheet = sheetWith(`${rowText}<row r="1048576"><c r="XFD1048576" s="1"/></row>`);
    const found = await bounded(readOne('deposits', workbookOf({ sheet }), '存款.xlsx'));
    expect(found.readings[0]).toMatchObject({ rowsRead: 1 });
  });

  test('an entry that holds more than the directory says', async () => {
    const bytes = workbookOf({ sheet: sheetWith(rowText.repeat(100_000)) });
    const directory = bytes.lastIndexOf('PK\x01\x02', bytes.lastIndexOf('sheet1.xml'), 'latin1');
    bytes.writeUInt32LE(1000, directory + 24);
    const found = await bounded(readOne('deposits', bytes, '存款.xlsx'));
    expect(found.problems.map(({ code }) => code)).toEqual(['file.damaged']);
  });

  const megabyte = 'x'.repeat(1024 * 1024);
  const inlined = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const bombs: [string, Limit, Partial<Record<Limit, number>>, PartTexts][] = [
    [
      'unpacks past the limit',
      'unpacked-mb',
      { 'unpacked-mb': 1 },
      partsOf({ sheet: sheetWith(inlined(megabyte)) }),
    ],
    [
      'many parts',
      'entries',
      {},
      Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/${index}`, ''])),
    ],
    ['many cells', 'cells', { cells: 1000 }, partsOf({ sheet: sheetWith(rowText.repeat(300)) })],
    [
      'far cells',
      'cells',
      { cells: 10_000_000 },
      partsOf({
        sheet: sheetWith(
          Array.from(
            { length: 1000 },
            (_, index) => `<row r="${index + 2}"><c r="XFD${index + 2}"><v>1</v></c></row>`,
          ).join(''),
        ),
      }),
    ],
    [
      'long shared texts',
      'texts-million',
      { 'texts-million': 1 },
      partsOf({ sheet: sheetWith(''), strings: `<si><t>${megabyte}</t></si>` }),
    ],
    [
      'many empty shared texts',
      'texts-million',
      { 'texts-million': 1 },
      partsOf({ sheet: sheetWith(''), strings: '<si/>'.repeat(200_000) }),
    ],
    ['a long text', 'cell-kb', {}, partsOf({ sheet: sheetWith(inlined(megabyte.repeat(3))) })],
    [
      'a long formula',
      'cell-kb',
      {},
      partsOf({ sheet: sheetWith(`<row><c><f>${'1+'.repeat(2_000_000)}1</f></c></row>`) }),
    ],
    ['a long tag', 'cell-kb', {}, partsOf({ sheet: sheetWith(`<row r="1${' '.repeat(4_000_000)}"/>`) })],
    ['a long head', 'cell-kb', {}, partsOf({ sheet: sheetWith('', `<!--${megabyte.repeat(4)}-->`) })],
  ];
  test.each(bombs)('%s', async (_, limit, limits, parts) => {
    const found = await bounded(under(limits, zipOf(parts)));
    expect(found.problems).toMatchObject([tooLarge(limit)]);
  });
});

describe('CSV', () => {
  const header = '客户经理工号,客户号,年日均余额,季日均余额,期末余额\n';
  test.each([
    ['a long field', 'cell-kb', {}, `0012,"${'x'.repeat(3_000_000)}",1,2,3\n`],
    ['a quote that is never closed', 'cell-kb', {}, `0012,"${'x,1,2,3\n'.repeat(500_000)}`],
    ['many cells', 'cells', { cells: 1000 }, '0012,C1,1,2,3\n'.repeat(300)],
    ['nothing but delimiters', 'cells', { cells: 1000 }, ','.repeat(5000)],
  ] as const)('%s', async (_, limit, limits, rows) => {
    const found = await bounded(under(limits, header + rows, '存款.csv'));
    expect(found.problems).toContainEqual(expect.objectContaining({ code: 'file.too-large' }));
    expect(found.problems[0]).toMatchObject(tooLarge(limit));
  });
});

describe('package.yaml', () => {
  test('raises a limit', async () => {
    const text = `${'x'.repeat(2_000_000)}`;
    const csv = `客户经理工号,客户号,户名,年日均余额,季日均余额,期末余额\n0012,C1,${text},1,2,3\n`;
    expect((await under({}, csv, '存款.csv')).problems[0]).toMatchObject(tooLarge('cell-kb'));
    expect((await under({ 'cell-kb': 4096 }, csv, '存款.csv')).problems).toEqual([]);
  });

  test.each(['{ cell: 1 }', '{ cells: 0 }', '{ cells: 1.5 }', '{ cells: many }', '[cells]', '1'])(
    '%s is refused with the names that there are',
    async (limits) => {
      const found = await read({ 'package.yaml': `${only()}limits: ${limits}\n` });
      const [problem] = found.problems;
      expect(problem?.code).toMatch(/^settings\./);
      for (const name of limitNames) expect(problem?.hint.en).toContain(name);
    },
  );
});
