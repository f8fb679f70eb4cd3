/**
 * The highest rank whose rules are all met: stars, titles. What is unknown keeps a rank open and is named. Ranks and the
 * grades of the ladder are assessed and qualified for by the same functions, and are two kinds by what they are for: a grade
 * is held and is carried from quarter to quarter (proposals, allowance and history go by it, and results.json keeps it with
 * the manager), a rank is reached anew each time and pays.
 */
import { amountOf, madeFrom, type Quantity } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import type { SectionEntry, SectionFigure, VerdictSteps } from '../../model/section-result.ts';
import { paid } from '../../model/sections/paid.ts';
import type { RanksSpec } from '../../model/sections/ranks.ts';
import { verdicts } from '../../model/sections/verdicts.ts';
import { same } from '../../model/text.ts';
import { evaluate } from '../conditions/index.ts';
import type { Context } from '../context.ts';
import { missingIn } from '../finding.ts';
import { entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';
import { assess, assessmentFindings, qualify } from './grades.ts';

/** One entry for each manager: the rank reached, and its reward. A manager who takes no part has none. */
export const ranks: SectionEvaluator<RanksSpec> = (spec, { contexts }) => ({
  subjects: 'managers',
  verdictTitle: spec.title,
  entries: contexts.map((context) => entryFor(spec, context)),
});

function entryFor(spec: RanksSpec, context: Context): SectionEntry {
  const { manager } = context;
  const ids = Object.keys(spec.ranks);
  const part = spec['takes-part'] && evaluate(spec['takes-part'], context);
  const parts = part ? [part] : [];
  if (part?.outcome === 'unmet')
    return entryOf(manager, {
      outcome: 'not-applicable',
      verdictSteps: stepsOf(spec, context, parts, []),
      figures: rewardOf(spec, null, context, false),
      findings: parts,
    });
  const assessments = assess(spec.rules, ids, context);
  const { qualifiedGrade, possibleGrade } = qualify(assessments, ids);
  const open = assessments.filter(({ outcome }) => outcome === 'unknown');
  const judged = part?.outcome !== 'unknown' && qualifiedGrade === possibleGrade;
  const rank = qualifiedGrade === null ? null : spec.ranks[qualifiedGrade];
  return entryOf(manager, {
    outcome: judged ? 'met' : 'unknown',
    verdict: judged
      ? qualifiedGrade && rank
        ? { id: qualifiedGrade, title: rank.title }
        : verdicts.ranks.none
      : null,
    verdictSteps: stepsOf(spec, context, parts, ids),
    figures: rewardOf(spec, qualifiedGrade, context, judged),
    findings: [
      ...parts,
      ...assessmentFindings(assessments, (id) => spec.ranks[id]?.title ?? spec.title, spec.article),
    ],
    missing: judged ? [] : missingIn([...parts, ...open.flatMap(({ rules }) => rules)]),
    notes: rank?.approval && judged ? [approvedBy(rank.approval)] : [],
  });
}

/** The first rank that is met, with its reward; the ranks are judged after who takes part. */
function stepsOf(
  { ranks: titles, reward }: RanksSpec,
  { branch: { parameters } }: Context,
  parts: readonly Finding[],
  ids: readonly string[],
): VerdictSteps {
  const paying = (quantity: Quantity) => (reward === undefined ? {} : { [paid.ranks.id]: quantity });
  return {
    takesPart: parts.length === 0 ? null : 0,
    steps: ids.map((id, index) => ({
      finding: parts.length + index,
      verdict: { id, title: titles[id]?.title ?? same(id) },
      figures: reward === undefined ? {} : paying(parameters.fact(reward, id).quantity),
    })),
    otherwise: { verdict: verdicts.ranks.none, figures: paying(amountOf('CNY', 0n)) },
  };
}

const approvedBy = (approval: { zh: string; en: string }) => ({
  zh: `审批：${approval.zh}`,
  en: `approved by: ${approval.en}`,
});

/** The reward of the rank reached; of none it is 0, and not known where the rank is not. */
function rewardOf(
  spec: RanksSpec,
  rank: string | null,
  { branch }: Context,
  judged: boolean,
): SectionFigure[] {
  if (spec.reward === undefined) return [];
  if (!judged || rank === null) {
    const quantity = judged ? amountOf('CNY', 0n) : null;
    return [figureOf(paid.ranks.id, paid.ranks.title, madeFrom(paid.ranks.title, quantity))];
  }
  return [figureOf(paid.ranks.id, paid.ranks.title, branch.parameters.fact(spec.reward, rank))];
}
