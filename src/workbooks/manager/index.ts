/** One manager's workbook: this manager's own customers and nobody else's. A new sheet is one line in the list, which says when it is shown. */
import { join, same } from '../../model/text.ts';
import type { Book } from '../../spreadsheet/sheet.ts';
import { sheetsOf, type Tab, withWays } from '../../spreadsheet/tabs.ts';
import { hasLadder, hasMeasures, hasOwnPlan, hasOwnRows } from '../has.ts';
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
import { type ManagerResult, managerSectionsOf, type RunSummary, shows } from './run-summary.ts';
import { schemeSheets } from './scheme/index.ts';
import { settlementSheet } from './settlement.ts';
import { targetsSheet } from './targets.ts';
import { trendSheet } from './trend.ts';
import type { ManagerView } from './view.ts';
import { warningsSheet } from './warnings.ts';

const tabs: readonly Tab<ManagerView>[] = [
  { sheet: resultSheet },
  { sheet: gradesSheet, when: hasLadder },
  { sheet: schemeSheets },
  { sheet: targetsSheet, when: hasOwnPlan },
  { sheet: warningsSheet, when: shows('warnings') },
  { sheet: customersSheet, when: (view) => hasMeasures(view) && hasCustomers(view) },
  { sheet: depositsSheet, when: hasOwnRows('deposits') },
  { sheet: loansSheet, when: hasOwnRows('loans') },
  { sheet: settlementSheet, when: hasOwnRows('settlement') },
  { sheet: classificationSheet, when: hasOwnRows('classification') },
  { sheet: trendSheet, when: (view) => hasLadder(view) || hasMeasures(view) || hasPast(view) },
  { sheet: recordSheet },
  { sheet: appealSheet },
];

/** A quarter in the archive beside this one, in which some section spoke of the manager. */
const hasPast = ({ appraised: { trend } }: ManagerView): boolean =>
  trend.slice(0, -1).some(({ verdicts }) => verdicts.length > 0);

/** A graded manager is shown that there are none. */
const hasCustomers = (view: ManagerView): boolean =>
  hasLadder(view) || view.appraised.customerFigures.rows.length > 0;

export function managerBook(result: ManagerResult, summary: RunSummary): Book {
  const { appraised } = result;
  const { manager_id: id, name } = appraised.manager;
  const view: ManagerView = {
    appraised,
    appraisal: summary,
    standing: result.standing,
    sections: managerSectionsOf(result, summary),
    ledger: ledgerOf(appraised, summary.policy.measures),
    derivation: derivationOf(appraised),
  };
  return {
    title: join([`${id} ${name}`, quarterWords(summary.period)], ' '),
    foot: [join([policiesInShort(summary), summary.fingerprint], ' · '), same(`${id} ${name}`)],
    sheets: withWays(sheetsOf(tabs, view)),
  };
}
