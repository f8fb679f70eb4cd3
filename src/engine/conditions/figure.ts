/** A manager's whole figure against a line: a measure, a column of a table with one row a manager, or one divided by another. */

import { amountOf, type Quantity } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import { metIf } from '../../model/outcome.ts';
import { isAtLeast, minus, zero } from '../../model/ratio.ts';
import { gradeOf } from '../context.ts';
import type { Evaluator } from './evaluator.ts';
import { quotientOf } from './operand.ts';

/**
 * `at-least` includes the line, `less-than` does not. Where a divisor is 0 there was nothing to reach: the rule does not
 * apply. What the manager has no row of is unknown.
 */
export const figure: Evaluator<'figure'> = (spec, context) => {
  const line = spec['at-least'] ?? spec['less-than'] ?? '';
  const threshold = context.branch.parameters.fact(line, gradeOf(context));
  const { fact: observed, missing, nothingDue } = quotientOf(spec, context);
  if (nothingDue) return { outcome: 'not-applicable', threshold };
  if (observed.quantity === null) return { outcome: 'unknown', observed, threshold, missing };
  const short = shortOf(threshold.quantity, observed.quantity);
  const outcome = metIf(spec['less-than'] === undefined ? short.isNotAbove : short.isAbove);
  return { outcome, observed, threshold, gap: spec['less-than'] === undefined ? short.gap : null };
};

/** How far a quantity stays under its line. */
function shortOf(
  line: Quantity,
  seen: Quantity,
): { isNotAbove: boolean; isAbove: boolean; gap: Finding['gap'] } {
  if (line.kind === 'amount' && seen.kind === 'amount') {
    const short = line.value - seen.value;
    return {
      isNotAbove: short <= 0n,
      isAbove: short > 0n,
      gap: amountOf(line.unit, short > 0n ? short : 0n),
    };
  }
  if (line.kind === 'ratio' && seen.kind === 'ratio') {
    const short = minus(line.value, seen.value);
    const none = isAtLeast(seen.value, line.value);
    return { isNotAbove: none, isAbove: !none, gap: { kind: 'ratio', value: none ? zero : short } };
  }
  throw new Error(`a line of kind ${line.kind} for a figure of kind ${seen.kind}`);
}
