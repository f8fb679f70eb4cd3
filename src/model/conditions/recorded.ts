/** What a cell of the roster says. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import type { Text } from '../text.ts';
import { outcomeWords } from '../words.ts';
import { node } from './node.ts';

export const recorded = node({
  form: ({ words }: References) =>
    z
      .strictObject({
        column: z.string(),
        is: z.string().optional().describe('Met when the cell holds this choice.'),
        contains: words
          .optional()
          .describe('Met when it contains one of the words; unmet when it contains one of `never`.'),
        never: words.optional().describe('Unmet when it contains one of these.'),
        'other-than': words.optional().describe('Met when it says anything but one of these words.'),
        blank: z
          .literal('unmet')
          .optional()
          .describe('What a blank cell means; unknown where the policy does not say.'),
      })
      .describe('What a cell of the roster says. Unknown where it is blank, unless `blank` says otherwise.'),
  says: ({ column, is, contains, never, 'other-than': but, blank }, names) => {
    const listed = (words: string | undefined) => words && names.value(words);
    const parts: readonly (readonly [string | undefined, Text])[] = [
      [is && names.choice(column, is), { zh: '为', en: 'is' }],
      [listed(contains), { zh: '含', en: 'contains' }],
      [listed(never), { zh: '不含', en: 'does not contain' }],
      [listed(but), { zh: '有内容且不是', en: 'is anything but' }],
      [blank && names.say(outcomeWords[blank]), { zh: '空白视为', en: 'blank is' }],
    ];
    const said = parts.flatMap(([value, verb]) => (value ? [`${names.say(verb)} ${value}`] : []));
    return `${names.column(column)} ${said.join(names.say({ zh: '，', en: ', ' }))}`;
  },
});
