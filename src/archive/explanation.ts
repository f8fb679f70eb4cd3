/**
 * The form of `explanations/<id>.json`: the whole reasoning behind one manager's result. Grades share most of their
 * rules, and rules their thresholds and source rows, so each of these stands once, in a list that others point into.
 */
import { z } from 'zod';
import { by } from '../model/judgement.ts';
import { outcomes } from '../model/outcome.ts';
import { tableIds } from '../model/tables/index.ts';

const text = z.strictObject({ zh: z.string(), en: z.string() });
const table = z.enum(tableIds);
const outcome = z.enum(outcomes);
const amount = z.string();
/** A place in one of the lists below. */
const place = z.int().nonnegative();

const quantity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), unit: z.string(), value: amount }),
  /** An exact fraction: `953/1000`. */
  z.strictObject({ kind: z.literal('ratio'), value: z.string() }),
  z.strictObject({ kind: z.literal('count'), unit: z.string(), value: z.number() }),
  z.strictObject({ kind: z.literal('words'), value: text }),
]);

const source = z.strictObject({ file: z.string(), sheet: z.string().nullable() });

/** Rows by source: `5-18,20`. */
const rowList = z.array(z.strictObject({ table, source: place, rows: z.string() }));

/** How a figure follows from those that it rests on: each by its place among them, a number as its text. */
const operations = [
  'sum',
  'difference',
  'product',
  'quotient',
  'mean',
  'largest',
  'smallest',
  'nth',
  'whole',
  'cents',
  'when',
] as const;
export type Operation = (typeof operations)[number];
export type Term = number | string | { op: Operation; of: Term[]; n?: number | undefined };
const how: z.ZodType<Term> = z.lazy(() =>
  z.union([
    z.int().nonnegative(),
    z.string(),
    z.strictObject({ op: z.enum(operations), of: z.array(how), n: z.int().positive().optional() }),
  ]),
);

const origin = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('measure'),
    measure: z.string(),
    title: text,
    basis: z.enum(['quarter', 'year']),
    customersFrom: amount.nullable(),
    over: z.enum(['all', 'largest']).optional(),
    customerId: z.string().nullable(),
    rows: place,
  }),
  z.strictObject({ kind: z.literal('rows'), title: text, rows: place }),
  z.strictObject({
    kind: z.literal('parameter'),
    policy: z.string(),
    edition: z.string(),
    parameter: z.string(),
    title: text,
    article: z.string(),
    since: z.string(),
  }),
  z.strictObject({ kind: z.literal('archive'), title: text, period: z.string() }),
  z.strictObject({ kind: z.literal('calculation'), title: text, of: z.array(place), how: how.optional() }),
]);

const fact = z.strictObject({ quantity: quantity.nullable(), origin });

const missing = z.strictObject({ key: z.string(), text });

const finding = z.strictObject({
  rule: z.string().nullable(),
  title: text,
  article: z.string(),
  outcome,
  by,
  aside: z.literal(true).optional(),
  /** It holds or not; left out: it is a rule to meet. */
  condition: z.literal(true).optional(),
  observed: place.nullable(),
  threshold: place.nullable(),
  gap: quantity.nullable(),
  parts: z.array(place),
  evidence: z.array(z.strictObject({ table, source: place, row: z.int().positive(), says: text })),
  missing: z.array(missing),
  notes: z.array(text),
  /** What no source gives and it rests on; left out: nothing. */
  assumed: z.array(z.strictObject({ parameter: z.string(), text })).optional(),
});

const line = z.strictObject({
  title: text,
  says: text,
  /** Null: neither done nor missing. */
  outcome: outcome.nullable(),
  table: table.nullable(),
  /** Null: no row stands behind it. */
  source: place.nullable(),
  row: z.int().positive().nullable(),
});

/** What a section of a policy says of the manager. */
const section = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: text,
  article: z.string(),
  verdictTitle: text,
  /** Its findings are conditions that may hold, rather than rules to meet. */
  of: z.literal('conditions').optional(),
  /** What it is about, where that is not the manager. */
  about: text.nullable(),
  outcome,
  verdict: z.strictObject({ id: z.string(), title: text }).nullable(),
  figures: z.array(z.strictObject({ id: z.string(), title: text, fact: place })),
  findings: z.array(place),
  lines: z.array(line),
  missing: z.array(missing),
  notes: z.array(text),
});

/** Each policy's sections that speak of the manager. */
const schemes = z.array(
  z.strictObject({
    policy: z.string(),
    edition: z.string(),
    title: text,
    /** Parameters whose values the source does not give. */
    assumptions: z.array(text),
    sections: z.array(section),
  }),
);

export const explanationSchema = z.strictObject({
  schema: z.literal('rm-appraisal/explanation/2'),
  period: z.string(),
  managerId: z.string(),
  name: z.string(),
  unit: z.string(),
  schemes,
  /** What the places point into. */
  findings: z.array(finding),
  facts: z.array(fact),
  rowLists: z.array(rowList),
  sources: z.array(source),
});

export type Explanation = z.infer<typeof explanationSchema>;
export type ExplainedQuantity = z.infer<typeof quantity>;
export type ExplainedFact = z.infer<typeof fact>;
export type ExplainedFinding = z.infer<typeof finding>;
export type ExplainedSection = z.infer<typeof section>;
export type ExplainedRows = z.infer<typeof rowList>;
