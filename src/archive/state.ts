/** Whether an archive's files are still what its manifest says. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './bytes.ts';
import { entriesIn, ownNames } from './occupant.ts';
import type { ArchivedRun } from './read.ts';

export interface FileState {
  readonly name: string;
  /** Extra: someone put it there; the result is not touched by it. */
  readonly state: 'changed' | 'missing' | 'extra';
}

/** The files that are not as they were, by name. */
export async function archiveState(
  { folder, manifest }: ArchivedRun,
  onFile: (done: number, of: number) => void,
): Promise<FileState[]> {
  const there = new Set(entriesIn(folder));
  const states: FileState[] = [];
  for (const [index, { name, sha256: written }] of manifest.outputs.entries()) {
    onFile(index, manifest.outputs.length);
    if (!there.delete(name)) states.push({ name, state: 'missing' });
    else if (sha256(await readFile(join(folder, name))) !== written) states.push({ name, state: 'changed' });
  }
  for (const name of ownNames) there.delete(name);
  for (const name of there) states.push({ name, state: 'extra' });
  return states;
}
