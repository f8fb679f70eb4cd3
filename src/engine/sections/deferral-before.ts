/** What of deferred pay stood on the books before a quarter: in its archive, or in a table where the chain starts. */
import { type Quarter, shiftQuarter } from '../../model/calendar.ts';
import { amountOf, type Fact, fromArchive, madeFrom, readOff, theseRows } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import type { Hundredths } from '../../model/money.ts';
import type { Row } from '../../model/package.ts';
import type { Carried } from '../../model/section-result.ts';
import { type TableColumn, tableColumns } from '../../model/sections/table.ts';
import { inBoth, type Text } from '../../model/text.ts';
import type { Branch } from '../context.ts';
import type { Tranche } from '../deferral.ts';
import { missingArchive } from '../past.ts';

export const claimBefore: Text = { zh: '上季待追索（元）', en: 'Open claim before (yuan)' };

export interface Before {
  readonly tranches: readonly Tranche[];
  readonly claim: Fact;
  readonly missing: readonly Missing[];
  readonly known: boolean;
}

/** Of each manager: by the archive of the quarter before, or, where the chain starts, by the table of deferred pay. */
export function beforeIn(
  id: string,
  branch: Branch,
): { of(managerId: string): Before; all: readonly Carried[] } {
  const { past, period, package: pkg } = branch;
  const { previous } = past;
  const carried = previous?.carried(branch.policy.policy, id) ?? null;
  const starts = past.chainStarts === period || (previous !== null && carried === null);
  const unknown = (missing: Missing): Before => ({
    tranches: [],
    claim: madeFrom(claimBefore, null),
    missing: [missing],
    known: false,
  });
  const nothing: Before = { ...unknown(missingArchive(period)), claim: noClaim, missing: [], known: true };
  const byManager = new Map(carried?.map((each) => [each.managerId, each]));
  return {
    all: carried ?? [],
    of: (managerId) => {
      if (starts) return { ...nothing, tranches: stated(managerId, pkg.tables.deferrals) };
      if (previous === null || carried === null) return unknown(missingArchive(shiftQuarter(period, -1)));
      const own = byManager.get(managerId);
      if (own) return { ...nothing, ...archived(own, previous.period) };
      return previous.leftOut(managerId) ? unknown(missingArchive(previous.period)) : nothing;
    },
  };
}

const noClaim: Fact = madeFrom(claimBefore, amountOf('CNY', 0n));

export const byPeriod = (a: { period: Quarter }, b: { period: Quarter }): number =>
  a.period < b.period ? -1 : 1;

/** From before the tool was used. */
const stated = (managerId: string, rows: readonly Row<'deferrals'>[]): Tranche[] =>
  rows
    .filter(({ manager_id }) => manager_id === managerId)
    .map((row) => {
      const cell = (column: 'held' | 'paid' | 'forfeited'): Fact =>
        readOff(
          trancheTitle(row.period, column),
          amountOf('CNY', row[column]),
          theseRows({ table: 'deferrals', rows: [row] }),
        );
      return { period: row.period, held: cell('held'), paid: cell('paid'), forfeited: cell('forfeited') };
    })
    .sort(byPeriod);

function archived({ tranches, claim }: Carried, period: Quarter): Pick<Before, 'tranches' | 'claim'> {
  const then = (title: Text, value: Hundredths | null): Fact =>
    fromArchive(title, value === null ? null : amountOf('CNY', value), period);
  return {
    claim: then(claimBefore, claim),
    tranches: tranches
      .map((each) => ({
        period: each.period,
        held: then(trancheTitle(each.period, 'held'), each.held),
        paid: then(trancheTitle(each.period, 'paid'), each.paid),
        forfeited: then(trancheTitle(each.period, 'forfeited'), each.forfeited),
      }))
      .sort(byPeriod),
  };
}

export const trancheTitle = (period: Quarter, column: TableColumn): Text =>
  inBoth((lang) => `${period} ${tableColumns[column][lang]}`);
