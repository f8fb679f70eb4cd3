/**
 * 计划明细: every target of every manager with actual and completion. The heat map, the totals by unit and those of the
 * branch are formulas over this list.
 */

import type { ManagerAppraisal, TargetResult } from '../../model/appraisal.ts';
import { inUnit, isNought, valueIn } from '../../model/fact.ts';
import type { CompletionLine } from '../../model/in-force.ts';
import { numberIn } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { over, type Ratio, total } from '../../model/ratio.ts';
import { summedBy } from '../../model/statements/sums.ts';
import type { Text } from '../../model/text.ts';
import { blank, figure, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Formula, formula } from '../../spreadsheet/sheet.ts';
import { completionCell, completionFormula, weightColumn } from '../completion.ts';
import { sourceOnScreen } from '../source.ts';
import { no, outcomeMarks, unitWord, yes } from '../words.ts';
import { sumCell, unknownColumn } from './sum-cell.ts';
import { sumWhere, type Where } from './tally.ts';
import { type BranchSheet, detailManagerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '计划明细', en: 'Plan in detail' },
  title: { zh: '各客户经理计划完成明细', en: 'Every target, actual and completion' },
  how: {
    zh: '完成率 = 实绩 ÷ 计划，不封顶，按未四舍五入的数值比较；计划为 0 表示未下达任务。',
    en: 'Completion = actual ÷ target, not capped, compared unrounded; a target of 0 sets no task.',
  },
  none: { zh: '没有下达计划', en: 'No target is set' },
};

export const noTask: Text = { zh: '未下达', en: 'no task' };

export interface PlanLine {
  readonly appraised: ManagerAppraisal;
  readonly target: TargetResult;
  /** Its place among the manager's targets. */
  readonly index: number;
}

export const planLines = (appraised: ManagerAppraisal): PlanLine[] =>
  appraised.targets.map((target, index) => ({ appraised, target, index }));

export const planAnchor = (
  { appraised, index }: Omit<PlanLine, 'target'>,
  basis: Basis,
  what: 'target' | 'actual' | 'completion',
): string => `plan ${appraised.manager.manager_id} ${index} ${basis} ${what}`;

const weightAnchor = ({ appraised, index }: Omit<PlanLine, 'target'>): string =>
  `plan ${appraised.manager.manager_id} ${index} weight`;

/** The tasks of the main indicators. */
export const mainTasks = (appraised: ManagerAppraisal, basis: Basis): PlanLine[] =>
  planLines(appraised).filter(({ target }) => target.main && !isNought(target[basis].target));

/** The main indicators' completion on average; null: no task, or one that is not known. */
export const mainAverage = ({ completion }: ManagerAppraisal, basis: Basis): Ratio | null =>
  numberIn(completion[basis].quantity);

export const mainAverageFormula = (appraised: ManagerAppraisal, basis: Basis): Formula | undefined =>
  completionFormula(
    appraised.targets,
    {
      completion: (index, of) => ({ anchor: planAnchor({ appraised, index }, of, 'completion') }),
      weight: (index) => ({ anchor: weightAnchor({ appraised, index }) }),
    },
    appraised.completion[basis],
  );

const basisColumns = (basis: Basis, prefix: Text, lines: readonly CompletionLine[]): Column<PlanLine>[] => [
  column(`${basis}Target`, { zh: `${prefix.zh}计划`, en: `${prefix.en} target` }, [10, 18], (line) =>
    figure(line.target[basis].target, { anchor: planAnchor(line, basis, 'target') }),
  ),
  column(`${basis}Actual`, { zh: `${prefix.zh}实绩`, en: `${prefix.en} actual` }, [10, 18], (line) => {
    const actual = line.target[basis].actual.quantity;
    const anchor = planAnchor(line, basis, 'actual');
    return actual === null
      ? marked(outcomeMarks.unknown, { tone: 'open', anchor })
      : figure(actual, { anchor });
  }),
  column(
    `${basis}Completion`,
    { zh: `${prefix.zh}完成率`, en: `${prefix.en} completion` },
    [10, 14],
    (line) => {
      const { target, ratio: done } = line.target[basis];
      const anchor = planAnchor(line, basis, 'completion');
      if (isNought(target)) return words(noTask, { tone: 'muted', anchor });
      if (done === null) return marked(outcomeMarks.unknown, { tone: 'open', anchor });
      return completionCell(lines, done, {
        anchor,
        look: 'strong',
        formula: formula`${{ here: `${basis}Actual` }}/${{ here: `${basis}Target` }}`,
      });
    },
  ),
];

const columns = (lines: readonly CompletionLine[]): Column<PlanLine>[] => [
  ...detailManagerColumns<PlanLine>(({ appraised }) => appraised),
  column('indicator', { zh: '指标', en: 'Indicator' }, [12, 24], ({ target }) => words(target.title)),
  column('main', { zh: '主要指标', en: 'Main' }, { marks: [yes, no] }, ({ target }) =>
    marked(target.main ? yes : no),
  ),
  column('counted', { zh: '单位', en: 'Counted in' }, ({ target }) => words(unitWord(target.unit))),
  weightColumn<PlanLine>(({ target }) => target, weightAnchor),
  ...basisColumns('quarter', { zh: '本季', en: 'Quarter' }, lines),
  column('previous', { zh: '上季完成率', en: 'Quarter before' }, [10, 14], ({ target }) =>
    completionCell(lines, target.previous),
  ),
  ...basisColumns('year', { zh: '全年', en: 'Year' }, lines),
  ...sourceOnScreen<PlanLine>(({ target }) => target.origin),
];

export const planLinesSheet: BranchSheet = (view) => ({
  id: 'plan-lines',
  name: w.sheet,
  kind: 'list',
  blocks: [
    opening(w.title, view, w.how),
    list('plan', columns(view.appraisal.policy.completionLines), view.appraisal.managers.flatMap(planLines), {
      empty: w.none,
    }),
  ],
});

/** Targets of one indicator and unit, to be added up. */
export interface PlanTotal {
  readonly title: Text;
  readonly unit: string;
  readonly lines: readonly PlanLine[];
}

/** By indicator and unit, in the order in which they first occur. */
export function planTotals(managers: readonly ManagerAppraisal[]): PlanTotal[] {
  const totals = new Map<string, { title: Text; unit: string; lines: PlanLine[] }>();
  for (const line of managers.flatMap(planLines)) {
    const { indicator, title, unit } = line.target;
    const key = `${indicator}\n${unit}`;
    const known = totals.get(key) ?? { title, unit, lines: [] };
    known.lines.push(line);
    totals.set(key, known);
  }
  return [...totals.values()];
}

/** Target, actual and completion of one basis; without every actual figure there is no completion of them all. */
export const totalColumns = <R>(
  basis: Basis,
  prefix: Text,
  totalOf: (row: R) => PlanTotal,
  where: Where,
  lines: readonly CompletionLine[],
): Column<R>[] => {
  const target = (row: R) => total(totalOf(row).lines.map((line) => valueIn(line.target[basis].target)));
  const actuals = (row: R) => totalOf(row).lines.map((line) => numberIn(line.target[basis].actual.quantity));
  const [targetKey, actualKey] = [`${basis}Target`, `${basis}Actual`];
  const added = { list: 'plan', column: actualKey, where };
  return [
    column(targetKey, { zh: `${prefix.zh}计划`, en: `${prefix.en} target` }, [10, 18], (row) =>
      figure(inUnit(totalOf(row).unit, target(row)), { formula: sumWhere('plan', targetKey, where) }),
    ),
    column(actualKey, { zh: `${prefix.zh}实绩`, en: `${prefix.en} actual` }, [10, 18], (row) =>
      sumCell(
        summedBy(actuals(row), total),
        (value, extra) => figure(inUnit(totalOf(row).unit, value), extra),
        added,
      ),
    ),
    unknownColumn(
      `${basis}Unknown`,
      { zh: `${prefix.zh}实绩未知人数`, en: `${prefix.en} actual unknown` },
      actuals,
      added,
    ),
    column(
      `${basis}Completion`,
      { zh: `${prefix.zh}完成率`, en: `${prefix.en} completion` },
      [10, 14],
      (row) => {
        const { known, unknown } = summedBy(actuals(row), total);
        const planned = target(row);
        if (planned.n <= 0n) return blank;
        if (unknown > 0) return marked(outcomeMarks.unknown, { tone: 'open' });
        return completionCell(lines, over(known, planned), {
          look: 'strong',
          formula: formula`${{ here: actualKey }}/${{ here: targetKey }}`,
        });
      },
    ),
  ];
};
