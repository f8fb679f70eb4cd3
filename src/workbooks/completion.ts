/** A completion as a cell: in full where two places would show it as one of the policy's lines that it is not on. */
import type { CompletionLine } from '../model/in-force.ts';
import type { Ratio } from '../model/ratio.ts';
import { type Extra, percentage } from '../spreadsheet/cells.ts';
import type { Cell } from '../spreadsheet/sheet.ts';

export const completionCell = (
  lines: readonly CompletionLine[],
  completion: Ratio | null,
  extra?: Extra,
): Cell =>
  percentage(
    completion,
    extra,
    lines.map(({ value }) => value),
  );
