/** The ledger has an event in a span. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import type { Text } from '../text.ts';
import { node } from './node.ts';

const spans: Readonly<Record<string, Text>> = {
  quarter: { zh: '本季', en: 'this quarter' },
  period: { zh: '考核期内', en: 'in the period' },
  year: { zh: '本年', en: 'this year' },
  'last-year': { zh: '上年', en: 'last year' },
};

export const event = node({
  form: ({ eventKind }: References) =>
    z
      .strictObject({
        kinds: z.array(eventKind).min(1).describe('Any of these.'),
        within: z
          .enum(['quarter', 'period', 'year', 'last-year'])
          .describe('The span, up to the last day of the period.'),
      })
      .describe('The ledger has an event of one of these kinds in the span.'),
  says: ({ kinds, within: when }, { say, events }) =>
    say({
      zh: `${spans[when]?.zh}有事件：${events(kinds)}`,
      en: `event ${spans[when]?.en}: ${events(kinds)}`,
    }),
});
