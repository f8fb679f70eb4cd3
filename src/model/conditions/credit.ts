/** Credit items at risk, and loans by their class. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const creditItem = node({
  form: ({ sign }: References) =>
    z
      .strictObject({ signs: z.array(sign).min(1).optional().describe('The signs, all of one item.') })
      .describe(
        'Some credit item shows all of these signs; without signs, there is some credit item. Unknown where a sign cannot be told of any.',
      ),
  says: ({ signs }, names) =>
    signs
      ? names.say({
          zh: `有授信业务出现：${names.signs(signs)}`,
          en: `a credit item is ${names.signs(signs)}`,
        })
      : names.say({ zh: '有授信业务', en: 'has a credit item' }),
});

export const noCreditItem = node({
  form: ({ choice, sign }: References) =>
    z
      .strictObject({
        sign: sign.describe('The sign that none may show.'),
        'no-item-without-archive': choice(['unknown', 'not-applicable']).describe(
          'What holds for a manager without credit items where a quarter is not archived.',
        ),
      })
      .describe(
        'No credit item showed the sign in the year so far. Not applicable without credit items; unknown where an earlier quarter is not archived.',
      ),
  says: ({ sign }, names) =>
    names.say({ zh: `无授信业务出现：${names.signs([sign])}`, en: `no credit item: ${names.signs([sign])}` }),
});

export const shareRose = node({
  form: ({ words }: References) =>
    z
      .strictObject({
        classes: words.describe('The classes whose balance is taken together.'),
        whole: z
          .enum(['met', 'compared'])
          .optional()
          .describe(
            'What 100 % now is, which can rise no further: `met`, as where this is left out, or compared as any other share.',
          ),
        'no-loans-before': z
          .enum(['whole', 'none', 'not-applicable'])
          .optional()
          .describe(
            'What holds where there were no loans at the start of the year: the share counts as the `whole` then, as where this is left out, or as 0 (`none`); or the rule does not apply.',
          ),
      })
      .describe(
        'The share of these classes in the loans is above that of the start of the year; that of some classes fell where that of the others rose. Not applicable without loans now; unknown where the classification or its columns of the start are not there.',
      ),
  says: ({ classes, whole, 'no-loans-before': before }, { say, value }) =>
    say({
      zh: `${value(classes)} 贷款占比高于年初${whole === 'met' ? '，或为 100 %' : ''}${before ? `（年初无贷款：${value(before)}）` : ''}`,
      en: `share of ${value(classes)} above the start of the year${whole === 'met' ? ', or 100 %' : ''}${before ? ` (no loans then: ${value(before)})` : ''}`,
    }),
});
