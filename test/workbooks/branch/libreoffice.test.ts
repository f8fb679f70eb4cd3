/**
 * The branch workbook of every quarter of the sample, worked out again by LibreOffice: an independent second calculation
 * of its totals, counts, completions and places. Skipped where LibreOffice is not installed.
 */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { branchWorkbook } from '../../../src/workbooks/index.ts';
import { sampleYear } from '../../runs/sample.ts';
import { compare, installed, recalculated, workshop } from '../../spreadsheet/recalculate.ts';
import { context } from '../quarter.ts';

let folder = '';

describe.skipIf(!installed)('in LibreOffice', () => {
  beforeAll(() => {
    folder = workshop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every formula of the branch comes to what the engine wrote', { timeout: 180_000 }, async () => {
    const written: Record<string, Uint8Array> = {};
    for (const [quarter, appraisal] of await sampleYear()) {
      written[`${quarter}-zh`] = await branchWorkbook(appraisal, context, 'zh');
      if (quarter === '2026Q4') written[`${quarter}-en`] = await branchWorkbook(appraisal, context, 'en');
    }
    const after = recalculated(folder, written);
    for (const [name, bytes] of Object.entries(written)) {
      const { formulas, differences } = compare(bytes, after[name] ?? new Uint8Array());
      expect(differences, name).toEqual([]);
      // The live part of the workbook is large; a build that lost its formulas would pass the comparison otherwise.
      expect(formulas, name).toBeGreaterThan(1_500);
    }
  });
});
