/**
 * 分类明细: the classified loans of every manager, added up by their class at the start of the year and now. The sheets on
 * loan quality are formulas over this list; the single loans stand in the managers' own workbooks.
 */
import type { ManagerAppraisal } from '../../model/appraisal.ts';
import type { Hundredths } from '../../model/money.ts';
import { loanClasses } from '../../model/tables/classification.ts';
import type { Text } from '../../model/text.ts';
import { marked, wan, whole } from '../../spreadsheet/cells.ts';
import { type Column, column } from '../../spreadsheet/list.ts';
import type { Mark } from '../../spreadsheet/sheet.ts';
import { classMarks } from '../manager/classification.ts';
import { detailManagerColumns, listSheet } from './view.ts';

const w = {
  sheet: { zh: '分类明细', en: 'Classes in detail' },
  title: {
    zh: '五级分类迁徙明细：各客户经理年初至目前',
    en: 'Classes at the start of the year and now, by manager',
  },
  how: {
    zh: '按客户经理、年初分类、目前分类汇总，金额为本人部分（万元）；逐笔见各客户经理考核表的“五级分类”。“已结清”为目前无余额。',
    en: 'Added up by manager and by class then and now; each loan stands on “Classification” in the manager’s workbook. “Settled” has no balance now.',
  },
  none: { zh: '没有分类贷款', en: 'No classified loans' },
};

export interface ClassState {
  readonly id: string;
  readonly mark: Mark;
}

const classes: readonly ClassState[] = loanClasses.map(({ id }, index) => ({
  id,
  mark: classMarks[index] ?? { text: { zh: id, en: id }, tone: 'muted' },
}));

/** What a loan can have been at the start of the year, and what it can be now. */
export const statesBefore: readonly ClassState[] = [
  ...classes,
  { id: 'new', mark: { text: { zh: '年初无', en: 'not there' }, tone: 'muted' } },
];
export const statesNow: readonly ClassState[] = [
  ...classes,
  { id: 'settled', mark: { text: { zh: '已结清', en: 'settled' }, tone: 'muted' } },
];

export interface Migration {
  readonly appraised: ManagerAppraisal;
  readonly before: ClassState;
  readonly now: ClassState;
  readonly items: number;
  readonly priorBalance: Hundredths;
  readonly balance: Hundredths;
}

/** A manager's loans, one line for each pair of classes that occurs. */
export function migrationsOf(appraised: ManagerAppraisal): Migration[] {
  return statesBefore.flatMap((before) =>
    statesNow.flatMap((now): Migration[] => {
      const loans = appraised.portfolio.classification.filter(
        (row) =>
          before.id === (row.prior_class ?? 'new') && now.id === (row.balance === 0n ? 'settled' : row.class),
      );
      if (loans.length === 0) return [];
      const total = (column: 'balance' | 'prior_balance'): Hundredths =>
        loans.reduce((sum, row) => sum + (row[column] ?? 0n), 0n);
      return [
        {
          appraised,
          before,
          now,
          items: loans.length,
          priorBalance: total('prior_balance'),
          balance: total('balance'),
        },
      ];
    }),
  );
}

const stateColumn = (key: 'before' | 'now', header: Text, states: readonly ClassState[]): Column<Migration> =>
  column(key, header, { width: [10, 20], marks: states.map(({ mark }) => mark) }, (line) =>
    marked(line[key].mark),
  );

const columns: Column<Migration>[] = [
  ...detailManagerColumns<Migration>(({ appraised }) => appraised),
  stateColumn('before', { zh: '年初分类', en: 'Start of year' }, statesBefore),
  stateColumn('now', { zh: '目前分类', en: 'Now' }, statesNow),
  column('items', { zh: '笔数', en: 'Loans' }, { total: true }, ({ items }) => whole(items)),
  column(
    'priorBalance',
    { zh: '年初余额（万元）', en: 'Balance at start (CNY 10,000)' },
    { width: [12, 18], total: true },
    ({ priorBalance }) => wan(priorBalance),
  ),
  column(
    'balance',
    { zh: '目前余额（万元）', en: 'Balance now (CNY 10,000)' },
    { width: [12, 18], total: true },
    ({ balance }) => wan(balance),
  ),
];

export const migrationSheet = listSheet(
  'migration',
  w,
  () => columns,
  ({ appraisal }) => appraisal.managers.flatMap(migrationsOf),
);
