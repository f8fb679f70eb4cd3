/**
 * One writer at a time for a place: a file beside it that names the process. It is left over once that process is gone,
 * which on the same machine is known at once; of another machine's (a share) only its age tells.
 *
 * proper-lockfile is not used: its lock lives by a timer that must fire every few seconds, and an appraisal holds the
 * thread for longer; a lock that lives by its process needs no timer. Should two writers meet all the same, the move into
 * place still replaces nothing but what was seen there before.
 */
import { hostname, uptime } from 'node:os';
import { z } from 'zod';
import { isSystemFault, SystemFault } from '../model/system-fault.ts';
import { prettyJson } from './bytes.ts';
import { attempt, type Disk } from './disk.ts';
import { placeProblems } from './place-problems.ts';

const holderSchema = z.object({ process: z.int().positive(), machine: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** The locks of this process: its number may have been another's before. */
const held = new Set<string>();
const aDay = 24 * 60 * 60 * 1000;
/** A lock that cannot be read yet may be just in the making. */
const aMoment = 10_000;

/**
 * Takes the lock; answers how to give it back.
 *
 * @param place what the user calls the place
 * @throws SystemFault where another process holds it
 */
export function takeLock(path: string, place: string, disk: Disk): () => void {
  const own = prettyJson({ process: process.pid, machine: hostname() } satisfies Holder);
  for (let turn = 1; ; turn += 1) {
    try {
      disk.write(path, own, 0o600);
      held.add(path);
      return () => {
        held.delete(path);
        disk.remove(path);
      };
    } catch (fault) {
      if (!isSystemFault(fault)) throw fault;
      if (fault.code !== 'EEXIST') {
        attempt(() => disk.remove(path));
        throw fault;
      }
    }
    const holder = holderOf(path, disk);
    if (!isGone(path, holder, disk) || turn > 1) {
      const named = holder === null ? '?' : `${holder.machine}, ${holder.process}`;
      throw new SystemFault(placeProblems.busy({ file: place }, { process: named, lock: path }));
    }
    disk.remove(path);
  }
}

function holderOf(path: string, disk: Disk): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(new TextDecoder().decode(disk.read(path)))).data ?? null;
  } catch (fault) {
    if (isSystemFault(fault) && fault.code !== 'ENOENT') throw fault;
    return null;
  }
}

function isGone(path: string, holder: Holder | null, disk: Disk): boolean {
  const made = disk.look(path)?.mtimeMs ?? 0;
  const age = Date.now() - made;
  if (holder === null) return age > aMoment;
  if (holder.machine !== hostname()) return age > aDay;
  if (age > uptime() * 1000 + aMoment) return true;
  if (holder.process === process.pid) return !held.has(path);
  try {
    process.kill(holder.process, 0);
    return false;
  } catch (fault) {
    return isSystemFault(fault) && fault.code === 'ESRCH';
  }
}
