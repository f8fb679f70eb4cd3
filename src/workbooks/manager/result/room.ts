/** How much of each part the first page has room for: the versions of it, from the fullest to the shortest. */
import type { Block } from '../../../spreadsheet/sheet.ts';

export interface Room {
  /** Rows of the ways to the next grade, of the plan, of warnings and of the lines not crossed. */
  readonly ways: number;
  readonly plan: number;
  readonly warnings: number;
  readonly lines: number;
  /** Questions that could not be judged. */
  readonly questions: number;
  /** Customers that each balance moved by. */
  readonly customers: number;
  /** Rows of the quarters side by side. */
  readonly history: number;
  readonly guide: boolean;
  /** What the tables say, in words as well. */
  readonly words: boolean;
}

/** A part of the page, made for as much room as there is; null: it is left out. */
export type InRoom = (room: Room) => readonly Block[] | null;

type Row = readonly [
  ...[ways: number, plan: number, warnings: number, lines: number, questions: number],
  ...[customers: number, history: number, guide: boolean, words: boolean],
];

const roomOf = ([ways, plan, warnings, lines, questions, customers, history, guide, words]: Row): Room => ({
  ways,
  plan,
  warnings,
  lines,
  questions,
  customers,
  history,
  guide,
  words,
});

/** No version shows more. */
export const fullest = roomOf([12, 7, 8, 4, 6, 3, 6, true, true]);

/** Each is lower than the one before it: where the guide comes back, the quarters side by side have gone, which are higher. */
const shorterRows: readonly Row[] = [
  [12, 7, 8, 2, 6, 2, 4, true, true],
  [10, 5, 6, 2, 6, 2, 4, true, true],
  [8, 4, 5, 0, 5, 2, 3, true, true],
  [7, 4, 4, 0, 5, 1, 2, true, true],
  [7, 4, 4, 0, 5, 1, 2, false, true],
  [6, 3, 3, 0, 4, 1, 2, false, true],
  [6, 3, 3, 0, 4, 1, 0, true, true],
  [6, 3, 3, 0, 4, 1, 0, false, true],
  [4, 2, 2, 0, 3, 1, 0, false, true],
  [4, 2, 2, 0, 2, 1, 0, false, false],
  [2, 1, 2, 0, 1, 1, 0, false, false],
  [2, 1, 2, 0, 1, 0, 0, false, false],
];

export const shorter: readonly Room[] = shorterRows.map(roomOf);
