/** What a section came to for one manager, as a quarter's record keeps it and a later quarter's trend shows it. */
import { z } from 'zod';
import { outcomes } from './outcome.ts';

const text = z.strictObject({ zh: z.string(), en: z.string() });

export const sectionVerdict = z.strictObject({
  policy: z.string(),
  section: z.string(),
  title: text,
  /** Null: none was reached; the outcome says why. */
  verdict: text.nullable(),
  outcome: z.enum(outcomes),
});

export type SectionVerdict = z.infer<typeof sectionVerdict>;
