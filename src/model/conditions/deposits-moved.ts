/** The deposits of some customer moved since the last quarter. */
import { z } from 'zod';
import { type References, saying } from '../reference.ts';
import { node } from './node.ts';

export const depositsMoved = node({
  form: ({ yuan }: References) =>
    z
      .strictObject({
        'at-least': yuan.optional().describe('Up or down by this much or more.'),
        'to-less-than': yuan.optional().describe('At this line or above it then, and below it now.'),
      })
      .refine(
        (spec) => (spec['at-least'] === undefined) !== (spec['to-less-than'] === undefined),
        saying({
          zh: '`at-least` 与 `to-less-than` 写且只写一个',
          en: 'exactly one of `at-least` and `to-less-than`',
        }),
      )
      .describe(
        "The deposits of some customer moved so since the last quarter's end, as the archive has it. Who came from or went to another manager is left out. Unknown where that quarter is not archived.",
      ),
  says: ({ 'at-least': least, 'to-less-than': through = '' }, { say, value }) =>
    say(
      least
        ? {
            zh: `有客户存款余额较上季末变动 ≥ ${value(least)}`,
            en: `deposits of a customer moved by ≥ ${value(least)} since the last quarter's end`,
          }
        : {
            zh: `有客户存款余额由上季末不低于 ${value(through)} 降到以下`,
            en: `deposits of a customer fell below ${value(through)} since the last quarter's end`,
          },
    ),
});
