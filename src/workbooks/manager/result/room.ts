/** How much of each part the first page has room for: the versions of it, from the fullest to the shortest. */

export interface Room {
  /** Rows of the ways to the next grade, of the plan, of warnings and of the lines not crossed. */
  readonly ways: number;
  readonly plan: number;
  readonly warnings: number;
  readonly lines: number;
  /** Questions that could not be judged. */
  readonly questions: number;
  /** Rows of the quarters side by side. */
  readonly history: number;
  readonly guide: boolean;
  /** What the tables say, in words as well. */
  readonly words: boolean;
}

export const roomy: Room = {
  ways: 12,
  plan: 7,
  warnings: 8,
  lines: 4,
  questions: 6,
  history: 6,
  guide: true,
  words: true,
};

export const tighter: readonly Room[] = [
  { ...roomy, lines: 2, history: 4 },
  { ways: 10, plan: 5, warnings: 6, lines: 2, questions: 6, history: 4, guide: true, words: true },
  { ways: 8, plan: 4, warnings: 5, lines: 0, questions: 5, history: 3, guide: true, words: true },
  { ways: 7, plan: 4, warnings: 4, lines: 0, questions: 5, history: 2, guide: true, words: true },
  { ways: 7, plan: 4, warnings: 4, lines: 0, questions: 5, history: 2, guide: false, words: true },
  { ways: 6, plan: 3, warnings: 3, lines: 0, questions: 4, history: 2, guide: false, words: true },
  { ways: 6, plan: 3, warnings: 3, lines: 0, questions: 4, history: 0, guide: false, words: true },
  { ways: 4, plan: 2, warnings: 2, lines: 0, questions: 3, history: 0, guide: false, words: true },
  { ways: 4, plan: 2, warnings: 2, lines: 0, questions: 2, history: 0, guide: false, words: false },
  { ways: 2, plan: 1, warnings: 2, lines: 0, questions: 1, history: 0, guide: false, words: false },
];
