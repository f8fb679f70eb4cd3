/** A sheet's XML without its rows, wherever its text is cut into pieces. */
import { expect, test } from 'vitest';
import { skeletonOf } from '../../src/intake/files/xlsx/skeleton.ts';

async function* pieces(...texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}
const skeleton = async (...texts: readonly string[]): Promise<string> =>
  (await skeletonOf(pieces(...texts))).join('');

const rows = '<row><c><v>1</v></c></row>';
const more = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>';

test.each([
  ['<worksheet><sheetData>', '</sheetData>'],
  ['<x:worksheet><x:sheetData>', '</x:sheetData>'],
  ['<worksheet><sheetData a="1">', '</sheetData \n>'],
  ['<worksheet><sheetData/>', ''],
])('%s … %s', async (before, close) => {
  const body = close === '' ? '' : rows;
  for (let length = more.length; length < 120; length++) {
    const after = `${close}${more.padEnd(length)}</worksheet>`;
    const whole = `${before}${body}${after}`;
    const expected = `${before}${after}`;
    expect(await skeleton(whole, ''), `${length} behind`).toBe(expected);
    expect(await skeleton(...whole), `${length} behind, letter by letter`).toBe(expected);
    for (let cut = 1; cut < whole.length; cut++)
      if ((await skeleton(whole.slice(0, cut), whole.slice(cut))) !== expected)
        throw new Error(`${length} behind, cut at ${cut}`);
  }
});
