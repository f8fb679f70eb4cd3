/** An admonition ran out. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const admonition = node({
  form: ({ count }: References) =>
    z
      .strictObject({
        months: count.describe('How long one is in force, in months.'),
        lift: z.enum(['in-time', 'ever']).describe('Not lifted before it ran out, or not to this day.'),
      })
      .describe('An admonition ran out.'),
  says: ({ months, lift }, { say, value, playing }) =>
    say({
      zh: `${playing('admonition')}满 ${value(months)} 月${lift === 'ever' ? '，此后也未解除' : '未解除'}`,
      en: `${playing('admonition')}: ran out after ${value(months)} months${lift === 'ever' ? ' and was never lifted' : ', not lifted in time'}`,
    }),
});
