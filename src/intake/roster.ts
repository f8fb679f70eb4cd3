/** The ids of the roster, and what to say of an id it lacks. */
import type { Diagnostic, Location } from '../model/diagnostic.ts';
import { checkProblems } from './checks/problems.ts';
import type { Tally } from './collector.ts';
import { difference, nearest } from './nearest.ts';

export type Roster = ReadonlySet<string>;

const withoutZeros = (id: string): string => id.replace(/^0+/, '');

/** One problem for each id, not for each of its rows. */
export function unknownManagers(
  strangers: ReadonlyMap<string, Tally>,
  roster: Roster | null,
  at: (row: number) => Location,
): Diagnostic[] {
  if (roster === null) return [];
  return [...strangers].map(([id, { count, rows }]) => {
    const padded = [...roster].find((known) => withoutZeros(known) === withoutZeros(id)) ?? null;
    const close = nearest(id, roster);
    const suggestion = padded ?? (close !== null && difference(id, close) <= 0.34 ? close : null);
    // 12 is very likely the 0012 of the roster, whose figures lack these rows.
    const managers = padded === null ? [id] : [id, padded];
    return checkProblems.unknownManager(at(rows[0] ?? 1), { count, suggestion }, { value: id, managers });
  });
}
