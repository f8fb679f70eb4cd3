/** What many places of a policy file are written with. */
import { z } from 'zod';
import { id } from './reference.ts';

export const text = z.strictObject({ zh: z.string(), en: z.string() });

export const article = z.string();

/** The article's own text, beside what is made of it. */
export const quotation = z
  .string()
  .optional()
  .describe("The article's text, as the regulation has it or in brief, to be read beside the rule.");

/** What a rule of its own has. */
export const named = { rule: id, title: text, article };
