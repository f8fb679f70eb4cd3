/** A whole figure of a manager, or a quotient of two, against a line. */
import { z } from 'zod';
import { type References, saying } from '../reference.ts';
import { node } from './node.ts';
import { type Operand, quotient } from './operand.ts';

export const figure = node({
  form: (refs: References) => {
    const { byGrade } = refs;
    /** A figure is compared with an amount, a quotient with a percentage. */
    const figureLine = byGrade.read(({ to }) => (to === undefined ? 'yuan' : 'ratio'));
    return z
      .strictObject({
        ...quotient(refs),
        'at-least': figureLine.optional().describe('From this line on, included.'),
        'less-than': figureLine.optional().describe('Below this line, which is not included.'),
      })
      .refine(
        (spec) => (spec['at-least'] === undefined) !== (spec['less-than'] === undefined),
        saying({ zh: 'at-least 与 less-than 写且只写一个', en: 'either at-least or less-than' }),
      )
      .describe(
        "A manager's whole figure against a line, or one figure divided by another. Not applicable where the divisor is 0; unknown where there is no row.",
      );
  },
  says: ({ of, to, 'at-least': least, 'less-than': under }, names) => {
    const named = (each: Operand): string => {
      if ('measure' in each) return names.measure(each.measure);
      if ('collected' in each) return names.collected(each.collected);
      const classes = names.value(each.classified);
      return names.say({ zh: `贷款余额（${classes}）`, en: `loans (${classes})` });
    };
    return `${named(of)}${to ? ` ÷ ${named(to)}` : ''} ${least ? `≥ ${names.value(least)}` : `< ${names.value(under ?? '')}`}`;
  },
});
