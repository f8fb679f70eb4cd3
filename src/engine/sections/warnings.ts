/** Every warning rule of the policy, triggered or not. */
import type { Warning, WarningOutcome } from '../../model/appraisal.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { evaluate } from '../conditions/index.ts';
import type { Context } from '../context.ts';
import { listOf } from '../in-force.ts';

export function warningsOf(context: Context): Warning[] {
  const warnings: Warning[] = [];
  // What one rule foresees rests on those before it.
  for (const spec of context.branch.policy.warnings) warnings.push(warningOf(spec, { ...context, warnings }));
  return warnings;
}

function warningOf(spec: PolicyFile['warnings'][number], context: Context): Warning {
  const { policy, parameters } = context.branch;
  const { review, foreseen, list: _, 'level-reading': reading, ...rule } = spec;
  const level = reading === undefined ? spec.level : parameters.choice(reading);
  const now = evaluate(rule, context);
  const ahead = foreseen && now.outcome === 'unmet' ? evaluate(foreseen, context) : null;
  const isForeseen = ahead?.outcome === 'met' || ahead?.outcome === 'unknown';
  const finding = isForeseen
    ? { ...ahead, rule: spec.rule, title: spec.title, article: spec.article, notes: [ahead.title] }
    : now;
  const outcomes: Record<Outcome, WarningOutcome> = {
    met: review || isForeseen ? 'review' : 'triggered',
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
    ...(isForeseen && { foreseen: true }),
  };
}
