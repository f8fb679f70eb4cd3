/**
 * Room for a whole bank. Node takes a part of the machine's memory and ends where that is full: a command that is given
 * a package for more than that is started again with as much as the machine can spare.
 */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { extname, join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { isSystemFault } from '../model/system-fault.ts';
import { endBy, stopSignals } from './io.ts';

/** Bytes in memory for a byte of a file, at the most: as text, and in a workbook, which is packed. */
const perByte = { text: 12, packed: 60 };
const textEndings = new Set(['.csv', '.txt', '.tsv', '.yaml', '.json']);

/** Whoever sets it knows better. */
const bound = '--max-old-space-size';
const isBound = (): boolean =>
  [process.env.NODE_OPTIONS ?? '', ...process.execArgv].some((each) => each.includes(bound));

interface Machine {
  /** What Node takes at the most, in bytes. */
  readonly limit: number;
  /** What the machine has, or the container may use. */
  readonly memory: number;
}

/** Node before 22 answers with more than there is where nothing is set. */
const thisMachine = (): Machine => ({
  limit: getHeapStatistics().heap_size_limit,
  memory: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
});

/** So many megabytes a command over these paths is to be given; null: what Node takes is enough, or all there is. */
export function megabytesFor(paths: readonly string[], { limit, memory } = thisMachine()): number | null {
  const wanted = paths.flatMap(filesIn).reduce((sum, { name, bytes }) => {
    const isText = textEndings.has(extname(name).toLowerCase());
    return sum + bytes * (isText ? perByte.text : perByte.packed);
  }, 0);
  const spare = memory * 0.75;
  return !isBound() && wanted > limit && spare > limit * 1.1 ? Math.floor(spare / 2 ** 20) : null;
}

/** The files of a folder; whatever cannot be looked at is the command's to tell. */
function filesIn(path: string): { readonly name: string; readonly bytes: number }[] {
  try {
    if (!statSync(path).isDirectory()) return [];
    return readdirSync(path).map((name) => ({ name, bytes: statSync(join(path, name)).size }));
  } catch (fault) {
    if (!isSystemFault(fault)) throw fault;
    return [];
  }
}

/** The same command with so many megabytes; it is told to stop where this one is. Answers its exit status. */
export function startAgain(
  megabytes: number,
  command: readonly string[] = [...process.execArgv, ...process.argv.slice(1)],
): Promise<number> {
  const child = spawn(process.execPath, [`${bound}=${megabytes}`, ...command], { stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of stopSignals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      for (const each of stopSignals) process.off(each, forward);
      if (signal !== null) endBy(signal, process);
      resolve(status ?? 1);
    });
  });
}
