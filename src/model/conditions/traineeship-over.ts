/** The traineeship is over. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

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
