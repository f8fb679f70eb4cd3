/** The workbooks that people see: results → sheets as data → .xlsx bytes, the same bytes for the same results. */
import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import { lastDay } from '../model/calendar.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import type { Lang } from '../model/text.ts';
import { branchBook } from './branch/index.ts';
import { checkBook } from './check.ts';
import type { RunContext } from './context.ts';
import { managerFileName as fileName } from './file-name.ts';
import { managerBook } from './manager/index.ts';
import { placeBook } from './place.ts';
import type { Book } from './sheet.ts';
import { write } from './writer.ts';

export type { RunContext } from './context.ts';

/** A workbook is dated with the last day of its period: nothing of the moment or the machine is in it. */
const bytesOf = (book: Book, appraisal: Appraisal, lang: Lang): Promise<Uint8Array> =>
  write(placeBook(book, lang), new Date(`${lastDay(appraisal.period)}T00:00:00Z`), lang);

/** The branch summary. */
export const branchWorkbook = (appraisal: Appraisal, context: RunContext, lang: Lang): Promise<Uint8Array> =>
  bytesOf(branchBook(appraisal, context), appraisal, lang);

/** The workbook of one manager, with that manager's customers only. */
export const managerWorkbook = (
  manager: ManagerAppraisal,
  appraisal: Appraisal,
  context: RunContext,
  lang: Lang,
): Promise<Uint8Array> => bytesOf(managerBook(manager, appraisal, context), appraisal, lang);

/** `0012-张伟.xlsx`, a name that every system takes and no other manager has. */
export const managerFileName = ({ manager }: ManagerAppraisal): string =>
  fileName(manager.manager_id, manager.name);

/** What `check` found, as a list to work through. It is dated with a fixed day: a package in error may have no period. */
export const problemsWorkbook = (
  problems: readonly Diagnostic[],
  readings: readonly Reading[],
  lang: Lang,
): Promise<Uint8Array> =>
  write(placeBook(checkBook(problems, readings), lang), new Date('2000-01-01T00:00:00Z'), lang);
