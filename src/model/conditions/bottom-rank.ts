/** Among the lowest by the review's score, this year and last. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const bottomRank = node({
  form: ({ count }: References) =>
    z
      .strictObject({
        places: count.describe('How many places from the bottom, ties included.'),
        'ranked-at-least': count.describe('From how many who are ranked it is asked at all.'),
      })
      .describe(
        "Among the lowest by the review's score in the branch, this year and last; who has no score in a year is not.",
      ),
  says: ({ places, 'ranked-at-least': least }, { say, value }) =>
    say({
      zh: `连续两年在后 ${value(places)} 名（至少 ${value(least)} 人排名）`,
      en: `among the bottom ${value(places)} in both years (at least ${value(least)} ranked)`,
    }),
});
