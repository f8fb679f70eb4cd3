/** Runs each measurement in a process of its own, so that none finds another's heap, and says what it found. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a measurement tells, and the largest size in megabytes that its process had in memory. */
export interface Measured {
  readonly seconds: number;
  readonly peak: number;
  readonly [more: string]: number;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

export const samples = join(root, 'samples');

/**
 * Loaded into the processes that run the command itself, which tells nothing of this kind. A command that is started again
 * with more memory hands this on, and the process that did the work tells first.
 */
const tellPeak = `data:text/javascript,${encodeURIComponent(`
  import { appendFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  const tell = () => appendFileSync(process.env.BENCH_PEAKS, process.resourceUsage().maxRSS / 1024 + ' ');
  if (isMainThread) process.on('exit', tell);
`)}`;

const versions =
  'import platform, openpyxl, pandas, xlsxwriter as writer; print(f"Python {platform.python_version()},' +
  ' pandas {pandas.__version__}, XlsxWriter {writer.__version__}, openpyxl {openpyxl.__version__}")';

/** Python with what the references need, and the versions of all that; null where there is none. */
const python =
  ['python3', '/usr/bin/python3', 'python']
    .map((program) => ({ program, answer: spawnSync(program, ['-c', versions], { encoding: 'utf8' }) }))
    .filter(({ answer }) => answer.status === 0)
    .map(({ program, answer }) => ({ program, versions: answer.stdout.trim() }))[0] ?? null;

/** What the references in Python are measured with; their speed differs much between versions and builds. */
export const pythonVersions = python?.versions ?? null;

/** What a reference needs and does not find here; null where it can run. */
export const missing = {
  python: python === null ? 'python3 with openpyxl, pandas and xlsxwriter' : null,
};

/** A task of this folder, in TypeScript or Python. */
export function runTask(name: string, ...given: readonly string[]): Measured {
  const file = fileURLToPath(new URL(`tasks/${name}`, import.meta.url));
  if (name.endsWith('.py')) return ended(python?.program ?? '', ['-B', file, ...given]);
  return ended(process.execPath, ['--import', 'tsx', file, ...given]);
}

/** The command in a file as a user starts it, from start to end. */
export function runProgram(file: string, ...given: readonly string[]): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'peaks-'));
  const peaks = join(folder, 'peaks');
  process.env.BENCH_PEAKS = peaks;
  const measured = ended(process.execPath, ['--import', tellPeak, file, ...given]);
  const told = readFileSync(peaks, 'utf8').trim().split(' ').map(Number);
  rmSync(folder, { recursive: true });
  return { ...measured, peak: Math.max(...told) };
}

/** A script that tells nothing. */
export const runNode = (file: string, ...given: readonly string[]): Measured =>
  ended(process.execPath, [file, ...given]);

/** The command as it is built: a file for each module. */
export const built = join(root, 'bin', 'appraise.js');

/** The runtime, and nothing in it. */
export const runNothing = (): Measured => runProgram('-e', '0');

/**
 * Several measurements in turns, and the best of each: what disturbs a run only makes it slower, and whatever disturbs
 * the machine for a while disturbs all of them.
 */
export function bestOf<Name extends string>(
  times: number,
  runs: Readonly<Record<Name, () => Measured>>,
): Record<Name, Measured> {
  const found: Partial<Record<Name, Measured>> = {};
  for (let time = 0; time < times; time++)
    for (const [name, run] of Object.entries(runs) as [Name, () => Measured][]) {
      const measured = run();
      if (measured.seconds < (found[name]?.seconds ?? Number.POSITIVE_INFINITY)) found[name] = measured;
    }
  return found as Record<Name, Measured>;
}

function ended(program: string, given: readonly string[]): Measured {
  const start = performance.now();
  const { status, output, error } = spawnSync(program, given, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${given.join(' ')} ended with ${status}:\n${output[2]}`);
  return { seconds, peak: 0, ...(JSON.parse(String(output[3]) || '{}') as object) };
}
