/** The kinds of section beside the ladder's own. A new kind is one file here, one in engine/sections, one line in each list. */
import { z } from 'zod';
import type { References } from '../condition.ts';
import { ranks } from './ranks.ts';
import type { Words } from './section.ts';

/** A section of a policy that declares these names. */
export const section = (refs: References, words: Words) => z.discriminatedUnion('kind', [ranks(refs, words)]);

export type SectionSpec = z.infer<ReturnType<typeof section>>;
export type SectionKind = SectionSpec['kind'];
export type SpecOf<K extends SectionKind> = Extract<SectionSpec, { kind: K }>;
