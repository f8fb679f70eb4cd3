/** What every kind of section is declared with. */
import { z } from 'zod';
import { id, type References, text, type vocabulary } from '../condition.ts';

export type Words = ReturnType<typeof vocabulary>;

/** What stands at the head of every section: its kind, its title, its article. */
export const head = <const Kind extends string>(kind: Kind) => ({
  kind: z.literal(kind),
  title: text,
  article: z.string(),
  /** A section that speaks at the year's end only. */
  stage: z.literal('annual').optional(),
});

/** A named rule of a section. */
export const named = { rule: id, title: text, article: z.string() };

/** A kind's schema over the names that the policy declares. */
export type SectionSchema<Schema extends z.ZodObject> = (refs: References, words: Words) => Schema;
