/** One manager's workbook: all that a thread makes, so this is all that a thread loads. */
import type { Lang } from '../model/text.ts';
import { bytesOf } from './bytes.ts';
import { managerBook } from './manager/index.ts';
import type { ManagerResult, RunSummary } from './manager/run-summary.ts';

/** The workbook of one manager, with that manager's customers only. */
export const managerWorkbook = (
  result: ManagerResult,
  summary: RunSummary,
  lang: Lang,
): Promise<Uint8Array> => bytesOf(managerBook(result, summary), summary, lang);
