/** No credit item showed a sign in the year so far. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

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
