/** What changed between two policy files: parameters by grade and day, rules by id, everything else by its path. */

import { seriesOf } from '../model/policy/series.ts';
import type { PolicyFile } from '../model/policy.ts';

/** A dated line that is not the same. */
export interface ParameterChange {
  readonly id: string;
  /** Null: for everyone. */
  readonly grade: string | null;
  readonly since: string;
  /** Null: no such line. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface RuleChange {
  readonly section: 'floor' | 'grades' | 'warnings' | 'decisions';
  readonly rule: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Within a changed rule: the way to what is not the same. */
  readonly parts: readonly PartChange[];
}

export interface PartChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface PolicyChanges {
  readonly parameters: readonly ParameterChange[];
  readonly rules: readonly RuleChange[];
  /** Title, edition, ladder, measures, a parameter's wording, … */
  readonly others: readonly PartChange[];
}

export function changesBetween(before: PolicyFile, after: PolicyFile): PolicyChanges {
  return {
    parameters: parameterChanges(before, after),
    rules: (['floor', 'grades', 'warnings', 'decisions'] as const).flatMap((section) =>
      ruleChanges(section, rulesById(before, section), rulesById(after, section)),
    ),
    others: partChanges(withoutRules(before), withoutRules(after)),
  };
}

function parameterChanges(before: PolicyFile, after: PolicyFile): ParameterChange[] {
  const linesOf = (file: PolicyFile) =>
    new Map(
      seriesOf(file).flatMap(({ id, grade, lines }) =>
        lines.map(({ day: since, value }) => [
          JSON.stringify([id, grade, since]),
          { id, grade, since, value: Array.isArray(value) ? value.join('、') : String(value) },
        ]),
      ),
    );
  const [was, is] = [linesOf(before), linesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const line = now ?? old;
    if (line === undefined || old?.value === now?.value) return [];
    const { id, grade, since } = line;
    return [{ id, grade, since, before: old?.value ?? null, after: now?.value ?? null }];
  });
}

/** A section's rules by id; a decision goes by its action and article, since actions recur. */
function rulesById(file: PolicyFile, section: RuleChange['section']): Map<string, object> {
  if (section === 'floor') return new Map(file.floor ? [[file.floor.rule, file.floor]] : []);
  if (section === 'decisions')
    return new Map(file.decisions.map((each) => [`${each.action} (${each.article})`, each]));
  return new Map(file[section].map((each) => [each.rule, each]));
}

function ruleChanges(
  section: RuleChange['section'],
  was: ReadonlyMap<string, object>,
  is: ReadonlyMap<string, object>,
): RuleChange[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((rule): RuleChange[] => {
    const [old, now] = [was.get(rule), is.get(rule)];
    if (old === undefined) return [{ section, rule, kind: 'added', parts: [] }];
    if (now === undefined) return [{ section, rule, kind: 'removed', parts: [] }];
    const parts = partChanges(old, now);
    return parts.length > 0 ? [{ section, rule, kind: 'changed', parts }] : [];
  });
}

/** The rest of the file; of parameters what is not their values. */
function withoutRules(file: PolicyFile) {
  const { floor: _, grades: __, warnings: ___, since: ____, decisions, parameters, ...rest } = file;
  return {
    ...rest,
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([id, { title, article, note, assumption, unfilled, choices }]) => [
        id,
        { title, article, note, assumption, unfilled, choices },
      ]),
    ),
    // The order of the table decides which row is met first.
    decisions: decisions.map(({ action, article }) => `${action} (${article})`).join(', '),
  };
}

/** Every end of a tree by its path; entries of a list go by their rule's id where they have one. */
function endsOf(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), String(value)]];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    const named: unknown = Array.isArray(value) && each !== null ? Object(each).rule : undefined;
    return endsOf(each, [...path, typeof named === 'string' ? named : key]);
  });
}

function partChanges(before: unknown, after: unknown): PartChange[] {
  const [was, is] = [new Map(endsOf(before)), new Map(endsOf(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }));
}
