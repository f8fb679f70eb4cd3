/** 计划完成: managers × indicators, each completion worked out from 计划明细, with a word beside it. */
import type { ManagerAppraisal } from '../../model/appraisal.ts';
import { marked, percentage, words } from '../../spreadsheet/cells.ts';
import { type Column, list } from '../../spreadsheet/list.ts';
import { type Cell, type Formula, formula, type Mark } from '../../spreadsheet/sheet.ts';
import { outcomeMarks } from '../words.ts';
import {
  type CompletionLine,
  completionLines,
  completionMark,
  completionMarks,
  lineAnchor,
  linesForm,
} from './lines.ts';
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
    zh: '本季计划完成热力图：客户经理 × 指标',
    en: 'Completion of the quarter: managers × indicators',
  },
  how: {
    zh: '完成率 = 计划明细中的实绩 ÷ 计划；旁边的文字按下列两条线判定，颜色只重复文字。非主要指标不计入平均。',
    en: 'Completion = actual ÷ target of “Plan in detail”; the word beside it follows the two lines below, the colour only repeats it. Indicators that are not main are not in the average.',
  },
  none: { zh: '没有下达计划', en: 'No target is set' },
  average: { zh: '主要指标平均', en: 'Average of main' },
};

const unknown = outcomeMarks.unknown;
const noTaskMark: Mark = { text: noTask, tone: 'muted' };
const marks: readonly Mark[] = [...Object.values(completionMarks), unknown, noTaskMark];

/** The word for the completion at its left, by the lines over the list. */
function wordFormula(column: string, [plan, admonition]: readonly CompletionLine[]): Formula {
  const { fulfilled, short, low } = completionMarks;
  if (plan === undefined || admonition === undefined) return [fulfilled.text];
  const [upper, lower] = [plan, admonition].map(({ id }) => ({ anchor: lineAnchor('heat', id) }));
  return formula`IF(${{ here: column }}>=${upper ?? ''},${fulfilled.text},IF(${{ here: column }}>=${lower ?? ''},${short.text},${low.text}))`;
}

const wordCell = (column: string, line: PlanLine, lines: readonly CompletionLine[]): Cell => {
  const { ratio, target } = line.target.quarter;
  if (ratio === null) return marked(target === 0n ? noTaskMark : unknown);
  return marked(completionMark(ratio, lines), { formula: wordFormula(column, lines) });
};

const completionCell = (line: PlanLine): Cell =>
  percentage(line.target.quarter.ratio, {
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
        {
          key,
          header: title,
          width: [10, 13],
          of: (appraised) => {
            const line = byManager.get(appraised);
            return line === undefined ? words(null) : completionCell(line);
          },
        },
        {
          key: `word${index}`,
          header: { zh: `${title.zh}结论`, en: `${title.en}: state` },
          width: [9, 13],
          marks,
          of: (appraised) => {
            const line = byManager.get(appraised);
            return line === undefined ? words(null) : wordCell(key, line, lines);
          },
        },
      ];
    },
  );
}

const averageColumns = (lines: readonly CompletionLine[]): Column<ManagerAppraisal>[] => [
  {
    key: 'average',
    header: w.average,
    width: [10, 13],
    of: (appraised) => {
      const average = mainAverage(appraised, 'quarter');
      return percentage(average, {
        look: 'strong',
        formula: average === null ? undefined : mainAverageFormula(appraised, 'quarter'),
      });
    },
  },
  {
    key: 'averageWord',
    header: { zh: '平均结论', en: 'Average: state' },
    width: [9, 13],
    marks,
    of: (appraised) => {
      const average = mainAverage(appraised, 'quarter');
      return average === null
        ? words(null)
        : marked(completionMark(average, lines), { formula: wordFormula('average', lines) });
    },
  },
];

export const heatMapSheet: BranchSheet = (view) => {
  const lines = completionLines(view.appraisal);
  const planned = view.appraisal.managers.filter((each) => planLines(each).length > 0);
  return {
    id: 'heat-map',
    name: w.sheet,
    purpose: 'result',
    paper: 'landscape',
    frozenColumns: 2,
    blocks: [
      opening(w.title, view, w.how),
      linesForm('heat', lines),
      list(
        'heat-map',
        distinctHeaders([
          ...managerColumns<ManagerAppraisal>((each) => each),
          ...averageColumns(lines),
          ...indicatorColumns(view, lines),
        ]),
        planned,
        { empty: w.none },
      ),
    ],
  };
};
