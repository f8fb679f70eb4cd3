/** However a file is cut into pieces on the way in, its records are what was written, each with its physical line. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gbk } from '../../samples/make/write/gbk.ts';
import { openCsv } from '../../src/intake/files/csv.ts';
import type { Encoding } from '../../src/intake/files/encoding.ts';
import { defaultLimits } from '../../src/intake/files/limits.ts';
import { hashed } from '../../src/intake/folder.ts';
import { temporaryFolder } from '../archive/temporary.ts';

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('6200001234567890', '0', '', '12,345.60', '云州青禾机械有限公司') },
  { weight: 1, arbitrary: fc.constantFrom('say "hi"', 'two\nlines', '"', '\n\n', ' ') },
);
const record = fc.array(cell, { minLength: 2, maxLength: 6 });
const written = (each: string): string => (/[",\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each);

const encodings = [
  { encoding: 'UTF-8', encode: (text: string) => Buffer.from(text) },
  { encoding: 'GB18030', encode: gbk },
  { encoding: 'UTF-16LE', encode: (text: string) => Buffer.from(text, 'utf16le') },
] as const;

async function read(
  bytes: Buffer,
  encoding: Encoding,
): Promise<{ number: number; cells: readonly unknown[] }[]> {
  const path = join(temporaryFolder(), 'a.csv');
  await writeFile(path, bytes);
  const file = { ...(await hashed({ name: 'a.csv', path })), encoding };
  const problems: unknown[] = [];
  const rows: { number: number; cells: readonly unknown[] }[] = [];
  for await (const batch of openCsv(file, defaultLimits).sheets[0]?.rows((each) => problems.push(each)) ?? [])
    rows.push(...batch);
  expect(problems).toEqual([]);
  return rows;
}

test.each(encodings.flatMap((each) => [7, 300, 15_000].map((count) => ({ ...each, count }))))(
  '$count records in $encoding',
  async ({ count, encoding, encode }) => {
    const kinds = fc.sample(record, { numRuns: 50, seed: 20_260_930 });
    // Long stretches in which quotes only stand around a field, and others with quotes and line ends in fields.
    const plain = kinds.filter((each) => each.every((text) => !/["\n]/.test(text)));
    const records = Array.from({ length: count }, (_, index) => {
      const from = Math.floor(index / 5000) % 2 === 0 ? kinds : plain;
      return from[index % from.length] ?? [];
    });
    const lines = records.map((each) => each.map(written).join(','));
    let line = 1;
    const expected = records.map((cells) => {
      const number = line;
      line += 1 + cells.join('').split('\n').length - 1;
      return { number, cells };
    });
    for (const end of ['\n', '\r\n', '\r'])
      expect(await read(encode(lines.join(end)), encoding)).toEqual(expected);
    expect(await read(encode(`${lines.join('\n')}\n`), encoding)).toEqual(expected);
  },
);
