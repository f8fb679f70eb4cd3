/** The workbooks of a run: results → sheets as data → .xlsx bytes, the same bytes for the same results. */
import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import type { Lang } from '../model/text.ts';
import { branchBook } from './branch/index.ts';
import { bytesOf } from './bytes.ts';
import type { RunContext } from './context.ts';
import { managerFileName as fileName } from './file-name.ts';

export { packedBy } from '../spreadsheet/deflate.ts';
export type { RunContext } from './context.ts';
export { basisOf, raisedWarnings } from './manager/result/warned.ts';
export { type ManagerResult, managerResultOf, type RunSummary, runSummaryOf } from './manager/run-summary.ts';
export { managerWorkbook } from './manager-workbook.ts';
export { makeWorkbooks } from './threads.ts';

/** The branch summary. */
export const branchWorkbook = (appraisal: Appraisal, context: RunContext, lang: Lang): Promise<Uint8Array> =>
  bytesOf(branchBook(appraisal, context), appraisal, lang);

/** `0012-张伟.xlsx`, a name that every system takes and no other manager has. */
export const managerFileName = ({ manager }: ManagerAppraisal): string =>
  fileName(manager.manager_id, manager.name);
