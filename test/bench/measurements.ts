/** What is measured: reading, a whole run and its parts, a large workbook; each beside what it is held against. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { managersAtOne, period } from './bank.ts';
import {
  bestOf,
  built,
  type Measured,
  missing,
  runNode,
  runNothing,
  runProgram,
  runTask,
  samples,
} from './measure.ts';
import type { Line } from './report.ts';

export interface Bench {
  /** A folder for what is made up and written. */
  readonly work: string;
  /** The tool as it is released: one file. */
  readonly released: string;
  readonly repeat: number;
  add(line: Line): void;
}

/** A command of the tool as it is released, from start to end. */
const command = ({ released }: Bench, ...given: readonly string[]): Measured =>
  runProgram(released, ...given);

const titleOf = (scale: number): string => `${(managersAtOne * scale).toLocaleString('en-US')} managers`;

/** A package in a folder of its own. */
function made(bench: Bench, task: string, name: string, ...given: string[]): { folder: string; MB: number } {
  const folder = join(bench.work, name, period);
  runTask(task, folder, ...given);
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return { folder, MB: bytes / 1e6 };
}

export function reading(bench: Bench, scale: number): void {
  for (const encoding of ['GBK', 'UTF-8']) {
    const { folder, MB } = made(bench, 'make-bank.ts', `${scale}-${encoding}`, String(scale), encoding);
    const { own, library } = bestOf(bench.repeat, {
      own: () => runTask('read.ts', folder),
      library: () => runTask('csv-parse.ts', folder),
    });
    const what = `read ${titleOf(scale)}, CSV in ${encoding}`;
    const line = { what, done: { rows: own.rows ?? 0, MB }, own };
    bench.add({ ...line, against: { name: 'csv-parse alone', measured: library } });
    if (encoding === 'UTF-8') {
      const { duckdb } = bestOf(bench.repeat, { duckdb: () => runTask('duckdb.ts', folder) });
      bench.add({ ...line, against: { name: 'DuckDB, unchecked', measured: duckdb } });
    }
    rmSync(folder, { recursive: true });
  }
}

export function workbook(bench: Bench): void {
  const { folder, MB } = made(bench, 'make-workbook.ts', 'workbook', '200000');
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  const own = () => runTask('read.ts', folder);
  const python = () => runTask('openpyxl-read.py', join(folder, file));
  const found = bestOf(bench.repeat, { own, python: missing.python === null ? python : own });
  bench.add({
    what: 'read 200,000 × 12 .xlsx',
    done: { rows: found.own.rows ?? 0, MB },
    own: found.own,
    against:
      missing.python === null
        ? { name: 'openpyxl, read-only', measured: found.python }
        : `openpyxl: needs ${missing.python}`,
  });
}

/** What is waited for before a command does anything. */
export function startUp(bench: Bench): void {
  for (const given of ['--version', '--help', 'completion bash']) {
    const words = given.split(' ');
    const { asBuilt, asOneFile, bare } = bestOf(bench.repeat * 3, {
      asBuilt: () => runProgram(built, ...words),
      asOneFile: () => runProgram(bench.released, ...words),
      bare: runNothing,
    });
    const against = { name: 'Node alone', measured: bare };
    bench.add({ what: `\`appraise ${given}\``, done: {}, own: asBuilt, against });
    bench.add({ what: `\`appraise ${given}\`, the single file`, done: {}, own: asOneFile, against });
  }
}

export function wholeRun(bench: Bench, scale: number): void {
  const { folder } = made(bench, 'make-bank.ts', `run-${scale}`, String(scale), 'GBK');
  const out = join(bench.work, `out-${scale}`);
  const { run, phases } = bestOf(bench.repeat, {
    run: () => command(bench, 'run', folder, '--out', out, '--force', '--quiet'),
    phases: () => runTask('phases.ts', folder),
  });
  const { managers = 0, writing = 0 } = phases;
  bench.add({
    what: `appraise ${titleOf(scale)}`,
    done: { managers },
    own: { seconds: phases.seconds, peak: 0 },
    against: `${((100 * phases.seconds) / run.seconds).toFixed(0)} % of the whole run`,
  });

  const workbooks = managers + 1;
  const { zip } = bestOf(bench.repeat, { zip: () => runTask('zip.ts', out) });
  const zipping = { seconds: (zip.seconds * workbooks) / (zip.files ?? 1), peak: 0 };
  bench.add({
    what: `write ${workbooks.toLocaleString('en-US')} workbooks`,
    done: { workbooks },
    own: { seconds: writing, peak: 0 },
    against: { name: 'zipping their XML on one core', measured: zipping },
  });
  bench.add({
    what: `whole run, ${titleOf(scale)}`,
    done: { managers },
    own: run,
    against: pandas(bench, scale, folder, out),
  });
}

/** What comes after a run: the auditor's rerun, and the quarter closed with a letter for everyone who was warned. */
export function afterwards(bench: Bench, scale: number): void {
  const { folder } = made(bench, 'make-bank.ts', `after-${scale}`, String(scale), 'GBK');
  const [out, closed] = [join(bench.work, `after-out-${scale}`), join(bench.work, `closed-${scale}`)];
  const decisions = join(bench.work, `decisions-${scale}.xlsx`);
  command(bench, 'run', folder, '--out', out, '--force', '--quiet');
  const { letters = 0 } = runTask('answer.ts', out, decisions);
  const { run, verify, close } = bestOf(bench.repeat, {
    run: () => command(bench, 'run', folder, '--out', `${out}-again`, '--force', '--quiet'),
    verify: () => command(bench, 'verify', out, '--package', folder, '--quiet'),
    close: () =>
      command(bench, 'close', out, '--decisions', decisions, '--out', closed, '--force', '--quiet'),
  });
  const against = { name: 'the whole run', measured: run };
  bench.add({ what: `verify ${titleOf(scale)}`, done: {}, own: verify, against });
  const what = `close ${titleOf(scale)}, ${letters.toLocaleString('en-US')} letters`;
  bench.add({ what, done: { letters }, own: close, against });
}

const branches = 300;

/** A bank's head office: many branches' results of one quarter in one workbook. */
export function rollup(bench: Bench): void {
  const [bank, out] = [join(bench.work, 'whole-bank'), join(bench.work, 'head-office.xlsx')];
  const results = join(bank, 'results');
  runNode(join(samples, 'whole-bank', 'make.js'), bank, String(branches));
  runTask('run-branches.ts', join(bank, 'packages'), results);
  const { own, parse } = bestOf(bench.repeat, {
    own: () => command(bench, 'rollup', results, '--out', out, '--force', '--quiet'),
    parse: () => runTask('parse.ts', results),
  });
  bench.add({
    what: `roll up ${branches} branches`,
    done: { branches },
    own,
    against: { name: 'their results as JSON', measured: parse },
  });
}

/** Once: it takes long, and what disturbs it for a while weighs little. */
function pandas(bench: Bench, scale: number, folder: string, out: string): Line['against'] {
  if (missing.python !== null) return `pandas: needs ${missing.python}`;
  const shapes = join(bench.work, `shapes-${scale}.json`);
  runTask('shapes.ts', out, shapes);
  const measured = runTask('pandas-job.py', folder, shapes, join(bench.work, `python-${scale}`));
  return { name: 'pandas and XlsxWriter', measured };
}
