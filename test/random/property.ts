/**
 * What holds for any package whatever: it is answered and never a fault of the tool, its books balance, and every cell of
 * every workbook holds a number or a text.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { explanationOf, prettyJson, problemsCsv, recordOf, resultsOf } from '../../src/archive/index.ts';
import { appraise } from '../../src/engine/index.ts';
import type { Appraisal, Reconciliation } from '../../src/model/appraisal.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { loadPolicy } from '../../src/policy/file.ts';
import { placeBook } from '../../src/spreadsheet/place.ts';
import { branchBook } from '../../src/workbooks/branch/index.ts';
import { managerResultOf, runSummaryOf } from '../../src/workbooks/index.ts';
import { managerBook } from '../../src/workbooks/manager/index.ts';
import { appraise as command } from '../cli/appraise.ts';
import { readPackage } from '../intake/read.ts';
import { partsOf } from '../spreadsheet/package-check.ts';
import { packageOf } from './made.ts';

/** Runs something on the package of a seed; what goes wrong names the seed, and how to try it again. */
async function onPackage<T>(seed: number, run: (folder: string, place: string) => Promise<T>): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'random-'));
  const folder = join(place, 'package');
  mkdirSync(folder);
  try {
    for (const [name, content] of packageOf(seed)) writeFileSync(join(folder, name), content);
    return await run(folder, place);
  } catch (fault) {
    const again = `seed ${seed}; again: RANDOM_SEED=${seed} npx vitest run test/random`;
    throw new Error(`${again}\n${fault instanceof Error ? fault.stack : fault}`, { cause: fault });
  } finally {
    rmSync(place, { recursive: true });
  }
}

const loaded = loadPolicy('grade-regulation');
/** Nothing that a number or a text is ever written as. */
const wrong = /\bNaN\b|Infinity|\bundefined\b|\[object /;

export interface Answered {
  /** Of the problems found. */
  readonly codes: readonly string[];
  /** False: an error concerns everyone. */
  readonly appraisal: boolean;
}

/** Reads, appraises and explains; where asked, puts the workbooks together, those of the first managers. */
export const answered = (seed: number, workbooks: boolean): Promise<Answered> =>
  onPackage(seed, async (folder) => {
    const { policy } = await loaded;
    if (policy === null) throw new Error('no policy');
    const read = await readPackage(folder);
    const stopped = read.problems.some(
      ({ severity, managers }) => severity === 'error' && managers.length === 0,
    );
    if (!stopped) {
      const { appraisal, problems } = appraise(read, [policy], [], { lenient: true });
      if (appraisal === null) throw new Error(`no appraisal: ${problems.map(({ code }) => code)}`);
      recorded(appraisal);
      if (workbooks) putTogether(appraisal, read.problems);
    }
    return { codes: read.problems.map(({ code }) => code), appraisal: !stopped };
  });

function recorded(appraisal: Appraisal): void {
  balance(appraisal.reconciliation);
  expect(new TextDecoder().decode(prettyJson(resultsOf(appraisal)))).not.toMatch(wrong);
  recordOf(appraisal, []);
  for (const manager of appraisal.managers) explanationOf(appraisal, manager);
}

function putTogether(appraisal: Appraisal, problems: readonly Diagnostic[]): void {
  const context = { tool: '0', fingerprint: '0', replaces: null, problems };
  const summary = runSummaryOf(appraisal, context);
  // A cell that is no number throws.
  placeBook(branchBook(appraisal, context), 'zh');
  for (const manager of appraisal.managers.slice(0, 3))
    placeBook(managerBook(managerResultOf(manager, appraisal), summary), 'en');
}

function balance(books: readonly Reconciliation[]): void {
  for (const of of books) {
    expect(of.rowsCounted + of.rowsExcluded + of.rowsDropped + of.rowsInError).toBe(of.rowsRead);
    expect((of.yuanCredited ?? 0n) + (of.yuanExcluded ?? 0n)).toBe(of.yuanRead ?? 0n);
  }
}

/** The three commands, from their arguments to their files: they end well, and say the same. */
export const commanded = (seed: number): Promise<void> =>
  onPackage(seed, async (folder, place) => {
    const checked = await command(['check', folder, '--json']);
    expect(checked.status, checked.err).toBeLessThanOrEqual(1);
    const { problems } = JSON.parse(checked.out);
    const list = problemsCsv(problems, 'zh');
    for (const [name, ...more] of [['strict'], ['lenient', '--lenient']]) {
      const out = join(place, `${name}`);
      const { status, err } = await command(['run', folder, '--out', out, ...more]);
      expect(status, err).toBeLessThanOrEqual(1);
      if (name === 'strict') expect(status).toBe(checked.status);
      expect(readFileSync(join(out, 'problems.csv'), 'utf8')).toBe(list);
      for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' }))
        if (file.endsWith('.xlsx'))
          for (const [part, xml] of partsOf(readFileSync(join(out, file))))
            expect(/<v>[^<]*(?:NaN|Infinity)/.exec(xml)?.[0], `${file} ${part}`).toBeUndefined();
    }
  });
