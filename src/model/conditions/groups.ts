/** The conditions that hold further rules. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import type { Wording } from './node.ts';

/** Their forms around `rule`. */
export const groups = <Rule>({ byGrade }: References, rule: z.ZodType<Rule>) => ({
  all: z
    .array(rule)
    .min(1)
    .describe(
      'All of these hold; what does not apply counts as met. Unmet if one is; else unknown if one is.',
    ),
  any: z.array(rule).min(1).describe('One of these holds. Met if one is; else unknown if one is.'),
  not: rule.describe('This does not hold. Unknown where it is.'),
  several: z
    .strictObject({
      'at-least': byGrade.count.describe('How many.'),
      of: z.array(rule).min(1).describe('Of which.'),
    })
    .describe(
      'So many of these hold; what does not apply is left out. Unknown while it could still come out either way.',
    ),
});

/** How many of the rules inside must be met. */
export const groupsSay = {
  all: { says: (_: unknown, { say }: Wording) => say({ zh: '全部满足', en: 'all of' }) },
  any: { says: (_: unknown, { say }: Wording) => say({ zh: '满足其一', en: 'one of' }) },
  not: { says: (_: unknown, { say }: Wording) => say({ zh: '不满足', en: 'not' }) },
  several: {
    says: ({ 'at-least': needed }: { readonly 'at-least': string }, { say, value }: Wording) =>
      say({ zh: `至少满足 ${value(needed)} 项`, en: `at least ${value(needed)} of` }),
  },
};
