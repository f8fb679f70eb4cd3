/** The line that everybody must reach: held against the grade held, and a condition of the grades. */
import type { Rule, Vocabulary } from '../conditions/index.ts';
import { named } from '../written.ts';

export const floor = ({ ruled }: Vocabulary) =>
  ruled(named)
    .optional()
    .describe(
      'The line that everybody must reach, of the grade held; below it nobody qualifies for a grade: `for-grades` says of which grades it is a condition too, without it of each, and `[]` of none.',
    );

interface Ruled<R extends Rule> {
  readonly grades: readonly R[];
  readonly floor?: R | undefined;
}

/** The conditions of the grades, the floor among them. */
export const conditionsOfGrades = <R extends Rule>({ grades, floor: line }: Ruled<R>): readonly R[] =>
  line === undefined ? grades : [...grades, line];

/** The floor as a line of its own: whichever grade is held. */
export const ofWhoeverHolds = <R extends Rule>({ 'for-grades': _, ...line }: R) => line;
