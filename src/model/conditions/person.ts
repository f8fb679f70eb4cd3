/** What the roster and the reviews say of a person. */
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

export const tenure = node({
  form: ({ byGrade }: References) =>
    z
      .strictObject({
        since: z.string().describe("The roster's column of the day."),
        'at-least': byGrade.count.describe('In years, included.'),
      })
      .describe('So many full years since a day of the roster. Unknown where the day is blank.'),
  says: ({ since, 'at-least': least }, names) =>
    names.say({
      zh: `自${names.column(since)}满 ${names.value(least)} 年`,
      en: `${names.value(least)} years from ${names.column(since)}`,
    }),
});

export const traineeshipOver = node({
  form: ({ count }: References) =>
    z
      .strictObject({
        graduate: count.describe('Months for graduates.'),
        other: count.describe('Months for everyone else.'),
      })
      .describe(
        "The traineeship ends on or before the period's last day. Unknown where its begin is blank, or the kind of trainee while that makes a difference.",
      ),
  says: ({ graduate, other }, { say, value }) =>
    say({
      zh: `见习期满（应届 ${value(graduate)} 月，其他 ${value(other)} 月）`,
      en: `traineeship over (${value(graduate)} months for graduates, ${value(other)} for others)`,
    }),
});

export const rating = node({
  form: ({ rating }: References) =>
    z
      .strictObject({ 'one-of': z.array(rating).min(1).describe('The ratings.') })
      .describe("The year's review says one of these. Unknown where there is none."),
  says: ({ 'one-of': words }, { say, rating }) =>
    say({
      zh: `年度考核为${words.map(rating).join('或')}`,
      en: `review is ${words.map(rating).join(' or ')}`,
    }),
});
