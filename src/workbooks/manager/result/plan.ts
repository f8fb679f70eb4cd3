/** The plan on the first page: every figure is a link to its cell on 计划完成. */
import type { Completion, TargetResult } from '../../../model/appraisal.ts';
import type { Text } from '../../../model/text.ts';
import { decimal, inWan, marked, percentage, wan, words } from '../../cells.ts';
import { grid } from '../../form.ts';
import { type Block, type Cell, formula } from '../../sheet.ts';
import { inBoth, join, outcomeMarks, unitWord } from '../../words.ts';
import { targetAnchor } from '../targets.ts';
import type { ManagerView } from '../view.ts';

const w = {
  heading: { zh: '三、计划完成', en: '3. Plan' },
  indicator: { zh: '指标', en: 'Indicator' },
  quarterTarget: { zh: '本季计划', en: 'Quarter target' },
  quarterActual: { zh: '本季实绩', en: 'Quarter actual' },
  yearTarget: { zh: '全年计划', en: 'Year target' },
  yearActual: { zh: '本年实绩', en: 'Year actual' },
  completion: { zh: '完成率', en: 'Done' },
  noTask: { zh: '—', en: '—' },
  none: { zh: '没有下达计划。', en: 'No target is set.' },
  secondary: { zh: '（非主要）', en: ' (secondary)' },
  more: (count: number): Text => ({
    zh: `其余 ${count} 项见「计划完成」。`,
    en: `${count} more on the sheet “Plan”.`,
  }),
};

const most = 7;

function basisCells(target: TargetResult, index: number, basis: 'quarter' | 'year'): Cell[] {
  const completion: Completion = target[basis];
  const linked = (what: string) => ({ formula: formula`${{ anchor: targetAnchor(index, basis, what) }}` });
  const show = (value: bigint | null, what: string): Cell =>
    inWan(target.unit) ? wan(value, linked(what)) : decimal(value, linked(what));
  const { quantity } = completion.actual;
  const tone =
    completion.ratio === null || !target.main
      ? undefined
      : completion.ratio.compare(1) >= 0
        ? 'good'
        : 'warn';
  return [
    show(completion.target, 'target'),
    quantity?.kind === 'amount'
      ? show(quantity.value, 'actual')
      : marked(outcomeMarks.unknown, { tone: 'open' }),
    completion.ratio === null
      ? words(w.noTask, { tone: 'muted' })
      : percentage(completion.ratio, { ...linked('completion'), tone }),
  ];
}

export function planBlocks({ appraised }: ManagerView): Block[] {
  const { targets } = appraised;
  const heading: Block = { kind: 'heading', text: w.heading };
  if (targets.length === 0) return [heading, { kind: 'text', text: w.none }];
  const title = (target: TargetResult): Text =>
    join([
      target.title,
      inBoth((lang) =>
        lang === 'zh' ? `（${unitWord(target.unit).zh}）` : ` (${unitWord(target.unit).en})`,
      ),
      target.main ? '' : w.secondary,
    ]);
  return [
    heading,
    grid(
      [
        { header: w.indicator, span: 6 },
        { header: w.quarterTarget, span: 3 },
        { header: w.quarterActual, span: 3 },
        { header: w.completion, span: 3 },
        { header: w.yearTarget, span: 3 },
        { header: w.yearActual, span: 3 },
        { header: w.completion, span: 3 },
      ],
      targets
        .slice(0, most)
        .map((target, index) => [
          words(title(target)),
          ...basisCells(target, index, 'quarter'),
          ...basisCells(target, index, 'year'),
        ]),
    ),
    ...(targets.length > most ? [{ kind: 'text', text: w.more(targets.length - most) } as const] : []),
  ];
}
