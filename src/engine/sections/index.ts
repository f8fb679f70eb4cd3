/** The kinds of section, each worked out by its own file. */
import type { SectionResult } from '../../model/section-result.ts';
import type { SectionKind, SectionSpec, SpecOf } from '../../model/sections/index.ts';
import { champions } from './champions.ts';
import { duties } from './duties/index.ts';
import { headcount } from './headcount.ts';
import { level } from './level.ts';
import { pay } from './pay/index.ts';
import { plan } from './plan.ts';
import { proposals } from './proposals.ts';
import { ranks } from './ranks.ts';
import type { Answerer, Scene } from './scene.ts';
import { scorecard } from './scorecard.ts';
import { staffing } from './staffing.ts';

const answerers: { readonly [K in SectionKind]: Answerer<SpecOf<K>> } = {
  champions,
  duties,
  headcount,
  level,
  pay,
  plan,
  proposals,
  ranks,
  scorecard,
  staffing,
};

/** A section's result, with its declaration's id, kind, title and article. */
export function answer(id: string, spec: SectionSpec, scene: Scene): SectionResult {
  const { kind, title, article, interim } = spec;
  const said = interim && scene.branch.stage === 'interim' ? [interim] : [];
  const { entries, ...answered } = answerAs(kind, spec, scene);
  return {
    id,
    kind,
    title,
    article,
    ...answered,
    entries: entries.map((entry) => ({ ...entry, notes: [...entry.notes, ...said] })),
  };
}

function answerAs<K extends SectionKind>(kind: K, spec: SectionSpec, scene: Scene) {
  const answerer: Answerer<SpecOf<K>> = answerers[kind];
  return answerer(spec as SpecOf<K>, scene);
}
