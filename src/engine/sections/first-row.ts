/** A decision table: the first row whose condition is met decides, and a row that cannot be judged stops the search. */

import type { Rule } from '../../model/condition.ts';
import type { Finding } from '../../model/judgement.ts';
import { evaluate } from '../conditions/index.ts';
import type { Context } from '../context.ts';

interface DecisionRow extends Rule {
  readonly action: string;
}

interface FirstRow<R extends DecisionRow> {
  /** Counted from 0; null: no row is met. */
  readonly index: number | null;
  readonly row: R | null;
  /** Met, or unknown where the search stopped; unmet where no row is met. */
  readonly outcome: 'met' | 'unknown' | 'unmet';
  /** Every row up to the one that decided. */
  readonly considered: readonly Finding[];
}

export function firstRow<R extends DecisionRow>(rows: readonly R[], context: Context): FirstRow<R> {
  const considered: Finding[] = [];
  for (const [index, row] of rows.entries()) {
    const finding = evaluate({ ...row, rule: row.action }, context);
    considered.push(finding);
    const { outcome } = finding;
    if (outcome === 'met' || outcome === 'unknown') return { index, row, outcome, considered };
  }
  return { index: null, row: null, outcome: 'unmet', considered };
}
