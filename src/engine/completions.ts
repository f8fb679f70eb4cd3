/** Completions of a manager's plan as rules and sections ask for them: of some targets, on one basis, together as an average. */

import type { Averages, TargetResult } from '../model/appraisal.ts';
import type { Quarter } from '../model/calendar.ts';
import { type Calculation, type Fact, fromArchive, inUnit, isNought, theseRows } from '../model/fact.ts';
import type { ManagerRecord, TargetRecord } from '../model/history.ts';
import type { Averaging } from '../model/in-force.ts';
import type { Missing } from '../model/judgement.ts';
import type { Basis } from '../model/measure.ts';
import { over, parseRatio, type Ratio } from '../model/ratio.ts';
import { averageTitled } from '../model/statements/averaged.ts';
import { indicators, targets as targetTable } from '../model/tables/targets.ts';
import { same, type Text } from '../model/text.ts';
import { calculated } from './arithmetic.ts';
import { averaged, type Task } from './averaging.ts';
import type { Branch } from './context.ts';

/** What a reading of the period means now: the quarter until the year's end, then the year; or always one of them. */
export const basisOf = (reading: string, { stage }: Branch): Basis => {
  if (reading === 'quarter' || reading === 'year') return reading;
  return stage === 'annual' ? 'year' : 'quarter';
};

/** A target of 0 sets no task. */
export const isTask = (target: TargetResult, basis: Basis): boolean => !isNought(target[basis].target);

type ArchivedCompletion = TargetRecord['quarter'];
/** A target of 0 set none in an archived quarter either. */
export const wasTask = ({ target }: ArchivedCompletion): boolean => parseRatio(target).n !== 0n;
/** Of a task in an archived quarter; null: the actual was not known. */
export const completedThen = ({ actual, target }: ArchivedCompletion): Ratio | null =>
  actual === null ? null : over(parseRatio(actual), parseRatio(target));

export const weightTitle: Text = { zh: '权重', en: 'Weight' };
export const completionTitle: Text = { zh: '完成率', en: 'Completion' };
export const indicatorTitle = (indicator: string): Text =>
  indicators.find(({ id }) => id === indicator)?.text ?? same(indicator);

/** Actual ÷ target; null where the actual is not known or no task was set. */
export function completionFact(target: TargetResult, basis: Basis): Fact {
  const { actual, target: planned, ratio } = target[basis];
  const plan: Fact = {
    quantity: planned,
    origin: {
      kind: 'rows',
      title: targetTable.title,
      rows: theseRows({ table: 'targets', rows: [target.origin] }),
    },
  };
  return {
    quantity: ratio && { kind: 'ratio', value: ratio },
    origin: {
      kind: 'calculation',
      title: target.title,
      how: { quotient: [{ fact: actual }, { fact: plan }] },
    },
  };
}

export const taskOf = (target: TargetResult, basis: Basis): Task => ({
  indicator: target.indicator,
  done: completionFact(target, basis),
  weight: target.weight,
});

/** The main indicators' tasks in an archived quarter. */
export const tasksThen = (record: ManagerRecord | null, period: Quarter): Task[] =>
  (record?.targets ?? [])
    .filter(({ main, quarter }) => main && wasTask(quarter))
    .map(({ indicator, quarter, weight = '1' }) => {
      const value = completedThen(quarter);
      return {
        indicator,
        done: fromArchive(indicatorTitle(indicator), value && { kind: 'ratio', value }, period),
        weight: fromArchive(weightTitle, inUnit('', parseRatio(weight)), period),
      };
    });

/** The average of the tasks' completions, as a fraction; null: there is no task, or an actual is not known. */
export function averageOf(
  targets: readonly TargetResult[],
  basis: Basis,
  averaging: Averaging,
): Calculation | null {
  const tasks = targets.filter((target) => isTask(target, basis)).map((target) => taskOf(target, basis));
  return tasks.length === 0 || tasks.some(({ done }) => done.quantity === null)
    ? null
    : averaged(tasks, averaging);
}

const averageTitles: Readonly<Record<Basis, Text>> = {
  quarter: { zh: '本季平均完成率', en: 'Average completion of the quarter' },
  year: { zh: '本年平均完成率', en: 'Average completion of the year' },
};

/** The same as figures, of the quarter and of the year. */
export const averagesOf = (targets: readonly TargetResult[], averaging: Averaging): Averages => ({
  quarter: averageFigure(targets, 'quarter', averaging),
  year: averageFigure(targets, 'year', averaging),
});

const averageFigure = (targets: readonly TargetResult[], basis: Basis, averaging: Averaging): Fact =>
  calculated(averageTitled(averageTitles[basis], averaging), 'share', averageOf(targets, basis, averaging));

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
