/** Files damaged at random are read or refused: never a crash, never a line or a file lost in silence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuarterPackage } from '../../src/model/package.ts';
import { fixture, readOne } from './package.ts';

const cases = [
  ['two-row-header.xlsx', 'deposits', '存款.xlsx'],
  ['cells.xlsx', 'loans', '贷款.xlsx'],
  ['libreoffice-gbk.csv', 'deposits', '存款.csv'],
] as const;

function expectAccounted(found: QuarterPackage): void {
  for (const { rowsRead, rowsKept, rowsDropped, rowsInError } of found.readings) {
    expect(rowsKept + rowsDropped + rowsInError).toBe(rowsRead);
  }
  const isSilent = found.readings.length === 0 && found.problems.every(({ severity }) => severity === 'note');
  expect(isSilent).toBe(false);
}

test.each(cases)('%s with bytes changed', async (name, table, as) => {
  const whole = await fixture(name);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) bytes.writeUInt8(byte, at);
      expectAccounted(await readOne(table, bytes, as));
    }),
    { numRuns: 150 },
  );
});

test.each(cases)('%s with a piece cut out', async (name, table, as) => {
  const whole = await fixture(name);
  const piece = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 200 }));
  await fc.assert(
    fc.asyncProperty(piece, async ([at, length]) => {
      const bytes = Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)]);
      expectAccounted(await readOne(table, bytes, as));
    }),
    { numRuns: 100 },
  );
});
