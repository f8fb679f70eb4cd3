/** Has LibreOffice work out every formula of a workbook again, and compares. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from '@e965/xlsx';
import { cellsOf, open, sheetOf } from './read.ts';

/** By default LibreOffice believes the cached values; 0 makes it work them out on loading. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export const installed = spawnSync('soffice', ['--version']).status === 0;

/** A folder for LibreOffice to work in, with a profile of its own. */
export function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), alwaysRecalculate);
  return folder;
}

/** The workbooks as LibreOffice saves them after working them out. */
export function recalculated(
  folder: string,
  books: Readonly<Record<string, Uint8Array>>,
): Record<string, Uint8Array> {
  const files = Object.entries(books).map(([name, bytes]) => {
    const file = join(folder, `${name}.xlsx`);
    writeFileSync(file, bytes);
    return file;
  });
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      ...files,
    ],
    { stdio: 'ignore' },
  );
  return Object.fromEntries(
    Object.keys(books).map((name) => [name, readFileSync(join(folder, 'out', `${name}.xlsx`))]),
  );
}

/** The workbook with another figure in one cell. */
export function edited(bytes: Uint8Array, sheet: string, address: string, figure: number): Uint8Array {
  const book = open(bytes);
  sheetOf(book, sheet)[address] = { t: 'n', v: figure };
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}

export interface Comparison {
  readonly cells: number;
  readonly formulas: number;
  readonly differences: readonly string[];
}

/** Every cell before and after: texts equal, numbers equal but for the last bits of a double. */
export function compare(before: Uint8Array, after: Uint8Array): Comparison {
  const seen = new Map(cellsOf(open(after)).map(({ sheet, address, cell }) => [`${sheet}!${address}`, cell]));
  const differences: string[] = [];
  let formulas = 0;
  let cells = 0;
  for (const { sheet, address, cell } of cellsOf(open(before))) {
    if (cell.t === 'z' || cell.v === undefined || cell.v === '') continue;
    cells += 1;
    const other = seen.get(`${sheet}!${address}`)?.v;
    if (cell.f !== undefined) formulas += 1;
    const equal =
      typeof cell.v === 'number' && typeof other === 'number'
        ? Math.abs(cell.v - other) <= 1e-9 * Math.max(1, Math.abs(cell.v))
        : String(cell.v) === String(other);
    if (!equal) differences.push(`${sheet}!${address}: ${cell.v} ≠ ${other} (${cell.f ?? 'no formula'})`);
  }
  return { cells, formulas, differences };
}
