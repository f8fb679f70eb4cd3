/**
 * How fast the tool is, and how much memory it takes, on made-up banks of 50 managers and multiples of that; each
 * figure beside a reference that is measured in turns with it. Nothing is asserted: machines differ, ratios less.
 *
 *   npm run bench -- --scale 1,10,100 --only reading --repeat 3
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../../bin/packaging/bundle.ts';
import { afterwards, reading, rollup, startUp, wholeRun, workbook } from './measurements.ts';
import { type Line, machine, tableOf } from './report.ts';

const parts = ['start', 'reading', 'run', 'after', 'rollup', 'workbook'];
const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '1,10' },
    only: { type: 'string', default: parts.join(',') },
    repeat: { type: 'string', default: '3' },
  },
});
const scales = options.scale.split(',').map(Number);
const wanted = options.only.split(',');
const repeat = Number(options.repeat);
if ([...scales, repeat].some((each) => !(each > 0)) || wanted.some((each) => !parts.includes(each)))
  throw new Error(`--scale 1,10,100 --only ${parts.join(',')} --repeat 3`);

const lines: Line[] = [];
const work = mkdtempSync(join(tmpdir(), 'bench-'));
const released = join(work, 'appraise.mjs');
const bench = {
  work,
  released,
  repeat,
  add(line: Line): void {
    lines.push(line);
    process.stderr.write(`${tableOf([line]).split('\n').at(-1)}\n`);
  },
};
try {
  await bundle(released);
  if (wanted.includes('start')) startUp(bench);
  for (const scale of scales) {
    if (wanted.includes('reading')) reading(bench, scale);
    if (wanted.includes('run')) wholeRun(bench, scale);
    if (wanted.includes('after')) afterwards(bench, scale);
  }
  if (wanted.includes('rollup')) rollup(bench);
  if (wanted.includes('workbook')) workbook(bench);
} finally {
  rmSync(work, { recursive: true });
}
process.stdout.write(`${machine()}; best of ${repeat}\n\n${tableOf(lines)}\n`);
