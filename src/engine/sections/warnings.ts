/** Every warning rule of the policy, triggered or not. */
import type { Warning, WarningOutcome } from '../../model/appraisal.ts';
import type { Outcome } from '../../model/outcome.ts';
import { evaluate } from '../conditions/index.ts';
import type { Context } from '../context.ts';
import { listOf } from '../in-force.ts';

export function warningsOf(context: Context): Warning[] {
  const { policy, parameters } = context.branch;
  return policy.warnings.map((spec) => {
    const { review, list: _, 'level-reading': reading, ...rule } = spec;
    const level = reading === undefined ? spec.level : parameters.choice(reading);
    const finding = evaluate(rule, context);
    const outcomes: Record<Outcome, WarningOutcome> = {
      met: review ? 'review' : 'triggered',
      unmet: 'clear',
      'not-applicable': 'not-applicable',
      unknown: 'unknown',
    };
    return {
      rule: spec.rule,
      title: spec.title,
      level,
      list: listOf(policy, { ...spec, level }),
      article: spec.article,
      outcome: outcomes[finding.outcome],
      finding,
    };
  });
}
