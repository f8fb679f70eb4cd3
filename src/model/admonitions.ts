/** Admonitions on the ledger: from which day to which each is in force. */
import { addMonths, type Day } from './calendar.ts';
import type { EventRole } from './policy/words.ts';

interface Entry {
  readonly kind: string;
  readonly date: Day;
}

export interface Admonition<Event extends Entry> {
  readonly event: Event;
  /** The day on which its months are over. */
  readonly runsOut: Day;
  /** The first lift on or after the admonition, which ends it. */
  readonly lifted: Event | null;
  /** The first day on which it is no longer in force. */
  readonly until: Day;
}

/** The kinds of event that begin one, and those that end it. */
interface AdmonitionKinds {
  readonly begins: readonly string[];
  readonly ends: readonly string[];
}

/** The kinds that play these parts, by the part of each. */
export function kindsWith(roles: Readonly<Record<string, string | null>>): AdmonitionKinds {
  const playing = (role: EventRole): string[] =>
    Object.entries(roles).flatMap(([kind, own]) => (own === role ? kind : []));
  return { begins: playing('admonition'), ends: playing('lift') };
}

/** A manager's admonitions, oldest first. */
export function admonitionsAmong<Event extends Entry>(
  events: readonly Event[],
  months: number,
  { begins, ends }: AdmonitionKinds,
): Admonition<Event>[] {
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
export const inForceOn = ({ event, until }: Admonition<Entry>, day: Day): boolean =>
  event.date <= day && day < until;
