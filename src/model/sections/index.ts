/** The kinds of section beside the ladder's own. A new kind is one file here, one in engine/sections, one line in each list. */

import { z } from 'zod';
import type { Vocabulary } from '../conditions/index.ts';
import type { References } from '../reference.ts';
import { assigned } from './assigned.ts';
import { champions } from './champions.ts';
import { deferral } from './deferral.ts';
import { duties } from './duties.ts';
import { headcount } from './headcount.ts';
import { level } from './level.ts';
import { lines } from './lines.ts';
import { pay } from './pay.ts';
import { places } from './places.ts';
import { plan } from './plan.ts';
import { pool } from './pool.ts';
import { proposals } from './proposals.ts';
import { ranks } from './ranks.ts';
import { scorecard } from './scorecard.ts';
import { staffing } from './staffing.ts';

/** A section of a policy that declares these names. */
export const section = (refs: References, words: Vocabulary) =>
  z.discriminatedUnion('kind', [
    assigned(refs),
    champions(refs, words),
    deferral(refs, words),
    duties(refs),
    headcount(refs),
    level(refs),
    lines(refs, words),
    pay(refs),
    places(refs, words),
    plan(refs),
    pool(refs),
    proposals(refs, words),
    ranks(refs, words),
    scorecard(refs, words),
    staffing(refs),
  ]);

export type SectionSpec = z.infer<ReturnType<typeof section>>;
export type SectionKind = SectionSpec['kind'];
export type SpecOf<K extends SectionKind> = Extract<SectionSpec, { kind: K }>;
