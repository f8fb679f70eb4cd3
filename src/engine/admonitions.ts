/** Admonitions on the ledger: from which day to which each is in force. */
import { addMonths, type Day } from '../model/calendar.ts';
import type { Row } from '../model/package.ts';
import { kindsOf, type PolicyFile } from '../model/policy.ts';

interface Admonition {
  readonly event: Row<'events'>;
  /** The day on which its months are over. */
  readonly runsOut: Day;
  /** The first lift on or after the admonition, which ends it. */
  readonly lifted: Row<'events'> | null;
  /** The first day on which it is no longer in force. */
  readonly until: Day;
}

/** A manager's admonitions, oldest first. */
export function admonitionsOf(
  events: readonly Row<'events'>[],
  months: number,
  policy: PolicyFile,
): Admonition[] {
  const [begins, ends] = [kindsOf(policy, 'admonition'), kindsOf(policy, 'lift')];
  const byDate = events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return byDate
    .filter(({ kind }) => begins.includes(kind))
    .map((event) => {
      const runsOut = addMonths(event.date, months);
      const lifted = byDate.find(({ kind, date }) => ends.includes(kind) && date >= event.date) ?? null;
      return { event, runsOut, lifted, until: lifted && lifted.date < runsOut ? lifted.date : runsOut };
    });
}

/** From its day until the day of its lift or of the end of its months, that day not included. */
export const inForceOn = ({ event, until }: Admonition, day: Day): boolean =>
  event.date <= day && day < until;
