/** A container's share of the machine, as the two versions of control groups tell it. */
import { expect, test } from 'vitest';
import { coresAllowed } from '../../src/run/cores.ts';

const quota = '/sys/fs/cgroup/cpu/cpu.cfs_quota_us';
const period = '/sys/fs/cgroup/cpu/cpu.cfs_period_us';
const both = '/sys/fs/cgroup/cpu.max';

test.each<[what: string, files: Readonly<Record<string, string>>, cores: number]>([
  ['no container', {}, 8],
  ['no limit', { [both]: 'max 100000\n' }, 8],
  ['two cores', { [both]: '200000 100000\n' }, 2],
  ['one core and a half', { [both]: '150000 100000\n' }, 2],
  ['half a core', { [both]: '50000 100000\n' }, 1],
  ['more than there are', { [both]: '1600000 100000\n' }, 8],
  ['the first version, no limit', { [quota]: '-1\n', [period]: '100000\n' }, 8],
  ['the first version, three cores', { [quota]: '300000\n', [period]: '100000\n' }, 3],
])('%s', (_, files, cores) => {
  expect(coresAllowed(8, (path) => files[path] ?? '')).toBe(cores);
});
