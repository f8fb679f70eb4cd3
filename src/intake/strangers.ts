/** What to say of manager ids that the roster lacks: ids that are only written another way are one mistake, not many. */
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { Suggestion } from '../model/package.ts';
import { checkProblems } from './checks/problems.ts';
import { quoted } from './profile/write.ts';
import { idOfName, type Roster } from './roster.ts';
import type { Tally } from './tally.ts';

/** An id that the roster lacks, and the names that stand beside it. */
export interface Stranger {
  readonly tally: Tally;
  /** null: none, or several. */
  name: string | null;
}

interface Found {
  readonly problems: readonly Diagnostic[];
  readonly suggestions: readonly Suggestion[];
}

/** How the ids of a table are written otherwise than in the roster, as the bank profile would say it. */
interface OtherForm {
  /** Of ids and what they are in the roster. */
  rule(pairs: readonly { readonly id: string; readonly meant: string }[]): string;
  /** The roster's id; null: this one is not written so. */
  idOf(id: string): string | null;
}

export function unknownManagers(
  strangers: ReadonlyMap<string, Stranger>,
  roster: Roster | null,
  at: (row: number) => Location,
): Found {
  const problems: Diagnostic[] = [];
  const suggestions: Suggestion[] = [];
  if (roster === null || strangers.size === 0) return { problems, suggestions };
  const left = new Map(strangers);
  for (const form of formsOf(roster)) {
    const pairs = [...left].flatMap(([id, { tally }]) => {
      const meant = form.idOf(id);
      return meant === null ? [] : [{ id, meant, tally }];
    });
    const [first] = pairs;
    if (first === undefined) continue;
    for (const { id } of pairs) left.delete(id);
    const rule = form.rule(pairs);
    suggestions.push({
      path: ['ids', 'manager'],
      value: rule,
      sure: true,
      reason: { zh: `${first.id} → ${first.meant}`, en: `${first.id} → ${first.meant}` },
    });
    const shown = pairs.slice(0, 5).map(({ id, meant }) => `${id} → ${meant}`);
    const count = pairs.reduce((sum, { tally }) => sum + tally.count, 0);
    const args = { shown, ids: pairs.length, count, line: `ids: { manager: ${rule} }` };
    const managers = [...new Set(pairs.flatMap(({ id, meant }) => [id, meant]))].sort();
    problems.push(
      checkProblems.managerForm(at(first.tally.rows[0] ?? 1), args, { value: first.id, managers }),
    );
  }
  for (const [id, { tally, name }] of left) {
    const meant = name === null ? null : idOfName(roster, name);
    const suggestion = meant === null || name === null ? null : `${meant}（${name}）`;
    const managers = meant === null ? [id] : [id, meant];
    const args = { count: tally.count, suggestion };
    problems.push(checkProblems.unknownManager(at(tally.rows[0] ?? 1), args, { value: id, managers }));
  }
  return { problems, suggestions };
}

const withoutZeros = (id: string): string => id.replace(/^0+(?=.)/, '');
const number = /^\d+$/;
const idThenName = /^(\w+) *[-–—_/ ].*\D$/u;
const nameThenId = /^[^(]+\((\w+)\)$/u;

function formsOf(roster: Roster): OtherForm[] {
  // Two ids that differ by their zeros only are two people.
  const byNumber = new Map<string, string | null>();
  for (const id of roster.ids)
    if (number.test(id)) byNumber.set(withoutZeros(id), byNumber.has(withoutZeros(id)) ? null : id);
  const inside = (pattern: RegExp, id: string): string | null => {
    const found = pattern.exec(id.normalize('NFKC'))?.[1];
    return found !== undefined && roster.ids.has(found) ? found : null;
  };
  return [
    {
      rule: (pairs) =>
        `{ digits: ${Math.max(...pairs.flatMap(({ id, meant }) => [id.length, meant.length]))} }`,
      idOf: (id) => (number.test(id) ? (byNumber.get(withoutZeros(id)) ?? null) : null),
    },
    {
      rule: () => `{ pattern: ${quoted('(\\w+) *[-–—_/ ].*')} }`,
      idOf: (id) => inside(idThenName, id),
    },
    {
      rule: () => `{ pattern: ${quoted('[^(]+\\((\\w+)\\)')} }`,
      idOf: (id) => inside(nameThenId, id),
    },
    { rule: () => 'by-name', idOf: (id) => idOfName(roster, id) },
  ];
}
