/** The monthly allowance by the grade held. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { article } from '../written.ts';

/** What a trainee is paid whose former post's fees nobody recorded: by a grade of the ladder, or not known. */
export const unknownFees = 'unknown';

export const allowance = (refs: References, grades: readonly string[]) => {
  const { byGrade, ratio, count } = refs;
  return z
    .strictObject({
      article,
      rate: byGrade.yuan.describe('Of a month, by the grade held.'),
      other: refs.forSome.yuan
        .optional()
        .describe('A second fee of a month beside it, for the grades that have a value.'),
      trainee: refs
        .parameter({ shape: 'choice', choices: [...grades, unknownFees] })
        .optional()
        .describe(
          'A trainee is paid what the roster records of the former post; where it says nothing, by this reading.',
        ),
      'by-day': z
        .literal(true)
        .optional()
        .describe('A grade held from a day within the quarter is paid from that day on.'),
      paid: ratio.describe('The part that is paid during an admonition.'),
      months: count.describe('How long an admonition reduces it.'),
    })
    .optional()
    .describe('The monthly allowance by the grade held, reduced by the day while an admonition is in force.');
};
