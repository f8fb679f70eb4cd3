/**
 * Completion of the main indicators below a line, in this quarter or in this and the one before. Completions are
 * compared unrounded; a target of 0 sets no task. The previous quarter is asked for only where it could matter.
 */
import type { TargetResult } from '../../model/appraisal.ts';
import { type Quarter, shiftQuarter } from '../../model/calendar.ts';
import type { Fact } from '../../model/fact.ts';
import type { Averaging } from '../../model/in-force.ts';
import { type Finding, type Missing, numberIn } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { allOf, anyOf } from '../../model/outcome.ts';
import { percent, type Ratio } from '../../model/ratio.ts';
import { averageTitled } from '../../model/statements/averaged.ts';
import { flat, same, type Text } from '../../model/text.ts';
import { calculated } from '../arithmetic.ts';
import { averaged, averagingBy, plainly, type Task, togetherBy } from '../averaging.ts';
import {
  basisOf,
  completionTitle,
  indicatorTitle,
  isTask,
  missingActual,
  noPlan,
  taskOf,
  tasksThen,
} from '../completions.ts';
import type { Branch } from '../context.ts';
import { comparedBy, evidence, findingOf, type Judgement, missingIn } from '../finding.ts';
import { missingAppraisal, missingArchive, missingJudgement } from '../past.ts';
import type { Evaluator } from './evaluator.ts';

export const completion: Evaluator<'completion'> = (spec, { branch, manager, targets }) => {
  const { parameters, past, period } = branch;
  const threshold = parameters.fact(spec['less-than']);
  const reading = togetherBy(spec, parameters);
  const together: Together = { reading, averaging: averagingBy(spec, parameters) ?? plainly };
  const basis = basisOf(spec.basis, branch);
  const title = titles[basis];
  const asked = spec.indicators === undefined ? null : parameters.words(spec.indicators);
  const main = targets.filter(({ main, indicator }) => asked?.includes(indicator) ?? main);
  if (main.length === 0)
    return { title, by: thePlan, outcome: 'unknown', threshold, missing: [noPlan(asked)] };
  const tasked = main.filter((target) => isTask(target, basis));
  if (tasked.length === 0) return { title, by: thePlan, outcome: 'unmet', threshold };

  const before = tasksThen(
    past.previous?.manager(manager.manager_id) ?? null,
    past.previous?.period ?? period,
  );
  /** The same tasks a quarter before: what is not known of it is named. */
  const previously = (group: readonly TargetResult[]): Judgement => {
    const lacking = lackingBefore(branch, manager.manager_id);
    const by = { kind: 'archive', period: shiftQuarter(period, -1) } as const;
    if (lacking) return { by, outcome: 'unknown', threshold, missing: [lacking] };
    const then = before.filter(
      ({ indicator }) => reading !== 'any' || group.some((target) => target.indicator === indicator),
    );
    if (then.length === 0) return { by, outcome: 'unmet', threshold };
    return { ...below(then, together, threshold), missing: [missingJudgement(by.period)] };
  };

  const groups = reading === 'any' ? tasked.map((target) => [target]) : [tasked];
  const parts = groups.map((group): Finding => {
    const current: Judgement = {
      ...below(
        group.map((target) => taskOf(target, basis)),
        together,
        threshold,
      ),
      evidence: group.map((target) =>
        evidence('targets', target.origin, saysOf(target, basis, numberIn(threshold.quantity) ?? undefined)),
      ),
      missing: group.filter((target) => target[basis].ratio === null).map(missingActual),
    };
    const named = { rule: null, title: titleOf(together, group), article: '' };
    if (spec.quarters === 1) return findingOf(named, current);
    const quarters = [
      findingOf(quarterNamed(period), current),
      ...(current.outcome === 'unmet'
        ? []
        : [findingOf(quarterNamed(shiftQuarter(period, -1)), previously(group))]),
    ];
    return findingOf(named, {
      by: { kind: 'every-quarter' },
      outcome: allOf(quarters.map(({ outcome }) => outcome)),
      threshold,
      observed: current.observed ?? null,
      parts: quarters,
      evidence: current.evidence ?? [],
      missing: missingIn(quarters),
    });
  });
  const outcome = anyOf(parts.map((part) => part.outcome));
  return {
    title,
    by: { kind: 'any' },
    outcome,
    threshold,
    observed: parts.find((part) => part.outcome === outcome)?.observed ?? null,
    parts,
    evidence: parts.filter((part) => part.outcome === outcome).flatMap((part) => part.evidence),
    missing: missingIn(parts),
  };
};

const thePlan = { kind: 'record', table: 'targets', column: null } as const;
const quarterNamed = (quarter: Quarter) => ({ rule: null, title: same(quarter), article: '' });

interface Together {
  readonly reading: string;
  readonly averaging: Averaging;
}

/** Below the line by the reading: the one task, all of them, or their average. */
function below(tasks: readonly Task[], { reading, averaging }: Together, threshold: Fact): Judgement {
  const average = calculated(completionTitle, 'share', averaged(tasks, averaging));
  if (reading !== 'all' || tasks.length === 1) return comparedBy('less-than', average, threshold);
  const parts = tasks.map(({ indicator, done }) =>
    findingOf(
      { rule: null, title: indicatorTitle(indicator), article: '' },
      comparedBy('less-than', done, threshold),
    ),
  );
  const outcome = allOf(parts.map((part) => part.outcome));
  return { by: { kind: 'all' }, outcome, observed: average, threshold, parts };
}

const titles = {
  quarter: { zh: '主要业务指标本季未完成', en: 'A main indicator is below the line in the quarter' },
  year: { zh: '主要业务指标全年未完成', en: 'A main indicator is below the line in the year' },
};

/** What is not known of the previous quarter. A manager who was not there yet had no task and missed none. */
function lackingBefore({ past, period }: Branch, managerId: string): Missing | null {
  if (!past.previous) return missingArchive(shiftQuarter(period, -1));
  return past.previous.leftOut(managerId) ? missingAppraisal(past.previous) : null;
}

const titleOf = ({ reading, averaging }: Together, shown: readonly TargetResult[]): Text => {
  if (reading === 'average')
    return averageTitled(
      { zh: '主要业务指标平均完成率', en: 'Average completion of the main indicators' },
      averaging,
    );
  return {
    zh: shown.map(({ title }) => title.zh).join('、'),
    en: shown.map(({ title }) => title.en).join(', '),
  };
};

const saysOf = (target: TargetResult, basis: Basis, line?: Ratio): Text => {
  const { ratio: done } = target[basis];
  return {
    zh: flat`${target.title.zh}完成率 ${done ? percent(done, line) : '无法判断'}`,
    en: flat`${target.title.en}: completion ${done ? percent(done, line) : 'unknown'}`,
  };
};
