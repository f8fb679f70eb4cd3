/** Grades with places: who meets a grade's conditions is taken in an order while it has places, and moves so many steps. */
import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import { figures } from '../figures/index.ts';
import { id, type References, saying } from '../reference.ts';
import { named, text } from '../written.ts';
import { head } from './section.ts';

export const places = (refs: References, { ruled }: Vocabulary) => {
  const { figure } = figures(refs);
  const grade = z
    .strictObject({
      title: text,
      names: z
        .array(z.string())
        .optional()
        .describe('Further words of the roster for it; the title and the id are known anyway.'),
      places: refs
        .parameter({ shape: 'places' })
        .optional()
        .describe(
          'How many it takes: a number, or a percentage of all who are appraised, missing figures included, rounded down, at least 1. Without it, whoever meets the conditions.',
        ),
      most: refs.count.optional().describe('And at most so many.'),
      'equals-by': z
        .array(figure)
        .optional()
        .describe('Among equals the higher of these figures goes first, one after the other.'),
      ties: z
        .enum(['all', 'none'])
        .optional()
        .describe(
          'Of equals at the last place not all of whom fit: all are placed, beyond the number, or none and it stays empty.',
        ),
    })
    .refine(
      ({ places, ties }) => (places === undefined) === (ties === undefined),
      saying({
        zh: '有名额（places）的等级要写明并列如何处理（ties），没有的不写',
        en: 'a grade with places says what becomes of ties, and one without says nothing of them',
      }),
    )
    .refine(
      ({ places, most, 'equals-by': equals }) =>
        places !== undefined || (most === undefined && equals === undefined),
      saying({ zh: 'most、equals-by 只与 places 同用', en: 'most and equals-by stand beside places' }),
    );
  return z
    .strictObject({
      ...head('places'),
      grades: z
        .record(id, grade)
        .describe(
          'From high to low; the last takes whoever was not placed higher. Parameters by grade, and `for-grades` of a rule, name them; the roster holds their titles where there are `steps`, else they are classes of the quarter.',
        ),
      rules: z
        .array(ruled(named))
        .min(1)
        .describe('All that apply to a grade are required for it; they are asked for that grade.'),
      by: figure.describe('Who is taken first: the highest.'),
      steps: z
        .strictObject({
          up: refs.count
            .optional()
            .describe('Nobody rises more grades than this: a condition of every grade, `step`.'),
          down: refs.count
            .optional()
            .describe(
              'Nobody falls more grades than this: whoever was placed lower gets that grade without a place of it.',
            ),
        })
        .optional()
        .describe('How far from the grade held.'),
    })
    .refine(
      ({ grades }) => Object.values(grades).at(-1)?.places === undefined,
      saying({
        zh: '最后一个等级没有名额：其余的人都归它',
        en: 'the last grade has no places: it takes whoever is left',
      }),
    );
};

export type PlacesSpec = z.infer<ReturnType<typeof places>>;
