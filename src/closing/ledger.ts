/** The ledger and the roster after the decisions: what the next package takes. */
import { type Admonition, admonitionsAmong, kindsWith } from '../model/admonitions.ts';
import type { ClosingBasis, LedgerEvent } from '../model/closing.ts';
import { tables } from '../model/tables/index.ts';
import type { Lang } from '../model/text.ts';
import type { Decisions } from './decisions.ts';

/** The kinds of event that the policy gives a part. */
const kindsOf = ({ events }: ClosingBasis) =>
  kindsWith(Object.fromEntries(events.map(({ id, role }) => [id, role])));

/** What tells one event from another. */
export const eventKey = ({
  managerId,
  kind,
  date,
}: Pick<LedgerEvent, 'managerId' | 'kind' | 'date'>): string => JSON.stringify([managerId, kind, date]);

/** What the decisions record in the ledger, by day. */
export function recordedBy(basis: ClosingBasis, decisions: Decisions): LedgerEvent[] {
  const { measures } = basis.rules.warnings;
  const [lift] = kindsOf(basis).ends;
  return [
    ...decisions.handled.flatMap(({ managerId, measure, date, reference, note, warned }) => {
      const kind = measures[measure]?.records;
      if (kind === undefined || date === null) return [];
      return [{ managerId, date, kind, reference, note: note || (warned?.title.zh ?? '') }];
    }),
    ...decisions.lifted.flatMap(({ managerId, date, reference, note }) =>
      lift === undefined || date === null ? [] : [{ managerId, date, kind: lift, reference, note }],
    ),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** All of it: as it stood, then what was decided. What somebody has entered by hand already stands there once. */
export function ledgerAfter(basis: ClosingBasis, decisions: Decisions): LedgerEvent[] {
  const known = new Set(basis.ledger.map(eventKey));
  const added = recordedBy(basis, decisions).filter((event) => {
    const isNew = !known.has(eventKey(event));
    known.add(eventKey(event));
    return isNew;
  });
  return [...basis.ledger, ...added];
}

/** The ledger as a table of the next package. */
export function ledgerTable(ledger: readonly LedgerEvent[], basis: ClosingBasis, lang: Lang): string[][] {
  const titles = new Map(basis.events.map(({ id, title }) => [id, title[lang]]));
  const header = Object.entries(tables.events.columns).map(([name, { headers }]) =>
    lang === 'zh' ? headers[0] : name,
  );
  const rows = ledger.map(({ managerId, date, kind, reference, note }) => [
    managerId,
    date,
    titles.get(kind) ?? kind,
    reference,
    note,
  ]);
  return [header, ...rows];
}

/** Everybody's admonitions on a ledger, none lifted. */
export function admonitionsOn(
  ledger: readonly LedgerEvent[],
  basis: ClosingBasis,
): readonly Admonition<LedgerEvent>[] {
  const { months } = basis;
  if (months === null) return [];
  const byManager = new Map<string, LedgerEvent[]>();
  for (const event of ledger)
    byManager.set(event.managerId, [...(byManager.get(event.managerId) ?? []), event]);
  return [...byManager.values()]
    .flatMap((own) => admonitionsAmong(own, months, kindsOf(basis)))
    .filter(({ lifted }) => lifted === null);
}
