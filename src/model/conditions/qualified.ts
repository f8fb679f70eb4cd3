/** The qualified grade against the grade held. */
import { z } from 'zod';
import { node } from './node.ts';

export const qualified = node({
  form: () =>
    z
      .enum(['above-held', 'at-least-held', 'two-above-held'])
      .describe('The qualified grade against the grade held; only in decisions.'),
  says: (spec, { say }) =>
    say(
      {
        'above-held': { zh: '测算等级高于现聘', en: 'qualified above the grade held' },
        'at-least-held': { zh: '测算等级不低于现聘', en: 'qualified at or above the grade held' },
        'two-above-held': { zh: '测算等级高出现聘两级以上', en: 'qualified two or more above' },
      }[spec],
    ),
});
