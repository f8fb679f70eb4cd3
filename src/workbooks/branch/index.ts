/** The branch summary. A new sheet is one file and one line in the list, which says for which runs it is shown. */
import type { Appraisal } from '../../model/appraisal.ts';
import { join } from '../../model/text.ts';
import type { Book } from '../../spreadsheet/sheet.ts';
import { sheetsOf, type Tab, withWays } from '../../spreadsheet/tabs.ts';
import type { RunContext } from '../context.ts';
import {
  hasAllowance,
  hasDecisions,
  hasLadder,
  hasMeasures,
  hasPlan,
  hasRows,
  hasSections,
  hasWarnings,
} from '../has.ts';
import { readingSheets } from '../problems.ts';
import { policiesInShort, quarterWords } from '../words.ts';
import { adjustmentsSheet } from './adjustments.ts';
import { allowanceSheet } from './allowance.ts';
import { booksSheet } from './books.ts';
import { heatMapSheet } from './heat-map.ts';
import { loanQualitySheet } from './loan-quality.ts';
import { managersSheet } from './managers.ts';
import { matrixSheet } from './matrix.ts';
import { measuresSheet } from './measures.ts';
import { migrationSheet } from './migration.ts';
import { nearSheet } from './near.ts';
import { notAppraisedSheet } from './not-appraised.ts';
import { openSheet } from './open.ts';
import { overviewSheet } from './overview/index.ts';
import { parametersSheet } from './parameters.ts';
import { planLinesSheet } from './plan-lines.ts';
import { proposalsSheet } from './proposals.ts';
import { qualitySheet } from './quality.ts';
import { rankingSheet } from './ranking.ts';
import { runSheet } from './run.ts';
import { sectionLineSheets, sectionSheets } from './sections/index.ts';
import { unassignedSheet } from './unassigned.ts';
import { unitsSheet } from './units.ts';
import { type BranchView, opening } from './view.ts';
import { warningSheets } from './warning-lists.ts';
import { watchSheet } from './watch.ts';

const tabs: readonly Tab<BranchView>[] = [
  { sheet: overviewSheet },
  { sheet: managersSheet },
  { sheet: matrixSheet, when: hasLadder },
  { sheet: rankingSheet, when: (view) => hasMeasures(view) || hasPlan(view) },
  { sheet: proposalsSheet, when: hasDecisions },
  { sheet: sectionSheets, when: hasSections },
  { sheet: warningSheets, when: hasWarnings },
  { sheet: watchSheet, when: (view) => hasLadder(view) || view.appraisal.watchList.length > 0 },
  { sheet: nearSheet, when: hasLadder },
  { sheet: openSheet },
  { sheet: notAppraisedSheet },
  { sheet: heatMapSheet, when: hasPlan },
  { sheet: loanQualitySheet, when: hasRows('classification') },
  { sheet: unitsSheet },
  { sheet: unassignedSheet, when: (view) => hasLadder(view) || view.appraisal.unassigned.length > 0 },
  { sheet: allowanceSheet, when: hasAllowance },
  { sheet: adjustmentsSheet, when: hasRows('adjustments') },
  { sheet: measuresSheet, when: hasMeasures },
  { sheet: planLinesSheet, when: hasPlan },
  { sheet: migrationSheet, when: hasRows('classification') },
  { sheet: sectionLineSheets, when: hasSections },
  { sheet: qualitySheet },
  { sheet: (view) => readingSheets(view.appraisal.package.readings, (title) => opening(title, view)) },
  { sheet: booksSheet },
  { sheet: parametersSheet },
  { sheet: runSheet },
];

export function branchBook(appraisal: Appraisal, context: RunContext): Book {
  const period = quarterWords(appraisal.period);
  return {
    title: join([{ zh: '客户经理考核汇总', en: 'Customer manager appraisal' }, period], ' '),
    foot: [join([policiesInShort(appraisal), context.fingerprint], ' · '), period],
    sheets: withWays(sheetsOf(tabs, { appraisal, context })),
  };
}
