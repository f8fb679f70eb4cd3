/** The tool's own name and version, as its package says. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const description = z.object({ name: z.string(), version: z.string() });

export const tool = description.parse(
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')),
);
