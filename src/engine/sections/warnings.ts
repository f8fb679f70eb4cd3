/** Every warning rule of the policy, triggered or not, and as an entry: the rules of each level together. */
import type { Warning, WarningsEntry } from '../../model/entries.ts';
import { anyOf, type Outcome, type WarningOutcome } from '../../model/outcome.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { evaluate } from '../conditions/index.ts';
import type { Context } from '../context.ts';
import { findingOf, missingIn } from '../finding.ts';
import { listOf } from '../in-force.ts';
import { entryOf, review } from './evaluator.ts';

export const noWarning = { id: 'none', title: { zh: '无预警', en: 'none' } };

function warningsOf(context: Context): Warning[] {
  const warnings: Warning[] = [];
  // What one rule foresees rests on those before it.
  const soFar = { ...context, warnings };
  for (const spec of context.branch.policy.warnings) warnings.push(warningOf(spec, soFar));
  return warnings;
}

function warningOf(spec: PolicyFile['warnings'][number], context: Context): Warning {
  const { policy, parameters } = context.branch;
  const { review, foreseen, 'level-reading': reading } = spec;
  const level = reading === undefined ? spec.level : parameters.choice(reading);
  const now = evaluate(spec, context);
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

/** The rules of each level together, from light to heavy; the heaviest that speaks is the verdict. */
export function warningsEntry(context: Context): WarningsEntry {
  const warnings = warningsOf(context);
  const levels = Object.entries(context.branch.policy['warning-levels']).map(([id, { title }]) => {
    const own = warnings.filter(({ level }) => level === id);
    const parts = own.map(({ finding, outcome }) =>
      outcome === 'review' ? { ...finding, notes: [...finding.notes, review] } : finding,
    );
    const outcome = anyOf(parts.map((part) => part.outcome));
    return { id, title, parts, outcome };
  });
  const speaking = levels.findLast(({ outcome }) => outcome === 'met');
  const open = levels.filter(({ outcome }) => outcome === 'unknown');
  const heaviest = speaking ?? (open.length === 0 ? noWarning : null);
  const entry = entryOf(context.manager, {
    outcome: heaviest === null ? 'unknown' : 'met',
    verdict: heaviest && { id: heaviest.id, title: heaviest.title },
    findings: levels
      .filter(({ parts }) => parts.length > 0)
      .map(({ id, title, parts, outcome }) =>
        findingOf(
          { rule: id, title, article: '' },
          { by: { kind: 'any' }, outcome, parts, missing: missingIn(parts) },
        ),
      ),
    missing: open.flatMap(({ parts }) => missingIn(parts)),
  });
  return { ...entry, warnings };
}
