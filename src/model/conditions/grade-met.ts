/** The conditions of the grade held, or of the next. */
import { z } from 'zod';
import { node } from './node.ts';

export const gradeMet = node({
  form: () =>
    z.enum(['held', 'next-above']).describe('The conditions of the grade held, or of the one next above it.'),
  says: (spec, { say }) =>
    say(
      spec === 'held'
        ? { zh: '符合现聘等级的全部条件', en: 'all conditions of the grade held hold' }
        : { zh: '符合上一等级的全部条件', en: 'all conditions of the next grade hold' },
    ),
});
