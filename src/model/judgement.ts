/** A judgement: what was seen, against what, with which outcome, from which parts, and the rows that speak for it. */
import type { Fact, Quantity } from './fact.ts';
import type { Outcome } from './outcome.ts';
import type { RowOrigin } from './table.ts';
import type { TableId } from './tables/index.ts';
import type { Text } from './text.ts';

/** Something that is not there and would decide. */
export interface Missing {
  /** Stable: `archive:2026Q2`, `cell:education`, `column:loans.arrears_days`, `judgement`, … */
  readonly key: string;
  readonly text: Text;
}

/** A source row that speaks for a finding. */
export interface Evidence {
  readonly table: TableId;
  readonly origin: RowOrigin;
  /** What the row shows: `逾期 35 天`. */
  readonly says: Text;
}

/** One evaluated condition: what was seen, against what, with which outcome, from which parts. */
export interface Finding {
  /** The rule's id; null for a part that the policy does not name. */
  readonly rule: string | null;
  readonly title: Text;
  readonly article: string;
  readonly outcome: Outcome;
  /** For a group of which only some parts are needed. */
  readonly needed: number | null;
  readonly observed: Fact | null;
  readonly threshold: Fact | null;
  /** How much is missing to the threshold; zero when met; null where there is nothing to measure. */
  readonly gap: Quantity | null;
  readonly parts: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  readonly notes: readonly Text[];
}
