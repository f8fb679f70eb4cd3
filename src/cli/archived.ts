/** What commands read from a run's output folder; what cannot be read there ends the command with exit status 1. */
import { type ArchivedRun, type Read, readRun } from '../archive/index.ts';
import { UsageError } from '../run/usage-error.ts';
import { BrokenArchive } from './broken-archive.ts';
import { requireFolder } from './request.ts';

/** The value; a problem ends the command. */
export function unbroken<T>(read: Read<T>): T {
  if (read.problem !== null) throw new BrokenArchive(read.problem);
  return read.value;
}

/** The run in an output folder; a folder without one is a wrong command line. */
export async function runIn(folder: string): Promise<ArchivedRun> {
  const read = await readRun(folder);
  if (read === null) {
    requireFolder(folder);
    throw new UsageError({ zh: `${folder} 里没有考核结果`, en: `there is no result in ${folder}` });
  }
  const run = unbroken(read);
  if (run.manifest.closes !== undefined)
    throw new UsageError({
      zh: `${folder} 里是 close 的结果，不是考核结果`,
      en: `${folder} holds a closed quarter, not the result of a run`,
    });
  return run;
}
