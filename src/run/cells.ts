/** Two workbooks side by side: part by part, and cell by cell. */
import { bytesInMemory } from '../intake/files/bytes.ts';
import { FileFault } from '../intake/files/fault.ts';
import { defaultLimits } from '../intake/files/limits.ts';
import { columnLetter, textOf } from '../intake/files/sheet.ts';
import { openXlsx } from '../intake/files/xlsx/index.ts';
import { zipEntries } from '../intake/files/zip.ts';
import { tool } from './tool.ts';

export interface CellDifference {
  readonly sheet: string;
  /** `C7` */
  readonly cell: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Whether two archives hold the same parts in the same order, however they are packed. */
export async function haveSameParts(before: Uint8Array, after: Uint8Array): Promise<boolean> {
  try {
    const [was, is] = [await partsOf(before), await partsOf(after)];
    return was.length === is.length && was.every((part, index) => is[index] && part.equals(is[index]));
  } catch {
    return false;
  }
}

const field = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}\\b[^>]*>([^<]*)<`).exec(xml)?.[1];

/** Whether a workbook is as the tool wrote it: a program that saves it says when and by whom. */
export async function isUntouched(bytes: Uint8Array): Promise<boolean> {
  try {
    const texts = (await partsOf(bytes)).map((part) => part.toString());
    const about = texts.find((text) => text.startsWith('docProps/core.xml\n')) ?? '';
    return (
      field(about, 'cp:lastModifiedBy') === tool.name &&
      field(about, 'dcterms:modified') === field(about, 'dcterms:created')
    );
  } catch (fault) {
    if (fault instanceof FileFault) return false;
    throw fault;
  }
}

/** Each part as its name and its bytes. */
async function partsOf(bytes: Uint8Array): Promise<Buffer[]> {
  const parts: Buffer[] = [];
  for (const { name, read } of await zipEntries(bytesInMemory(Buffer.from(bytes)), defaultLimits)) {
    const pieces: Buffer[] = [Buffer.from(`${name}\n`)];
    for await (const piece of read()) pieces.push(piece);
    parts.push(Buffer.concat(pieces));
  }
  return parts;
}

/** The cells whose values differ; null: one of the two is not a workbook that can be read. */
export async function cellDifferences(
  name: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<CellDifference[] | null> {
  const [was, is] = [await cellsOf(name, before), await cellsOf(name, after)];
  if (was === null || is === null) return null;
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((key) => was.get(key) !== is.get(key))
    .map((key) => {
      const [sheet = '', cell = ''] = key.split('\n');
      return { sheet, cell, before: was.get(key) ?? null, after: is.get(key) ?? null };
    });
}

async function cellsOf(name: string, bytes: Uint8Array): Promise<Map<string, string> | null> {
  const { sheets, problems } = await openXlsx(name, bytesInMemory(Buffer.from(bytes)), defaultLimits);
  if (problems.length > 0) return null;
  const cells = new Map<string, string>();
  for (const sheet of sheets)
    for await (const rows of sheet.rows(() => {}))
      for (const row of rows)
        for (const [column, cell] of row.cells.entries()) {
          const text = textOf(cell);
          if (text !== '') cells.set(`${sheet.name}\n${columnLetter(column)}${row.number}`, text);
        }
  return cells;
}
