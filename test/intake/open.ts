/** Files opened by the readers themselves, below everything that tables add. */
import { readFile } from 'node:fs/promises';
import { bytesInMemory } from '../../src/intake/files/bytes.ts';
import { defaultLimits, type Limits } from '../../src/intake/files/limits.ts';
import { openOldWorkbook } from '../../src/intake/files/old-workbook.ts';
import type { Cell, RawFile } from '../../src/intake/files/sheet.ts';
import { openXlsx } from '../../src/intake/files/xlsx/index.ts';

export interface Opened {
  /** By sheet, every row's cells by row number; blank rows and blank cells at a row's end are left out. */
  readonly sheets: Readonly<Record<string, Readonly<Record<number, readonly Cell[]>>>>;
  readonly problems: readonly string[];
}

async function opened({ sheets, problems }: RawFile): Promise<Opened> {
  const codes = problems.map(({ code }) => code);
  const found: Record<string, Record<number, Cell[]>> = {};
  for (const sheet of sheets) {
    const rows: Record<number, Cell[]> = {};
    for await (const batch of sheet.rows(({ code }) => codes.push(code))) {
      for (const { number, cells } of batch) {
        const last = cells.findLastIndex((cell) => cell !== null);
        if (last >= 0) rows[number] = cells.slice(0, last + 1);
      }
    }
    found[sheet.name ?? ''] = rows;
  }
  return { sheets: found, problems: codes };
}

export const openWorkbook = async (bytes: Buffer, limits: Partial<Limits> = {}): Promise<Opened> =>
  opened(await openXlsx('x.xlsx', bytesInMemory(bytes), { ...defaultLimits, ...limits }));

export const openOld = async (bytes: Buffer): Promise<Opened> =>
  opened(await openOldWorkbook('x.xls', bytes, defaultLimits));

/** The same .xlsx by the other reader, which is independent of ours. */
export const openByOther = openOld;

/** The rows of the only sheet. */
export const rowsOf = ({ sheets }: Opened): Readonly<Record<number, readonly Cell[]>> =>
  Object.values(sheets)[0] ?? {};

export const openFixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`files/${name}`, import.meta.url));
