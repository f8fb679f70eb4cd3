/** The sample year against what was worked by hand in samples/expected.yaml. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { resultsOf } from '../../src/archive/results-json.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { ManagerResult, Results, RuleResult } from '../../src/model/results.ts';
import { quarters, type SampleQuarter, sampleRuns, samples } from './sample.ts';

const texts = z.record(z.string(), z.string());
const byGrade = z.record(z.string(), texts);
const completion = z.strictObject({
  actual: z.string(),
  target: z.string(),
  completion: z.string().nullable(),
});

const expectedManager = z.strictObject({
  worked: z.boolean(),
  qualifiedGrade: z.string().nullable(),
  possibleGrade: z.string().nullable(),
  warnings: texts,
  allowance: z
    .strictObject({ amount: z.string().nullable(), halvedDays: z.number(), missing: z.array(z.string()) })
    .partial({ missing: true }),
  grades: texts.optional(),
  rules: byGrade.optional(),
  observed: byGrade.optional(),
  gaps: byGrade.optional(),
  normalShare: z.unknown().optional(),
  floor: z.strictObject({ outcome: z.string(), observed: z.string(), threshold: z.string() }).optional(),
  completions: z
    .record(z.string(), z.strictObject({ main: z.boolean(), quarter: completion, year: completion }))
    .optional(),
  decision: z.strictObject({ action: z.string(), toGrade: z.string().nullable() }).loose().optional(),
});

const expectedQuarter = z.strictObject({
  notAppraised: texts,
  unassigned: z.record(
    z.string(),
    z.strictObject({ deposits: z.string(), loans: z.string(), forHr: z.boolean() }),
  ),
  watchList: z.record(z.string(), z.strictObject({ managerId: z.string(), reasons: z.array(z.string()) })),
  goneFromExport: z.array(z.string()),
  managers: z.record(z.string(), expectedManager),
});

const expected = z
  .record(z.enum(quarters), expectedQuarter)
  .parse(parse(readFileSync(`${samples}expected.yaml`, 'utf8')));

const year = new Map<SampleQuarter, Results>();
const remarks = new Map<SampleQuarter, readonly Diagnostic[]>();
beforeAll(async () => {
  for (const [quarter, { appraisal, problems }] of await sampleRuns()) {
    year.set(quarter, resultsOf(appraisal));
    remarks.set(quarter, problems);
  }
});

const resultOf = (quarter: SampleQuarter): Results => {
  const results = year.get(quarter);
  if (!results) throw new Error(`no results of ${quarter}`);
  return results;
};

describe.each(quarters)('%s', (quarter) => {
  const { managers, notAppraised, unassigned, watchList, goneFromExport } = expected[quarter];

  test('appraises everyone expected, and nobody else', () => {
    const results = resultOf(quarter);
    expect(results.managers.map(({ managerId }) => managerId)).toEqual(Object.keys(managers).sort());
    expect(
      Object.fromEntries(results.notAppraised.map((each) => [each.managerId, each.problems.join('；')])),
    ).toEqual(notAppraised);
  });

  test('lists the customers without a manager and the watched loans', () => {
    const results = resultOf(quarter);
    expect(
      Object.fromEntries(results.unassigned.map(({ customerId, ...rest }) => [customerId, rest])),
    ).toEqual(unassigned);
    expect(Object.fromEntries(results.watchList.map(({ loanId, ...rest }) => [loanId, rest]))).toEqual(
      watchList,
    );
  });

  test('notes what the quarter before exported and this one lacks', () => {
    const gone = (remarks.get(quarter) ?? []).filter(({ code }) => code === 'export.gone');
    expect([...new Set(gone.map(({ value }) => value))].sort()).toEqual([...goneFromExport].sort());
  });

  test.each(Object.entries(managers))('manager %s', (id, manager) => {
    const result = resultOf(quarter).managers.find(({ managerId }) => managerId === id);
    expect(result && shownOf(result, manager)).toEqual({ ...manager, ...applying(manager.rules) });
  });
});

/** A rule that does not apply to a grade may be left out: neither side counts it. */
const applying = (rules: z.infer<typeof byGrade> | undefined) =>
  rules && {
    rules: Object.fromEntries(
      Object.entries(rules).map(([grade, outcomes]) => [
        grade,
        Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'not-applicable')),
      ]),
    ),
  };

/** The parts of a result that the expectation speaks of, in its form. */
function shownOf(result: ManagerResult, asked: z.infer<typeof expectedManager>): unknown {
  const rules = (grade: string): RuleResult[] =>
    flat(result.grades.find((each) => each.grade === grade)?.rules ?? []);
  const perGrade = <T>(
    of: Readonly<Record<string, T>> | undefined,
    show: (grade: string, asked: T) => unknown,
  ) => of && Object.fromEntries(Object.entries(of).map(([grade, each]) => [grade, show(grade, each)]));
  const figures = (field: 'observed' | 'gap') => (grade: string, names: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.keys(names).map((name) => {
        const [rule, largest] = name.split('.largest');
        const found = rules(grade).find((each) => each.rule === rule);
        const figure =
          largest === undefined ? found : found && 'largest' in found ? found.largest : undefined;
        return [name, figure && field in figure ? figure[field as keyof typeof figure] : undefined];
      }),
    );
  return {
    ...asked,
    qualifiedGrade: result.qualifiedGrade,
    possibleGrade: result.possibleGrade,
    warnings: Object.fromEntries(result.warnings.map(({ rule, outcome }) => [rule, outcome])),
    // Its standard is the branch's, and not filled in: the same for everybody.
    allowance: { ...result.allowance, otherFee: undefined },
    ...(asked.grades && {
      grades: Object.fromEntries(result.grades.map(({ grade, outcome }) => [grade, outcome])),
    }),
    ...(asked.rules &&
      applying(
        Object.fromEntries(
          result.grades.map(({ grade }) => [
            grade,
            Object.fromEntries(rules(grade).map(({ rule, outcome }) => [rule, outcome])),
          ]),
        ),
      )),
    ...(asked.observed && { observed: perGrade(asked.observed, figures('observed')) }),
    ...(asked.gaps && { gaps: perGrade(asked.gaps, figures('gap')) }),
    ...(asked.floor && { floor: result.floor }),
    ...(asked.completions && {
      completions: Object.fromEntries(
        result.targets.map(({ indicator, main, quarter, year }) => [indicator, { main, quarter, year }]),
      ),
    }),
    ...(asked.decision && {
      decision: Object.fromEntries(
        Object.keys(asked.decision).map((key) => [
          key,
          result.decision?.[key as keyof typeof result.decision],
        ]),
      ),
    }),
  };
}

const flat = (rules: readonly RuleResult[]): RuleResult[] =>
  rules.flatMap((rule) => ['rules' in rule && rule.rules ? [rule, ...flat(rule.rules)] : [rule]].flat());
