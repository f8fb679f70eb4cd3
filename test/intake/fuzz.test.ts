/**
 * Valid files changed at random, in their bytes, their zip entries, their XML and their cells: whatever comes of it is
 * read or refused. Never a crash, a hang, or a row lost in silence: the books balance on everything that is accepted.
 * `FUZZ=20 npx vitest run test/intake/fuzz` runs twenty times as many.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesInMemory } from '../../src/intake/files/bytes.ts';
import { defaultLimits } from '../../src/intake/files/limits.ts';
import { zipEntries } from '../../src/intake/files/zip.ts';
import { describe as described } from '../../src/model/describe.ts';
import type { QuarterPackage } from '../../src/model/package.ts';
import type { TableId } from '../../src/model/tables/index.ts';
import { fixture, readOne } from './package.ts';
import { rowOf, workbookOf, zipOf } from './workbook-of.ts';

const times = Number(process.env.FUZZ ?? 1);
// A hang, not slowness: a loaded machine may take seconds over one file.
const longest = 60_000;
// The suite tries the same changes every time; a long run looks for new ones.
if (process.env.FUZZ === undefined) fc.configureGlobal({ seed: 20261121 });

const counts = { tried: 0, read: 0, refused: 0, slowest: 0 };
afterAll(() => {
  if (process.env.FUZZ !== undefined) process.stderr.write(`${JSON.stringify(counts)}\n`);
});

/** Reads a file and looks at what must hold of anything that was read. */
async function tried(table: TableId, bytes: Uint8Array | string, name: string): Promise<QuarterPackage> {
  const start = performance.now();
  const found = await readOne(table, bytes, name);
  const taken = performance.now() - start;
  counts.tried += 1;
  counts.slowest = Math.max(counts.slowest, Math.round(taken));
  const refused = found.problems.some(({ severity }) => severity === 'error');
  if (refused) counts.refused += 1;
  else counts.read += 1;
  expect(taken).toBeLessThan(longest);
  for (const { rowsRead, rowsKept, rowsDropped, rowsInError } of found.readings)
    expect(rowsKept + rowsDropped + rowsInError).toBe(rowsRead);
  expect(found.readings.reduce((rows, { rowsKept }) => rows + rowsKept, 0)).toBe(found.tables[table].length);
  // What was not read is told of, by more than a note.
  if (found.readings.length === 0)
    expect(found.problems.some(({ severity }) => severity !== 'note')).toBe(true);
  for (const problem of found.problems) {
    expect(problem.message.zh).not.toMatch(/undefined|\[object|NaN|at .*\.ts:/);
    expect(described(problem, 'en').join('\n')).not.toMatch(/undefined|\[object/);
  }
  return found;
}

const files = [
  ['two-row-header.xlsx', 'deposits', '存款.xlsx'],
  ['cells.xlsx', 'loans', '贷款.xlsx'],
  ['libreoffice-gbk.csv', 'deposits', '存款.csv'],
  ['two-row-header-97.xls', 'deposits', '存款.xls'],
  ['cells-97.xls', 'loans', '贷款.xls'],
  ['page-gbk.xls', 'deposits', '存款.xls'],
  ['excel-2003.xls', 'deposits', '存款.xls'],
] as const;

/** One change of a run of bytes or letters: some cut out, some doubled, some put in. */
interface Change<Piece> {
  readonly at: number;
  readonly length: number;
  readonly piece: Piece;
  readonly twice: boolean;
}
const changes = <Piece>(piece: fc.Arbitrary<Piece>): fc.Arbitrary<Change<Piece>[]> =>
  fc.array(
    fc.record({
      at: fc.nat(1_000_000),
      length: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(200)),
      piece,
      twice: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  );

function changedBytes(whole: Buffer, all: readonly Change<Uint8Array>[]): Buffer {
  let bytes = whole;
  for (const { at, length, piece, twice } of all) {
    const start = at % (bytes.length + 1);
    const tail = bytes.subarray(twice ? Math.max(0, start - length) : start + length);
    bytes = Buffer.concat([bytes.subarray(0, start), piece, tail]);
  }
  return bytes;
}

function changedText(whole: string, all: readonly Change<string>[]): string {
  let text = whole;
  for (const { at, length, piece, twice } of all) {
    const start = at % (text.length + 1);
    text = text.slice(0, start) + piece + text.slice(twice ? Math.max(0, start - length) : start + length);
  }
  return text;
}

describe('bytes', () => {
  test.each(files)('%s', async (name, table, as) => {
    const whole = await fixture(name);
    await fc.assert(
      fc.asyncProperty(changes(fc.uint8Array({ maxLength: 4 })), async (all) => {
        await tried(table, changedBytes(whole, all), as);
      }),
      // What the library reads, it reads in a process of its own, which takes a while to start.
      { numRuns: (/97|2003/.test(name) ? 20 : 60) * times },
    );
  });
});

/** What means something in the XML of a workbook. */
const tokens = fc.constantFrom(
  ...'<|>|/>|</c>|</row>|</v>|<v>|<c>|<row>|<f>|</f>|<is><t>|&|&amp;|&#0;|&#x10FFFF;|"|=|r="A1"|r="XFD1048576"|r="0"|t="s"|t="d"|t="e"|s="99"|hidden="1"'.split(
    '|',
  ),
  ...'<!--|-->|<![CDATA[|]]>|<?x ?>|<!DOCTYPE a>|xmlns="x"|x:|<sheetData>|</sheetData>|<mergeCell ref="A1:B2"/>|<rPh>|</rPh>|_x0000_|-1|1e999|99999999999|2958466|'.split(
    '|',
  ),
  '\u0000',
  '\ud800',
  ' ',
);

describe('XML', () => {
  test.each([
    ['two-row-header.xlsx', 'deposits', '存款.xlsx'],
    ['cells.xlsx', 'loans', '贷款.xlsx'],
    ['handmade.xlsx', 'deposits', 'x.xlsx'],
    ['dates-1904.xlsx', 'events', 'x.xlsx'],
  ] as const)('%s', async (name, table, as) => {
    const parts: Record<string, string> = {};
    for (const entry of await zipEntries(bytesInMemory(await fixture(name)), defaultLimits)) {
      const pieces: Buffer[] = [];
      for await (const piece of entry.read()) pieces.push(piece);
      parts[entry.name] = Buffer.concat(pieces).toString();
    }
    const part = fc.constantFrom(...Object.keys(parts).filter((each) => /^_rels|^xl\/(?!theme)/.test(each)));
    const around = fc.tuple(part, changes(tokens));
    await fc.assert(
      fc.asyncProperty(around, async ([where, all]) => {
        const text = changedText(parts[where] ?? '', all);
        await tried(table, zipOf({ ...parts, [where]: text }), as);
      }),
      { numRuns: 100 * times },
    );
  });
});

describe('parts left out, renamed, emptied', () => {
  test('two-row-header.xlsx', async () => {
    const parts: Record<string, Uint8Array> = {};
    for (const entry of await zipEntries(
      bytesInMemory(await fixture('two-row-header.xlsx')),
      defaultLimits,
    )) {
      const pieces: Buffer[] = [];
      for await (const piece of entry.read()) pieces.push(piece);
      parts[entry.name] = Buffer.concat(pieces);
    }
    const names = Object.keys(parts);
    const ways = ['gone', 'empty', 'moved', 'another'] as const;
    for (const name of names) {
      for (const way of ways) {
        const { [name]: content = Buffer.alloc(0), ...rest } = parts;
        const other = parts[names[(names.indexOf(name) + 1) % names.length] ?? ''] ?? content;
        const put = {
          gone: rest,
          empty: { ...rest, [name]: '' },
          moved: { ...rest, [`${name}x`]: content },
          another: { ...rest, [name]: other },
        };
        await tried('deposits', zipOf(put[way]), '存款.xlsx');
      }
    }
  });
});

describe('cells', () => {
  const words = fc.constantFrom(
    ...[
      '',
      '0012',
      'C1',
      '合计',
      '小计',
      '单位:万元',
      '填报人：',
      '-',
      '无',
      '1,234.50',
      '(5.00)',
      '60%',
      '1.23E+15',
    ],
    ...[
      '2026-09-30',
      '20260930',
      '#N/A',
      '=1+1',
      '\t',
      '\n',
      '"',
      "'",
      '万元',
      '工号',
      '客户号',
      '年日均余额',
      '𠮷',
      '\u202e',
    ],
  );
  const cell = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 12 }), fc.double(), fc.integer());
  const grid = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 });
  const header = ['客户经理工号', '客户号', '年日均余额', '季日均余额', '期末余额'];
  const texts = (row: readonly (string | number)[]) =>
    row.map((each) => `"${String(each).replaceAll('"', '""')}"`).join(',');

  test('the same rows as .xlsx and as .csv: every filled row below the header is kept, dropped or in error', async () => {
    // Control characters have no place in XML.
    const isPlain = (row: readonly (string | number)[]) =>
      row.every((each) =>
        typeof each === 'string' ? !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(each) : Number.isFinite(each),
      );
    await fc.assert(
      fc.asyncProperty(grid, async (found) => {
        const rows = [header, ...found.filter(isPlain)];
        const book = await tried(
          'deposits',
          workbookOf({ sheet: rows.map((row) => rowOf(...row)).join('') }),
          '存款.xlsx',
        );
        const text = await tried('deposits', `${rows.map(texts).join('\n')}\n`, '存款.csv');
        for (const { readings } of [book, text]) {
          const [reading] = readings;
          if (reading === undefined) continue;
          const below = rows.slice(reading.headerRows.at(-1));
          const last = below.findLastIndex((row) => row.some((each) => String(each).trim() !== ''));
          expect(reading.rowsRead).toBe(last + 1);
        }
      }),
      { numRuns: 100 * times },
    );
  });
});
