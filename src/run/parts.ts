/** What a workbook is made of, part by part: whether two have the same, and whether one is as it was written. */
import { bytesInMemory } from '../intake/files/bytes.ts';
import { FileFault } from '../intake/files/fault.ts';
import { defaultLimits } from '../intake/files/limits.ts';
import { zipEntries } from '../intake/files/zip.ts';
import { tool } from './tool.ts';

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
