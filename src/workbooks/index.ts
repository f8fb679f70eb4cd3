/** The workbooks that people see: results → sheets as data → .xlsx bytes, the same bytes for the same results. */
import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import type { Quarter } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import type { Rollup } from '../model/rollup.ts';
import type { Simulation } from '../model/simulation.ts';
import type { DeclaredWords } from '../model/table.ts';
import type { TableId } from '../model/tables/index.ts';
import type { Lang } from '../model/text.ts';
import { placeBook } from '../spreadsheet/place.ts';
import { write } from '../spreadsheet/writer.ts';
import { branchBook } from './branch/index.ts';
import { bytesOf } from './bytes.ts';
import { type CheckedFiles, checkBook } from './check.ts';
import type { RunContext } from './context.ts';
import { managerFileName as fileName } from './file-name.ts';
import { emptyPackageBook } from './init/index.ts';
import { rollupBook } from './rollup/index.ts';
import { simulationBook } from './simulate/index.ts';
import { quarterWords } from './words.ts';

export { packedBy } from '../spreadsheet/deflate.ts';
export type { RunContext } from './context.ts';
export { basisOf, raisedWarnings } from './manager/result/warned.ts';
export { type ManagerResult, managerResultOf, type RunSummary, runSummaryOf } from './manager/run-summary.ts';
export { managerWorkbook } from './manager-workbook.ts';
export { costOf, standings } from './simulate/overview.ts';
export { policyName, standingWord } from './simulate/view.ts';
export { makeWorkbooks } from './threads.ts';

/** The branch summary. */
export const branchWorkbook = (appraisal: Appraisal, context: RunContext, lang: Lang): Promise<Uint8Array> =>
  bytesOf(branchBook(appraisal, context), appraisal, lang);

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

/** An empty package: a sheet for each of these tables, and notes; the drop-down of grades holds the policy's own. */
export const emptyPackageWorkbook = (
  period: Quarter,
  tables: readonly TableId[],
  declared: DeclaredWords,
  lang: Lang,
): Promise<Uint8Array> => bytesOf(emptyPackageBook(quarterWords(period), tables, declared), { period }, lang);

/** Many branches' results of one quarter. */
export const rollupWorkbook = (rollup: Rollup, lang: Lang): Promise<Uint8Array> =>
  bytesOf(rollupBook(rollup), rollup, lang);
