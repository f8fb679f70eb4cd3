/** One indicator of a card: a score that people gave, or how far the plan was reached, within its floor and cap. */

import { type Calculation, machineText } from '../../model/fact.ts';
import type { Finding, Missing } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { exactPlaces } from '../../model/ratio.ts';
import type { IndicatorSpec, ScorecardSpec } from '../../model/sections/scorecard.ts';
import { calculated, points } from '../arithmetic.ts';
import { plainly } from '../averaging.ts';
import { averageOf, basisOf, isTask, missingActuals, noPlan } from '../completions.ts';
import type { Context } from '../context.ts';
import { evidence, findingOf } from '../finding.ts';
import { givenScore } from '../scores.ts';

export interface IndicatorScore {
  /** Points, unrounded; null: not known. */
  readonly by: Calculation | null;
  readonly finding: Finding;
}

interface ScoreBasis extends Pick<Finding, 'evidence' | 'missing' | 'notes'> {
  readonly by: Calculation | null;
}

export function indicatorScore(
  id: string,
  spec: IndicatorSpec,
  card: ScorecardSpec,
  context: Context,
): IndicatorScore {
  const { parameters } = context.branch;
  const basis = basisOf(parameters.choice(card.period), context.branch);
  const seen = 'given' in spec ? given(spec, card, basis, context) : reached(spec.reached, basis, context);
  const by = seen.by && within(seen.by, spec, context);
  const finding = findingOf(
    { rule: id, title: spec.title, article: '' },
    {
      by: { kind: 'known' },
      outcome: by === null ? 'unknown' : 'met',
      observed: calculated(spec.title, points, by),
      evidence: seen.evidence,
      missing: seen.missing,
      notes: seen.notes,
    },
  );
  return { by, finding };
}

/** Never below the least, never above the most. */
function within(by: Calculation, { least, most }: IndicatorSpec, { branch }: Context): Calculation {
  const line = (id: string): Calculation => ({ fact: branch.parameters.fact(id) });
  const above = least === undefined ? by : { largest: [line(least), by] };
  return most === undefined ? above : { smallest: [line(most), above] };
}

function given(
  { given: indicator, least, most }: Extract<IndicatorSpec, { given: string }>,
  { raters, scale }: ScorecardSpec,
  basis: Basis,
  context: Context,
): ScoreBasis {
  const { parameters } = context.branch;
  const bound = (id: string, open: boolean) => (open ? null : parameters.count(id));
  const { rows, ...score } = givenScore(
    {
      indicator,
      basis,
      several: parameters.choice(raters) === 'mean',
      from: bound(scale.least, least !== undefined),
      to: bound(scale.most, most !== undefined),
    },
    context,
  );
  return {
    ...score,
    evidence: rows.map((row) =>
      evidence('scores', row, {
        zh: `${row.quarter ?? '全年'}：${exactPlaces(row.value)}`,
        en: `${row.quarter ?? 'the year'}: ${exactPlaces(row.value)}`,
      }),
    ),
  };
}

/** 100 × the completion of a target, or of all main ones on average. */
function reached(indicator: string, basis: Basis, { targets }: Context): ScoreBasis {
  const asked = targets.filter((target) =>
    indicator === 'main' ? target.main : target.indicator === indicator,
  );
  const tasks = asked.filter((target) => isTask(target, basis));
  const average = averageOf(tasks, basis, plainly);
  const missing: readonly Missing[] =
    tasks.length === 0 ? [noPlan(indicator === 'main' ? null : [indicator])] : missingActuals(tasks, basis);
  return {
    by: average && { product: [{ number: '100' }, average] },
    evidence: tasks.map((target) =>
      evidence('targets', target.origin, {
        zh: `${target.title.zh}计划 ${machineText(target[basis].target)}`,
        en: `${target.title.en}: planned ${machineText(target[basis].target)}`,
      }),
    ),
    missing,
    notes: [],
  };
}
