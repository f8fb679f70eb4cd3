/** What every duty is judged from, and the account of it. */

import { type Day, type Quarter, quarterOf } from '../../../model/calendar.ts';
import type { Calculation } from '../../../model/fact.ts';
import type { Missing } from '../../../model/judgement.ts';
import type { Outcome } from '../../../model/outcome.ts';
import type { Row } from '../../../model/package.ts';
import type { SectionLine } from '../../../model/section-result.ts';
import type { DutySpec } from '../../../model/sections/duties.ts';
import type { RowOrigin } from '../../../model/table.ts';
import type { Text } from '../../../model/text.ts';
import type { Branch, Context } from '../../context.ts';

type Activity = Row<'activities'>;

/** What was recorded, up to the period's last day, by its kind. */
export type Records = ReadonlyMap<string, readonly Activity[]>;

export function byKind(rows: readonly Activity[], lastDay: Day): Records {
  const records = new Map<string, Activity[]>();
  for (const row of rows) {
    if (row.date > lastDay) continue;
    const same = records.get(row.kind) ?? [];
    records.set(row.kind, same);
    same.push(row);
  }
  return records;
}

/** A manager, or a unit with everybody in it. */
export interface Doer {
  readonly branch: Branch;
  /** The quarter's. */
  readonly workingDays: readonly Day[];
  readonly contexts: readonly Context[];
  readonly records: Records;
  /** Those of everybody in the unit. */
  readonly unitRecords: Records;
  /** Those of everybody. */
  readonly allRecords: Records;
  /** Since when there are duties at all; null: from ever. */
  readonly since: Day | null;
  /** Whether a stretch begun in its midst is owed. */
  readonly owesBegun: boolean;
  /** The first quarter that the ledger of activities goes back to; null: it is empty, and nothing was done. */
  readonly ledgerFrom: Quarter | null;
}

/** How far a duty was done. */
export interface Account {
  readonly required: number;
  readonly done: number;
  /** What is lacking, or cannot be told. */
  readonly lines: readonly SectionLine[];
  /** What keeps the unknown lines from being told. */
  readonly missing?: readonly Missing[];
  /** The records that were looked at. */
  readonly looked: readonly Activity[];
  readonly notes?: readonly Text[];
  /** How the number required follows from the parameters. */
  readonly requiredBy?: Calculation;
}

/** Judges one kind of duty. */
export type Judge<Spec> = (spec: Spec, doer: Doer) => Account;

/** The first day to the last, both included. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
  readonly name: Text;
}

export const lineOf = (
  { title }: Pick<DutySpec, 'title'>,
  says: Text,
  outcome: Outcome,
  origin: RowOrigin | null = null,
): SectionLine => ({ title, says, outcome, table: origin && 'activities', origin });

/** The records of a duty, within a span or of any day. */
export const recordsOf = (
  { record }: Pick<DutySpec, 'record'>,
  records: Records,
  span?: Pick<Span, 'first' | 'last'>,
): Activity[] =>
  record
    .flatMap((kind) => records.get(kind) ?? [])
    .filter(({ date }) => span === undefined || (span.first <= date && date <= span.last));

/** On how many days something was recorded: two records of one day are one. */
export const daysOf = (records: readonly Activity[]): number => new Set(records.map(({ date }) => date)).size;

/** What is missing where a span begins before the ledger does: the quarters whose export is not there. */
export function notCovered({ first }: Pick<Span, 'first'>, { ledgerFrom }: Doer): Missing[] {
  if (ledgerFrom === null || quarterOf(first) >= ledgerFrom) return [];
  return [
    {
      key: `activities:${quarterOf(first)}`,
      text: {
        zh: `履职记录自 ${ledgerFrom} 起，缺 ${quarterOf(first)} 起的记录`,
        en: `the activities begin with ${ledgerFrom}; those from ${quarterOf(first)} on are not there`,
      },
    },
  ];
}
