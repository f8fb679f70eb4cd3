/**
 * Makes the picture in README.md from the sample's output: the first page of one manager's workbook, cropped to what is
 * on it. Needs LibreOffice and pdftoppm:   npm start && npx tsx samples/pictures/make.ts [workbook.xlsx]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { png } from './png.ts';
import { cropped, readPpm } from './ppm.ts';

/** Misses the next grade by figures of every kind, has warnings of two levels, and a proposal. */
const manager = '0027';
const dotsPerInch = 96;
/** The page's foot is no part of the picture. */
const footInches = 0.7;

const folder = fileURLToPath(new URL('.', import.meta.url));
const results = join(folder, '..', '..', 'out', '2026Q4', 'managers');

function sampleWorkbook(): string {
  const name = readdirSync(results).find((each) => each.startsWith(`${manager}-`));
  if (name === undefined)
    throw new Error(`no workbook of manager ${manager} in ${results}: run npm start first`);
  return join(results, name);
}

const workbook = process.argv[2] ?? sampleWorkbook();
const work = mkdtempSync(join(tmpdir(), 'picture-'));
try {
  const profile = `-env:UserInstallation=file://${work}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, workbook], {
    stdio: 'ignore',
  });
  const pdf = join(work, basename(workbook).replace(/\.xlsx$/, '.pdf'));
  const page = join(work, 'page');
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-singlefile', pdf, page]);
  const image = cropped(readPpm(readFileSync(`${page}.ppm`)), Math.round(footInches * dotsPerInch));
  writeFileSync(join(folder, 'result-sheet.png'), png(image));
} finally {
  rmSync(work, { recursive: true, force: true });
}
