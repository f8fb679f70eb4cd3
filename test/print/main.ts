/**
 * How every sheet is printed: pages, the least and the median size of its letters, how much of the first page is empty,
 * and numbers cut off. Without files: of the sample as `npm start` leaves it in out/, and of made-up branches of 3 and of
 * 300 managers. Needs LibreOffice and poppler.
 *
 *   npm run print-sizes
 *   npm run print-sizes -- out/2026Q4/branch-summary.xlsx
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { managersAtOne, writeBank } from '../bench/bank.ts';
import { type PrintedSheet, printed } from './measure.ts';

const work = mkdtempSync(join(tmpdir(), 'print-'));
const summary = 'branch-summary.xlsx';
const first = (folder: string): string[] =>
  readdirSync(join(folder, 'managers'))
    .sort()
    .slice(0, 1)
    .map((name) => join(folder, 'managers', name));

function madeUp(managers: number): string[] {
  const [given, out] = [join(work, `bank-${managers}`), join(work, `out-${managers}`)];
  writeBank(given, managers / managersAtOne, 'UTF-8');
  const { status } = spawnSync(
    process.execPath,
    ['bin/appraise.js', 'run', given, '--out', out, '--quiet', '--lenient'],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) throw new Error(`the branch of ${managers} could not be appraised`);
  return [join(out, summary), ...first(out)];
}

const row = ({ sheet, pages, least, median, empty, cut }: PrintedSheet): string =>
  `| ${[sheet, pages, least.toFixed(1), median.toFixed(1), `${Math.round(empty * 100)} %`, cut].join(' | ')} |`;

try {
  const asked = process.argv.slice(2);
  const sample = join('out', '2026Q4');
  const files =
    asked.length > 0 ? asked : [join(sample, summary), ...first(sample), ...madeUp(3), ...madeUp(300)];
  for (const file of files) {
    const sheets = printed(file, work);
    const least = Math.min(...sheets.map((each) => each.least));
    const pages = sheets.reduce((sum, each) => sum + each.pages, 0);
    process.stdout.write(
      [
        `${file.replace(work, '')}: ${pages} pages, least ${least.toFixed(1)} pt`,
        '',
        '| sheet | pages | least pt | median pt | first page empty | cut off |',
        '| --- | --- | --- | --- | --- | --- |',
        ...sheets.map(row),
        '',
        '',
      ].join('\n'),
    );
  }
} finally {
  rmSync(work, { recursive: true });
}
