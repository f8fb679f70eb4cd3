/** What is printed can be read: on A4, nothing falls below eight points, whatever the sheet. */
import { describe, expect, test } from 'vitest';
import type { ManagerAppraisal } from '../../src/model/appraisal.ts';
import { warningsOf } from '../../src/model/entries.ts';
import { type PageKind, pages } from '../../src/spreadsheet/style.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { columnNumber, partsOf } from '../spreadsheet/package-check.ts';
import { managerWorkbook } from './made.ts';
import { context, inChain } from './quarter.ts';

const annual = inChain('2026Q4');
const [manager] = annual.managers;
if (manager === undefined) throw new Error('nobody is appraised');

const warned = (each: ManagerAppraisal): number =>
  warningsOf(each).filter(({ outcome }) => outcome !== 'clear' && outcome !== 'not-applicable').length;
const fullest = annual.managers.reduce((most, each) => (warned(each) > warned(most) ? each : most), manager);

const paper = { portrait: 8.27, landscape: 11.69 } as const;
/** In points, in the widest of the fonts that stand in for the body font. */
const digit = 6.4;

interface Printed {
  readonly sheet: string;
  readonly points: number;
  /** Everything that says how the sheet is shown and printed, but for what its contents decide. */
  readonly page: string;
  readonly kind: PageKind;
}

/** The kinds by the colour of their tabs. */
const kinds = new Map(Object.entries(pages).map(([kind, { tab }]) => [tab, kind as PageKind]));

const setUp = (xml: string): string =>
  [
    /orientation="\w+"/,
    /fitToHeight="\d+"/,
    /<pageMargins [^>]*>/,
    /horizontalCentered="1"/,
    /<oddHeader>[^<]*/,
    /<oddFooter>[^<]*/,
    /zoomScale="\d+"/,
    /showGridLines="\d"/,
    /<sheetProtection [^>]*>/,
  ]
    .map((part) => part.exec(xml)?.[0] ?? 'none')
    .join('\n');

/** The number of a sheet's last column that is printed. */
function lastPrinted(book: string, index: number): number {
  const area = new RegExp(`Print_Area" localSheetId="${index}"[^>]*>[^<]*:\\$([A-Z]+)\\$`).exec(book);
  return columnNumber(area?.[1] ?? '');
}

/** The size of ten-point letters on each sheet's pages, where every column is printed on some page. */
function printed(workbook: Uint8Array): Printed[] {
  const parts = partsOf(workbook);
  const book = parts.get('xl/workbook.xml') ?? '';
  const names = [...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)];
  return names.map(([, sheet = ''], index) => {
    const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
    const columns = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].flatMap(
      ([, from, to, width]) => Array<number>(Number(to) - Number(from) + 1).fill(Number(width)),
    );
    const digits = columns.slice(0, lastPrinted(book, index)).reduce((sum, width) => sum + width, 0);
    const orientation = /orientation="landscape"/.test(xml) ? 'landscape' : 'portrait';
    const wide = Number(/fitToWidth="(\d+)"/.exec(xml)?.[1] ?? '1');
    const inches = (paper[orientation] - 0.95) * wide;
    const rows = [...xml.matchAll(/<row [^>]*? ht="([\d.]+)"/g)].reduce((sum, [, ht]) => sum + Number(ht), 0);
    // All on one upright page: 11.69 inches less the margins.
    const down = /fitToHeight="1"/.test(xml) ? (10.59 * 72) / rows : 1;
    const points = Math.min(1, (inches * 72) / (digits * digit), down) * 10;
    const tab = /<tabColor rgb="FF(\w{6})"/.exec(xml)?.[1] ?? '';
    return { sheet, points, page: setUp(xml), kind: kinds.get(tab) as PageKind };
  });
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  test.each([
    ['the branch workbook', () => branchWorkbook(annual, context, lang)],
    ['a manager’s workbook', () => managerWorkbook(manager, annual, context, lang)],
    ['that of the one with the most to say', () => managerWorkbook(fullest, annual, context, lang)],
  ])('%s', async (_, made) => {
    const sheets = printed(await made());
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.filter(({ points }) => points < 8)).toEqual([]);
    // As many pages as kinds: none is set up in a way of its own.
    expect(sheets.filter(({ kind }) => kind === undefined)).toEqual([]);
    const ways = (of: (sheet: Printed) => string) => new Set(sheets.map(of)).size;
    expect(ways(({ kind, page }) => `${kind} ${page}`)).toBe(ways(({ kind }) => kind));
  });
});

test('every kind of page has a tab of its own', () => expect(kinds.size).toBe(Object.keys(pages).length));
