/** The plan on the first page: every figure is a link to its cell on 计划完成. */

import type { Completion, TargetResult } from '../../../model/appraisal.ts';
import type { CompletionLine } from '../../../model/in-force.ts';
import type { Basis } from '../../../model/measure.ts';
import { isAtLeast, type Ratio, ratioNumber } from '../../../model/ratio.ts';
import { inBoth, join, type Text } from '../../../model/text.ts';
import { bar } from '../../../spreadsheet/bars.ts';
import { blank, figure, marked, words } from '../../../spreadsheet/cells.ts';
import { grid } from '../../../spreadsheet/form.ts';
import { type Cell, formula } from '../../../spreadsheet/sheet.ts';
import type { Tone } from '../../../spreadsheet/style.ts';
import { completionCell } from '../../completion.ts';
import { capital, outcomeMarks, unitWord } from '../../words.ts';
import { targetAnchor } from '../completions.ts';
import type { ManagerView } from '../view.ts';
import { fullest, type InRoom } from './room.ts';

const w = {
  indicator: { zh: '指标', en: 'Indicator' },
  quarterTarget: { zh: '本季计划', en: 'Target (Q)' },
  quarterActual: { zh: '本季实绩', en: 'Actual (Q)' },
  yearTarget: { zh: '全年计划', en: 'Target (Y)' },
  yearActual: { zh: '本年实绩', en: 'Actual (Y)' },
  completion: { zh: '完成率', en: 'Done' },
  bar: { zh: '进度', en: 'Progress' },
  noTask: { zh: '—', en: '—' },
  none: { zh: '没有下达计划。', en: 'No target is set.' },
  secondary: { zh: '（非主要）', en: ' (secondary)' },
  more: (count: number): Text => ({
    zh: `其余 ${count} 项见「计划完成」。`,
    en: `${count} more on the sheet “Plan”.`,
  }),
};

/** The colour of the lowest line that a completion is below; none where the policy draws no line. */
function completionTone(done: Ratio, lines: readonly CompletionLine[]): Tone | undefined {
  if (lines.length === 0) return undefined;
  return lines.findLast(({ value }) => !isAtLeast(done, value))?.tone ?? 'good';
}

function basisCells(
  target: TargetResult,
  index: number,
  basis: Basis,
  shownAsBar: Basis,
  lines: readonly CompletionLine[],
): Cell[] {
  const completion: Completion = target[basis];
  const linked = (what: string) => ({ formula: formula`${{ anchor: targetAnchor(index, basis, what) }}` });
  const { quantity } = completion.actual;
  const tone =
    completion.ratio === null || !target.main ? undefined : completionTone(completion.ratio, lines);
  return [
    figure(completion.target, linked('target')),
    quantity === null ? marked(outcomeMarks.unknown, { tone: 'open' }) : figure(quantity, linked('actual')),
    completion.ratio === null
      ? words(w.noTask, { tone: 'muted' })
      : completionCell(lines, completion.ratio, { ...linked('completion'), tone }),
    ...(basis === shownAsBar
      ? [
          completion.ratio === null
            ? blank
            : bar(ratioNumber(completion.ratio), linked('completion').formula, tone ?? 'muted'),
        ]
      : []),
  ];
}

export function planBlocks({ appraised, appraisal }: ManagerView): InRoom {
  const { targets } = appraised;
  const { completionLines: lines } = appraisal.policy;
  // The bar is that of the completion that counts: the year's at its end.
  const shownAsBar: Basis = appraisal.stage === 'annual' ? 'year' : 'quarter';
  const barColumn = (basis: Basis) => (basis === shownAsBar ? [{ header: w.bar, span: 3 }] : []);
  if (targets.length === 0) return () => [{ kind: 'text', text: w.none }];
  const title = (target: TargetResult): Text =>
    join([
      capital(target.title),
      inBoth((lang) =>
        lang === 'zh' ? `（${unitWord(target.unit).zh}）` : ` (${unitWord(target.unit).en})`,
      ),
      target.main ? '' : w.secondary,
    ]);
  const rows = targets
    .slice(0, fullest.plan)
    .map((target, index) => [
      words(title(target)),
      ...basisCells(target, index, 'quarter', shownAsBar, lines),
      ...basisCells(target, index, 'year', shownAsBar, lines),
    ]);
  return ({ plan: most }) => [
    grid(
      [
        { header: w.indicator, span: 5 },
        { header: w.quarterTarget, span: 3 },
        { header: w.quarterActual, span: 3 },
        { header: w.completion, span: 2 },
        ...barColumn('quarter'),
        { header: w.yearTarget, span: 3 },
        { header: w.yearActual, span: 3 },
        { header: w.completion, span: 2 },
        ...barColumn('year'),
      ],
      rows.slice(0, most),
    ),
    ...(targets.length > most ? [{ kind: 'text', text: w.more(targets.length - most) } as const] : []),
  ];
}
