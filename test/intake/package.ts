/** Packages for tests: written to a temporary folder and read back, so that real files are what is tested. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadOptions } from '../../src/intake/index.ts';
import type { QuarterPackage } from '../../src/model/package.ts';
import { requiredTables, type TableId } from '../../src/model/tables/index.ts';
import { readPackage } from './read.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** `package.yaml` for a package that has these of the required tables only. */
export const only = (...present: TableId[]): string =>
  `period: 2026Q3\nabsent: [${requiredTables.filter((table) => !present.includes(table)).join(', ')}]\n`;

export async function read(files: Files, options?: Partial<ReadOptions>): Promise<QuarterPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await readPackage(folder, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One file, claimed by its name; no other table is expected. */
export const readOne = (
  table: TableId,
  content: string | Uint8Array,
  name = `${table}.csv`,
): Promise<QuarterPackage> => read({ 'package.yaml': only(table), [name]: content });

/** A file of `files/`, made by another program. */
export const fixture = (name: string): Promise<Buffer> => readFile(new URL(`files/${name}`, import.meta.url));

/** Codes of errors and warnings; notes are not what most tests are about. */
export const codes = ({ problems }: QuarterPackage): string[] =>
  problems.filter(({ severity }) => severity !== 'note').map(({ code }) => code);

export const depositHeader = '客户经理工号,客户号,年日均余额,季日均余额,期末余额\n';
/** One deposit whose year average is this cell; the cell is quoted. */
export const depositOf = (cell: string): string =>
  `${depositHeader}0012,C1,"${cell.replaceAll('"', '""')}",0,0\n`;
