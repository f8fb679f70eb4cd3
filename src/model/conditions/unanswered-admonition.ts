/** The quarter before owed an admonition that the ledger does not answer. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const unansweredAdmonition = node({
  form: ({ count, choice, ruleId, warningLevel }: References) =>
    z
      .strictObject({
        level: warningLevel.describe('The level of warnings by which one is owed.'),
        months: count
          .optional()
          .describe(
            'How long an admonition is in force: one that still was then answers too, as does any of that quarter.',
          ),
        also: z
          .strictObject({ rule: ruleId, when: choice(['not-owed', 'owed']).describe('Whether it is owed.') })
          .optional()
          .describe('A rule of another level by which one is owed as well, where the reading says `owed`.'),
      })
      .describe(
        'The quarter before owed an admonition, and the ledger has no answer. Unknown where that quarter is not archived.',
      ),
  says: ({ also }, { say, value, playing, refer: { rule } }) =>
    say({
      zh: `上季应${playing('admonition')}而无记录${also ? `（${rule(also.rule)}：${value(also.when)}）` : ''}`,
      en: `due in the last quarter and not on record: ${playing('admonition')}${also ? ` (${rule(also.rule)}: ${value(also.when)})` : ''}`,
    }),
});
