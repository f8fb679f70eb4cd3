/**
 * A card: each dimension's score, the weighted total (half-up to 0.01, once), its band, and the rank among the managers
 * whose total is known. One score that is missing leaves the total unknown, and is named.
 */

import { type Calculation, countOf, type Fact, madeFrom } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import type { Hundredths } from '../../model/money.ts';
import type { Outcome } from '../../model/outcome.ts';
import { zero } from '../../model/ratio.ts';
import type { SectionEntry, SectionFigure } from '../../model/section-result.ts';
import type { DimensionSpec, ScorecardSpec } from '../../model/sections/scorecard.ts';
import { computed, mean, points } from '../arithmetic.ts';
import { evaluate } from '../conditions/index.ts';
import type { Context } from '../context.ts';
import { findingOf, missingIn, outOfScope } from '../finding.ts';
import { entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';
import { type IndicatorScore, indicatorScore } from './indicators.ts';
import { resultsOf } from './results.ts';

const titles = {
  verdict: { zh: '评定', en: 'Band' },
  total: { zh: '总分', en: 'Total' },
  rank: { zh: '名次', en: 'Rank' },
} as const;

/** One entry for each manager. */
export const scorecard: SectionEvaluator<ScorecardSpec> = (spec, { contexts }) => {
  const cards = contexts.map((context) => ({ context, card: cardOf(spec, context) }));
  const totals = cards.flatMap(({ card }) => card.points ?? []);
  return {
    subjects: 'managers',
    verdictTitle: titles.verdict,
    entries: cards.map(({ context, card }) => entryFor(spec, card, totals, context)),
  };
};

interface Dimension {
  readonly finding: Finding;
  readonly weight: Fact;
  /** Its weight and its score. */
  readonly figures: readonly SectionFigure[];
  readonly outcome: Outcome;
  /** Weight × score, unrounded; null: not known. */
  readonly part: Calculation | null;
}

interface Card {
  readonly dimensions: readonly Dimension[];
  readonly figures: readonly SectionFigure[];
  readonly total: SectionFigure;
  /** The total in hundredths of a point; null: not known. */
  readonly points: Hundredths | null;
}

function cardOf(spec: ScorecardSpec, context: Context): Card {
  const dimensions = Object.entries(spec.dimensions).map(([id, each]) =>
    dimensionOf(id, each, spec, context),
  );
  const figures = dimensions.flatMap((dimension) => dimension.figures);
  const total = computed('total', titles.total, points, totalOf(spec, dimensions));
  const { quantity } = total.fact;
  return { dimensions, figures, total, points: quantity?.kind === 'amount' ? quantity.value : null };
}

/** Σ weight × score; where a dimension does not speak of everybody, over the weights of those that do. */
function totalOf(spec: ScorecardSpec, dimensions: readonly Dimension[]): Calculation | null {
  const counted = dimensions.filter(({ outcome }) => outcome !== 'not-applicable');
  const parts = counted.flatMap(({ part }) => part ?? []);
  if (parts.length < counted.length || counted.length === 0) return null;
  const sum: Calculation = { sum: parts };
  if (Object.values(spec.dimensions).every(({ applies }) => applies === undefined)) return { cents: sum };
  const weights = dimensions.map(({ weight }) => ({ fact: weight }));
  return { cents: { quotient: [sum, { sum: weights }] } };
}

const weightId = (dimension: string): string => `${dimension}.weight`;
const scoreId = (dimension: string): string => `${dimension}.score`;

function dimensionOf(id: string, spec: DimensionSpec, card: ScorecardSpec, context: Context): Dimension {
  const { parameters } = context.branch;
  const applies = spec.applies && evaluate(spec.applies, context);
  const named = { rule: id, title: spec.title, article: spec.article };
  const weightTitle = { zh: `${spec.title.zh}权重`, en: `Weight of ${spec.title.en}` };
  const weight = parameters.fact(spec.weight);
  const none: Fact = { ...weight, quantity: { kind: 'ratio', value: zero } };
  if (applies?.outcome === 'unmet' || applies?.outcome === 'not-applicable')
    return {
      finding: findingOf(named, { ...outOfScope, parts: [applies] }),
      weight: none,
      figures: [figureOf(weightId(id), weightTitle, none), computed(scoreId(id), spec.title, points, null)],
      outcome: 'not-applicable',
      part: null,
    };
  const indicators = Object.entries(spec.indicators).map(([indicator, each]) => ({
    ...indicatorScore(indicator, each, card, context),
    weight: each.weight === undefined ? null : parameters.fact(each.weight),
  }));
  const score = together(indicators);
  const figure = computed(scoreId(id), spec.title, points, score && { cents: score });
  const parts = [...(applies ? [applies] : []), ...indicators.map(({ finding }) => finding)];
  const known = score !== null && applies?.outcome !== 'unknown';
  return {
    finding: findingOf(named, {
      by: { kind: 'known' },
      outcome: known ? 'met' : 'unknown',
      observed: figure.fact,
      parts,
      missing: missingIn(parts),
    }),
    weight,
    figures: [figureOf(weightId(id), weightTitle, weight), figure],
    outcome: known ? 'met' : 'unknown',
    part: known ? { product: [{ fact: weight }, score] } : null,
  };
}

/** By their own weights, or as a plain mean. */
function together(
  indicators: readonly (IndicatorScore & { readonly weight: Fact | null })[],
): Calculation | null {
  const known = indicators.flatMap(({ by, weight }) => (by === null ? [] : [{ by, weight }]));
  if (known.length < indicators.length) return null;
  if (known.some(({ weight }) => weight === null)) return mean(known.map(({ by }) => by));
  return {
    sum: known.map(({ by, weight }) => ({
      product: [weight === null ? { number: '0' } : { fact: weight }, by],
    })),
  };
}

function entryFor(
  spec: ScorecardSpec,
  { dimensions, figures, total, points: own }: Card,
  totals: readonly Hundredths[],
  context: Context,
): SectionEntry {
  const findings = dimensions.map(({ finding }) => finding);
  const bands = resultsOf(spec.bands, total.fact, spec.article, context);
  const steps = bands.steps(findings.length, []);
  return entryOf(context.manager, {
    outcome: own === null ? 'unknown' : 'met',
    verdict: bands.reached,
    verdictSteps: steps && { takesPart: null, ...steps },
    figures: [...figures, total, figureOf('rank', titles.rank, rankOf(own, totals, total.fact))],
    findings: [...findings, ...bands.findings],
    missing: own === null ? missingIn(findings) : [],
  });
}

/** Ties share: 1, 2, 2, 4. */
const rankOf = (own: Hundredths | null, totals: readonly Hundredths[], total: Fact): Fact =>
  madeFrom(
    titles.rank,
    own === null ? null : countOf('rank', 1 + totals.filter((other) => other > own).length),
    [total],
  );
