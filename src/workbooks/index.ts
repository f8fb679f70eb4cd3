/** The workbooks that people see: results → sheets as data → .xlsx bytes, the same bytes for the same results. */
import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import { lastDay, type Quarter } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';

import type { Rollup } from '../model/rollup.ts';
import type { Simulation } from '../model/simulation.ts';
import type { Choice } from '../model/table.ts';
import type { Lang } from '../model/text.ts';
import { placeBook } from '../spreadsheet/place.ts';
import type { Book } from '../spreadsheet/sheet.ts';
import { write } from '../spreadsheet/writer.ts';
import { branchBook } from './branch/index.ts';
import { type CheckedFiles, checkBook } from './check.ts';
import type { RunContext } from './context.ts';
import { managerFileName as fileName } from './file-name.ts';
import { emptyPackageBook } from './init/index.ts';
import { managerBook } from './manager/index.ts';
import type { Excerpt, Occasion } from './manager/occasion.ts';
import { rollupBook } from './rollup/index.ts';
import { simulationBook } from './simulate/index.ts';
import { quarterWords } from './words.ts';

export type { RunContext } from './context.ts';
export { type Excerpt, excerptOf, type Occasion, occasionOf } from './manager/occasion.ts';
export { costOf } from './simulate/overview.ts';
export { policyName } from './simulate/view.ts';
export { makeWorkbooks } from './threads.ts';

/** A workbook is dated with the last day of its period: nothing of the moment or the machine is in it. */
const bytesOf = (book: Book, { period }: { readonly period: Quarter }, lang: Lang): Promise<Uint8Array> =>
  write(placeBook(book, lang), new Date(`${lastDay(period)}T00:00:00Z`), lang);

/** The branch summary. */
export const branchWorkbook = (appraisal: Appraisal, context: RunContext, lang: Lang): Promise<Uint8Array> =>
  bytesOf(branchBook(appraisal, context), appraisal, lang);

/** The workbook of one manager, with that manager's customers only. */
export const managerWorkbook = (excerpt: Excerpt, occasion: Occasion, lang: Lang): Promise<Uint8Array> =>
  bytesOf(managerBook(excerpt, occasion), occasion, lang);

/** `0012-张伟.xlsx`, a name that every system takes and no other manager has. */
export const managerFileName = ({ manager }: ManagerAppraisal): string =>
  fileName(manager.manager_id, manager.name);

/** What `check` found, as a list to work through. It is dated with a fixed day: a package in error may have no period. */
export const problemsWorkbook = (
  problems: readonly Diagnostic[],
  readings: readonly Reading[],
  lang: Lang,
  files: CheckedFiles = { folder: '.', names: new Set() },
): Promise<Uint8Array> =>
  write(placeBook(checkBook(problems, readings, files), lang), new Date('2000-01-01T00:00:00Z'), lang);

/** Two policies on the same figures. */
export const simulationWorkbook = (simulation: Simulation, lang: Lang): Promise<Uint8Array> =>
  bytesOf(simulationBook(simulation), simulation, lang);

/** An empty package: a sheet for each table, and notes; the drop-down of grades holds the policy's own. */
export const emptyPackageWorkbook = (
  period: Quarter,
  grades: readonly Choice[],
  lang: Lang,
): Promise<Uint8Array> => bytesOf(emptyPackageBook(quarterWords(period), grades), { period }, lang);

/** Many branches' results of one quarter. */
export const rollupWorkbook = (rollup: Rollup, lang: Lang): Promise<Uint8Array> =>
  bytesOf(rollupBook(rollup), rollup, lang);
