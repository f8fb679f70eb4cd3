/**
 * What the previous quarter exported and this one lacks. An account that is closed should be exported with balance 0
 * until the year ends: without it, its prior average silently leaves the new deposits and the normal share.
 */
import { yearOf } from '../model/calendar.ts';
import { type Diagnostic, noteOf } from '../model/diagnostic.ts';
import type { History, QuarterRecord } from '../model/history.ts';
import type { QuarterPackage } from '../model/package.ts';
import type { TableId } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';

export const goneProblems = {
  gone: noteOf(
    'export.gone',
    ({ what, id, period, unread }: { what: Text; id: string; period: string; unread: number }) => ({
      message:
        unread === 0
          ? {
              zh: `${what.zh} ${id} 在 ${period} 有，本季没有`,
              en: `${what.en} ${id} was in ${period} and is not in this quarter`,
            }
          : {
              zh: `${what.zh} ${id} 在 ${period} 有，本季未见；有 ${unread} 行有误，未读入，可能在其中`,
              en: `${what.en} ${id} was in ${period} and is not seen in this quarter; it may be in one of the ${unread} rows in error`,
            },
      hint: {
        zh: '年内销户或结清的，请以余额 0 继续导出，否则其年初数会漏计',
        en: 'what was closed within the year should be exported with balance 0, or its prior figures are lost',
      },
    }),
  ),
};

const kinds: readonly {
  readonly exported: (record: QuarterRecord) => readonly string[];
  readonly what: Text;
  /** Where it would stand, the table that names the file first. */
  readonly tables: readonly [TableId, ...TableId[]];
  readonly now: (pkg: QuarterPackage) => Iterable<string | null>;
}[] = [
  {
    exported: ({ exported }) => exported.accounts,
    what: { zh: '存款账户', en: 'account' },
    tables: ['deposits'],
    now: (pkg) => pkg.tables.deposits.map(({ account }) => account),
  },
  {
    exported: ({ exported }) => exported.loans,
    what: { zh: '授信业务', en: 'credit item' },
    tables: ['loans'],
    now: (pkg) => pkg.tables.loans.map(({ loan_id }) => loan_id),
  },
  {
    exported: ({ exported }) => exported.classified,
    what: { zh: '五级分类中的贷款', en: 'classified loan' },
    tables: ['classification'],
    now: (pkg) => pkg.tables.classification.map(({ loan_id }) => loan_id),
  },
  {
    exported: ({ exported }) => exported.customers.flatMap(([id]) => id ?? []),
    what: { zh: '客户', en: 'customer' },
    tables: ['deposits', 'loans', 'settlement'],
    now: ({ tables: { deposits, loans, settlement } }) =>
      [...deposits, ...loans, ...settlement].map(({ customer_id }) => customer_id),
  },
];

/** One note for each thing that is gone, compared with the latest archived quarter of the same year. */
export function noLongerExported(pkg: QuarterPackage, history: History): Diagnostic[] {
  const record = history.findLast(
    ({ period }) => period < pkg.period && yearOf(period) === yearOf(pkg.period),
  );
  if (!record) return [];
  return kinds.flatMap(({ exported, what, tables, now }) => {
    const here = new Set(now(pkg));
    const file = pkg.readings.find(({ table }) => table === tables[0])?.source.file;
    const unread = pkg.readings
      .filter(({ table }) => tables.includes(table))
      .reduce((sum, { rowsInError }) => sum + rowsInError, 0);
    return exported(record)
      .filter((id) => !here.has(id))
      .map((id) =>
        goneProblems.gone(
          file === undefined ? {} : { file },
          { what, id, period: record.period, unread },
          { value: id },
        ),
      );
  });
}
