/** The parts of written workbooks, unpacked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytes, limits, zip } from './built.ts';

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The workbooks below a folder, by their names in it. */
export const workbooksIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));

export async function partsOf(folder: string, workbook: string): Promise<Part[]> {
  const { bytesInMemory } = await bytes();
  const { zipEntries } = await zip();
  const { defaultLimits } = await limits();
  const entries = await zipEntries(bytesInMemory(readFileSync(join(folder, workbook))), defaultLimits);
  const parts: Part[] = [];
  for (const { name, read } of entries) {
    const pieces: Buffer[] = [];
    for await (const piece of read()) pieces.push(piece);
    parts.push({ name, bytes: Buffer.concat(pieces) });
  }
  return parts;
}
