/** Targets are missed. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const completion = node({
  form: (refs: References) => {
    const { ratio, words } = refs;
    return z
      .strictObject({
        basis: z
          .enum(['quarter', 'year', 'period'])
          .describe("`period`: the quarter's at the interim stage, the year's at the annual one."),
        below: ratio.describe('The line, which is not included.'),
        reading: refs
          .parameter({ shape: 'choice', choices: ['any', 'all', 'average'], besides: ['any'] })
          .describe('Any indicator below the line, all of them, or their plain average.'),
        quarters: z.literal([1, 2]).describe('In this quarter, or in this and the one before.'),
        indicators: words
          .optional()
          .describe(
            'Only the targets of these indicators, main ones or not; without it, the main indicators.',
          ),
      })
      .describe(
        'Targets are missed: their completion is below a line. Unknown where there is no plan or an actual figure is not known.',
      );
  },
  says: ({ basis, below, reading, quarters, indicators }, { say, value }) => {
    const [line, by, of] = [value(below), value(reading), indicators && value(indicators)];
    return say({
      zh: `${of ? `${of} ` : ''}${quarters === 2 ? '连续两季' : ''}${{ quarter: '季度', year: '年度', period: '考核期' }[basis]}计划完成率 < ${line}（${by}）`,
      en: `${basis} completion${of ? ` of ${of}` : ''} < ${line} (${by})${quarters === 2 ? ', two quarters in a row' : ''}`,
    });
  },
});
