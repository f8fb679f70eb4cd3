/** What is printed can be read: on A4, nothing falls below eight points, whatever the sheet. */
import { describe, expect, test } from 'vitest';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { partsOf } from '../spreadsheet/package-check.ts';
import { managerWorkbook } from './made.ts';
import { context, inChain } from './quarter.ts';

const annual = inChain('2026Q4');
const [manager] = annual.managers;
if (manager === undefined) throw new Error('nobody is appraised');

const paper = { portrait: 8.27, landscape: 11.69 } as const;
/** In points, in the widest of the fonts that stand in for the body font. */
const digit = 6.4;

interface Printed {
  readonly sheet: string;
  readonly points: number;
}

/** The size of ten-point letters on each sheet's pages, where every column is printed on some page. */
function printed(workbook: Uint8Array): Printed[] {
  const parts = partsOf(workbook);
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
  return names.map(([, sheet = ''], index) => {
    const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
    const columns = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)];
    const digits = columns.reduce(
      (sum, [, from, to, width]) => sum + (Number(to) - Number(from) + 1) * Number(width),
      0,
    );
    const orientation = /orientation="landscape"/.test(xml) ? 'landscape' : 'portrait';
    const wide = Number(/fitToWidth="(\d+)"/.exec(xml)?.[1] ?? '1');
    const inches = (paper[orientation] - 0.95) * wide;
    return { sheet, points: Math.min(1, (inches * 72) / (digits * digit)) * 10 };
  });
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  test.each([
    ['the branch workbook', () => branchWorkbook(annual, context, lang)],
    ['a manager’s workbook', () => managerWorkbook(manager, annual, context, lang)],
  ])('%s', async (_, made) => {
    const sheets = printed(await made());
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.filter(({ points }) => points < 8)).toEqual([]);
  });
});
