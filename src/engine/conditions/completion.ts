/**
 * Completion of the main indicators below a line, in this quarter or in this and the one before. Completions are
 * compared unrounded; a target of 0 sets no task. The previous quarter is asked for only where it could matter.
 */
import type { TargetResult } from '../../model/appraisal.ts';
import { shiftQuarter } from '../../model/calendar.ts';
import type { Fact } from '../../model/fact.ts';
import type { ManagerRecord } from '../../model/history.ts';
import type { Finding, Missing } from '../../model/judgement.ts';
import { fromPlain } from '../../model/money.ts';
import { allOf, anyOf, metIf, type Outcome } from '../../model/outcome.ts';
import { average, isAtLeast, percent, type Ratio, ratio } from '../../model/ratio.ts';
import type { Text } from '../../model/text.ts';
import { missingActual, noPlan } from '../completions.ts';
import type { Branch } from '../context.ts';
import { evidence, findingOf, type Judgement, missingIn } from '../finding.ts';
import { missingAppraisal, missingArchive, missingJudgement } from '../past.ts';
import type { Evaluator } from './evaluator.ts';

/** One main indicator's task in one quarter; null: the actual figure is unknown. */
interface Task {
  readonly indicator: string;
  readonly ratio: Ratio | null;
}

/** Below the line by the reading: any indicator, all of them, or their plain average. */
function below(tasks: readonly Task[], line: Ratio, reading: string): Outcome {
  if (tasks.length === 0) return 'unmet';
  if (reading === 'average') {
    const known = tasks.flatMap((task) => task.ratio ?? []);
    return known.length < tasks.length ? 'unknown' : metIf(!isAtLeast(average(known), line));
  }
  const each = tasks.map((task) => (task.ratio === null ? 'unknown' : metIf(!isAtLeast(task.ratio, line))));
  return reading === 'all' ? allOf(each) : anyOf(each);
}

export const completion: Evaluator<'completion'> = (spec, { branch, manager, targets }) => {
  const { parameters, past } = branch;
  const line = parameters.ratio(spec.below);
  const threshold = parameters.fact(spec.below);
  const reading = spec.reading === 'any' ? 'any' : parameters.choice(spec.reading);
  const title = titles[spec.basis];
  const asked = spec.indicators === undefined ? null : parameters.words(spec.indicators);
  const main = targets.filter(({ main, indicator }) => asked?.includes(indicator) ?? main);
  if (main.length === 0) return { title, outcome: 'unknown', threshold, missing: [noPlan(asked)] };

  const tasked = main.filter((target) => target[spec.basis].target !== 0n);
  const now = tasked.map((target) => ({ indicator: target.indicator, ratio: target[spec.basis].ratio }));
  const groups = reading === 'any' ? now.map((task) => [task]) : [now];
  const previous = past.previous?.manager(manager.manager_id) ?? null;
  const before = previous ? tasksOf(previous) : [];

  const parts = groups.map((group): Finding => {
    const current = below(group, line, reading);
    const shown = tasked.filter((target) => group.some(({ indicator }) => indicator === target.indicator));
    const judgement: Judgement = {
      outcome: current,
      threshold,
      observed: observedOf(group, shown, spec.basis),
      evidence: shown.map((target) => evidence('targets', target.origin, saysOf(target, spec.basis))),
      missing: shown.filter((target) => target[spec.basis].ratio === null).map(missingActual),
    };
    const named = { rule: null, title: titleOf(reading, shown), article: '' };
    if (spec.quarters === 1 || current === 'unmet') return findingOf(named, judgement);
    const lacking = lackingBefore(branch, manager.manager_id);
    if (lacking) {
      const missing = [...(judgement.missing ?? []), lacking];
      return findingOf(named, { ...judgement, outcome: 'unknown', missing });
    }
    const then =
      reading === 'any' ? before.filter(({ indicator }) => group[0]?.indicator === indicator) : before;
    const blind = past.previous && then.some((task) => task.ratio === null);
    return findingOf(named, {
      ...judgement,
      outcome: allOf([current, below(then, line, reading)]),
      missing: [...(judgement.missing ?? []), ...(blind ? [missingJudgement(past.previous.period)] : [])],
      notes: then.map((task) => ({
        zh: `${past.previous?.period}：${task.ratio ? percent(task.ratio) : '无法判断'}`,
        en: `${past.previous?.period}: ${task.ratio ? percent(task.ratio) : 'unknown'}`,
      })),
    });
  });
  const outcome = parts.length === 0 ? 'unmet' : anyOf(parts.map((part) => part.outcome));
  const lowest = parts.find((part) => part.outcome === outcome) ?? null;
  return {
    title,
    outcome,
    threshold,
    observed: lowest?.observed ?? null,
    parts,
    evidence: parts.filter((part) => part.outcome === outcome).flatMap((part) => part.evidence),
    missing: missingIn(parts),
    notes: lowest?.notes ?? [],
  };
};

const titles = {
  quarter: { zh: '主要业务指标本季未完成', en: 'A main indicator is below the line in the quarter' },
  year: { zh: '主要业务指标全年未完成', en: 'A main indicator is below the line in the year' },
};

/** What is not known of the previous quarter. A manager who was not there yet had no task and missed none. */
function lackingBefore({ past, period }: Branch, managerId: string): Missing | null {
  if (!past.previous) return missingArchive(shiftQuarter(period, -1));
  return past.previous.leftOut(managerId) ? missingAppraisal(past.previous) : null;
}

const tasksOf = (record: ManagerRecord): Task[] =>
  record.targets
    .filter(({ main, quarter }) => main && fromPlain(quarter.target) !== 0n)
    .map(({ indicator, quarter: { actual, target } }) => ({
      indicator,
      ratio: actual === null ? null : ratio(fromPlain(actual), fromPlain(target)),
    }));

function observedOf(tasks: readonly Task[], shown: readonly TargetResult[], basis: 'quarter' | 'year'): Fact {
  const ratios = tasks.flatMap((task) => task.ratio ?? []);
  const facts = shown.map((target) => target[basis].actual);
  return {
    quantity:
      ratios.length < tasks.length || ratios.length === 0 ? null : { kind: 'ratio', value: average(ratios) },
    origin: { kind: 'calculation', title: { zh: '完成率', en: 'Completion' }, of: facts },
  };
}

const titleOf = (reading: string, shown: readonly TargetResult[]): Text => {
  if (reading === 'average')
    return { zh: '主要业务指标平均完成率', en: 'Average completion of the main indicators' };
  return {
    zh: shown.map(({ title }) => title.zh).join('、'),
    en: shown.map(({ title }) => title.en).join(', '),
  };
};

const saysOf = (target: TargetResult, basis: 'quarter' | 'year'): Text => {
  const { ratio: done } = target[basis];
  return {
    zh: `${target.title.zh}完成率 ${done ? percent(done) : '无法判断'}`,
    en: `${target.title.en}: completion ${done ? percent(done) : 'unknown'}`,
  };
};
