/** The two completion lines that the regulation draws: from which a plan is fulfilled, and below which one is admonished. */
import type { Appraisal } from '../../model/appraisal.ts';
import { isAtLeast, parseRatio, type Ratio } from '../../model/ratio.ts';
import type { Text } from '../../model/text.ts';
import { articleWords } from '../../model/words.ts';
import { percentage, words } from '../../spreadsheet/cells.ts';
import { label, over } from '../../spreadsheet/form.ts';
import type { Block, Mark } from '../../spreadsheet/sheet.ts';

export interface CompletionLine {
  readonly id: string;
  readonly title: Text;
  readonly article: string;
  readonly value: Ratio;
}

/** By the policy's parameter; the second is what the regulation's text says, for a policy that has none. */
const declared = [
  ['plan-completion', '1', { zh: '完成线', en: 'Plan line' }],
  ['admonition-completion', '0.8', { zh: '诫勉线', en: 'Admonition line' }],
] as const;

/** The higher line first. */
export const completionLines = ({ policy }: Appraisal): CompletionLine[] =>
  declared.map(([id, otherwise, title]) => {
    const parameter = policy.parameters.find((each) => each.id === id);
    const value = parameter?.values[0]?.value;
    return {
      id,
      title,
      article: parameter?.article ?? '',
      value: value?.kind === 'ratio' ? value.value : parseRatio(otherwise),
    };
  });

/** How far a completion has come; the colour repeats the word. */
export const completionMarks = {
  fulfilled: { text: { zh: '完成', en: 'done' }, tone: 'good' },
  short: { text: { zh: '未完成', en: 'short' }, tone: 'warn' },
  low: { text: { zh: '低于诫勉线', en: 'too low' }, tone: 'bad' },
} as const satisfies Record<string, Mark>;

export function completionMark(done: Ratio, [plan, admonition]: readonly CompletionLine[]): Mark {
  if (plan === undefined || isAtLeast(done, plan.value)) return completionMarks.fulfilled;
  return admonition === undefined || isAtLeast(done, admonition.value)
    ? completionMarks.short
    : completionMarks.low;
}

export const lineAnchor = (sheet: string, line: string): string => `line ${sheet} ${line}`;

/** The lines in a row over a sheet's list, for its formulas to look at. */
export const linesForm = (sheet: string, lines: readonly CompletionLine[]): Block => ({
  kind: 'form',
  rows: [
    {
      cells: lines.flatMap((line) => [
        label(line.title, 1),
        over(1, percentage(line.value, { look: 'value', anchor: lineAnchor(sheet, line.id) })),
        over(1, words(articleWords(line.article), { look: 'line' })),
      ]),
    },
  ],
});
