/** The four outcomes of every evaluation and how they combine. `unknown` never counts as met and never becomes `unmet`. */

export const outcomes = ['met', 'unmet', 'not-applicable', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a rule that warns comes to. */
export type WarningOutcome = 'triggered' | 'review' | 'clear' | 'not-applicable' | 'unknown';

/** Whether a warning is raised: triggered, or for a person to confirm. */
export const isRaised = ({ outcome }: { readonly outcome: WarningOutcome }): boolean =>
  outcome === 'triggered' || outcome === 'review';

export const metIf = (condition: boolean): Outcome => (condition ? 'met' : 'unmet');

/** Unmet if any part is unmet; else unknown if any is unknown; else met. Parts that do not apply count as met. */
export function allOf(parts: readonly Outcome[]): Outcome {
  if (parts.includes('unmet')) return 'unmet';
  return parts.includes('unknown') ? 'unknown' : 'met';
}

/**
 * Met as soon as `needed` parts are met; unmet as soon as too few can still be met; else unknown.
 * Parts that do not apply are left out; when nothing is left, the group does not apply.
 */
export function atLeast(needed: number, parts: readonly Outcome[]): Outcome {
  const applicable = parts.filter((part) => part !== 'not-applicable');
  if (applicable.length === 0) return 'not-applicable';
  const met = applicable.filter((part) => part === 'met').length;
  const open = applicable.filter((part) => part === 'unknown').length;
  if (met >= needed) return 'met';
  return met + open < needed ? 'unmet' : 'unknown';
}

export const anyOf = (parts: readonly Outcome[]): Outcome => atLeast(1, parts);

export function not(outcome: Outcome): Outcome {
  if (outcome === 'met') return 'unmet';
  return outcome === 'unmet' ? 'met' : outcome;
}
