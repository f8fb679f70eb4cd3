/**
 * A manager's own plan: every target of the quarter and of the year against its actual figure. Completions are compared
 * unrounded; a target of 0 sets no task; a plan of such targets only does not apply.
 */
import type { TargetResult } from '../../model/appraisal.ts';
import { amountOf, countOf, type Fact, show } from '../../model/fact.ts';
import type { Finding, Missing } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { allOf, anyOf, metIf, type Outcome } from '../../model/outcome.ts';
import { isAtLeast, type Ratio, times, toWhole } from '../../model/ratio.ts';
import type { SectionEntry } from '../../model/section-result.ts';
import type { PlanSpec } from '../../model/sections/plan.ts';
import { verdicts } from '../../model/sections/verdicts.ts';
import type { Lang, Text } from '../../model/text.ts';
import { calculated, computed } from '../arithmetic.ts';
import { averageOf, basisOf, completionFact, isTask, missingActual } from '../completions.ts';
import type { Context } from '../context.ts';
import { comparedBy, evidence, findingOf, missingIn, outOfScope } from '../finding.ts';
import { entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';

export const plan: SectionEvaluator<PlanSpec> = (spec, { contexts }) => ({
  subjects: 'managers',
  verdictTitle: { zh: '计划完成', en: 'Plan' },
  entries: contexts.map((context) => entryFor(spec, context)),
});

const titles = {
  quarter: { zh: '本季计划', en: 'Plan of the quarter' },
  year: { zh: '本年计划', en: 'Plan of the year' },
  'quarter-completion': { zh: '本季平均完成率', en: 'Average completion of the quarter' },
  'year-completion': { zh: '本年平均完成率', en: 'Average completion of the year' },
  planned: { zh: '计划项数', en: 'Targets planned' },
  reached: { zh: '完成项数', en: 'Targets reached' },
} as const;

function entryFor(spec: PlanSpec, context: Context): SectionEntry {
  const { branch, manager } = context;
  const findings = {
    quarter: findingFor(spec, 'quarter', context),
    year: findingFor(spec, 'year', context),
  };
  const { outcome, missing } = findings[basisOf(branch.parameters.choice(spec.period), branch)];
  const judged = outcome === 'met' || outcome === 'unmet';
  return entryOf(manager, {
    outcome: judged ? 'met' : outcome,
    verdict: judged ? verdicts.plan[outcome === 'met' ? 'fulfilled' : 'unfulfilled'] : null,
    figures: figuresOf(spec, context),
    findings: [findings.quarter, findings.year],
    missing,
  });
}

const countedOf = ({ counted }: PlanSpec, { branch, targets }: Context): TargetResult[] =>
  targets.filter(({ main }) => main || branch.parameters.choice(counted) === 'every');

function figuresOf(spec: PlanSpec, context: Context) {
  const { branch } = context;
  const counted = countedOf(spec, context);
  const basis = basisOf(branch.parameters.choice(spec.period), branch);
  const line = branch.parameters.ratio(spec.line);
  const tasks = counted.filter((target) => isTask(target, basis));
  const outcomes = tasks.map((target) => outcomeOf(target, basis, line));
  const reached = outcomes.includes('unknown') ? null : outcomes.filter((each) => each === 'met').length;
  const average = (of: Basis) =>
    computed(`${of}-completion`, titles[`${of}-completion`], 'share', averageOf(counted, of));
  const count = (id: 'planned' | 'reached', number: number | null) =>
    figureOf(id, titles[id], {
      quantity: number === null ? null : countOf('number', number),
      origin: {
        kind: 'calculation',
        title: titles[id],
        how: { from: tasks.map((target) => target[basis].actual) },
      },
    });
  return [average('quarter'), average('year'), count('planned', tasks.length), count('reached', reached)];
}

function outcomeOf(target: TargetResult, basis: Basis, line: Ratio): Outcome {
  if (!isTask(target, basis)) return 'not-applicable';
  const { ratio } = target[basis];
  return ratio === null ? 'unknown' : metIf(isAtLeast(ratio, line));
}

/** The whole plan on one basis: each target with its completion, and the outcome of those that count together. */
function findingFor(spec: PlanSpec, basis: Basis, context: Context): Finding {
  const { parameters } = context.branch;
  const threshold = parameters.fact(spec.line);
  const line = parameters.ratio(spec.line);
  const counted = new Set(countedOf(spec, context));
  const parts = context.targets.map((target) => ({
    target,
    finding: targetFinding(target, basis, { threshold, line, counts: counted.has(target) }),
  }));
  const deciding = parts.flatMap(({ target, finding }) => (counted.has(target) ? [finding] : []));
  const observed = calculated(titles[`${basis}-completion`], 'share', averageOf([...counted], basis));
  const named = { rule: basis, title: titles[basis], article: spec.article };
  const whole = parts.map(({ finding }) => finding);
  const shown = { observed, threshold, parts: whole, missing: missingIn(deciding) };
  if (deciding.length === 0)
    return findingOf(named, { ...shown, by: thePlan, outcome: 'unknown', missing: [noPlan] });
  const outcomes = deciding.map(({ outcome }) => outcome);
  if (outcomes.every((outcome) => outcome === 'not-applicable'))
    return findingOf(named, { ...shown, ...outOfScope });
  switch (parameters.choice(spec.reading)) {
    case 'average':
      return findingOf(named, {
        ...shown,
        ...comparedBy('at-least', observed, threshold),
        parts: whole.map((part) => ({ ...part, aside: true })),
      });
    case 'any':
      return findingOf(named, { ...shown, by: { kind: 'any' }, outcome: anyOf(outcomes) });
    default:
      return findingOf(named, { ...shown, by: { kind: 'all' }, outcome: allOf(outcomes) });
  }
}

const thePlan = { kind: 'record', table: 'targets', column: null } as const;

interface Against {
  readonly threshold: Fact;
  readonly line: Ratio;
  /** Whether it decides, or is shown only. */
  readonly counts: boolean;
}

function targetFinding(target: TargetResult, basis: Basis, { threshold, line, counts }: Against): Finding {
  const done = completionFact(target, basis);
  return findingOf(
    { rule: target.indicator, title: target.title, article: '' },
    {
      ...(isTask(target, basis) ? comparedBy('at-least', done, threshold) : outOfScope),
      aside: !counts,
      observed: done,
      threshold,
      evidence: [evidence('targets', target.origin, saysOf(target, basis, line))],
      missing: [missingActual(target)],
      notes: counts ? [] : [notCounted],
    },
  );
}

/** What was planned, what was reached, and what is short of the line. */
function saysOf(target: TargetResult, basis: Basis, line: Ratio): Text {
  const { actual, target: planned } = target[basis];
  const inUnit = (value: bigint, lang: Lang) => show(amountOf(target.unit, value), lang);
  const reached = actual.quantity?.kind === 'amount' ? actual.quantity.value : null;
  const short = reached === null ? 0n : toWhole(times(line, planned)) - reached;
  const says = (lang: Lang, words: readonly [string, string, string, string, string]): string => {
    const [plannedWord, actualWord, unknown, shortWord, comma] = words;
    const done = reached === null ? unknown : inUnit(reached, lang);
    const gap = short > 0n ? `${comma}${shortWord} ${inUnit(short, lang)}` : '';
    return `${plannedWord} ${inUnit(planned, lang)}${comma}${actualWord} ${done}${gap}`;
  };
  return {
    zh: says('zh', ['计划', '实绩', '不明', '差', '，']),
    en: says('en', ['planned', 'reached', 'unknown', 'short by', ', ']),
  };
}

const noPlan: Missing = {
  key: 'plan',
  text: { zh: '没有计入考核的计划', en: 'there is no plan that counts' },
};
const notCounted: Text = { zh: '非主要业务指标，不计入', en: 'no main indicator: shown, not counted' };
