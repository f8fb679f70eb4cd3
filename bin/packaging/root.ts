/** The project's folder, and what its package says of itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');

/** The templates of letters in the box, by their files' names. */
export const templates = (): readonly (readonly [string, Buffer])[] => {
  const folder = join(root, 'src', 'closing', 'templates');
  return readdirSync(folder)
    .sort()
    .map((file) => [file, readFileSync(join(folder, file))]);
};

interface About {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly engines: { readonly node: string };
}

export const about: About = JSON.parse(read('package.json'));
