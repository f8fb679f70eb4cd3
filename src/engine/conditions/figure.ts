/** A manager's figure against a line: of a table, the plan, the ledger or an earlier section, or one divided by another. */
import { gradeOf } from '../context.ts';
import { figureOf, quotientOf } from '../figures/index.ts';
import { comparedBy, outOfScope } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

const comparisons = ['at-least', 'more-than', 'at-most', 'less-than'] as const;

/** Where nothing was due there was nothing to reach: the rule does not apply. What is not there is unknown. */
export const figure: Evaluator<'figure'> = (spec, context) => {
  const kind = comparisons.find((key) => spec[key] !== undefined) ?? 'at-least';
  const threshold = context.branch.parameters.fact(spec[kind] ?? '', gradeOf(context));
  const { fact, missing, nothingDue } =
    spec.over === undefined ? figureOf(spec.of, context) : quotientOf(spec.of, spec.over, context);
  if (nothingDue) return { ...outOfScope, threshold };
  return { ...comparedBy(kind, fact, threshold), missing };
};
