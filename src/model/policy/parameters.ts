/** The values that rules refer to, each from a day on. */
import { z } from 'zod';
import { dayForm, isDay } from '../calendar.ts';
import { id, type References, saying } from '../reference.ts';
import { article, text } from '../written.ts';

/** A day as policies write it. */
export const day = z
  .string()
  .refine(isDay, saying({ zh: '应为日期，如 2026-01-01', en: 'a day such as 2026-01-01' }))
  .meta({ pattern: dayForm.source });

/** `CNY 250,000,000`, `USD 30,000,000`, `80%`, `6`, one of `choices`, or a list of words. */
const value = z.union([z.string(), z.number(), z.array(z.string()).min(1)]);
/** A parameter's value as the file has it. */
export type WrittenValue = z.infer<typeof value>;

export const parameters = ({ grade }: References) =>
  z
    .record(
      id,
      z.strictObject({
        title: text,
        article,
        note: text
          .optional()
          .describe(
            "What the regulation's text says, where it leaves the reading open or the value is an assumption.",
          ),
        assumption: z
          .literal(true)
          .optional()
          .describe(
            'The source does not give this value: it is ours, and every sheet that rests on it says so.',
          ),
        unfilled: text
          .optional()
          .describe(
            'The source leaves the value to each bank, and none need be given: what is shown in its place.',
          ),
        choices: z
          .array(z.string())
          .optional()
          .describe(
            'The values that an open reading may take; its presence marks the parameter as a reading.',
          ),
        value: value
          .optional()
          .describe(
            'For everyone, from the day of `since` on. An amount is `CNY 250,000,000` or `USD 30,000,000`, a percentage `80%`, a number `6`, a reading one of `choices`, words a list.',
          ),
        'by-grade': z
          .partialRecord(grade, value)
          .optional()
          .describe('The same for each grade, rank, level or title.'),
        changed: z
          .record(day, value)
          .optional()
          .describe("`day: value`: from that day on, for everyone, until the next line's day."),
        'changed-by-grade': z
          .record(day, z.partialRecord(grade, value))
          .optional()
          .describe('`day: { grade: value }`: from that day on, for the grades that are named.'),
      }),
    )
    .default({})
    .describe(
      'The values that rules refer to, each dated: one that is not in force on the day asked for is an error.',
    );

export type ParameterSpec = z.infer<ReturnType<typeof parameters>>[string];
