/** Some customer is below a line in deposits and in loans. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const customerBelow = node({
  form: ({ yuan }: References) =>
    z
      .strictObject({ 'less-than': yuan.describe('The line, which is not included.') })
      .describe('Some customer is below the line in deposits and in loans.'),
  says: ({ 'less-than': line }, { say, value }) =>
    say({
      zh: `客户存款、贷款均低于 ${value(line)}`,
      en: `a customer below ${value(line)} in deposits and loans`,
    }),
});
