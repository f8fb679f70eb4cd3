/** The head-office workbook. A new sheet is one function and one line in the list. */
import type { Rollup } from '../../model/rollup.ts';
import { join, same } from '../../model/text.ts';
import type { Book } from '../../spreadsheet/sheet.ts';
import { quarterWords } from '../words.ts';
import { allowanceSheet, gradesSheet, proposalsSheet, warningsSheet, watchSheet } from './branches.ts';
import { basisSheet, namedSheet } from './lists.ts';
import { overviewSheet } from './overview.ts';
import type { RollupSheet } from './view.ts';

const sheets: readonly RollupSheet[] = [
  overviewSheet,
  gradesSheet,
  warningsSheet,
  namedSheet,
  proposalsSheet,
  watchSheet,
  allowanceSheet,
  basisSheet,
];

export function rollupBook(rollup: Rollup): Book {
  const period = quarterWords(rollup.period);
  const shown = sheets.filter((sheet) => sheet !== proposalsSheet || rollup.stage === 'annual');
  return {
    title: join([{ zh: '全行考核汇总', en: 'All branches' }, period], ' '),
    foot: [same('rm-appraisal'), period],
    sheets: shown.map((sheet) => sheet(rollup)),
  };
}
