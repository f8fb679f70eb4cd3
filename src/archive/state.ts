/** Whether an archive's files are still what its manifest says. */
import { join } from 'node:path';
import { isSystemFault, SystemFault } from '../model/system-fault.ts';
import { sha256 } from './bytes.ts';
import { entriesIn, runFiles } from './occupant.ts';
import { type ArchivedRun, bytesOf } from './read.ts';

export interface FileState {
  readonly name: string;
  /** Extra: someone put it there, also an empty folder; the result is not touched by it. */
  readonly state: 'changed' | 'missing' | 'unreadable' | 'extra';
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
    const state = there.delete(name) ? await stateOf(join(folder, name), written) : 'missing';
    if (state !== null) states.push({ name, state });
  }
  for (const name of runFiles) there.delete(name);
  for (const name of there) states.push({ name, state: 'extra' });
  return states;
}

/** Null: the file is as it was written. */
async function stateOf(path: string, written: string): Promise<FileState['state'] | null> {
  try {
    const bytes = await bytesOf(path);
    return bytes !== null && sha256(bytes) === written ? null : 'changed';
  } catch (fault) {
    if (isSystemFault(fault) || fault instanceof SystemFault) return 'unreadable';
    throw fault;
  }
}
