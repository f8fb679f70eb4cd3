/** A figure of a manager's whole portfolio, or one divided by another. */
import { z } from 'zod';
import type { References } from '../reference.ts';

const collectedColumns = [
  'due_principal',
  'recovered_principal',
  'interest_due',
  'interest_received',
  'interest_income',
  'month_avg_loans',
] as const;

/** A manager's whole figure: of a measure, of a column of the collections, or the balance of loans by their class. */
const operand = ({ measure, parameter }: References) =>
  z.union([
    z.strictObject({ measure }),
    z.strictObject({ collected: z.enum(collectedColumns).describe('A column of the table of collections.') }),
    z.strictObject({
      classified: parameter({ shape: 'words', besides: ['all'] }).describe(
        "Loans of these classes, or all: their balance at the period's end.",
      ),
    }),
  ]);
export type Operand = z.infer<ReturnType<typeof operand>>;

/** A figure, or one divided by another. */
export const quotient = (refs: References) => ({
  of: operand(refs).describe('The figure: one of `measure`, `collected` and `classified`.'),
  to: operand(refs).optional().describe('Divided by this one.'),
});
export interface Quotient {
  readonly of: Operand;
  readonly to?: Operand | undefined;
}
