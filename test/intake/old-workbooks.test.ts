/** Old binary workbooks that send their reader anywhere: it is bounded, and its end is a problem of the file. */
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openOld, rowsOf } from './open.ts';
import { fixture, only, read } from './package.ts';

type Library = typeof import('@e965/xlsx');
const { CFB }: Library = createRequire(import.meta.url)('@e965/xlsx');

const u16 = (...values: readonly number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from(Uint16Array.of(value).buffer)));
const u32 = (...values: readonly number[]): Buffer =>
  Buffer.concat(values.map((value) => Buffer.from(Uint32Array.of(value).buffer)));
const record = (type: number, ...content: readonly Buffer[]): Buffer => {
  const bytes = Buffer.concat(content);
  return Buffer.concat([u16(type, bytes.length), bytes]);
};

/** A file that old workbooks, too, come in, with one stream. */
function compound(stream: string, content: Buffer): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, stream, content);
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}

/** A sheet whose cells begin in this row; each of its 5000 cells stands for 65,535 more below. */
function endless(row: number): Buffer {
  const cell = Buffer.concat([Buffer.from([0x62]), u16(0xffff, 1, 1)]);
  return compound(
    '/NativeContent_MAIN',
    Buffer.concat([
      record(0x0001, u32(0x39575051)),
      record(0x0601, u16(0, 0, 1), u32(0, 1, 0), u16(1), Buffer.from('\0A\0')),
      record(0x0a01, u16(0), u32(0, 1)),
      record(0x0c01, u32(row, 0x7fffffff), ...Array.from({ length: 5000 }, () => cell)),
      record(0x0602),
      record(0x0002),
    ]),
  );
}

test.each([0, 0x40000000])(
  'rows without end from row %i are given up, and the next file is read',
  async (row) => {
    const start = performance.now();
    const bomb = endless(row);
    expect(bomb.length).toBeLessThan(40_000);
    const found = await read({
      'package.yaml': only('deposits'),
      '存款.xls': bomb,
      '存款2.xls': await fixture('two-row-header-97.xls'),
    });
    expect(found.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'file.too-costly', at: { file: '存款.xls' } },
    ]);
    expect(found.readings.map(({ source }) => source.file)).toEqual(['存款2.xls']);
    expect(performance.now() - start).toBeLessThan(60_000);
  },
);

/** A workbook with one sheet of these records. Two formats: 0 General, 1 what the number says. */
function workbookWith(format: number | null, ...cells: readonly Buffer[]): Buffer {
  const begin = (kind: number) => record(0x0809, u16(0x0600, kind), u32(0, 0, 0));
  const style = (id: number) => record(0x00e0, u16(0, id, 0), Buffer.alloc(14));
  const styles = format === null ? [] : [style(0), style(format)];
  const globals = [begin(0x0005), record(0x0042, u16(1200)), ...styles];
  const name = Buffer.concat([Buffer.from([0, 0, 2, 1]), Buffer.from('存款', 'utf16le')]);
  const end = record(0x000a);
  const start = Buffer.concat(globals).length + 4 + 4 + name.length + end.length;
  const sheet = [begin(0x0010), ...cells, end];
  return compound('/Workbook', Buffer.concat([...globals, record(0x0085, u32(start), name), end, ...sheet]));
}
/** A whole number in A1 with one of the formats. */
const wholeNumber = (value: number, format: number): Buffer =>
  record(0x027e, u16(0, 0, format), u32(((value << 2) | 2) >>> 0));

test.each([
  ['General', 0, 0, 46_295],
  ['no format at all', null, 0, 46_295],
  ['accounting, whose code the file leaves out', 44, 1, 46_295],
  ['a date', 14, 1, { date: '2026-09-30' }],
  ['a Chinese date', 57, 1, { date: '2026-09-30' }],
  ['another Chinese date', 31, 1, { date: '2026-09-30' }],
])('a number of an old .xls shown as %s', async (_, format, of, expected) => {
  const file = workbookWith(format, wholeNumber(46_295, of));
  expect(rowsOf(await openOld(file))).toEqual({ 1: [expected] });
});

/** The XML of Excel 2003 goes the same way. */
test.each(['<Row ss:Index="4000000000" ss:Hidden="1"/>', '<Column ss:Index="4000000000" ss:Hidden="1"/>'])(
  '%s is further out than any sheet reaches',
  async (far) => {
    const names = 'urn:schemas-microsoft-com:office:spreadsheet';
    const xml = `<?xml version="1.0"?><Workbook xmlns="${names}" xmlns:ss="${names}"><Worksheet ss:Name="存款"><Table>${far}</Table></Worksheet></Workbook>`;
    const start = performance.now();
    const found = await read({ 'package.yaml': only('deposits'), '存款.xls': xml });
    expect(found.problems.map(({ severity }) => severity)).toContain('error');
    expect(performance.now() - start).toBeLessThan(20_000);
  },
);
