/**
 * What a policy's rules and sections ask of its parameters, measures and signs: as which kind of value, for which
 * grades, and where. The checks of `policy check` rest on it, as the outline rests on the same walk over the rules.
 */
import { type ConditionKey, conditionKeys, type Rule } from '../model/condition.ts';
import type { PolicyFile } from '../model/policy.ts';
import type { SectionSpec } from '../model/sections/index.ts';
import { steps } from '../model/sections/proposals.ts';

export type Path = readonly (string | number)[];
export type Kind = 'amount' | 'ratio' | 'count' | 'words' | 'choice';

interface Ask {
  readonly to: 'parameters' | 'measures' | 'signs';
  readonly kind?: Kind;
  /** Asked for each grade: each must have a value, or only some may. */
  readonly byGrade?: 'each' | 'some';
  /** Words of the vocabulary that may stand in the place of a reference. */
  readonly besides?: readonly string[];
}

export interface Use extends Ask {
  readonly id: string;
  readonly path: Path;
  /** The grades it is asked for. */
  readonly grades: readonly string[];
}

const amount = { to: 'parameters', kind: 'amount' } as const;
const ratio = { to: 'parameters', kind: 'ratio' } as const;
const count = { to: 'parameters', kind: 'count' } as const;
const words = { to: 'parameters', kind: 'words' } as const;
const choice = { to: 'parameters', kind: 'choice' } as const;
const measure = { to: 'measures' } as const;
const sign = { to: 'signs' } as const;
const each = { byGrade: 'each' } as const;

/** The fields of a condition that refer to something, by the condition's key; a dot leads into a field, and without a name it is the condition itself. */
const askedByConditions: { readonly [K in ConditionKey]?: Readonly<Record<string, Ask>> } = {
  'at-least': { needed: { ...count, ...each } },
  compare: {
    measure,
    'at-least': { ...amount, ...each },
    'largest-at-least': { ...amount, byGrade: 'some' },
    customers: { ...amount, ...each, besides: ['counted'] },
    flows: choice,
  },
  figure: {
    'of.measure': measure,
    'to.measure': measure,
    'of.classified': { ...words, besides: ['all'] },
    'to.classified': { ...words, besides: ['all'] },
    'at-least': { to: 'parameters', ...each },
    'less-than': { to: 'parameters', ...each },
  },
  score: { 'at-least': { ...count, ...each } },
  'share-rose': { classes: words },
  'credit-item': { signs: sign },
  'no-credit-item': { sign, 'no-item-without-archive': choice },
  tenure: { 'at-least': { ...count, ...each } },
  recorded: { contains: words, never: words, 'any-but': words },
  completion: { below: ratio, reading: { ...choice, besides: ['any'] }, indicators: words },
  declining: { 'main-share': ratio, reading: choice },
  admonition: { months: count },
  'unanswered-admonition': { months: count, 'also.when': choice },
  'customer-below': { line: amount },
  'traineeship-over': { graduate: count, other: count },
  'bottom-rank': { rank: count, 'least-ranked': count },
  'held-in': { '': { ...words, byGrade: 'some' } },
  'level-held': { quarters: count, reading: choice },
};

/** The same for the sections; `*` stands for every entry. */
const askedBySections: readonly (readonly [path: readonly string[], asked: Ask])[] = [
  [['measures', '*', 'without', 'words'], words],
  [['measures', '*', 'weighted', 'by', '*', 'words'], words],
  [['measures', '*', 'weighted', 'by', '*', 'weight'], ratio],
  [['signs', '*', 'days', 'at-least'], count],
  [['signs', '*', 'product'], words],
  [['signs', '*', 'classes'], words],
  [['signs', '*', 'classes-before'], choice],
  [['appraised', 'series'], words],
  [['counted-customers', 'at-least'], { ...amount, ...each }],
  [['counted-customers', 'scope'], choice],
  [['counted-customers', 'basis'], choice],
  [['counted-customers', 'measure'], measure],
  [['counted-customers', 'measure-without-agreement'], measure],
  [['targets', '*'], measure],
  [['watch-list', '*'], sign],
  [['completion-lines', '*', 'parameter'], ratio],
  [['warnings', '*', 'level-reading'], choice],
  [['unassigned', 'line'], amount],
  [['allowance', 'rate'], { ...amount, ...each }],
  [['allowance', 'paid'], ratio],
  [['allowance', 'months'], count],
];

/** The same for the fields of `sections`, by kind. */
const askedByKinds: {
  readonly [K in SectionSpec['kind']]: readonly (readonly [path: readonly string[], asked: Ask])[];
} = {
  champions: [
    [['figures', '*', 'of', 'measure'], measure],
    [['figures', '*', 'to', 'measure'], measure],
    [['figures', '*', 'of', 'classified'], { ...words, besides: ['all'] }],
    [['figures', '*', 'to', 'classified'], { ...words, besides: ['all'] }],
    [['titles', '*', 'by'], choice],
  ],
  duties: [
    [['begun'], choice],
    [['duties', '*', 'times'], count],
    [['duties', '*', 'by'], choice],
    [['duties', '*', 'so-far'], choice],
    [['duties', '*', 'one-day'], choice],
    [['duties', '*', 'customers', 'measure'], measure],
    [['duties', '*', 'customers', 'at-least'], amount],
    [['duties', '*', 'answered-within'], count],
  ],
  headcount: [
    [['base', 'times'], count],
    [['volume', 'step'], { to: 'parameters' }],
    [['growth', 'together'], count],
    [['growth', 'of', '*', 'step'], { to: 'parameters' }],
    [['first-year', 'years'], count],
    [['first-year', 'counted'], choice],
    [['first-year', 'undated'], choice],
    [['actual'], choice],
  ],
  level: [
    [['total', 'reading'], choice],
    [['total', 'bands'], { ...count, byGrade: 'some' }],
  ],
  pay: [
    [['quota'], amount],
    [['base'], amount],
    [['rate'], ratio],
    [['sales', 'by'], choice],
    [['sales', 'month'], words],
    [['sales', 'quarter'], words],
    [['attendance', '*', 'each'], amount],
    [['attendance', '*', 'within'], count],
    [['attendance', '*', 'above'], count],
    [['attendance', '*', 'forfeits-from'], count],
    [['attendance', '*', 'forfeits-above'], count],
    [['attendance', 'sick-leave'], choice],
  ],
  plan: [
    [['line'], ratio],
    [['period'], choice],
    [['counted'], choice],
    [['reading'], choice],
  ],
  proposals: [
    [['held'], { ...words, byGrade: 'some' }],
    [['decisions', '*', 'to'], { ...choice, besides: steps }],
  ],
  ranks: [[['reward'], { ...amount, ...each }]],
  scorecard: [
    [['dimensions', '*', 'weight'], ratio],
    [['dimensions', '*', 'indicators', '*', 'weight'], ratio],
    [['dimensions', '*', 'indicators', '*', 'floor'], count],
    [['dimensions', '*', 'indicators', '*', 'cap'], count],
    [['period'], choice],
    [['raters'], choice],
    [['scale', '*'], count],
    [['bands', '*', 'from'], count],
  ],
  staffing: [
    [['needed', '*'], { ...count, besides: ['none'] }],
    [['actual'], choice],
  ],
};

type RuleSection = 'floor' | 'grades' | 'warnings' | 'decisions' | 'sections';

/** A rule with where it stands and for which grades it is evaluated. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly path: Path;
  readonly section: RuleSection;
  readonly grades: readonly string[];
}

/** The rules that a rule is made of, each with the way to it. */
export function partsOf(rule: Rule): { readonly rule: Rule; readonly path: Path }[] {
  const listed = (key: string, rules: readonly Rule[] | undefined) =>
    (rules ?? []).map((part, index) => ({ rule: part, path: [...key.split('.'), index] }));
  return [
    ...listed('all', rule.all),
    ...listed('any', rule.any),
    ...(rule.not ? [{ rule: rule.not, path: ['not'] }] : []),
    ...listed('at-least.of', rule['at-least']?.of),
  ];
}

/** Every rule of the policy, those inside others too, in the order of the file. */
export function rulesOf(file: PolicyFile): PlacedRule[] {
  const ladder = Object.keys(file.ladder);
  const within = (
    rule: Rule,
    path: Path,
    section: RuleSection,
    outer: readonly string[],
  ): readonly PlacedRule[] => {
    // Outside the grades and ranks a rule speaks of the grade held.
    const held = section === 'grades' || section === 'sections' ? undefined : rule.held;
    const grades = outer.filter(
      (grade) => (rule.grades?.includes(grade) ?? true) && (held?.includes(grade) ?? true),
    );
    return [
      { rule, path, section, grades },
      ...partsOf(rule).flatMap((part) => within(part.rule, [...path, ...part.path], section, grades)),
    ];
  };
  const all = (section: 'grades' | 'warnings' | 'decisions') =>
    file[section].flatMap((rule, index) => within(rule, [section, index], section, ladder));
  const notes = file.decisions.flatMap(({ note }, index) =>
    note ? within(note.unless, ['decisions', index, 'note', 'unless'], 'decisions', ladder) : [],
  );
  return [
    ...(file.floor ? within(file.floor, ['floor'], 'floor', ladder) : []),
    ...all('grades'),
    ...all('warnings'),
    ...all('decisions'),
    ...notes,
    ...Object.entries(file.sections).flatMap(([id, spec]) =>
      rulesIn(spec).flatMap((found) =>
        within(found.rule, ['sections', id, ...found.path], 'sections', gradesOf(spec, file)),
      ),
    ),
  ];
}

/** What a section's parameters by grade are given for: its own ranks, or the ladder's grades. */
const gradesOf = (spec: SectionSpec, { ladder }: PolicyFile): string[] =>
  Object.keys(spec.kind === 'ranks' ? spec.ranks : spec.kind === 'proposals' ? spec.titles : ladder);

/** The rules of a section, wherever in it they stand; those inside another are the other's parts. */
export function rulesIn(value: unknown, path: Path = []): { rule: Rule; path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value) && conditionKeys.some((key) => key in value))
    return [{ rule: value as Rule, path }];
  return Object.entries(value).flatMap(([key, each]) =>
    rulesIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Every reference to a parameter, a measure or a sign. */
export function usesOf(file: PolicyFile): Use[] {
  const ladder = Object.keys(file.ladder);
  const byRules = rulesOf(file).flatMap(({ rule, path, grades }) =>
    Object.entries(askedByConditions).flatMap(([key, fields]) =>
      Object.entries(fields).flatMap(([field, asked]) =>
        referencesAt(rule, [key, ...field.split('.').filter(Boolean)]).map((found) => ({
          ...asked,
          ...(key === 'figure' && asked.to === 'parameters' ? kindOfFigure(rule) : {}),
          id: found.id,
          path: [...path, ...found.path],
          grades,
        })),
      ),
    ),
  );
  const bySections = askedBySections.flatMap(([path, asked]) =>
    referencesAt(file, path).map((found) => ({ ...asked, ...found, grades: ladder })),
  );
  const byKinds = Object.entries(file.sections).flatMap(([id, spec]) =>
    askedByKinds[spec.kind].flatMap(([path, asked]) =>
      referencesAt(spec, path).map((found) => ({
        ...asked,
        id: found.id,
        path: ['sections', id, ...found.path],
        grades: gradesOf(spec, file),
      })),
    ),
  );
  return [...byRules, ...bySections, ...byKinds].filter(({ id, besides }) => !besides?.includes(id));
}

/** A figure is compared with an amount, a quotient against a percentage. */
const kindOfFigure = ({ figure }: Rule): Pick<Ask, 'kind'> => ({ kind: figure?.to ? 'ratio' : 'amount' });

/** The ids at the end of a path: one, or a list of them. */
function referencesAt(
  from: unknown,
  path: readonly string[],
  taken: Path = [],
): { id: string; path: Path }[] {
  if (typeof from === 'string') return path.length === 0 ? [{ id: from, path: taken }] : [];
  if (typeof from !== 'object' || from === null) return [];
  const [first, ...rest] = path;
  if (first === undefined)
    return Array.isArray(from) ? from.flatMap((id, index) => referencesAt(id, [], [...taken, index])) : [];
  return Object.entries(from)
    .filter(([key]) => first === '*' || key === first)
    .flatMap(([key, value]) => referencesAt(value, rest, [...taken, key]));
}
