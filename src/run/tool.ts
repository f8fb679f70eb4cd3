/** The tool's own name and version, as its package says. */
import { readFileSync } from 'node:fs';

interface Tool {
  readonly name: string;
  readonly version: string;
}

const { name, version }: Tool = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

export const tool: Tool = { name, version };
