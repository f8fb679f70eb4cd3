/**
 * What `policy check` passes, a run accepts: every parameter of every policy in the box is given every shape of value, for
 * everyone and by grade. Where nothing is found wrong the appraisal comes out; and nothing but the parameter's own kind
 * of value is ever found right.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { appraise } from '../../src/engine/index.ts';
import { readPackage } from '../../src/intake/index.ts';
import type { QuarterPackage } from '../../src/model/package.ts';
import { wordsTogether } from '../../src/model/policy/declared-words.ts';
import type { ParameterSpec } from '../../src/model/policy/parameters.ts';
import type { Policy } from '../../src/model/policy.ts';
import { visitsOf } from '../../src/policy/declared.ts';
import { policyIds } from '../../src/policy/file.ts';
import { lintPolicy } from '../../src/policy/lint.ts';
import { spellingOf } from '../../src/policy/spelling.ts';
import { boxed } from '../engine/support/policy.ts';

/** A value of every kind, those at the edge of what a rule can be about too. */
const written = {
  yuan: ['CNY 1,000', 'CNY 0'],
  dollars: ['USD 1,000'],
  ratio: ['50%', '0%'],
  count: [3, 0, -2],
  // Where classes of loans are listed only they will do.
  words: [['甲', '乙'], ['substandard']],
  unreadable: ['no such word', 2.5],
} as const;
type Kind = keyof typeof written | 'choice';
type Written = string | number | readonly string[];

const kindOf = ({ choices }: ParameterSpec, value: Written): Kind => {
  if (choices?.includes(String(value))) return 'choice';
  if (Array.isArray(value)) return 'words';
  if (typeof value === 'number') return 'count';
  const start = String(value).slice(0, 3);
  return start === 'CNY'
    ? 'yuan'
    : start === 'USD'
      ? 'dollars'
      : String(value).endsWith('%')
        ? 'ratio'
        : 'unreadable';
};

/** What is compared in dollars may be compared in yuan. */
const isAmount = (kind: Kind): boolean => kind === 'yuan' || kind === 'dollars';

const ownValue = (spec: ParameterSpec): Written =>
  spec.value ?? Object.values(spec['by-grade'] ?? {})[0] ?? '';

/** One manager of each grade and unit is enough to read every parameter. */
function few(pkg: QuarterPackage): QuarterPackage {
  const seen = new Set<string>();
  const roster = pkg.tables.roster.filter(({ grade, status }) => {
    const isNew = status === 'on-duty' && !seen.has(grade);
    seen.add(grade);
    return isNew;
  });
  return { ...pkg, tables: { ...pkg.tables, roster } };
}

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
const packagesOf = (policy: string): string[] =>
  policy === 'grade-regulation'
    ? ['2026Q3', '2026Q4'].map((quarter) => `${samples}${quarter}`)
    : [`${samples}schemes/${policy}/2026Q4`];

test('every sample is there', () => {
  expect(readdirSync(`${samples}schemes`).length).toBe(8);
});

describe.each(await policyIds())('%s', async (id) => {
  const policy = boxed(id);
  const { file } = policy;
  const visits = visitsOf(file);
  const grades = [
    ...new Set([
      ...Object.keys(file.ladder),
      ...Object.values(file.parameters).flatMap((each) => Object.keys(each['by-grade'] ?? {})),
    ]),
  ];
  const packages = await Promise.all(
    packagesOf(id).map(async (folder) =>
      few(await readPackage(folder, { declared: wordsTogether([policy]) })),
    ),
  );

  const withSpec = (parameter: string, spec: ParameterSpec): Policy => ({
    ...policy,
    file: { ...file, parameters: { ...file.parameters, [parameter]: spec } },
  });
  const errorsOf = (changed: Policy): string[] =>
    lintPolicy(changed, visits, (path) => ({ file: path.join('.') }), spellingOf(2)).flatMap(
      ({ severity, code }) => (severity === 'error' ? [code] : []),
    );
  const run = (changed: Policy, on: readonly QuarterPackage[]): void => {
    for (const pkg of on) {
      const { appraisal, problems } = appraise(pkg, [changed], [], { lenient: true });
      if (appraisal === null) throw new Error(problems.map(({ message }) => message.en).join('\n'));
    }
  };

  test.each(Object.entries(file.parameters))('%s', (parameter, spec) => {
    const { value: _, 'by-grade': __, ...rest } = spec;
    // One that may stay unfilled has no value of its own: it is paid in yuan.
    const own = spec.unfilled ? kindOf(spec, 'CNY 1') : kindOf(spec, ownValue(spec));
    const every: Written[] = [...Object.values(written).flat(), ...(spec.choices ?? [])];
    const accepted = every.flatMap((value) => {
      const said = Array.isArray(value) ? [...value] : (value as string | number);
      const all = Object.fromEntries(grades.map((grade) => [grade, said]));
      const some = Object.fromEntries(grades.slice(0, 1).map((grade) => [grade, said]));
      const layouts: ParameterSpec[] = [
        { ...rest, value: said },
        { ...rest, 'by-grade': all },
        { ...rest, 'by-grade': some },
        { ...rest, value: said, 'by-grade': some },
      ];
      // Of a value that cannot be right it is enough to know so for everyone and by grade.
      const tried = kindOf(spec, value) === own ? layouts : layouts.slice(0, 2);
      return tried.flatMap((layout, index) => {
        const changed = withSpec(parameter, layout);
        if (errorsOf(changed).length > 0) return [];
        expect(
          () => run(changed, index === 0 ? packages : packages.slice(-1)),
          `${JSON.stringify(value)}, layout ${index}`,
        ).not.toThrow();
        return [kindOf(spec, value)];
      });
    });
    expect(accepted).toContain(own);
    expect(accepted.filter((kind) => kind !== own && !(isAmount(kind) && isAmount(own)))).toEqual([]);
    expect(errorsOf(withSpec(parameter, rest)).includes('policy.no-value')).toBe(!spec.unfilled);
  });
});
