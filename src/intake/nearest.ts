/** The nearest known word to one that is not known, for suggestions. */
import { distance } from 'fastest-levenshtein';
import type { Text } from '../model/text.ts';

/** The candidate that looks most like the word, or null where none is close enough to be worth naming. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const score = difference(word, candidate);
    if (score < bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  return bestScore <= 0.5 ? best : null;
}

/** 0: the same; 1: nothing in common. A word that holds the other whole is near even where it is much longer. */
function difference(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 0;
  const edits = distance(left, right) / longest;
  const contained =
    Math.min(left.length, right.length) >= 2 && (left.includes(right) || right.includes(left));
  return contained ? Math.min(edits, 0.4 + edits / 100) : edits;
}

/** A question that names the suggestion; empty where there is none. */
export const perhaps = (suggestion: string | null): Text =>
  suggestion === null
    ? { zh: '', en: '' }
    : { zh: `；是否应为“${suggestion}”？`, en: `; did you mean “${suggestion}”?` };
