/** So many full years since a day of the roster. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const tenure = node({
  form: ({ byGrade }: References) =>
    z
      .strictObject({
        since: z.string().describe("The roster's column of the day."),
        'at-least': byGrade.count.describe('In years, included.'),
      })
      .describe('So many full years since a day of the roster. Unknown where the day is blank.'),
  says: ({ since, 'at-least': least }, names) =>
    names.say({
      zh: `自${names.column(since)}满 ${names.value(least)} 年`,
      en: `${names.value(least)} years from ${names.column(since)}`,
    }),
});
