/** The completion lines that the policy draws, over a sheet's list and as words beside the completions. */
import type { CompletionLine } from '../../model/in-force.ts';
import { isAtLeast, type Ratio } from '../../model/ratio.ts';
import { articleWords } from '../../model/words.ts';
import { percentage, words } from '../../spreadsheet/cells.ts';
import { label, over } from '../../spreadsheet/form.ts';
import { type Block, type Formula, formula, type Mark } from '../../spreadsheet/sheet.ts';

const fulfilled: Mark = { text: { zh: '完成', en: 'done' }, tone: 'good' };

const belowMark = ({ below, tone }: CompletionLine): Mark => ({ text: below, tone });

/** How far a completion may have come, in words; the colour repeats the word. */
export const completionMarks = (lines: readonly CompletionLine[]): readonly Mark[] => [
  fulfilled,
  ...lines.map(belowMark),
];

/** The word of the lowest line that the completion is below. Null: the policy draws no line. */
export function completionMark(done: Ratio, lines: readonly CompletionLine[]): Mark | null {
  if (lines.length === 0) return null;
  const missed = lines.findLast(({ value }) => !isAtLeast(done, value));
  return missed === undefined ? fulfilled : belowMark(missed);
}

const lineAnchor = (sheet: string, { parameter }: CompletionLine): string => `line ${sheet} ${parameter}`;

/** The word for the completion in a column, by the lines over the list. */
export const completionWord = (sheet: string, column: string, lines: readonly CompletionLine[]): Formula => [
  ...lines.flatMap((line, index): Formula => {
    const better = index === 0 ? fulfilled : belowMark(lines[index - 1] ?? line);
    return formula`IF(${{ here: column }}>=${{ anchor: lineAnchor(sheet, line) }},${better.text},`;
  }),
  ...lines.slice(-1).map(({ below }) => below),
  ')'.repeat(lines.length),
];

/** The lines in a row over a sheet's list, for its formulas to look at; nothing where there are none. */
export const linesForm = (sheet: string, lines: readonly CompletionLine[]): Block[] =>
  lines.length === 0
    ? []
    : [
        {
          kind: 'form',
          rows: [
            {
              cells: lines.flatMap((line) => [
                label(line.title, 1),
                over(1, percentage(line.value, { look: 'value', anchor: lineAnchor(sheet, line) })),
                over(1, words(articleWords(line.article), { look: 'line' })),
              ]),
            },
          ],
        },
      ];
