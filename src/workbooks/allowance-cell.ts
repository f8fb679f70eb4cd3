/** What somebody is paid in the quarter, as a cell: unknown is said as unknown. */
import type { Allowance } from '../model/entries.ts';
import { outcomeWords } from '../model/words.ts';
import { type Extra, words, yuan } from '../spreadsheet/cells.ts';
import type { Cell } from '../spreadsheet/sheet.ts';

/** Null: the policy pays none. */
export const allowanceCell = (allowance: Allowance | null, extra?: Extra): Cell =>
  allowance !== null && allowance.amount === null
    ? words(outcomeWords.unknown, { tone: 'open', look: extra?.look })
    : yuan(allowance?.amount ?? null, extra);
