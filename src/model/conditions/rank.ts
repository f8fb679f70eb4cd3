/** A manager's rank by a figure among others. */
import { z } from 'zod';
import { among, amongWords } from '../figures/among.ts';
import { figures } from '../figures/index.ts';
import { figureWords } from '../figures/words.ts';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const rank = node({
  form: (refs: References) =>
    z
      .strictObject({
        by: figures(refs).figure.describe('What managers are ranked by.'),
        best: z
          .enum(['highest', 'lowest'])
          .default('highest')
          .describe('Whether the highest or the lowest figure is the first.'),
        among,
        first: refs.byGrade
          .read('places')
          .describe(
            'Within so many ranks, or within so much of all who are ranked there, missing figures included: rounded down, at least 1.',
          ),
      })
      .describe(
        'The rank by a figure; equals share one and the next ones are skipped. Unknown figures may be anything: the rule is unknown only where they leave the rank on both sides of the line. Not applicable to whom the figure does not apply.',
      ),
  says: ({ by, best, among, first }, wording) => {
    const [figure, line] = [figureWords(by, wording), wording.value(first)];
    return wording.say({
      zh: `${amongWords[among].zh}按${figure}由${best === 'highest' ? '高到低' : '低到高'}排名在前 ${line}`,
      en: `within the first ${line} by ${figure}${amongWords[among].en}, the ${best} first`,
    });
  },
});
