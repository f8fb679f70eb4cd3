/** How many cores a process may use. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Where Linux tells a container its share, as microseconds of work in a period of so many: one file, or one for each. */
const shares: readonly (readonly string[])[] = [
  ['/sys/fs/cgroup/cpu.max'],
  ['/sys/fs/cgroup/cpu/cpu.cfs_quota_us', '/sys/fs/cgroup/cpu/cpu.cfs_period_us'],
];

const contentOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/**
 * The machine's cores, or what a container is limited to where that is fewer, at least one: Node before 22 answers with the
 * machine's.
 *
 * @param read the content of a file, empty where it is not there
 */
export function coresAllowed(cores = availableParallelism(), read = contentOf): number {
  const limits = shares.map((files) => {
    const [work = '', period = ''] = files.map(read).join(' ').trim().split(/\s+/);
    return Number(work) > 0 && Number(period) > 0 ? Math.ceil(Number(work) / Number(period)) : cores;
  });
  return Math.min(cores, ...limits);
}
