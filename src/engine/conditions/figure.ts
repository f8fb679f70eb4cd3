/** A manager's whole figure against a line: a measure, a column of a table with one row a manager, or one divided by another. */
import { gradeOf } from '../context.ts';
import { comparedBy, outOfScope } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';
import { quotientOf } from './operand.ts';

/**
 * `at-least` includes the line, `less-than` does not. Where a divisor is 0 there was nothing to reach: the rule does not
 * apply. What the manager has no row of is unknown.
 */
export const figure: Evaluator<'figure'> = (spec, context) => {
  const kind = spec['at-least'] === undefined ? 'less-than' : 'at-least';
  const threshold = context.branch.parameters.fact(spec[kind] ?? '', gradeOf(context));
  const { fact: observed, missing, nothingDue } = quotientOf(spec, context);
  if (nothingDue) return { ...outOfScope, threshold };
  return { ...comparedBy(kind, observed, threshold), missing };
};
