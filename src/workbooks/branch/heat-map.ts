/** 计划完成: managers × indicators, each completion worked out from 计划明细, with a word beside it. */

import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { isNought } from '../../model/fact.ts';
import type { CompletionLine, PolicyInForce } from '../../model/in-force.ts';
import type { Ratio } from '../../model/ratio.ts';
import { averageTitled } from '../../model/statements/averaged.ts';
import { blank, marked, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { type Cell, formula, type Mark } from '../../spreadsheet/sheet.ts';
import { completionCell } from '../completion.ts';
import { outcomeMarks } from '../words.ts';
import { completionMark, completionMarks, completionWord, linesForm } from './lines.ts';
import {
  mainAverage,
  mainAverageFormula,
  noTask,
  type PlanLine,
  planAnchor,
  planLines,
  planTotals,
} from './plan-lines.ts';
import { type BranchSheet, type BranchView, distinctHeaders, managerColumns, opening } from './view.ts';

const w = {
  sheet: { zh: '计划完成', en: 'Completion' },
  title: {
    zh: '本季计划完成：客户经理 × 指标',
    en: 'Completion of the quarter: managers × indicators',
  },
  how: {
    zh: '完成率 = 计划明细中的实绩 ÷ 计划；旁边的文字按下列各线判定，颜色只重复文字。非主要指标不计入平均。',
    en: 'Completion = actual ÷ target of “Plan in detail”; the word beside it follows the lines below, the colour only repeats it. Indicators that are not main are not in the average.',
  },
  howWithoutLines: {
    zh: '完成率 = 计划明细中的实绩 ÷ 计划；本制度未规定完成线。非主要指标不计入平均。',
    en: 'Completion = actual ÷ target of “Plan in detail”; this policy draws no line for it. Indicators that are not main are not in the average.',
  },
  none: { zh: '没有下达计划', en: 'No target is set' },
  average: { zh: '主要指标平均', en: 'Average of main' },
};

const unknown = outcomeMarks.unknown;
const noTaskMark: Mark = { text: noTask, tone: 'muted' };
const marksOf = (lines: readonly CompletionLine[]): readonly Mark[] => [
  ...completionMarks(lines),
  unknown,
  noTaskMark,
];

/** A completion's word, worked out from the cell at its left. */
function judged(ratio: Ratio, column: string, lines: readonly CompletionLine[]): Cell {
  const mark = completionMark(ratio, lines);
  return mark === null ? blank : marked(mark, { formula: completionWord('heat', column, lines) });
}

const wordCell = (column: string, line: PlanLine, lines: readonly CompletionLine[]): Cell => {
  const { ratio, target } = line.target.quarter;
  if (ratio === null) return marked(isNought(target) ? noTaskMark : unknown);
  return judged(ratio, column, lines);
};

const doneCell = (line: PlanLine, lines: readonly CompletionLine[]): Cell =>
  completionCell(lines, line.target.quarter.ratio, {
    formula:
      line.target.quarter.ratio === null
        ? undefined
        : formula`${{ anchor: planAnchor(line, 'quarter', 'actual') }}/${{ anchor: planAnchor(line, 'quarter', 'target') }}`,
  });

/** A completion and its word, for every indicator that anyone has a target for. */
function indicatorColumns(
  { appraisal }: BranchView,
  lines: readonly CompletionLine[],
): Column<ManagerAppraisal>[] {
  return planTotals(appraisal.managers).flatMap(
    ({ title, lines: all }, index): Column<ManagerAppraisal>[] => {
      const byManager = new Map(all.map((line) => [line.appraised, line]));
      const key = `completion${index}`;
      return [
        column(key, title, [10, 13], (appraised) => {
          const line = byManager.get(appraised);
          return line === undefined ? words(null) : doneCell(line, lines);
        }),
        column(
          `word${index}`,
          { zh: `${title.zh}结论`, en: `${title.en}: state` },
          {
            width: [9, 13],
            marks: marksOf(lines), // Without a line there is nothing to say but that a completion is not known, or no task.
            when: () => lines.length > 0 || all.some(({ target }) => target.quarter.ratio === null),
          },
          (appraised) => {
            const line = byManager.get(appraised);
            return line === undefined ? words(null) : wordCell(key, line, lines);
          },
        ),
      ];
    },
  );
}

const averageColumns = ({ completionLines: lines, averaging }: PolicyInForce): Column<ManagerAppraisal>[] => [
  column('average', averageTitled(w.average, averaging), [10, 13], (appraised) => {
    const average = mainAverage(appraised, 'quarter');
    return completionCell(lines, average, {
      look: 'strong',
      formula: mainAverageFormula(appraised, 'quarter'),
    });
  }),
  column(
    'averageWord',
    { zh: '平均结论', en: 'Average: state' },
    { width: [9, 13], marks: marksOf(lines), when: () => lines.length > 0 },
    (appraised) => {
      const average = mainAverage(appraised, 'quarter');
      return average === null ? blank : judged(average, 'average', lines);
    },
  ),
];

export const heatMapSheet: BranchSheet = (view) => {
  const { completionLines: lines } = view.appraisal.policy;
  const planned = view.appraisal.managers.filter((each) => planLines(each).length > 0);
  return {
    id: 'heat-map',
    name: w.sheet,
    kind: 'matrix',
    blocks: [
      opening(w.title, view, lines.length > 0 ? w.how : w.howWithoutLines),
      ...linesForm('heat', lines),
      list(
        'heat-map',
        distinctHeaders([
          ...managerColumns<ManagerAppraisal>((each) => each),
          ...averageColumns(view.appraisal.policy),
          ...indicatorColumns(view, lines),
        ]),
        planned,
        { empty: w.none },
      ),
    ],
  };
};
