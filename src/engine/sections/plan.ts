/**
 * A manager's own plan: every target of the quarter and of the year against its actual figure. Completions are compared
 * unrounded; a target of 0 sets no task; a plan of such targets only does not apply. The plan beside a ladder has no line
 * of its own: it is only said whether its figures are known.
 */
import type { Averages, TargetResult } from '../../model/appraisal.ts';
import { countOf, type Fact, inUnit, isInUnit, show, valueIn } from '../../model/fact.ts';
import type { Finding, Missing } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { allOf, anyOf } from '../../model/outcome.ts';
import { minus, type Ratio, times, zero } from '../../model/ratio.ts';
import type { SectionEntry, SectionFigure, VerdictSteps } from '../../model/section-result.ts';
import type { PlanSpec } from '../../model/sections/plan.ts';
import { verdicts } from '../../model/sections/verdicts.ts';
import { flat, type Lang, type Text } from '../../model/text.ts';
import { plainly } from '../averaging.ts';
import { averagesOf, basisOf, completionFact, isTask, missingActual } from '../completions.ts';
import type { Context } from '../context.ts';
import { comparedBy, evidence, findingOf, missingIn, outOfScope } from '../finding.ts';
import { entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';
import { growthOf } from './plan-growth.ts';

export const plan: SectionEvaluator<PlanSpec> = (spec, { contexts }) => ({
  subjects: 'managers',
  verdictTitle: { zh: '计划完成', en: 'Plan' },
  entries: contexts.map((context) => planEntry(spec, context)),
});

/** Without a line, the main targets are shown as they stand. */
type Plan = Pick<PlanSpec, 'article'> &
  Partial<Pick<PlanSpec, 'at-least' | 'period' | 'counted' | 'reading' | 'against'>>;

const titles = {
  quarter: { zh: '本季计划', en: 'Plan of the quarter' },
  year: { zh: '本年计划', en: 'Plan of the year' },
  planned: { zh: '计划项数', en: 'Targets planned' },
  reached: { zh: '完成项数', en: 'Targets reached' },
} as const;

export function planEntry(
  spec: Plan,
  context: Context,
  averages: Averages = averagesOf(countedOf(spec, context), plainly),
): SectionEntry {
  const { manager } = context;
  const findings = {
    quarter: findingFor(spec, 'quarter', context, averages),
    year: findingFor(spec, 'year', context, averages),
  };
  const { outcome, missing } = findings[decidingBasis(spec, context)];
  const judged = outcome === 'met' || outcome === 'unmet';
  return entryOf(manager, {
    outcome: judged ? 'met' : outcome,
    verdict:
      judged && spec['at-least'] !== undefined
        ? verdicts.plan[outcome === 'met' ? 'fulfilled' : 'unfulfilled']
        : null,
    verdictSteps: spec['at-least'] === undefined ? null : stepsOf(decidingBasis(spec, context)),
    figures: figuresOf(spec, context, averages),
    findings: [findings.quarter, findings.year],
    missing,
  });
}

const stepsOf = (basis: Basis): VerdictSteps => ({
  takesPart: null,
  steps: [{ finding: basis === 'quarter' ? 0 : 1, verdict: verdicts.plan.fulfilled, figures: {} }],
  otherwise: { verdict: verdicts.plan.unfulfilled, figures: {} },
});

const decidingBasis = ({ period }: Plan, { branch }: Context): Basis =>
  basisOf(period === undefined ? 'by-stage' : branch.parameters.choice(period), branch);

const countedOf = ({ counted }: Plan, { branch, targets }: Context): TargetResult[] =>
  targets.filter(
    ({ main }) => main || (counted !== undefined && branch.parameters.choice(counted) === 'every'),
  );

/**
 * The averages; against a line also how many targets there are, and how many reach it. The first page has room for the
 * last few.
 */
function figuresOf(spec: Plan, context: Context, averages: Averages): SectionFigure[] {
  const counted = countedOf(spec, context);
  const basis = decidingBasis(spec, context);
  const line = lineOf(spec, context);
  const tasks = counted.filter((target) => isTask(target, basis));
  const outcomes = tasks.map((target) => targetFinding(target, basis, { line, counts: true }).outcome);
  const reached = outcomes.includes('unknown') ? null : outcomes.filter((each) => each === 'met').length;
  const average = (of: Basis) => figureOf(`${of}-completion`, averages[of].origin.title, averages[of]);
  const count = (id: 'planned' | 'reached', number: number | null) =>
    figureOf(id, titles[id], {
      quantity: number === null ? null : countOf('number', number),
      origin: {
        kind: 'calculation',
        title: titles[id],
        how: { from: tasks.map((target) => target[basis].actual) },
      },
    });
  return [
    ...growthOf(spec.against ?? [], context),
    average('quarter'),
    average('year'),
    ...(line === null ? [] : [count('planned', tasks.length), count('reached', reached)]),
  ];
}

interface Line {
  readonly fact: Fact;
  readonly value: Ratio;
}

const lineOf = ({ 'at-least': line }: Plan, { branch: { parameters } }: Context): Line | null =>
  line === undefined ? null : { fact: parameters.fact(line), value: parameters.ratio(line) };

/** The whole plan on one basis: each target with its completion, and the outcome of those that count together. */
function findingFor(spec: Plan, basis: Basis, context: Context, averages: Averages): Finding {
  const { parameters } = context.branch;
  const line = lineOf(spec, context);
  const threshold = line?.fact ?? null;
  const counted = new Set(countedOf(spec, context));
  const parts = context.targets.map((target) => ({
    target,
    finding: targetFinding(target, basis, { line, counts: counted.has(target) }),
  }));
  const deciding = parts.flatMap(({ target, finding }) => (counted.has(target) ? [finding] : []));
  const observed = line && averages[basis];
  const named = { rule: basis, title: titles[basis], article: spec.article };
  const whole = parts.map(({ finding }) => finding);
  const shown = { observed, threshold, parts: whole, missing: missingIn(deciding) };
  if (deciding.length === 0 && line !== null)
    return findingOf(named, { ...shown, by: thePlan, outcome: 'unknown', missing: [noPlan] });
  const outcomes = deciding.map(({ outcome }) => outcome);
  if (outcomes.every((outcome) => outcome === 'not-applicable'))
    return findingOf(named, { ...shown, ...outOfScope });
  switch (spec.reading === undefined ? 'all' : parameters.choice(spec.reading)) {
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
  readonly line: Line | null;
  /** Whether it decides, or is shown only. */
  readonly counts: boolean;
}

function targetFinding(target: TargetResult, basis: Basis, { line, counts }: Against): Finding {
  const observed = completionFact(target, basis);
  const threshold = line?.fact ?? null;
  return findingOf(
    { rule: target.indicator, title: target.title, article: '' },
    {
      ...(!isTask(target, basis)
        ? outOfScope
        : threshold === null
          ? { by: { kind: 'known' }, outcome: observed.quantity === null ? 'unknown' : 'met' }
          : comparedBy('at-least', observed, threshold)),
      aside: !counts,
      observed,
      threshold,
      evidence: [evidence('targets', target.origin, saysOf(target, basis, line?.value ?? zero))],
      missing: [missingActual(target)],
      notes: counts ? [] : [notCounted],
    },
  );
}

/** What was planned, what was reached, and what is short of the line. */
function saysOf(target: TargetResult, basis: Basis, line: Ratio): Text {
  const { actual, target: planned } = target[basis];
  const reached = isInUnit(actual.quantity) ? actual.quantity : null;
  const short = reached && inUnit(target.unit, minus(times(line, valueIn(planned)), valueIn(reached)));
  const says = (lang: Lang, words: readonly [string, string, string, string, string]): string => {
    const [plannedWord, actualWord, unknown, shortWord, comma] = words;
    const done = reached === null ? unknown : show(reached, lang);
    const gap = short && valueIn(short).n > 0n ? `${comma}${shortWord} ${show(short, lang)}` : '';
    return flat`${plannedWord} ${show(planned, lang)}${comma}${actualWord} ${done}${gap}`;
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
