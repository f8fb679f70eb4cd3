/** The branch summary. A new sheet is one file and one line in the list. */
import type { Appraisal } from '../../model/appraisal.ts';
import type { RunContext } from '../context.ts';
import { readingSheets } from '../problems.ts';
import type { Book, Sheet } from '../sheet.ts';
import { join, quarterWords } from '../words.ts';
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
import { proposalSheets } from './proposals.ts';
import { qualitySheet } from './quality.ts';
import { rankingSheet } from './ranking.ts';
import { runSheet } from './run.ts';
import { unassignedSheet } from './unassigned.ts';
import { unitsSheet } from './units.ts';
import { type BranchSheet, type BranchView, opening } from './view.ts';
import { warningSheets } from './warning-lists.ts';
import { watchSheet } from './watch.ts';

const sheets: readonly (BranchSheet | ((view: BranchView) => readonly Sheet[]))[] = [
  overviewSheet,
  managersSheet,
  matrixSheet,
  rankingSheet,
  proposalSheets,
  ...warningSheets,
  watchSheet,
  nearSheet,
  openSheet,
  notAppraisedSheet,
  heatMapSheet,
  loanQualitySheet,
  unitsSheet,
  unassignedSheet,
  allowanceSheet,
  adjustmentsSheet,
  measuresSheet,
  planLinesSheet,
  migrationSheet,
  qualitySheet,
  (view) => readingSheets(view.appraisal.package.readings, (title) => opening(title, view)),
  booksSheet,
  parametersSheet,
  runSheet,
];

export function branchBook(appraisal: Appraisal, context: RunContext): Book {
  const { title, edition } = appraisal.policy;
  const period = quarterWords(appraisal.period);
  return {
    title: join([{ zh: '客户经理考核汇总', en: 'Customer manager appraisal' }, period], ' '),
    foot: [join([title, edition, context.fingerprint], ' · '), period],
    sheets: sheets.flatMap((sheet) => sheet({ appraisal, context })),
  };
}
