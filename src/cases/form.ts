/**
 * The form of a case file: worked examples of a policy, readable without a programmer. Unknown keys are refused, so that
 * a slip of the pen cannot pass silently. What each key means stands in docs/cases.md.
 */
import { z } from 'zod';
import { isQuarter } from '../model/calendar.ts';
import { saying } from '../model/reference.ts';
import { type TableId, tables } from '../model/tables/index.ts';
import type { Text } from '../model/text.ts';

const word = z.string();
const quarter = z
  .string()
  .refine(isQuarter, saying({ zh: '应为季度，如 2026Q3', en: 'a quarter such as 2026Q3' }));

/** A row by the table's own columns; only those that matter are written. */
const row = (table: TableId) =>
  z.strictObject(
    Object.fromEntries(Object.keys(tables[table].columns).map((column) => [column, word.optional()])),
  );

const archivedTarget = z.strictObject({
  indicator: word,
  main: z.enum(['yes', 'no']).default('yes'),
  /** actual / target */
  quarter: word,
  weight: word.optional(),
});

const archivedQuarter = z.strictObject({
  manager: z.enum(['appraised', 'left-out', 'not-there']).default('appraised'),
  'chain-starts': quarter.optional(),
  targets: z.array(archivedTarget).default([]),
  /** By rule. */
  warnings: z.record(word, z.enum(['triggered', 'review', 'unknown'])).default({}),
  /** By sign: the loans that showed it, or that nobody could tell. */
  signs: z.record(word, z.union([z.array(word), z.literal('unknown')])).default({}),
  /** By customer: the balances at the quarter's end. */
  customers: z
    .record(
      word,
      z.strictObject({
        deposits: word.optional(),
        loans: word.optional(),
        /** How much of the loans is off the balance sheet. */
        'off-balance': word.optional(),
        settlement: word.optional(),
      }),
    )
    .default({}),
  /** Whether the archive tells what is off the balance sheet. */
  'off-balance': z.enum(['told', 'untold']).default('told'),
  /** By customer: the international settlement of the quarter, in dollars and yuan. */
  flows: z.union([z.record(word, word), z.literal('none')]).default({}),
  /** By measure: the whole portfolio's figure of the quarter, in yuan. */
  measures: z.record(word, word).default({}),
});

export const given = z.strictObject({
  period: quarter.default('2026Q3'),
  manager: row('roster').default({}),
  colleagues: z.array(row('roster')).default([]),
  rates: z.record(word, word).default({ USD: '7' }),
  deposits: z.array(row('deposits')).optional(),
  loans: z.array(row('loans')).default([]),
  settlement: z.array(row('settlement')).default([]),
  classification: z.array(row('classification')).default([]),
  targets: z.array(row('targets')).optional(),
  metrics: z.array(row('metrics')).default([]),
  events: z.array(row('events')).default([]),
  reviews: z.array(row('reviews')).optional(),
  adjustments: z.array(row('adjustments')).default([]),
  scores: z.array(row('scores')).default([]),
  collections: z.array(row('collections')).default([]),
  units: z.array(row('units')).default([]),
  activities: z.array(row('activities')).default([]),
  attendance: z.array(row('attendance')).default([]),
  assignments: z.array(row('assignments')).default([]),
  branches: z.array(row('branches')).default([]),
  deferrals: z.array(row('deferrals')).default([]),
  /** The package's own calendar: days off, and weekend days that are worked. */
  holidays: z.array(word).default([]),
  'working-days': z.array(word).default([]),
  /** Columns that the export lacks. */
  without: z.array(word).default([]),
  'chain-starts': quarter.optional(),
  /** The archived quarters; left out: two years without an incident. */
  archive: z.record(quarter, archivedQuarter).optional(),
});

export const readings = z.record(word, z.union([word, z.array(word)]));

const oneCase = z
  .strictObject({
    case: word,
    en: word.optional(),
    article: word,
    readings: readings.default({}),
    given: z.unknown().optional(),
    /** What is looked at, and what it must say. */
    expect: z.record(word, word).default({}),
    /** What the moving figure X decides, and for each value of X what must come out. */
    decides: z.union([word, z.array(word).min(1)]).optional(),
    X: z.record(word, z.union([word, z.array(word)])).optional(),
  })
  .check(({ value: { decides, X, expect }, issues }) => {
    const wrong = (says: Text, path: string[] = []) =>
      issues.push({ code: 'custom', message: says.en, params: { says }, path, input: X });
    if ((decides === undefined) !== (X === undefined))
      wrong({ zh: 'decides 与 X 要一起写', en: 'decides and X go together' });
    if (X === undefined && Object.keys(expect).length === 0)
      wrong({ zh: '没有写应当得出什么（expect，或 decides 与 X）', en: 'nothing is expected' });
    // A table whose figure moves nothing would pass whatever the engine did with it.
    if (X && new Set(Object.values(X).map(String)).size < 2)
      wrong({ zh: 'X 怎么变结果都一样', en: 'X decides nothing' }, ['X']);
  });

export const caseFile = z.strictObject({
  topic: z.strictObject({ zh: word, en: word }),
  cases: z.array(oneCase).min(1),
});

export type Given = z.infer<typeof given>;
export type ArchivedQuarter = z.infer<typeof archivedQuarter>;
export type OneCase = z.infer<typeof oneCase>;
