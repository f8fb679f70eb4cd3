/** The rows of a table of decisions: one that never decides, those that order alone tells apart, and what no row meets. */
import { conditionKeys, conditionWords, type Rule } from '../../model/conditions/index.ts';
import type { PolicyFile } from '../../model/policy.ts';
import { inBoth, join, type Lang, semicolon, type Text } from '../../model/text.ts';
import { type Assignment, type Domains, type Formula, holding } from '../formula.ts';
import { byId } from '../outline.ts';
import type { Path } from '../place.ts';
import { lintProblems } from '../problems.ts';
import { wordingOf } from '../wording.ts';
import type { Check } from './looking.ts';

type Row = Rule & { readonly action: string; readonly title: Text };
interface Table {
  readonly rows: readonly Row[];
  readonly path: Path;
  /** The grades that may be held, of the ladder or of the section. */
  readonly held: readonly string[];
}

export const decisions: Check = ({ file, placeOf }) =>
  tablesOf(file).flatMap(({ rows, path, held }) => {
    const { formulas, domains, said } = formulasOf(rows, held, file);
    const none = formulas.map((not): Formula => ({ not }));
    const nameOf = (index: number): Text => join([`${index + 1} `, rows[index]?.title ?? '']);
    const neverMet = formulas.flatMap((formula, index) =>
      holding([formula, ...none.slice(0, index)], domains) === null
        ? [{ index, before: hiding(formulas, index, domains) }]
        : [],
    );
    const idle = new Set(neverMet.map(({ index }) => index));
    const byOrder = rows.flatMap((row, first) => {
      const later = rows.flatMap((other, second) =>
        second > first &&
        other.action !== row.action &&
        !idle.has(second) &&
        holding([...none.slice(0, first), ...pick(formulas, first, second)], domains)
          ? [second + 1]
          : [],
      );
      return later.length > 0 ? [{ first: nameOf(first), later: ranges(later) }] : [];
    });
    const gap = holding(none, domains);
    return [
      ...neverMet.map(({ index, before }) =>
        lintProblems.rowNeverMet(placeOf([...path, index]), {
          row: nameOf(index),
          before: before === null ? null : nameOf(before),
          alone: holding(pick(formulas, index), domains) === null,
        }),
      ),
      ...(byOrder.length > 0 ? [lintProblems.rowsByOrder(placeOf(path), { pairs: byOrder })] : []),
      ...(gap ? [lintProblems.rowMissing(placeOf(path), { example: said(gap) })] : []),
    ];
  });

/** 2–5, 8 */
function ranges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}–${run.at(-1)}` : `${run[0]}`)).join(', ');
}

const pick = (formulas: readonly Formula[], ...indices: readonly number[]): Formula[] =>
  indices.flatMap((index) => formulas[index] ?? []);

/** The one row before that holds whenever this one does; null: it takes several together. */
function hiding(formulas: readonly Formula[], index: number, domains: Domains): number | null {
  const found = formulas
    .slice(0, index)
    .findIndex((not) => holding([...pick(formulas, index), { not }], domains) === null);
  return found < 0 ? null : found;
}

const tablesOf = ({ ladder, decisions: rows, sections }: PolicyFile): Table[] => [
  ...(rows.length > 0 ? [{ rows, path: ['decisions'], held: Object.keys(ladder) }] : []),
  ...Object.entries(sections).flatMap(([id, spec]) =>
    spec.kind === 'proposals'
      ? [{ rows: spec.decisions, path: ['sections', id, 'decisions'], held: Object.keys(spec.titles) }]
      : [],
  ),
];

/** Every combination counts as possible that the conditions themselves do not rule out. */
function formulasOf(rows: readonly Row[], held: readonly string[], file: PolicyFile) {
  const domains = new Map<string, readonly string[]>();
  const words = new Map<string, (value: string) => Text | null>();
  const look = (
    variable: string,
    domain: readonly string[],
    among: readonly string[],
    says: (value: string) => Text | null,
  ): Formula => {
    domains.set(variable, domain);
    words.set(variable, says);
    return { variable, among: new Set(among) };
  };
  const inWords = (rule: Rule): Text =>
    inBoth((lang: Lang) => conditionWords(rule, wordingOf(file, lang, byId)));
  const ofHeld = (among: readonly string[]): Formula =>
    look('held', held, among, (grade) => inWords({ 'held-is': [grade] }));
  /** Whatever else a rule asks holds or does not. */
  const holds = (rule: Rule): Formula =>
    look(JSON.stringify(rule), ['no', 'yes'], ['yes'], (value) => (value === 'yes' ? inWords(rule) : null));
  const scope = ({ stage, 'for-grades': grades, held: holding, series }: Rule): Formula[] => [
    ...(stage ? [look('stage', ['annual', 'interim'], [stage], () => null)] : []),
    ...[grades, holding].flatMap((among) => (among ? [ofHeld(among)] : [])),
    ...(series ? [look('series', Object.keys(file['roster-series']), series, () => null)] : []),
  ];
  const asked = (rule: Rule): Formula => {
    if (rule.all) return { all: rule.all.map(inside) };
    if (rule.any) return { any: rule.any.map(inside) };
    if (rule.not) return { not: inside(rule.not) };
    if (rule['held-is']) return ofHeld(rule['held-is']);
    if (rule.rating)
      return look('rating', Object.keys(file['review-ratings']), rule.rating['one-of'], (rating) =>
        inWords({ rating: { 'one-of': [rating] } }),
      );
    if (rule.qualified) {
      const from = steps.indexOf(rule.qualified);
      return look('qualified', ['below', ...steps], steps.slice(from), (step) =>
        isStep(step) ? inWords({ qualified: step }) : null,
      );
    }
    const outcome = rule['outcome-of'];
    if (outcome)
      return look(
        `outcome ${outcome.rule}`,
        ['other', 'met', 'unmet', 'triggered', 'review'],
        [outcome.is],
        (is) => (isOutcome(is) ? inWords({ 'outcome-of': { rule: outcome.rule, is } }) : null),
      );
    return holds(bareOf(rule));
  };
  /** Where a rule inside another does not apply, what that comes to depends on the other: it is taken as a whole. */
  const inside = (rule: Rule): Formula => (scope(rule).length > 0 ? holds(rule) : asked(rule));
  const formulas = rows.map((row): Formula => ({ all: [...scope(row), asked(row)] }));
  const said = (so: Assignment): Text =>
    join(
      [...so].flatMap(([variable, value]) => words.get(variable)?.(value) ?? []),
      semicolon,
    );
  return { formulas, domains, said };
}

/** Its condition alone: two rules that ask the same are the same. */
function bareOf(rule: Rule): Rule {
  const key = conditionKeys.find((each) => rule[each] !== undefined);
  return key === undefined ? {} : { [key]: rule[key] };
}

const steps = ['at-least-held', 'above-held', 'two-above-held'] as const;
const isStep = (word: string): word is (typeof steps)[number] => (steps as readonly string[]).includes(word);
const outcomes = ['met', 'unmet', 'triggered', 'review'] as const;
const isOutcome = (word: string): word is (typeof outcomes)[number] =>
  (outcomes as readonly string[]).includes(word);
