/** What another rule came to. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { outcomeWords, warningWords } from '../words.ts';
import { node } from './node.ts';

export const outcomeOf = node({
  form: ({ ruleId }: References) =>
    z
      .strictObject({
        rule: ruleId,
        is: z.enum(['met', 'unmet', 'triggered', 'review']).describe('The outcome that is asked for.'),
      })
      .describe('Another rule came out so: the floor, or in decisions a warning. Unknown where that is.'),
  says: ({ rule, is }, { say, refer }) => {
    const came = is === 'met' || is === 'unmet' ? outcomeWords[is] : warningWords[is];
    return say({ zh: `${refer.rule(rule)} ${came.zh}`, en: `${refer.rule(rule)} is ${came.en}` });
  },
});
