/** A manager's workbook from copies of its parts, as another thread makes it. */
import type { Appraisal, ManagerAppraisal } from '../../src/model/appraisal.ts';
import type { Lang } from '../../src/model/text.ts';
import {
  excerptOf,
  managerWorkbook as make,
  occasionOf,
  type RunContext,
} from '../../src/workbooks/index.ts';

export const managerWorkbook = (
  manager: ManagerAppraisal,
  appraisal: Appraisal,
  { fingerprint }: RunContext,
  lang: Lang,
): Promise<Uint8Array> =>
  make(
    structuredClone(excerptOf(manager, appraisal)),
    structuredClone(occasionOf(appraisal, fingerprint)),
    lang,
  );
