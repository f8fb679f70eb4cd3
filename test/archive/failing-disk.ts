/** A disk that fails when it is told to, over the real one. */
import { appendFileSync } from 'node:fs';
import { type Disk, disk } from '../../src/archive/disk.ts';
import { systemFault } from './system-fault.ts';

export interface FailingDisk extends Disk {
  /** How many calls there were. */
  readonly calls: () => number;
}

export interface Failure {
  /** The call that fails first, counted from 1; none: none does. */
  readonly from?: number;
  /** How many calls in a row fail: 1, or all that follow. */
  readonly times?: number;
  readonly code?: string;
  /** Whether the call does its work and fails all the same, as calls to a share may. */
  readonly done?: boolean;
  /** Only calls of these names are counted and fail. */
  readonly only?: readonly (keyof Disk)[];
}

/** Waiting takes no time on it and never fails. */
export function failingDisk({
  from = Number.POSITIVE_INFINITY,
  times = 1,
  code = 'EPERM',
  done = false,
  only,
}: Failure): FailingDisk {
  let count = 0;
  const call =
    <Arguments extends readonly unknown[], T>(name: keyof Disk, work: (...given: Arguments) => T) =>
    (...given: Arguments): T => {
      if (only !== undefined && !only.includes(name)) return work(...given);
      count += 1;
      if (count < from || count >= from + times) return work(...given);
      if (done) work(...given);
      // A disk that fills up has written some of it.
      else if (name === 'write') appendFileSync(String(given[0]), 'half');
      throw systemFault(code, String(given[0]));
    };
  return {
    makeFolders: call('makeFolders', disk.makeFolders),
    write: call('write', disk.write),
    read: call('read', disk.read),
    look: call('look', disk.look),
    list: call('list', disk.list),
    rename: call('rename', disk.rename),
    remove: call('remove', disk.remove),
    removeEmptyFolder: call('removeEmptyFolder', disk.removeEmptyFolder),
    wait: () => {},
    calls: () => count,
  };
}
