/** What a policy refers to, and where: each reference with what its schema declares of it. */
import type { PolicyFile } from '../model/policy.ts';
import { type Reference, referenceOf, type Shape } from '../model/reference.ts';
import type { Path } from './place.ts';
import { gradesAt, type PlacedRule, ruleAround } from './rules.ts';
import type { Visit } from './walk.ts';

export interface Use {
  readonly to: Reference['to'];
  readonly id: string;
  readonly path: Path;
  /** Of a parameter: how its value is read there. */
  readonly asked: Asked | null;
  /** The grades it is asked for. */
  readonly grades: readonly string[];
}

export interface Asked {
  readonly shape: Shape;
  readonly byGrade: 'each' | 'some' | null;
  /** Null: any. */
  readonly choices: readonly string[] | null;
  readonly positive: boolean;
}

/** Every reference of the policy to what it declares, in the order of the file. */
export function usesOf(file: PolicyFile, visits: readonly Visit[], rules: readonly PlacedRule[]): Use[] {
  const uses = visits.flatMap(({ schema, value, path, beside }): Use[] => {
    const reference = referenceOf(schema);
    if (reference === undefined) return [];
    const grades = ruleAround(rules, path)?.grades ?? gradesAt(file, path);
    return [{ to: reference.to, id: String(value), path, asked: askedOf(reference, beside), grades }];
  });
  return [...uses, ...countedCustomers(file, rules)];
}

function askedOf(reference: Reference, beside: Visit['beside']): Asked | null {
  if (reference.to !== 'parameters') return null;
  const { shape, byGrade = null, choices = null, positive = false } = reference;
  return { shape: typeof shape === 'function' ? shape(beside) : shape, byGrade, choices, positive };
}

/** A rule over counted customers reads for its own grades the line from which they count. */
function countedCustomers(file: PolicyFile, rules: readonly PlacedRule[]): Use[] {
  const line = file['counted-customers']?.['at-least'];
  if (line === undefined) return [];
  return rules
    .filter(({ rule }) => rule.compare && rule.compare['customers-at-least'] === undefined)
    .map(({ path, grades }) => ({
      to: 'parameters',
      id: line,
      path: [...path, 'compare'],
      asked: { shape: 'amount', byGrade: 'each', choices: null, positive: false },
      grades,
    }));
}
