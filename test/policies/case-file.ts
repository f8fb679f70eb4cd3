/**
 * The form of a case file: worked examples beside the rule they explain, readable without a programmer. Unknown keys
 * are refused, so that a slip of the pen cannot pass silently. What each key means stands in cases/README.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isQuarter } from '../../src/model/calendar.ts';
import { type TableId, tables } from '../../src/model/tables/index.ts';

const word = z.string();
const quarter = z.string().refine(isQuarter, 'a quarter such as 2026Q3');

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
});

const given = z.strictObject({
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
  /** The package's own calendar: days off, and weekend days that are worked. */
  holidays: z.array(word).default([]),
  'working-days': z.array(word).default([]),
  /** Columns that the export lacks. */
  without: z.array(word).default([]),
  'chain-starts': quarter.optional(),
  /** The archived quarters; left out: two years without an incident. */
  archive: z.record(quarter, archivedQuarter).optional(),
});

const readings = z.record(word, z.union([word, z.array(word)]));

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
  .check(({ value: { case: name, decides, X, expect }, issues }) => {
    const wrong = (message: string) => issues.push({ code: 'custom', message, input: name });
    if ((decides === undefined) !== (X === undefined)) wrong('decides and X go together');
    if (X === undefined && Object.keys(expect).length === 0) wrong('nothing is expected');
    // A table whose figure moves nothing would pass whatever the engine did with it.
    if (X && new Set(Object.values(X).map(String)).size < 2) wrong(`${name}: X decides nothing`);
  });

const caseFile = z.strictObject({
  topic: z.strictObject({ zh: word, en: word }),
  cases: z.array(oneCase).min(1),
});

export type Given = z.infer<typeof given>;
export type ArchivedQuarter = z.infer<typeof archivedQuarter>;

/** One thing to be tried: with the moving figure set, where there is one. */
export interface Trial {
  readonly name: string;
  readonly readings: Readonly<Record<string, string | string[]>>;
  readonly given: Given;
  readonly expect: Readonly<Record<string, string>>;
}

export interface CaseFile {
  readonly name: string;
  readonly topic: string;
  readonly trials: readonly Trial[];
}

const movingFigure = /(?<![A-Za-z0-9])X(?![A-Za-z0-9])/;

/** The same with every X replaced; `count` says how often it stood there. */
function replaced(node: unknown, value: string): { node: unknown; count: number } {
  if (typeof node === 'string')
    return movingFigure.test(node)
      ? { node: node.replace(movingFigure, value), count: 1 }
      : { node, count: 0 };
  if (typeof node !== 'object' || node === null) return { node, count: 0 };
  const parts = Object.entries(node).map(([key, child]) => {
    const inKey = movingFigure.test(key);
    const inside = replaced(child, value);
    return {
      key: inKey ? key.replace(movingFigure, value) : key,
      node: inside.node,
      count: inside.count + (inKey ? 1 : 0),
    };
  });
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    node: Array.isArray(node)
      ? parts.map((part) => part.node)
      : Object.fromEntries(parts.map((part) => [part.key, part.node])),
    count,
  };
}

/** A case as trials: one, or one for each value of the moving figure. */
function trialsOf(each: z.infer<typeof oneCase>): Trial[] {
  const written = each.given ?? {};
  const name = `${each.article} ${each.case}`;
  if (each.X === undefined || each.decides === undefined)
    return [{ name, readings: each.readings, given: given.parse(written), expect: each.expect }];
  const decides = [each.decides].flat();
  return Object.entries(each.X).map(([value, outcomes]) => {
    const [inGiven, inReadings] = [replaced(written, value), replaced(each.readings, value)];
    if (inGiven.count + inReadings.count === 0) throw new Error(`${each.case}: no X in what is given`);
    const expected = [outcomes].flat();
    if (expected.length !== decides.length) throw new Error(`${each.case}: X ${value}: one outcome each`);
    return {
      name: `${name}［X = ${value}］`,
      readings: readings.parse(inReadings.node),
      given: given.parse(inGiven.node),
      expect: {
        ...each.expect,
        ...Object.fromEntries(decides.map((what, index) => [what, expected[index] ?? ''])),
      },
    };
  });
}

/** A case file from its text. Every cell is read as text: no figure passes through binary floating point. */
export function readCases(text: string, name: string): CaseFile {
  const read = caseFile.parse(parse(text, { schema: 'failsafe' }));
  return { name, topic: read.topic.zh, trials: read.cases.flatMap(trialsOf) };
}

/** What a case gives, alone in a file. */
export const readGiven = (text: string): Given => given.parse(parse(text, { schema: 'failsafe' }));

/** The case files of a policy in the box, by name. */
export function casesOf(policy: string): CaseFile[] {
  const folder = new URL(`../../src/policies/${policy}/cases/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readCases(readFileSync(new URL(name, folder), 'utf8'), basename(name, '.yaml')));
}
