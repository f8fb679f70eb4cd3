/** The policies in the box. In the single-file build they stand inside it (packaging/bundle.ts). */
import { readdir, readFile } from 'node:fs/promises';

/** The same folder whether the tool runs from src or from dist. */
const folder = new URL('../../src/policies/', import.meta.url);

/** The ids of the policies in the box. */
export const policyIds = async (): Promise<string[]> => (await readdir(folder)).sort();

/** The file of one of them. */
export const boxedPolicy = (id: string): Promise<Uint8Array> =>
  readFile(new URL(`${id}/policy.yaml`, folder));
