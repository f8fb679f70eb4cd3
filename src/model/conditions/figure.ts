/** A figure of a manager, or a quotient of two, against a line. */
import { z } from 'zod';
import { quotient, shapeOfFigure } from '../figures/index.ts';
import { figureWords } from '../figures/words.ts';
import { type References, saying } from '../reference.ts';
import { node } from './node.ts';

const bounds = [
  { key: 'at-least', sign: '≥' },
  { key: 'more-than', sign: '>' },
  { key: 'at-most', sign: '≤' },
  { key: 'less-than', sign: '<' },
] as const;

export const figure = node({
  form: (refs: References) => {
    /** A figure is compared with what it is counted in. */
    const line = refs.byGrade.read(({ of, over }) => shapeOfFigure(of, over));
    return z
      .strictObject({
        ...quotient(refs),
        'at-least': line.optional().describe('From this line on, included.'),
        'more-than': line.optional().describe('Above this line, which is not included.'),
        'at-most': line.optional().describe('Up to this line, included.'),
        'less-than': line.optional().describe('Below this line, which is not included.'),
      })
      .refine(
        (spec) => bounds.filter(({ key }) => spec[key] !== undefined).length === 1,
        saying({
          zh: 'at-least、more-than、at-most、less-than 写且只写一个',
          en: 'exactly one of at-least, more-than, at-most and less-than',
        }),
      )
      .describe(
        "A manager's figure against a line, or one figure divided by another. Not applicable where the divisor is 0 or nothing was due; unknown where the figure is.",
      );
  },
  says: ({ of, over, ...line }, wording) => {
    const bound = bounds.find(({ key }) => line[key] !== undefined);
    const divisor = over === undefined ? '' : ` ÷ ${figureWords(over, wording)}`;
    const held = bound ? ` ${bound.sign} ${wording.value(line[bound.key] ?? '')}` : '';
    return `${figureWords(of, wording)}${divisor}${held}`;
  },
});
