/** Suggestions of all sheets together: each line once, and one that two sheets understand differently left in doubt. */
import type { Suggestion } from '../../model/package.ts';
import { keyOfHeader } from '../profile/parse.ts';

export function merged(suggestions: readonly Suggestion[]): Suggestion[] {
  const byPlace = new Map<string, Suggestion[]>();
  for (const each of suggestions) {
    const place = [...each.path.slice(0, -1), keyOfHeader(each.path.at(-1) ?? '')].join('\n');
    byPlace.set(place, [...(byPlace.get(place) ?? []), each]);
  }
  return [...byPlace.values()].flatMap((same) => {
    const [sure] = same.filter(({ sure: isSure }) => isSure);
    const values = new Set(same.filter(({ sure: isSure }) => isSure).map(({ value }) => value));
    if (sure !== undefined && values.size === 1) return [sure];
    const seen = new Set<string>();
    return same
      .filter(({ value }) => !seen.has(value) && seen.add(value))
      .map((each) => ({ ...each, sure: false }));
  });
}

/** In one order, whatever the order of files and columns was. */
export const inOrder = (suggestions: readonly Suggestion[]): Suggestion[] =>
  [...suggestions].sort((a, b) => compare(a.path.join('\n'), b.path.join('\n')) || compare(a.value, b.value));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
