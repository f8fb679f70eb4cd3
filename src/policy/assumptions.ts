/** Which values that no source gives each part of a policy rests on: its own, and those of the measures and signs it names. */
import { conditionKeys } from '../model/conditions/index.ts';
import { inFull, type Quantity, show } from '../model/fact.ts';
import type { ParameterInForce } from '../model/in-force.ts';
import type { Assumed } from '../model/judgement.ts';
import type { PolicyFile } from '../model/policy.ts';
import { inBoth, join, type Text } from '../model/text.ts';
import { visitsOf } from './declared.ts';
import type { Path } from './place.ts';
import { type Use, usesOf } from './references.ts';
import { ruleAround, rulesOf, startsWith } from './rules.ts';

export interface Assumptions {
  /** Of a condition, by what the policy says of it: the very value that stands there. */
  readonly of: (spec: unknown) => readonly Assumed[];
  readonly ofMeasure: (measure: string) => readonly Assumed[];
  /** Of a part of the file, by the keys that lead to it. */
  readonly at: (path: Path) => readonly Assumed[];
}

const nothing: readonly Assumed[] = [];

/** `list`: the policy's parameters as in force. */
export function assumptionsOf(file: PolicyFile, list: readonly ParameterInForce[]): Assumptions {
  const assumed = new Map(
    list.flatMap((each) => (each.assumption ? [[each.id, { parameter: each.id, text: textOf(each) }]] : [])),
  );
  if (assumed.size === 0) return { of: () => nothing, ofMeasure: () => nothing, at: () => nothing };
  const visits = visitsOf(file);
  const rules = rulesOf(file, visits);
  const uses = usesOf(file, visits, rules);

  const at = (path: Path): Assumed[] =>
    onceEach(uses.filter((use) => startsWith(use.path, path)).flatMap(behind));
  const behind = ({ to, id }: Use): Assumed[] =>
    to === 'measures' || to === 'signs' ? at([to, id]) : to === 'parameters' ? own(id) : [];
  const own = (id: string): Assumed[] => [assumed.get(id) ?? []].flat();

  const bySpec = new Map<unknown, Assumed[]>();
  for (const use of uses) {
    const rule = ruleAround(rules, use.path)?.rule;
    const spec = conditionKeys.map((key) => rule?.[key]).find((each) => each !== undefined);
    if (typeof spec !== 'object') continue;
    const isCounted = rule?.compare !== undefined && rule.compare['customers-at-least'] === undefined;
    const counted = isCounted ? at(['counted-customers']) : [];
    bySpec.set(spec, onceEach([...(bySpec.get(spec) ?? counted), ...behind(use)]));
  }
  const byMeasure = new Map(Object.keys(file.measures).map((id) => [id, at(['measures', id])]));
  return {
    of: (spec) => (typeof spec === 'string' ? own(spec) : (bySpec.get(spec) ?? nothing)),
    ofMeasure: (measure) => byMeasure.get(measure) ?? nothing,
    at,
  };
}

export const onceEach = (all: readonly Assumed[]): Assumed[] => [
  ...new Map(all.map((each) => [each.parameter, each])).values(),
];

/** `主要客户占比下限 10.00 %`; of values by grade and of lists of words, the title alone. */
function textOf({ title, values: [first, ...others] }: ParameterInForce): Text {
  const value = first?.grade === null && others.length === 0 ? first.value : null;
  return value === null || value.kind === 'words' ? title : join([title, figure(value)], ' ');
}

const figure = (value: Quantity): Text => inBoth((lang) => show(inFull(value), lang));
