/**
 * `npm start`: the sample year as a chain, into out/. Each quarter is run on the archives of those before it and closed by
 * what the branch decided, and the next package goes on with the ledger and the roster of the close.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type AfterQuarter, fillIn, nextPackage } from './between.ts';

const samples = relative('.', fileURLToPath(new URL('.', import.meta.url)));

/** A command line, run; what it ends with. */
type Appraise = (args: readonly string[]) => Promise<number> | number;

/** Runs and closes the four quarters below `out`; answers with which status it ended. */
export async function sampleYear(out: string, appraise: Appraise): Promise<number> {
  const text = readFileSync(join(samples, 'decisions.yaml'), 'utf8');
  const year = Object.entries(parse(text, { schema: 'failsafe' }) as Record<string, AfterQuarter>);
  const packages = join(out, 'packages');
  const decisions = join(out, 'decisions');
  for (const folder of [packages, decisions]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  let given = join(samples, '2026Q1');
  for (const [index, [quarter, after]] of year.entries()) {
    const [run, closed] = [join(out, quarter), join(out, `${quarter}-closed`)];
    const next = year[index + 1]?.[0];
    const earlier = index === 0 ? [] : ['--archive', out];
    const quiet = next === undefined ? [] : ['--quiet'];
    const ran = await appraise(['run', given, '--out', run, '--force', ...earlier, ...quiet]);
    if (ran !== 0) return ran;
    const filled = join(decisions, `${quarter}.xlsx`);
    await fillIn(join(run, 'decisions.xlsx'), filled, after);
    const ended = await appraise([
      'close',
      run,
      '--decisions',
      filled,
      '--out',
      closed,
      '--force',
      '--quiet',
    ]);
    if (ended !== 0) return ended;
    if (next === undefined) return 0;
    given = join(packages, next);
    nextPackage(join(samples, next), closed, given, after);
  }
  return 0;
}

/** As a person would, from the folder of this package. */
const atTheDesk: Appraise = (args) => {
  process.stderr.write(`appraise ${args.join(' ')}\n`);
  return spawnSync(process.execPath, ['bin/appraise.js', ...args], { stdio: 'inherit' }).status ?? 70;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await sampleYear('out', atTheDesk));
