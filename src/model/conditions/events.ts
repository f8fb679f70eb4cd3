/** Events of the ledger, and the admonitions that begin with them. */
import { z } from 'zod';
import { spans, spanWords } from '../figures/spans.ts';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const event = node({
  form: ({ eventKind }: References) =>
    z
      .strictObject({
        kinds: z.array(eventKind).min(1).describe('Any of these.'),
        within: z.enum(spans).describe('The span, up to the last day of the period.'),
      })
      .describe('The ledger has an event of one of these kinds in the span.'),
  says: ({ kinds, within: when }, { say, events }) =>
    say({
      zh: `${spanWords[when].zh}有事件：${events(kinds)}`,
      en: `event ${spanWords[when].en}: ${events(kinds)}`,
    }),
});

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
