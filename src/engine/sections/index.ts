/** The kinds of section, each worked out by its own file. */
import type { SectionResult } from '../../model/section-result.ts';
import type { SectionKind, SectionSpec, SpecOf } from '../../model/sections/index.ts';
import { verdictsOf } from '../../model/sections/verdicts.ts';
import { assigned } from './assigned.ts';
import { champions } from './champions.ts';
import { deferral } from './deferral.ts';
import { duties } from './duties/index.ts';
import type { SectionEvaluator, SectionInput } from './evaluator.ts';
import { headcount } from './headcount.ts';
import { level } from './level.ts';
import { lines } from './lines/index.ts';
import { pay } from './pay/index.ts';
import { places } from './places.ts';
import { plan } from './plan.ts';
import { pool } from './pool.ts';
import { proposals } from './proposals.ts';
import { ranks } from './ranks.ts';
import { scorecard } from './scorecard.ts';
import { staffing } from './staffing.ts';

const evaluators: { readonly [K in SectionKind]: SectionEvaluator<SpecOf<K>> } = {
  assigned,
  champions,
  deferral,
  duties,
  headcount,
  level,
  lines,
  pay,
  places,
  plan,
  pool,
  proposals,
  ranks,
  scorecard,
  staffing,
};

/** A section's result, with its declaration's id, kind, title and article. */
export function evaluateSection(spec: SectionSpec, input: SectionInput): SectionResult {
  const { id } = input;
  const { kind, title, article, interim } = spec;
  const provisos = interim && input.branch.stage === 'interim' ? [interim] : [];
  const { entries, ...evaluated } = evaluateAs(kind, spec, input);
  return {
    id,
    kind,
    title,
    article,
    ...evaluated,
    verdicts: verdictsOf(spec),
    assumed: input.branch.assumptions.at(['sections', id]),
    entries: entries.map((entry) => ({ ...entry, notes: [...entry.notes, ...provisos] })),
  };
}

function evaluateAs<K extends SectionKind>(kind: K, spec: SectionSpec, input: SectionInput) {
  const evaluator: SectionEvaluator<SpecOf<K>> = evaluators[kind];
  return evaluator(spec as SpecOf<K>, input);
}
