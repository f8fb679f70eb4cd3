/** What the year's review says. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const rating = node({
  form: ({ rating }: References) =>
    z
      .strictObject({ 'one-of': z.array(rating).min(1).describe('The ratings.') })
      .describe("The year's review says one of these. Unknown where there is none."),
  says: ({ 'one-of': words }, { say, rating }) =>
    say({
      zh: `年度考核为${words.map(rating).join('或')}`,
      en: `review is ${words.map(rating).join(' or ')}`,
    }),
});
