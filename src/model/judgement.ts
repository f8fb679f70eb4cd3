/**
 * A judgement says how it was reached: by which comparison of which figures, from which parts, or by which record. The
 * evaluator that decides sets it; a formula, a gap, a sentence or a field of results.json are translations of it.
 */
import { z } from 'zod';
import { amountOf, countOf, type Fact, isInUnit, type Quantity, valueIn } from './fact.ts';
import { allOf, anyOf, atLeast, metIf, not, type Outcome } from './outcome.ts';
import { compare, isAtLeast, minus, parseRatio, type Ratio, times, toWhole, zero } from './ratio.ts';
import type { RowOrigin } from './table.ts';
import { type TableId, tableIds } from './tables/index.ts';
import type { Text } from './text.ts';

/** Something that is not there and would decide. */
export interface Missing {
  /** Stable: `archive:2026Q2`, `cell:education`, `column:loans.arrears_days`, `judgement`, … */
  readonly key: string;
  readonly text: Text;
}

/** A value that no source gives, on which a finding rests: its parameter, and what it says in a few words. */
export interface Assumed {
  readonly parameter: string;
  readonly text: Text;
}

/** A source row that speaks for a finding. */
export interface Evidence {
  readonly table: TableId;
  readonly origin: RowOrigin;
  /** What the row shows: `逾期 35 天`. */
  readonly says: Text;
}

/**
 * The figure observed against its threshold; every part is a further requirement, as that of the single customer. A
 * share has `risen` where it is above its threshold, or the whole already.
 */
const comparisons = ['at-least', 'at-most', 'less-than', 'more-than', 'risen'] as const;
export type Comparison = (typeof comparisons)[number];

const texts = z.array(z.strictObject({ zh: z.string(), en: z.string() })).readonly();
const words = z.array(z.string()).readonly();

/** How an outcome was reached. */
export const by = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(comparisons) }),
  /** The words observed are one of these. */
  z.strictObject({ kind: z.literal('one-of'), of: texts }),
  /** The figure is there at all; every part is a further requirement. */
  z.strictObject({ kind: z.literal('known') }),
  /** The parts decide; `every-quarter`: the same was looked at in each of some quarters, and holds in all of them. */
  z.strictObject({ kind: z.enum(['all', 'any', 'not', 'every-quarter']) }),
  z.strictObject({ kind: z.literal('at-least-n-of'), needed: z.int() }),
  /** Whether the ledger has an event of these kinds from one day (null: ever) to another. */
  z.strictObject({ kind: z.literal('event'), kinds: words, from: z.string().nullable(), to: z.string() }),
  /** What the rows of a table say, in a column of it where one decides. */
  z.strictObject({ kind: z.literal('record'), table: z.enum(tableIds), column: z.string().nullable() }),
  /** What an earlier quarter's archive says. */
  z.strictObject({ kind: z.literal('archive'), period: z.string() }),
  /** A place among others. */
  z.strictObject({ kind: z.literal('rank') }),
  /** How other rules of the manager came out; `as`: what that means for the figures of the one that is asked for. */
  z.strictObject({
    kind: z.literal('outcome-of'),
    rules: words,
    as: z.enum(comparisons).nullable(),
  }),
  /** The grade that the manager qualifies for. */
  z.strictObject({ kind: z.literal('qualified') }),
  /** The rule does not speak of the manager, of this stage, or of anything there is. */
  z.strictObject({ kind: z.literal('scope') }),
]);
export type By = z.infer<typeof by>;

/** One evaluated condition: what was seen, against what, with which outcome, from which parts. */
export interface Finding {
  /** The rule's id; null for a part that the policy does not name. */
  readonly rule: string | null;
  readonly title: Text;
  readonly article: string;
  readonly outcome: Outcome;
  readonly by: By;
  /** Shown beside the parts that decide, and left out of their outcome. */
  readonly aside: boolean;
  /** It holds or not, and is no rule to meet: a veto, a row of a decision table. */
  readonly condition: boolean;
  readonly observed: Fact | null;
  readonly threshold: Fact | null;
  readonly parts: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  readonly notes: readonly Text[];
  /** What it rests on itself; its parts say their own. */
  readonly assumed: readonly Assumed[];
}

export const isComparison = (by: By): by is { readonly kind: Comparison } =>
  (comparisons as readonly string[]).includes(by.kind);

/** The comparison behind the figures that a finding shows: its own, or that of the part from which it has them. */
export function comparisonOf({ by, observed, parts }: Finding): Comparison | null {
  if (isComparison(by)) return by.kind;
  if (by.kind === 'outcome-of') return by.as;
  const shown = observed && parts.find((part) => part.observed?.origin === observed.origin);
  return shown ? comparisonOf(shown) : null;
}

/** The comparison that holds where this one does not; null: there is none. */
export const opposite = (comparison: Comparison | null): Comparison | null =>
  comparison && opposites[comparison];

const opposites: Readonly<Record<Comparison, Comparison | null>> = {
  'at-least': 'less-than',
  'less-than': 'at-least',
  'at-most': 'more-than',
  'more-than': 'at-most',
  risen: null,
};

/** Whether a comparison holds from its line upwards, or downwards. */
export const isUpwards = (comparison: Comparison): boolean =>
  comparison !== 'less-than' && comparison !== 'at-most';

/** What a figure is as a number, amounts in their unit; null: words, or not known. */
export function numberIn(quantity: Quantity | null | undefined): Ratio | null {
  switch (quantity?.kind) {
    case 'amount':
    case 'decimal':
      return valueIn(quantity);
    case 'ratio':
      return quantity.value;
    case 'count':
      return Number.isInteger(quantity.value)
        ? { n: BigInt(quantity.value), d: 1n }
        : parseRatio(String(quantity.value));
    default:
      return null;
  }
}

/** Above 0 where the figure is above its line, below 0 where it is below, unrounded; null where either is not known. */
function order(seen: Quantity | null, line: Quantity | null): number | null {
  if (seen?.kind === 'amount' && line?.kind === 'amount') return Number(seen.value - line.value);
  const [has, wants] = [numberIn(seen), numberIn(line)];
  return has === null || wants === null ? null : compare(has, wants);
}

/** Unknown where either figure is. */
export function compared(kind: Comparison, seen: Quantity | null, line: Quantity | null): Outcome {
  // What is the whole already need not rise.
  if (kind === 'risen' && isWhole(seen)) return 'met';
  const above = order(seen, line);
  if (above === null) return 'unknown';
  switch (kind) {
    case 'at-least':
      return metIf(above >= 0);
    case 'at-most':
      return metIf(above <= 0);
    case 'less-than':
      return metIf(above < 0);
    case 'more-than':
    case 'risen':
      return metIf(above > 0);
  }
}

const isWhole = (seen: Quantity | null): boolean => seen?.kind === 'ratio' && isAtLeast(seen.value, 1);

const isOneOf = (seen: Quantity | null, of: readonly Text[]): Outcome =>
  seen?.kind === 'words' ? metIf(of.some(({ zh }) => zh === seen.value.zh)) : 'unknown';

/** The outcome from the judgement's own figures and parts; null where a record, a rank or another rule decided. */
export function follows({ by, observed, threshold, parts }: Finding): Outcome | null {
  const outcomes = parts.filter(({ aside }) => !aside).map(({ outcome }) => outcome);
  const seen = observed?.quantity ?? null;
  switch (by.kind) {
    case 'all':
    case 'every-quarter':
      return allOf(outcomes);
    case 'any':
      return anyOf(outcomes);
    case 'not':
      return not(outcomes[0] ?? 'unknown');
    case 'at-least-n-of':
      return atLeast(by.needed, outcomes);
    case 'one-of':
      return allOf([isOneOf(seen, by.of), ...outcomes]);
    case 'known':
      return allOf([seen === null ? 'unknown' : 'met', ...outcomes]);
    case 'scope':
      return 'not-applicable';
    case 'event':
    case 'record':
    case 'archive':
    case 'rank':
    case 'outcome-of':
    case 'qualified':
      return null;
    default:
      return allOf([compared(by.kind, seen, threshold?.quantity ?? null), ...outcomes]);
  }
}

const sized = (like: Quantity, value: Ratio): Quantity =>
  like.kind === 'amount'
    ? amountOf(like.unit, toWhole(times(value, 100)))
    : like.kind === 'decimal'
      ? { ...like, value }
      : like.kind === 'count'
        ? countOf(like.unit, Number(value.n) / Number(value.d))
        : { kind: 'ratio', value };

/**
 * How far the figure is on the side of its line where the finding holds, negative where it is on the other; null where
 * nothing is compared.
 */
export function roomOf(finding: Finding): Quantity | null {
  const comparison = comparisonOf(finding);
  const [seen, line] = [finding.observed?.quantity ?? null, finding.threshold?.quantity ?? null];
  if (comparison === null || !seen || !line) return null;
  const like = isInUnit(seen) ? seen : line;
  const [from, less] = isUpwards(comparison) ? [seen, line] : [line, seen];
  // Hundredths are their own numerators.
  if (like.kind === 'amount' && from.kind === 'amount' && less.kind === 'amount')
    return amountOf(like.unit, from.value - less.value);
  const [whole, part] = [numberIn(from), numberIn(less)];
  return whole && part && sized(like, minus(whole, part));
}

export const negated = (quantity: Quantity | null): Quantity | null => {
  if (quantity?.kind === 'amount') return amountOf(quantity.unit, -quantity.value);
  const value = numberIn(quantity);
  return quantity && value && sized(quantity, minus(zero, value));
};

/** How far the figure is from where the finding holds, zero where it does; null where nothing is compared. */
export function gapOf(finding: Finding): Quantity | null {
  const missing = negated(roomOf(finding));
  return missing && (isAboveNought(missing) ? missing : sized(missing, zero));
}

const isAboveNought = (quantity: Quantity): boolean =>
  quantity.kind === 'amount' ? quantity.value > 0n : (numberIn(quantity)?.n ?? 0n) > 0n;

/** Of how many parts some are enough; null: it is no choice. */
export const neededOf = ({ by }: Pick<Finding, 'by'>): number | null =>
  by.kind === 'at-least-n-of' ? by.needed : null;
