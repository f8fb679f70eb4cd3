/** Completions of a manager's plan as sections ask for them: of some targets, on one basis, together as an average. */
import type { TargetResult } from '../model/appraisal.ts';
import type { Missing } from '../model/judgement.ts';
import { plain } from '../model/money.ts';
import type { Arithmetic } from '../model/section-result.ts';
import { mean } from './arithmetic.ts';
import type { Basis } from './book.ts';
import type { Branch } from './context.ts';

/** What a reading of the period means now: the quarter until the year's end, then the year; or always one of them. */
export const basisOf = (reading: string, { stage }: Branch): Basis => {
  if (reading === 'quarter' || reading === 'year') return reading;
  return stage === 'annual' ? 'year' : 'quarter';
};

/** A target of 0 sets no task. */
export const isTask = (target: TargetResult, basis: Basis): boolean => target[basis].target !== 0n;

/** The plain average of the tasks' completions, as a fraction; null: there is no task, or an actual is not known. */
export function averageOf(targets: readonly TargetResult[], basis: Basis): Arithmetic | null {
  const quotients = targets
    .filter((target) => isTask(target, basis))
    .map((target): Arithmetic | null => {
      const { actual, target: planned, ratio } = target[basis];
      if (ratio === null || actual.quantity?.kind !== 'amount') return null;
      return { quotient: [{ number: plain(actual.quantity.value) }, { number: plain(planned) }] };
    });
  const known = quotients.flatMap((each) => each ?? []);
  if (known.length < quotients.length || known.length === 0) return null;
  return mean(known);
}

/** The actual figures that an average lacks. */
export const missingActuals = (targets: readonly TargetResult[], basis: Basis): Missing[] =>
  targets.filter((target) => isTask(target, basis) && target[basis].ratio === null).map(missingActual);

export const missingActual = ({ indicator, title }: Pick<TargetResult, 'indicator' | 'title'>): Missing => ({
  key: `actual:${indicator}`,
  text: { zh: `缺“${title.zh}”的实绩`, en: `the actual figure of "${title.en}" is missing` },
});

export const noPlan = (asked: readonly string[] | null): Missing => ({
  key: 'plan',
  text: asked
    ? { zh: `没有“${asked.join('、')}”的计划`, en: `no plan for ${asked.join(', ')}` }
    : { zh: '没有主要业务指标的计划', en: 'no plan for any main indicator' },
});
