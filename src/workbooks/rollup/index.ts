/** The head-office workbook. A new sheet is one function and one line in the list. */
import { paysAllowance, type Rollup } from '../../model/rollup.ts';
import { join, type Lang, same } from '../../model/text.ts';
import type { Book } from '../../spreadsheet/sheet.ts';
import { sheetsOf, type Tab, withWays } from '../../spreadsheet/tabs.ts';
import { bytesOf } from '../bytes.ts';
import { quarterWords } from '../words.ts';
import {
  allowanceSheet,
  gradesSheet,
  peopleSheet,
  proposalsSheet,
  warningsSheet,
  watchSheet,
} from './branches.ts';
import { basisSheet, namedSheet } from './lists.ts';
import { overviewSheet } from './overview.ts';
import { sectionSheets } from './sections.ts';
import { hasGrades } from './view.ts';

const tabs: readonly Tab<Rollup>[] = [
  { sheet: overviewSheet },
  { sheet: gradesSheet, when: hasGrades },
  { sheet: peopleSheet, when: (rollup) => !hasGrades(rollup) },
  { sheet: warningsSheet, when: hasGrades },
  { sheet: namedSheet, when: hasGrades },
  { sheet: proposalsSheet, when: (rollup) => hasGrades(rollup) && rollup.stage === 'annual' },
  { sheet: watchSheet, when: hasGrades },
  { sheet: allowanceSheet, when: (rollup) => hasGrades(rollup) && paysAllowance(rollup) },
  { sheet: sectionSheets },
  { sheet: basisSheet },
];

function rollupBook(rollup: Rollup): Book {
  const period = quarterWords(rollup.period);
  return {
    title: join([{ zh: '全行考核汇总', en: 'All branches' }, period], ' '),
    foot: [same('rm-appraisal'), period],
    sheets: withWays(sheetsOf(tabs, rollup)),
  };
}

/** Many branches' results of one quarter. */
export const rollupWorkbook = (rollup: Rollup, lang: Lang): Promise<Uint8Array> =>
  bytesOf(rollupBook(rollup), rollup, lang);
