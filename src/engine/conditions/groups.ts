/** Rules made of rules. A part that no longer matters is evaluated and shown all the same. */
import { allOf, anyOf, atLeast as atLeastOf, not as opposite } from '../../model/outcome.ts';
import { missingIn } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

/** All parts hold. */
export const all: Evaluator<'all'> = (rules, context, evaluate) => {
  const parts = rules.map((rule) => evaluate(rule, context));
  return { ...grouped(parts), by: { kind: 'all' }, outcome: allOf(parts.map((part) => part.outcome)) };
};

/** One part holds. */
export const any: Evaluator<'any'> = (rules, context, evaluate) => {
  const parts = rules.map((rule) => evaluate(rule, context));
  return { ...grouped(parts), by: { kind: 'any' }, outcome: anyOf(parts.map((part) => part.outcome)) };
};

/** At least so many of the parts hold. */
export const several: Evaluator<'several'> = (spec, context, evaluate) => {
  const parts = spec.of.map((rule) => evaluate(rule, context));
  const needed = context.branch.parameters.count(spec['at-least'], context.grade ?? context.manager.grade);
  return {
    ...grouped(parts),
    by: { kind: 'at-least-n-of', needed },
    outcome: atLeastOf(
      needed,
      parts.map((part) => part.outcome),
    ),
  };
};

/** The part does not hold; what is unknown stays unknown. */
export const not: Evaluator<'not'> = (rule, context, evaluate) => {
  const part = evaluate(rule, context);
  return { ...grouped([part]), by: { kind: 'not' }, outcome: opposite(part.outcome) };
};

const grouped = (parts: ReturnType<Parameters<Evaluator<'all'>>[2]>[]) => ({
  parts,
  evidence: parts.filter((part) => part.outcome === 'met').flatMap((part) => part.evidence),
  missing: missingIn(parts),
});
