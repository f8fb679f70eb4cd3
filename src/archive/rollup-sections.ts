/** The sections of a branch's results, counted; and what they and their verdicts are called in the policies. */
import { fromPlain } from '../model/money.ts';
import { ownValue } from '../model/own-value.ts';
import type { PolicyFile } from '../model/policy.ts';
import type { Results } from '../model/results.ts';
import type { Counts, RolledSection, RolledSectionTitles } from '../model/rollup.ts';
import { paid } from '../model/sections/paid.ts';
import { verdictsOf } from '../model/sections/verdicts.ts';
import { summed } from '../model/statements/sums.ts';

type Section = Results['schemes'][string][string];
type Entry = Section['entries'][number];

/** A section goes by its policy and its id. */
const keyOf = (policy: string, section: string): string => `${policy} ${section}`;

export const sectionsIn = ({ schemes }: Results): Record<string, RolledSection> =>
  Object.fromEntries(
    Object.entries(schemes).flatMap(([policy, sections]) =>
      Object.entries(sections).map(([id, section]) => [keyOf(policy, id), rolled(section)]),
    ),
  );

function rolled({ kind, entries }: Section): RolledSection {
  const judged = entries.filter(({ verdict }) => verdict !== null);
  const money = ownValue<{ readonly id: string }>(paid, kind);
  const pays =
    money !== undefined && entries.some(({ figures }) => ownValue(figures, money.id) !== undefined);
  return {
    entries: entries.length,
    verdicts: countBy(judged, ({ verdict }) => verdict ?? ''),
    without: countBy(
      entries.filter(({ verdict }) => verdict === null),
      ({ outcome }) => outcome,
    ),
    of: kind === 'champions' ? Object.fromEntries(entries.map((each) => [each.subject, each.verdict])) : {},
    paid: pays ? summed(entries.flatMap((entry) => paidTo(entry, money.id))) : null,
  };
}

/** Of whom the section speaks. */
function paidTo({ outcome, figures }: Entry, id: string) {
  const value = ownValue(figures, id)?.value ?? null;
  return outcome === 'not-applicable' ? [] : [value === null ? null : fromPlain(value)];
}

export function countBy<T>(items: readonly T[], key: (item: T) => string): Counts {
  const counts: Record<string, number> = {};
  for (const item of items) add(counts, key(item));
  return counts;
}

export const add = (counts: Record<string, number>, key: string): void => {
  counts[key] = (ownValue(counts, key) ?? 0) + 1;
};

/** What a policy calls its sections. */
export const sectionTitles = (id: string, { sections }: PolicyFile): [string, RolledSectionTitles][] =>
  Object.entries(sections).map(([section, spec]) => [
    keyOf(id, section),
    {
      title: spec.title,
      article: spec.article,
      verdicts: verdictsOf(spec),
      subjects:
        spec.kind === 'champions'
          ? Object.entries(spec.titles).map(([of, { title }]) => ({ id: of, title }))
          : [],
      paid: ownValue<RolledSectionTitles['verdicts'][number]>(paid, spec.kind)?.title ?? null,
    },
  ]);
