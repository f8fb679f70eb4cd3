/** 计划完成: target, actual and completion of every indicator, for the quarter and for the year. */

import type { TargetResult } from '../../model/appraisal.ts';
import { isNought } from '../../model/fact.ts';
import { minus, ratioNumber } from '../../model/ratio.ts';
import type { Text } from '../../model/text.ts';
import { blank, cell, figure, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Formula, formula } from '../../spreadsheet/sheet.ts';
import { completionCell, weightColumn } from '../completion.ts';
import { sourceColumns } from '../source.ts';
import { capital, no, outcomeMarks, unitWord, yes } from '../words.ts';
import { targetAnchor, weightAnchor } from './completions.ts';
import { type ManagerSheet, type ManagerView, opening } from './view.ts';

const w = {
  sheet: { zh: '计划完成', en: 'Plan' },
  title: { zh: '计划完成情况', en: 'Plan and completion' },
  how: {
    zh: '完成率 = 实绩 ÷ 计划，按未四舍五入的数值与标准比较；计划为 0 表示未下达任务。',
    en: 'Completion = actual ÷ target, compared unrounded; a target of 0 sets no task.',
  },
  noTask: { zh: '未下达', en: 'no task' },
  none: { zh: '没有下达计划', en: 'no target is set' },
};

/** Target, actual and completion of one basis. The cells carry anchors: the first page shows them too. */
function basisColumns(
  { ledger, appraisal }: ManagerView,
  basis: 'quarter' | 'year',
  prefix: Text,
): Column<TargetResult>[] {
  const header = (zh: string, en: string): Text => ({ zh: `${prefix.zh}${zh}`, en: `${prefix.en} ${en}` });
  const anchor = (what: string, index: number) => ({ anchor: targetAnchor(index, basis, what) });
  const actualFormula = ({ unit, [basis]: { actual } }: TargetResult): Formula | undefined => {
    const { origin, quantity } = actual;
    if (origin.kind !== 'measure' || quantity?.kind !== 'amount') return undefined;
    return ledger.ofPortfolio(origin.measure, unit, basis);
  };
  const ratio = formula`${{ here: `${basis}Actual` }}/${{ here: `${basis}Target` }}`;
  return [
    column(`${basis}Target`, header('计划', 'target'), [11, 18], (target, index) =>
      figure(target[basis].target, anchor('target', index)),
    ),
    column(`${basis}Actual`, header('实绩', 'actual'), [11, 18], (target, index) => {
      const actual = target[basis].actual.quantity;
      return actual === null
        ? marked(outcomeMarks.unknown, { tone: 'open', ...anchor('actual', index) })
        : figure(actual, { ...anchor('actual', index), formula: actualFormula(target) });
    }),
    column(`${basis}Completion`, header('完成率', 'completion'), [9, 14], (target, index) => {
      const completion = target[basis];
      const named = anchor('completion', index);
      if (completion.ratio !== null)
        return completionCell(appraisal.policy.completionLines, completion.ratio, {
          ...named,
          formula: ratio,
          look: 'strong',
        });
      return isNought(completion.target)
        ? words(w.noTask, { ...named, tone: 'muted' })
        : marked(outcomeMarks.unknown, { ...named, tone: 'open' });
    }),
  ];
}

const columns = (view: ManagerView): Column<TargetResult>[] => [
  column('indicator', { zh: '指标', en: 'Indicator' }, { names: true, width: [14, 24] }, (target) =>
    words(capital(target.title), { look: 'strong' }),
  ),
  column('main', { zh: '主要指标', en: 'Main' }, [6, 8], (target) => marked(target.main ? yes : no)),
  column('unit', { zh: '单位', en: 'Unit' }, (target) => words(unitWord(target.unit))),
  weightColumn<TargetResult>(
    (target) => target,
    (_, index) => weightAnchor(index),
  ),
  ...basisColumns(view, 'quarter', { zh: '本季', en: 'Quarter' }),
  column('previous', { zh: '上季完成率', en: 'Last quarter' }, [9, 14], (target) =>
    completionCell(view.appraisal.policy.completionLines, target.previous),
  ),
  column('change', { zh: '比上季', en: 'Change' }, [9, 14], ({ quarter, previous }) =>
    quarter.ratio === null || previous === null
      ? blank
      : cell(ratioNumber(minus(quarter.ratio, previous)), 'points', {
          formula: formula`${{ here: 'quarterCompletion' }}-${{ here: 'previous' }}`,
        }),
  ),
  ...basisColumns(view, 'year', { zh: '全年', en: 'Year' }),
  ...sourceColumns<TargetResult>((target) => target.origin),
];

export const targetsSheet: ManagerSheet = (view) => ({
  id: 'targets',
  name: w.sheet,
  kind: 'derivation',
  blocks: [
    opening(w.title, view, w.how),
    list('targets', columns(view), view.appraised.targets, { empty: w.none }),
  ],
});
