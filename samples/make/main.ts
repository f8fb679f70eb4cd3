// Writes the sample: the four quarterly packages of a fictional branch's year 2026, the same bytes every time.
//   npx tsx samples/make/main.ts

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { period, QUARTERS } from './calendar.ts';
import { packageFolder } from './package-folder.ts';

const samples = fileURLToPath(new URL('..', import.meta.url));

for (const quarter of QUARTERS) {
  const folder = join(samples, period(quarter));
  const files = await packageFolder(quarter);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  process.stdout.write(`${folder}: ${files.size} files\n`);
}
