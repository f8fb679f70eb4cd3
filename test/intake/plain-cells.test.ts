/** What the parser does not get of a sheet is read as the parser would: however it is written, and wherever it is cut. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileFault } from '../../src/intake/files/fault.ts';
import { defaultLimits } from '../../src/intake/files/limits.ts';
import type { RawRow } from '../../src/intake/files/sheet.ts';
import { dayOf1900 } from '../../src/intake/files/shown.ts';
import { sheetParser } from '../../src/intake/files/xlsx/plain-cells.ts';
import { SheetHandler } from '../../src/intake/files/xlsx/sheet.ts';
import { xmlParser } from '../../src/intake/files/xlsx/xml.ts';

const shared = {
  strings: ['云州', ''],
  styles: ['number', 'percent', 'date'] as const,
  dayOfSerial: dayOf1900,
  limits: defaultLimits,
};

type Read = { readonly rows: readonly RawRow[]; readonly hidden: number } | 'damaged';

function read(parserFor: typeof sheetParser, pieces: readonly string[]): Read {
  const handler = new SheetHandler(shared);
  const parser = parserFor(handler, defaultLimits);
  try {
    for (const piece of pieces) parser.write(piece);
    parser.end();
  } catch (error) {
    if (error instanceof FileFault) return 'damaged';
    throw error;
  }
  return { rows: handler.batch, hidden: handler.hiddenRows };
}

const plain = fc.constantFrom(
  '<c><v>1</v></c>',
  '<c s="1"><v>0.5</v></c>',
  '<c t="s"><v>0</v></c>',
  '<c t="s" s="0"><v>1</v></c>',
  '<c s="2"/>',
  '<c t="str"><v>合计_x0041_</v></c>',
  '<c t="inlineStr"><is><t>东城</t></is></c>',
  '<c t="b"><v>1</v></c>',
  '<c t="e"><v>#N/A</v></c>',
  '<c><v></v></c>',
);
const odd = fc.constantFrom(
  ' ',
  "<c s='1'><v>0.25</v></c>",
  '<c  t="s"><v>0</v></c>',
  '<c><f>A1*2</f><v>4</v></c>',
  '<c t="str"><v>a&amp;b &lt;c&gt;</v></c>',
  '<c t="str"><v>two\r\nlines</v></c>',
  '<c t="inlineStr"><is><r><t>rich</t></r><t xml:space="preserve"> text</t></is></c>',
  '<c><v><![CDATA[7]]></v></c>',
  '<!-- </row><row> --><c><v>8</v></c>',
  '<!-- <sheetData> -->',
  '<x:c xmlns:x="other"><x:v>9</x:v></x:c>',
  '<c><extra/></c>',
);
const wrong = fc.constantFrom(
  '<c t="s"><v>7</v></c>',
  '<c r="A1"><v>1</v></c>',
  '<c s="1" s="1"><v>1</v></c>',
  '<c><v>1</c></v>',
  '<c t="str"><v>a]]>b</v></c>',
  '<c t="str"><v>\u0001</v></c>',
  '<c><v>1</v>',
  '<row>',
);
const cell = fc.oneof(
  { weight: 20, arbitrary: plain },
  { weight: 4, arbitrary: odd },
  { weight: 1, arbitrary: wrong },
);
const row = fc
  .tuple(
    fc.constantFrom('<row>', '<row hidden="1" spans="1:3">', "<row ht='12'>", '<row >'),
    fc.array(cell, { maxLength: 6 }),
  )
  .map(([tag, cells]) => `${tag}${cells.join('')}</row>`);
const between = fc.oneof(
  { weight: 12, arbitrary: row },
  { weight: 1, arbitrary: fc.constantFrom('<row/>', '\n', '<!-- <row> -->', '</row>') },
);
const before = fc.constantFrom(
  '',
  '<cols><col min="1" max="2" hidden="1"/></cols>',
  '<!-- <sheetData><row> -->',
);
const data = fc.constantFrom('<sheetData>', '<sheetData >', '<sheetData/><sheetData>');

test('a sheet is read alike with and without the parser for its plain cells', () => {
  const sheet = fc.tuple(before, data, fc.array(between, { maxLength: 8 }), fc.nat(40));
  const found = { read: 0, damaged: 0 };
  fc.assert(
    fc.property(sheet, ([head, tag, rows, cut]) => {
      const text = `<worksheet xmlns="main">${head}${tag}${rows.join('')}</sheetData></worksheet>`;
      const length = cut + 1;
      const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
        text.slice(index * length, (index + 1) * length),
      );
      const expected = read(xmlParser, [text]);
      found[expected === 'damaged' ? 'damaged' : 'read'] += 1;
      expect(read(sheetParser, pieces)).toEqual(expected);
    }),
    { numRuns: 2000, seed: 20_260_930 },
  );
  expect(Math.min(found.read, found.damaged)).toBeGreaterThan(200);
});
