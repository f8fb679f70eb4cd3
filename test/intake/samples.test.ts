/** The samples are what branches export: they are read without an error, and no line is lost. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPackage } from './read.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const quarters = (await readdir(samples)).filter((name) => /^\d{4}Q[1-4]$/.test(name)).sort();

describe.each(quarters)('%s', async (quarter) => {
  const found = await readPackage(`${samples}${quarter}`);

  test('no errors, nothing unclaimed', () => {
    const worth = found.problems.filter(
      ({ severity, code }) => severity === 'error' || code === 'file.unclaimed',
    );
    expect(worth).toEqual([]);
    expect(found.period).toBe(quarter);
  });

  test('every line is kept, dropped or in error, and every total agrees', () => {
    for (const { rowsRead, rowsKept, rowsDropped, rowsInError } of found.readings) {
      expect(rowsKept + rowsDropped + rowsInError).toBe(rowsRead);
    }
    const kept = found.readings.reduce((sum, { rowsKept }) => sum + rowsKept, 0);
    expect(kept).toBe(Object.values(found.tables).reduce((sum, rows) => sum + rows.length, 0));
    expect(found.problems.map(({ code }) => code)).not.toContain('total.differs');
  });
});
