/** A manager's rank by a figure among others. */
import { z } from 'zod';
import { figures } from '../figures/index.ts';
import { figureWords } from '../figures/words.ts';
import type { References } from '../reference.ts';
import type { Text } from '../text.ts';
import { node } from './node.ts';

/** Whom somebody is ranked among. */
export const among = z
  .enum(['all', 'branch', 'grade'])
  .default('all')
  .describe('All whom the policy appraises, those of the same branch, or those who hold the same grade.');
export type Among = z.infer<typeof among>;

export const amongWords = {
  all: { zh: '', en: '' },
  branch: { zh: '在本机构内', en: ' in the branch' },
  grade: { zh: '在同一等级内', en: ' within the grade' },
} as const satisfies Record<Among, Text>;

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
