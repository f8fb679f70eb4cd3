/** The policies in the box. In the single-file build they stand inside it (bin/packaging/bundle.ts). */
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** The same folder whether the tool runs from src or from dist. */
const folder = new URL('../../src/policies/', import.meta.url);

/** The ids of the policies in the box. */
export const policyIds = async (): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** What a policy means by words that it does not declare itself. */
export const policyDefaults = (): string => readFileSync(new URL('defaults.yaml', folder), 'utf8');

/** The file of one of them. */
export const boxedPolicy = (id: string): Promise<Uint8Array> =>
  readFile(new URL(`${id}/policy.yaml`, folder));
