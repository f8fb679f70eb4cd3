/**
 * The form of `results.json`: what scripts, a later comparison and an auditor read. Keys stand in the order given
 * here; amounts are decimal text with two places, ratios with six; words are the regulation's own, in Chinese.
 */
import { z } from 'zod';
import { by } from './judgement.ts';
import { outcomes } from './outcome.ts';
import { tableIds } from './tables/index.ts';

const quarter = z.string().regex(/^\d{4}Q[1-4]$/);
const amount = z.string().regex(/^-?\d+\.\d{2}$/);
const ratio = z.string().regex(/^-?\d+\.\d{6}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const outcome = z.enum(outcomes);
/** How the outcome was reached; results of before it was kept have none. */
const how = by.meta({ id: 'by' }).optional();
/** The parameters that no source gives and it rests on; results of before do not say them. */
const assumed = z.array(z.string()).optional();
/** An amount, a ratio, a count or a word; null: the figure is not known. */
const figure = z.string().nullable();

/** The single-customer part of a rule on deposits or loans. */
const largest = z.strictObject({
  observed: figure,
  threshold: figure,
  gap: figure,
  customerId: z.string().nullable(),
  outcome,
});

/** A rule that is judged by a figure or a record. */
const singleRule = z.strictObject({
  rule: z.string(),
  article: z.string(),
  outcome,
  observed: figure,
  threshold: figure,
  gap: figure,
  unit: z.string().nullable(),
  by: how,
  assumed,
  /** Of what adds up over the year, before it is over: the whole year's, where the threshold is another. */
  yearThreshold: figure.optional(),
  largest: largest.optional(),
});

/** Rules of which `needed` must be met; null: all of them. */
const ruleGroup = z.strictObject({
  rule: z.string(),
  article: z.string(),
  outcome,
  needed: z.int().nullable(),
  by: how,
  assumed,
  get rules(): z.ZodArray<z.ZodUnion<readonly [typeof singleRule, typeof ruleGroup]>> {
    return z.array(rule);
  },
});

const rule = z.union([singleRule, ruleGroup]).meta({ id: 'rule' });

/** Money with two places, all else exactly. */
const inUnit = z.string().regex(/^-?\d+\.\d{2,}$/);
const completion = z.strictObject({
  actual: inUnit.nullable(),
  target: inUnit,
  /** Null: the target is 0 or the actual is unknown. */
  completion: ratio.nullable(),
});

/** A figure of a warning: its own, or of one of the parts that were looked at. */
const warningFigure = z.strictObject({
  title: z.string(),
  outcome,
  observed: figure,
  threshold: figure,
  unit: z.string().nullable(),
  by: how,
});

const sourceRow = z.strictObject({ file: z.string(), sheet: z.string().nullable(), row: z.int().positive() });

const warning = z.strictObject({
  rule: z.string(),
  /** One of the policy's own levels. */
  level: z.string(),
  article: z.string(),
  outcome: z.enum(['triggered', 'review', 'unknown']),
  assumed,
  evidence: z.array(sourceRow),
  figures: z.strictObject({
    observed: figure,
    threshold: figure,
    unit: z.string().nullable(),
    by: how,
    parts: z.array(warningFigure),
    /** What keeps the rule from being judged: `archive:2026Q2`, `column:loans.arrears_days`, … */
    missing: z.array(z.string()),
  }),
});

const decision = z.strictObject({
  action: z.string(),
  toGrade: z.string().nullable(),
  approval: z.string().nullable(),
  articles: z.array(z.string()),
  needsPerson: z.boolean(),
  /** The action between which and this one the text leaves a person the choice. */
  alternative: z.string().nullable().optional(),
  /** The grave warnings, triggered or for a person to confirm: rule ids. */
  warnings: z.array(z.string()).optional(),
  /** An admonition in force: the first day on which none is any more. */
  admonishedUntil: z.string().nullable().optional(),
  assumed,
  missing: z.array(z.string()),
});

const manager = z.strictObject({
  managerId: z.string(),
  name: z.string(),
  unit: z.string(),
  grade: z.string(),
  appraised: z.literal(true),
  grades: z.array(z.strictObject({ grade: z.string(), outcome, rules: z.array(rule) })),
  qualifiedGrade: z.string().nullable(),
  possibleGrade: z.string().nullable(),
  missing: z.array(z.string()),
  notes: z.array(z.string()),
  floor: z.strictObject({ outcome, observed: figure, threshold: figure }),
  targets: z.array(
    z.strictObject({ indicator: z.string(), main: z.boolean(), quarter: completion, year: completion }),
  ),
  warnings: z.array(warning),
  allowance: z.strictObject({
    /** Null: what some days are paid is not known. */
    amount: amount.nullable(),
    /** How much of it the second fee is; null: not filled in, or not apart. */
    otherFee: amount.nullable().optional(),
    halvedDays: z.int(),
    missing: z.array(z.string()).optional(),
  }),
  decision: decision.nullable(),
});

/** What a section of a policy says of one manager, unit or title. */
const sectionEntry = z.strictObject({
  subject: z.string(),
  managerId: z.string().nullable(),
  /** Unknown: the verdict cannot be reached; not applicable: the section does not speak of the subject. */
  outcome,
  verdict: z.string().nullable(),
  figures: z.record(z.string(), z.strictObject({ value: figure, unit: z.string().nullable() })),
  rules: z.array(rule),
  lines: z.array(
    z.strictObject({
      title: z.string(),
      says: z.string(),
      outcome: outcome.nullable(),
      evidence: z.array(sourceRow),
    }),
  ),
  missing: z.array(z.string()),
  notes: z.array(z.string()),
});

const rows = z.int().nonnegative();

export const resultsSchema = z.strictObject({
  schema: z.literal('rm-appraisal/results/1'),
  period: quarter,
  stage: z.enum(['interim', 'annual']),
  policies: z.array(z.strictObject({ id: z.string(), edition: z.string(), sha256 })),
  managers: z.array(manager),
  notAppraised: z.array(z.strictObject({ managerId: z.string(), problems: z.array(z.string()) })),
  unassigned: z.array(
    z.strictObject({ customerId: z.string(), deposits: amount, loans: amount, forHr: z.boolean() }),
  ),
  watchList: z.array(
    z.strictObject({
      loanId: z.string(),
      managerId: z.string(),
      /** As the policy calls them. */
      reasons: z.array(z.string()),
    }),
  ),
  reconciliation: z.array(
    z.strictObject({
      table: z.enum(tableIds),
      rowsRead: rows,
      rowsCounted: rows,
      rowsExcluded: rows,
      rowsDropped: rows,
      rowsInError: rows,
      /** Null for tables without amounts. */
      yuanRead: amount.nullable(),
      yuanCredited: amount.nullable(),
      yuanExcluded: amount.nullable(),
    }),
  ),
  /** Each policy's sections under the policy's id and their own: stars, scorecards, headcount, … */
  schemes: z.record(
    z.string(),
    z.record(z.string(), z.strictObject({ kind: z.string(), assumed, entries: z.array(sectionEntry) })),
  ),
});

export type Results = z.infer<typeof resultsSchema>;
export type ManagerResult = Results['managers'][number];
export type RuleResult = z.infer<typeof rule>;
export type WarningResult = ManagerResult['warnings'][number];
