/** Targets are missed. */
import { z } from 'zod';
import { type References, saying } from '../reference.ts';
import { node } from './node.ts';

/** How the indicators decide together. */
const ways = ['any', 'all', 'average'] as const;
const averages = ['plain', 'weighted'] as const;
const caps = ['uncapped', 'capped'] as const;

export const completion = node({
  form: ({ ratio, words, choice }: References) =>
    z
      .strictObject({
        basis: z
          .enum(['quarter', 'year', 'period'])
          .describe("`period`: the quarter's at the interim stage, the year's at the annual one."),
        'less-than': ratio.describe('The line, which is not included.'),
        missed: z
          .enum(ways)
          .optional()
          .describe('Any indicator is below the line, all of them, or their plain average …'),
        'missed-reading': choice(ways).optional().describe('… or what a reading says of it.'),
        'average-reading': choice(averages)
          .optional()
          .describe("A reading: the average is plain, or by the targets' weights. Plain without it."),
        'cap-reading': choice(caps)
          .optional()
          .describe(
            'A reading: whether a completion counts up to 100 % in the average. As it is without it.',
          ),
        quarters: z.literal([1, 2]).describe('In this quarter, or in this and the one before.'),
        indicators: words
          .optional()
          .describe(
            'Only the targets of these indicators, main ones or not; without it, the main indicators.',
          ),
      })
      .refine(
        (spec) => (spec.missed === undefined) !== (spec['missed-reading'] === undefined),
        saying({
          zh: '`missed` 与 `missed-reading` 写且只写一个',
          en: 'exactly one of `missed` and `missed-reading`',
        }),
      )
      .describe(
        'Targets are missed: their completion is below a line. Unknown where there is no plan or an actual figure is not known.',
      ),
  says: (
    { basis, 'less-than': below, missed, 'missed-reading': reading = '', quarters, indicators },
    { say, value },
  ) => {
    const [line, by, of] = [value(below), value(missed ?? reading), indicators && value(indicators)];
    return say({
      zh: `${of ? `${of} ` : ''}${quarters === 2 ? '连续两季' : ''}${{ quarter: '季度', year: '年度', period: '考核期' }[basis]}计划完成率 < ${line}（${by}）`,
      en: `${basis} completion${of ? ` of ${of}` : ''} < ${line} (${by})${quarters === 2 ? ', two quarters in a row' : ''}`,
    });
  },
});
