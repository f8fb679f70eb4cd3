/** The kinds of section, each worked out by its own file. */
import type { SectionResult } from '../../model/section-result.ts';
import type { SectionKind, SectionSpec, SpecOf } from '../../model/sections/index.ts';
import { ranks } from './ranks.ts';
import type { Answerer, Scene } from './scene.ts';

const answerers: { readonly [K in SectionKind]: Answerer<SpecOf<K>> } = { ranks };

/** A section's result, with its declaration's id, kind, title and article. */
export function answer(id: string, spec: SectionSpec, scene: Scene): SectionResult {
  const { kind, title, article } = spec;
  return { id, kind, title, article, ...answerAs(kind, spec, scene) };
}

function answerAs<K extends SectionKind>(kind: K, spec: SectionSpec, scene: Scene) {
  const answerer: Answerer<SpecOf<K>> = answerers[kind];
  return answerer(spec as SpecOf<K>, scene);
}
