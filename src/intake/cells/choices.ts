/** Words from a closed list (grade, class, kind …) in the spellings met in the field. */
import type { Choice, ChoiceColumn } from '../../model/table.ts';
import { nameKey } from '../words.ts';

/** The id of the choice that a text names; null: none of them. */
type FindChoice = (text: string) => string | null;

export function choiceFinder(column: ChoiceColumn): FindChoice {
  const ids = new Map<string, string>();
  for (const choice of column.choices) {
    for (const word of spellings(choice)) ids.set(nameKey(word), choice.id);
  }
  // The same few words fill a whole column.
  const known = new Map<string, string | null>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const key = nameKey(text);
    const found =
      variants(key)
        .map((variant) => ids.get(variant))
        .find((id) => id !== undefined) ?? null;
    if (known.size < 1000) known.set(text, found);
    return found;
  };
}

const spellings = (choice: Choice): string[] => [
  choice.id,
  choice.text.zh,
  choice.text.en,
  ...(choice.also ?? []),
];

/** As written; then without a code before it (`1-正常`), without 类 behind it (`正常类`), without a sub-class (`关注1`). */
function variants(key: string): string[] {
  const uncoded = key.replace(/^\d+[-–—_.、:](?=.)/, '');
  const named = [key, uncoded, uncoded.replace(/[类級级]$/, '')];
  return [...named, uncoded.replace(/(?<=\D)类?\d$/, '')];
}

/** The spellings to suggest from. */
export const choiceWords = (column: ChoiceColumn): string[] =>
  column.choices.flatMap((choice) => [choice.text.zh, ...(choice.also ?? []), choice.id]);

/**
 * The choice whose word a longer one begins with, as the bank would write it: 正常 for `正常类贷款`, 四级客户经理 for
 * `四级客户经理(试用)`; or one written with its parts turned round. Null: none, or several. A guess, to be suggested only.
 */
export function choiceBeginning(column: ChoiceColumn): (text: string) => string | null {
  const words = column.choices.flatMap((choice) =>
    spellings(choice)
      .map(nameKey)
      .filter((word) => word.length > 1)
      .map((word) => ({ word, choice })),
  );
  return (text) => {
    const key = nameKey(text).replace(/^\d+[-–—_.、:](?=.)/, '');
    const fitting = words.filter(({ word }) => key.startsWith(word));
    const longest = Math.max(0, ...fitting.map(({ word }) => word.length));
    const found = new Set(
      fitting.filter(({ word }) => word.length === longest).map(({ choice }) => choice.text.zh),
    );
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : turned(key);
  };

  /** 客户经理一级 is 一级客户经理. */
  function turned(key: string): string | null {
    const same = words.filter(({ word }) => sorted(word) === sorted(key)).map(({ choice }) => choice.text.zh);
    const [only, other] = new Set(same);
    return other === undefined ? (only ?? null) : null;
  }
}

const sorted = (word: string): string => [...word].sort().join('');
