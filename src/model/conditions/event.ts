/** The ledger has an event in a span. */
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
