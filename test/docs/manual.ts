/** The pages of the manual, as a test reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const folders = ['.', 'docs', 'samples'];

/** Every page by its path from the root. */
export const pages: ReadonlyMap<string, string> = new Map(
  folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const),
  ),
);

const blocks = /^```(\w*)\n(.*?)^```$/gms;

/** The blocks of a language: sh, yaml. */
export const blocksIn = (text: string, language: string): string[] =>
  [...text.matchAll(blocks)].flatMap(([, found, block = '']) => (found === language ? [block] : []));

/** What is written between the blocks. */
export const proseIn = (text: string): string => text.replaceAll(blocks, '');
