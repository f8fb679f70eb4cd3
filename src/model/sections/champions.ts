/** Titles of which each goes to the manager with the best figure: the most deposits, the lowest share of bad loans. */

import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import { quotient } from '../figures/index.ts';
import { id, type References, saying } from '../reference.ts';
import { named, text } from '../written.ts';
import { head } from './section.ts';

/** A figure that managers are compared by. */
const contest = (refs: References) =>
  z.strictObject({
    title: text,
    ...quotient(refs),
    best: z.enum(['highest', 'lowest']).describe('Whether the highest or the lowest figure wins.'),
    'nothing-due': z
      .literal('whole')
      .optional()
      .describe(
        'What counts where the divisor is 0: the whole (100 %); without it, the figure is not known.',
      ),
  });

export const champions = (refs: References, { ruled }: Vocabulary) =>
  z
    .strictObject({
      ...head('champions'),
      'takes-part': ruled(named).optional().describe('Who takes part in any of the contests.'),
      figures: z.record(id, contest(refs)).describe('What managers are compared by.'),
      titles: z
        .record(
          id,
          z.strictObject({
            title: text,
            among: ruled(named).optional().describe('Who takes part in this one.'),
            by: refs.choice().describe('A reading: by which figures the title is decided.'),
            contests: z
              .record(z.string(), z.array(id).min(1))
              .describe(
                "Keyed by the reading's choices: the first figure decides, each further one where those before it are equal.",
              ),
          }),
        )
        .describe('The titles, each to one winner or to those who share it.'),
    })
    .refine(
      ({ figures, titles }) =>
        Object.values(titles).every(({ contests }) =>
          Object.values(contests)
            .flat()
            .every((figure) => Object.hasOwn(figures, figure)),
        ),
      saying({ zh: 'contests 里的每一项都要是 figures 之一', en: 'every contest is one of figures' }),
    );

export type ChampionsSpec = z.infer<ReturnType<typeof champions>>;
export type TitleSpec = ChampionsSpec['titles'][string];
export type ContestSpec = ChampionsSpec['figures'][string] & { readonly figure: string };

/** Where a title has no contest for what its reading may say. */
export function choicesWithoutContest(
  sections: Readonly<Record<string, { readonly kind: string }>>,
  parameters: Readonly<Record<string, { readonly choices?: readonly string[] | undefined }>>,
): string[][] {
  return Object.entries(sections).flatMap(([section, spec]) =>
    isChampions(spec)
      ? Object.entries(spec.titles).flatMap(([title, { by, contests }]) => {
          const choices = parameters[by]?.choices ?? [];
          const complete = choices.length > 0 && choices.every((choice) => Object.hasOwn(contests, choice));
          return complete ? [] : [['sections', section, 'titles', title, 'contests']];
        })
      : [],
  );
}

const isChampions = (spec: { readonly kind: string }): spec is ChampionsSpec => spec.kind === 'champions';
