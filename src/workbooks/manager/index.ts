/** One manager's workbook: this manager's own customers and nobody else's. A new sheet is one line in the list. */
import type { Appraisal, ManagerAppraisal } from '../../model/appraisal.ts';
import { same } from '../../model/text.ts';
import type { RunContext } from '../context.ts';
import type { Book } from '../sheet.ts';
import { join, quarterWords } from '../words.ts';
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
import { settlementSheet } from './settlement.ts';
import { sumsOf } from './sums.ts';
import { targetsSheet } from './targets.ts';
import { trendSheet } from './trend.ts';
import type { ManagerSheet, ManagerView } from './view.ts';
import { warningsSheet } from './warnings.ts';

const sheets: readonly ManagerSheet[] = [
  resultSheet,
  gradesSheet,
  targetsSheet,
  warningsSheet,
  customersSheet,
  depositsSheet,
  loansSheet,
  settlementSheet,
  classificationSheet,
  trendSheet,
  recordSheet,
  appealSheet,
];

export function managerBook(appraised: ManagerAppraisal, appraisal: Appraisal, context: RunContext): Book {
  const { manager_id: id, name } = appraised.manager;
  const { title, edition } = appraisal.policy;
  const view: ManagerView = {
    appraised,
    appraisal,
    context,
    ledger: ledgerOf(sumsOf({ appraised, appraisal }), appraised.portfolio.adjustments),
    derivation: derivationOf(appraised),
  };
  return {
    title: join([`${id} ${name}`, quarterWords(appraisal.period)], ' '),
    foot: [join([title, edition, context.fingerprint], ' · '), same(`${id} ${name}`)],
    sheets: sheets.map((sheet) => sheet(view)),
  };
}
