/** The archived quarters as the rules over time see them. A quarter that is not there is named, never taken as good. */
import type { Chain } from '../model/appraisal.ts';
import { earlierThisYear, type Quarter, shiftQuarter } from '../model/calendar.ts';
import type { History, ManagerRecord, QuarterRecord } from '../model/history.ts';
import type { Missing } from '../model/judgement.ts';
import { fromPlain, type Hundredths } from '../model/money.ts';
import { ownValue } from '../model/own-value.ts';
import type { QuarterPackage } from '../model/package.ts';
import type { Carried } from '../model/section-result.ts';

/** One archived quarter, its managers found by id. */
interface ArchivedQuarter {
  readonly period: Quarter;
  /** Null: had no appraisal in that quarter. */
  manager(id: string): ManagerRecord | null;
  /** On the roster, but left out: what the manager reached is not known. */
  leftOut(id: string): boolean;
  /** What a section of a policy carries on; null: it did not yet. */
  carried(policy: string, section: string): readonly Carried[] | null;
}

export interface Past {
  readonly previous: ArchivedQuarter | null;
  readonly beforePrevious: ArchivedQuarter | null;
  /** All archived quarters before this one, in order. */
  readonly archived: readonly ArchivedQuarter[];
  /** Those of this year. */
  readonly thisYear: readonly ArchivedQuarter[];
  readonly chain: Chain;
  /** The bank's first run: before it there is nothing to archive. */
  readonly chainStarts: Quarter | null;
}

/** What the package may look back at. Without `chain-starts` no quarter is taken as clean. */
export function pastOf(pkg: QuarterPackage, history: History): Past {
  const archived = new Map(history.map((record) => [record.period, opened(record)]));
  const at = (steps: number): ArchivedQuarter | null => archived.get(shiftQuarter(pkg.period, steps)) ?? null;
  const chainStarts =
    pkg.settings.chainStarts ?? history.find((record) => record.chainStarts)?.chainStarts ?? null;
  const earlier = earlierThisYear(pkg.period);
  const absent = earlier.filter((quarter) => !archived.has(quarter));
  const clean = (quarter: Quarter): boolean => chainStarts !== null && quarter < chainStarts;
  return {
    previous: at(-1),
    beforePrevious: at(-2),
    archived: [...archived.values()].filter(({ period }) => period < pkg.period),
    thisYear: earlier.flatMap((quarter) => archived.get(quarter) ?? []),
    chain: {
      archived: [...archived.keys()].filter((quarter) => quarter < pkg.period).sort(),
      missing: absent.filter((quarter) => !clean(quarter)),
      takenAsClean: absent.filter(clean),
    },
    chainStarts,
  };
}

const amountIn = (text: string | null): Hundredths | null => (text === null ? null : fromPlain(text));

function opened(record: QuarterRecord): ArchivedQuarter {
  const managers = new Map(record.managers.map((manager) => [manager.managerId, manager]));
  const leftOut = new Set(record.notAppraised);
  return {
    period: record.period,
    manager: (id) => managers.get(id) ?? null,
    leftOut: (id) => leftOut.has(id),
    carried: (policy, section) =>
      ownValue(ownValue(record.carried ?? {}, policy) ?? {}, section)?.map(
        ({ managerId, claim, tranches }) => ({
          managerId,
          claim: amountIn(claim),
          tranches: tranches.map(([period, held, paid, forfeited]) => ({
            period,
            held: amountIn(held),
            paid: amountIn(paid),
            forfeited: amountIn(forfeited),
          })),
        }),
      ) ?? null,
  };
}

/** "Not appraised in 2026Q2." */
export const missingAppraisal = ({ period }: ArchivedQuarter): Missing => ({
  key: `archive:${period}`,
  text: {
    zh: `${period} 未参加考核，当季情况不明`,
    en: `not appraised in ${period}: that quarter is not known`,
  },
});

/** "Could not be judged in 2026Q2": that quarter's export lacked what it takes. */
export const missingJudgement = (quarter: Quarter): Missing => ({
  key: `archive:${quarter}`,
  text: { zh: `${quarter} 当季无法判断`, en: `could not be judged in ${quarter}` },
});

/** "The archive of 2026Q2 is missing." */
export const missingArchive = (quarter: Quarter): Missing => ({
  key: `archive:${quarter}`,
  text: { zh: `缺 ${quarter} 的存档`, en: `the archive of ${quarter} is missing` },
});
