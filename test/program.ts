/** The tool as a single file, as it is carried to a bank: made once for all the test files that start it. */
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { bundle } from '../bin/packaging/bundle.ts';
import type { Carried } from '../bin/packaging/carried.ts';

export interface Bundled {
  readonly file: string;
  readonly carried: readonly Carried[];
}

export async function program(): Promise<Bundled> {
  const folder = join(inject('sharedFolder'), 'program');
  if (!existsSync(folder)) await make(folder);
  return {
    file: join(folder, 'appraise.mjs'),
    carried: JSON.parse(readFileSync(join(folder, 'carried.json'), 'utf8')),
  };
}

async function make(folder: string): Promise<void> {
  const own = mkdtempSync(`${folder}-`);
  const carried = await bundle(join(own, 'appraise.mjs'));
  writeFileSync(join(own, 'carried.json'), JSON.stringify(carried));
  try {
    renameSync(own, folder);
  } catch (fault) {
    // Another test file was faster.
    if (!existsSync(folder)) throw fault;
  }
}
