/** One manager's workbook: this manager's own customers and nobody else's. A new sheet is one line in the list, which says when it is shown. */
import { join, same } from '../../model/text.ts';
import type { Book } from '../../spreadsheet/sheet.ts';
import { sheetsOf, withWays } from '../../spreadsheet/tabs.ts';
import { hasOwnPlan, type SubjectTab, tabsAbout } from '../subjects.ts';
import { policiesInShort, quarterWords } from '../words.ts';
import { appealSheet } from './appeal.ts';
import { classificationSheet } from './classification.ts';
import { customersSheet } from './customers.ts';
import { depositsSheet } from './deposits.ts';
import { derivationOf } from './derivation.ts';
import { gradesSheet } from './grades.ts';
import { ledgerOf } from './ledger.ts';
import { loansSheet } from './loans.ts';
import { recordSheet } from './record.ts';
import { resultSheet } from './result/index.ts';
import { type ManagerResult, managerSectionsOf, type RunSummary } from './run-summary.ts';
import { schemeSheets } from './scheme/index.ts';
import { settlementSheet } from './settlement.ts';
import { targetsSheet } from './targets.ts';
import { trendSheet } from './trend.ts';
import type { ManagerView } from './view.ts';
import { warningsSheet } from './warnings.ts';

/** A quarter in the archive beside this one, in which some section spoke of the manager. */
const hasPast = ({ appraised: { trend } }: ManagerView): boolean =>
  trend.slice(0, -1).some(({ verdicts }) => verdicts.length > 0);

const hasTrend = (view: ManagerView): boolean =>
  view.about.has('grades') || view.about.has('measures') || hasPast(view);

/** Rows of a table: a graded manager is shown that there are none. */
const hasOwnRows =
  (table: 'deposits' | 'loans' | 'settlement' | 'classification') =>
  ({ about, appraised }: ManagerView): boolean =>
    about.has('grades') || appraised.portfolio[table].length > 0;

const hasCustomers = (view: ManagerView): boolean =>
  view.about.has('grades') || view.appraised.customerFigures.customers.length > 0;

const tabs: readonly SubjectTab<ManagerView>[] = [
  { sheet: resultSheet },
  { of: 'grades', sheet: gradesSheet },
  { of: 'sections', sheet: schemeSheets },
  { of: 'targets', sheet: targetsSheet, when: hasOwnPlan },
  { of: 'warnings', sheet: warningsSheet },
  { of: 'measures', sheet: customersSheet, when: hasCustomers },
  { sheet: depositsSheet, when: hasOwnRows('deposits') },
  { sheet: loansSheet, when: hasOwnRows('loans') },
  { sheet: settlementSheet, when: hasOwnRows('settlement') },
  { sheet: classificationSheet, when: hasOwnRows('classification') },
  { sheet: trendSheet, when: hasTrend },
  { sheet: recordSheet },
  { sheet: appealSheet },
];

export function managerBook(result: ManagerResult, summary: RunSummary): Book {
  const { appraised } = result;
  const { manager_id: id, name } = appraised.manager;
  const view: ManagerView = {
    appraised,
    appraisal: summary,
    about: summary.about,
    standing: result.standing,
    sections: managerSectionsOf(result, summary),
    ledger: ledgerOf(appraised, summary.policy.measures),
    derivation: derivationOf(appraised),
  };
  return {
    title: join([`${id} ${name}`, quarterWords(summary.period)], ' '),
    foot: [join([policiesInShort(summary), summary.fingerprint], ' · '), same(`${id} ${name}`)],
    sheets: withWays(sheetsOf(tabsAbout(tabs, view), view)),
  };
}
