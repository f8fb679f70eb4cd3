/** The total of a scorecard. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const score = node({
  form: ({ byGrade, section }: References) =>
    z
      .strictObject({
        card: section.describe('The scorecard, before this section.'),
        'at-least': byGrade.count.describe('The least total, included.'),
      })
      .describe('The total of a card, in points.'),
  says: ({ card, 'at-least': least }, { say, value, refer: { section } }) =>
    say({
      zh: `${section(card)} 总分 ≥ ${value(least)}`,
      en: `total of ${section(card)} ≥ ${value(least)}`,
    }),
});
