/** The rules of a policy, wherever they stand in it, and the grades that each is evaluated for. */
import type { Rule } from '../model/conditions/index.ts';
import { rosterGrades } from '../model/policy/declared-words.ts';
import type { PolicyFile } from '../model/policy.ts';
import { isRule } from '../model/reference.ts';
import type { Path } from './place.ts';
import type { Visit } from './walk.ts';

type RuleSection = 'floor' | 'grades' | 'warnings' | 'decisions' | 'sections';

/** A rule with where it stands and for which grades it is evaluated. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly path: Path;
  readonly section: RuleSection;
  readonly grades: readonly string[];
  /** It is no part of another rule. */
  readonly whole: boolean;
}

/** The rules that a rule is made of, each with the way to it. */
export function partsOf(rule: Rule): { readonly rule: Rule; readonly path: Path }[] {
  const listed = (key: string, rules: readonly Rule[] | undefined) =>
    (rules ?? []).map((part, index) => ({ rule: part, path: [...key.split('.'), index] }));
  return [
    ...listed('all', rule.all),
    ...listed('any', rule.any),
    ...(rule.not ? [{ rule: rule.not, path: ['not'] }] : []),
    ...listed('several.of', rule.several?.of),
  ];
}

/** Whether a place is another or within it. */
export const startsWith = (path: Path, start: Path): boolean =>
  start.length <= path.length && start.every((step, index) => path[index] === step);

/** The innermost rule around a place; undefined: it stands in none. */
export const ruleAround = (rules: readonly PlacedRule[], path: Path): PlacedRule | undefined =>
  rules.findLast((placed) => startsWith(path, placed.path));

/** Every rule of the policy, those inside others too: each stands behind the one it is part of. */
export function rulesOf(file: PolicyFile, visits: readonly Visit[]): PlacedRule[] {
  const found: PlacedRule[] = [];
  for (const { schema, value, path } of visits) {
    if (!isRule(schema)) continue;
    const rule = value as Rule;
    // What a person confirms belongs to the decisions: it rests on what they rest on.
    const section = path[0] === 'person-decides' ? 'decisions' : (path[0] as RuleSection);
    // Where grades are assessed one by one, a rule does not speak of the grade held.
    const assessed = section === 'grades' || section === 'sections';
    const around = ruleAround(found, path);
    // The floor is held against whichever grade is held.
    const isFloor = section === 'floor' && around === undefined;
    const outer = around?.grades ?? gradesAt(file, path);
    const grades = outer.filter(
      (grade) =>
        (isFloor || (rule['for-grades']?.includes(grade) ?? true)) &&
        (assessed || (rule.held?.includes(grade) ?? true)),
    );
    found.push({ rule, path, section, grades, whole: around === undefined });
  }
  return found;
}

/** The grades that a place of the file speaks of: a section's own ranks or titles, else the grades that may be held. */
export function gradesAt(file: PolicyFile, [first, id, key]: Path): string[] {
  const spec = first === 'sections' ? file.sections[String(id)] : undefined;
  if (spec?.kind === 'ranks' && key !== 'takes-part') return Object.keys(spec.ranks);
  if (spec?.kind === 'proposals') return Object.keys(spec.titles);
  if (spec?.kind === 'places' && key === 'rules') return Object.keys(spec.grades);
  // Where trainees are paid by the former post, no fee of theirs is read.
  const withoutTrainees = first === 'allowance' && file.allowance?.trainee !== undefined;
  const ladder = Object.entries(file.ladder).flatMap(([grade, { trainee }]) =>
    withoutTrainees && trainee ? [] : [grade],
  );
  return ladder.length > 0 ? ladder : Object.keys(rosterGrades(file));
}
