/** A manager's workbook from copies of its parts, as another thread makes it. */
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import type { Lang } from '../../src/model/text.ts';
import {
  managerWorkbook as make,
  managerResultOf,
  type RunContext,
  runSummaryOf,
} from '../../src/workbooks/index.ts';

export const managerWorkbook = (
  manager: ManagerAppraisal,
  appraisal: Appraisal,
  context: RunContext,
  lang: Lang,
): Promise<Uint8Array> =>
  make(
    structuredClone(managerResultOf(manager, appraisal)),
    structuredClone(runSummaryOf(appraisal, context)),
    lang,
  );
