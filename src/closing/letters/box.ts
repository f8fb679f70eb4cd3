/** The templates in the box, by the letters' names. In the single-file build they stand inside it (bin/packaging/bundle.ts). */
import { readdir, readFile } from 'node:fs/promises';

/** The same folder whether the tool runs from src or from dist. */
const folder = new URL('../../../src/closing/templates/', import.meta.url);

/** Their files' names. */
export const boxedTemplates = async (): Promise<string[]> => (await readdir(folder)).sort();

export const boxedTemplate = (file: string): Promise<Uint8Array> =>
  readFile(new URL(encodeURIComponent(file), folder));
