/** Some credit item shows signs. */
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
