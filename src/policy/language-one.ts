/**
 * Policies written in language 1, the words of the language before `language: 2`: read as what they say in language 2, so
 * that a bank's own file and an archived quarter stay what they are. The places of the file are kept.
 */
import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { destinations } from '../model/sections/proposals.ts';
import { floorAgain, floorInTwo } from './floor-in-two.ts';
import { parametersInTwo } from './parameters-in-two.ts';
import { Rewriting, type Rewritten } from './rewriting.ts';
import { keyOf, pairOf, pairsOf, parting, removed, spanOf, wholeOf } from './yaml-pairs.ts';

/** A key that is called something else in language 2. */
export interface Renamed {
  /** The way to the map that has it: `*` is any step, `*(kind)` a section of a kind, `rule` wherever a rule stands. */
  readonly where: string;
  readonly before: string;
  readonly now: string;
  /** Values that are words of the language, not parameters: the key that has them now; null: they go without saying. */
  readonly words?: { readonly of: readonly string[]; readonly now: string | null };
  /** Only where it holds this; what else is called so keeps its name. */
  readonly holding?: keyof typeof holds;
}

const holds = {
  keys: (value: unknown): boolean => isMap(value),
  ids: (value: unknown): boolean =>
    isSeq(value) && value.items.length > 0 && value.items.every((each) => isScalar(each)),
  word: (value: unknown): boolean => isScalar(value),
};

/** What is called something else in language 2. */
export const renamed: readonly Renamed[] = [
  { where: 'parameters.*', before: 'values', now: 'value' },
  { where: 'rule', before: 'at-least', now: 'several', holding: 'keys' },
  { where: 'floor', before: 'grades', now: 'held', holding: 'ids' },
  { where: 'rule', before: 'grades', now: 'for-grades', holding: 'ids' },
  {
    where: 'rule',
    before: 'classified',
    now: 'classified-in',
    words: { of: ['all'], now: 'classified' },
    holding: 'word',
  },
  { where: 'rule.at-least', before: 'needed', now: 'at-least' },
  {
    where: 'rule.compare',
    before: 'customers',
    now: 'customers-at-least',
    words: { of: ['counted'], now: null },
  },
  { where: 'rule.completion', before: 'below', now: 'less-than' },
  {
    where: 'rule.completion',
    before: 'reading',
    now: 'missed-reading',
    words: { of: ['any'], now: 'missed' },
  },
  { where: 'rule.declining', before: 'main-share', now: 'share-at-least' },
  { where: 'rule.deposits-moved', before: 'through', now: 'to-less-than' },
  { where: 'rule.customer-below', before: 'line', now: 'less-than' },
  { where: 'rule.customers-held.tiers.*', before: 'from', now: 'at-least' },
  { where: 'rule.customers-held.tiers.*', before: 'below', now: 'less-than' },
  { where: 'rule.bottom-rank', before: 'rank', now: 'places' },
  { where: 'rule.bottom-rank', before: 'least-ranked', now: 'ranked-at-least' },
  { where: 'rule.level-held', before: 'or-better', now: 'at-least' },
  { where: 'rule.recorded', before: 'any-but', now: 'other-than' },
  { where: 'rule.figure', before: 'to', now: 'over' },
  { where: 'unassigned', before: 'line', now: 'at-least' },
  { where: 'completion-lines.*', before: 'below', now: 'called' },
  { where: 'completion-lines.*', before: 'parameter', now: 'less-than' },
  { where: 'decisions.*', before: 'to', now: 'to-reading', words: { of: destinations, now: 'to' } },
  {
    where: 'sections.*(proposals).decisions.*',
    before: 'to',
    now: 'to-reading',
    words: { of: destinations, now: 'to' },
  },
  { where: 'sections.*(proposals)', before: 'held', now: 'roster-words' },
  { where: 'sections.*(champions).figures.*', before: 'to', now: 'over' },
  { where: 'sections.*(plan)', before: 'line', now: 'at-least' },
  { where: 'sections.*(pay).attendance.short', before: 'within', now: 'at-most' },
  { where: 'sections.*(pay).attendance.absence', before: 'forfeits-from', now: 'forfeits-at-least' },
  { where: 'sections.*(pay).attendance.personal-leave', before: 'forfeits-above', now: 'forfeits-more-than' },
  { where: 'sections.*(pay).attendance.away', before: 'above', now: 'more-than' },
  { where: 'sections.*(scorecard).scale', before: 'from', now: 'least' },
  { where: 'sections.*(scorecard).scale', before: 'to', now: 'most' },
  { where: 'sections.*(scorecard).bands.*', before: 'from', now: 'at-least' },
  { where: 'sections.*(scorecard).dimensions.*.indicators.*', before: 'floor', now: 'least' },
  { where: 'sections.*(scorecard).dimensions.*.indicators.*', before: 'cap', now: 'most' },
  { where: 'sections.*(duties).duties.*', before: 'shared-from', now: 'shared-at-least' },
  { where: 'sections.*(duties)', before: 'held', now: 'held-in' },
];

/** The parts of a policy in which keys are the language's; in the others they are ids and words of the bank's own. */
const spoken: readonly string[] = [
  ...['floor', 'grades', 'warnings', 'decisions', 'person-decides', 'sections'],
  ...['unassigned', 'completion-lines', 'figures'],
];

/** The text of a policy file in language 2; null: it is written in it, or in one that is not known. */
export function inLanguageTwo(document: Document, text: string): Rewritten | null {
  const { contents } = document;
  if (!isMap(contents)) return null;
  const language = pairOf(contents, 'language');
  const written = isScalar(language?.value) ? language.value.value : null;
  const rewriting = new Rewriting(text);
  if (written === 2 && floorAgain(contents) !== undefined) {
    floorInTwo(contents, rewriting);
    return rewriting.done();
  }
  if (language && written !== 1) return null;
  const [first] = contents.items;
  if (language) rewriting.replace(spanOf(language.value), '2');
  const head = language ? '' : `language: 2${contents.flow ? ', ' : '\n'}`;
  const since = parametersInTwo(contents, rewriting);
  const says = since === null ? head : `${head}since: ${since}${contents.flow ? ', ' : '\n'}`;
  if (first) rewriting.replace([spanOf(first.key)[0], spanOf(first.key)[0]], says);
  floorInTwo(contents, rewriting);
  for (const pair of contents.items)
    if (spoken.includes(keyOf(pair.key) ?? '')) rename(contents, pair, [], rewriting);
  return rewriting.done();
}

/** What a key is called in language 1 in a place of the file. */
export const inLanguageOne = (path: readonly (string | number)[], key: string): string =>
  renamed.find(
    ({ where, now, words }) =>
      (now === key || words?.now === key) && isAt(path.map(String), where.replaceAll(/\(\w+\)/g, '')),
  )?.before ?? key;

/** Renames a key of a map, and everything below it. */
function rename(map: YAMLMap, pair: Pair, path: readonly string[], rewriting: Rewriting): void {
  const key = keyOf(pair.key) ?? '';
  const change = renamed.find(
    ({ where, before, holding }) =>
      before === key && isAt(path, where) && (holding === undefined || holds[holding](pair.value)),
  );
  if (change) {
    const { now, words } = change;
    const isWord = isScalar(pair.value) && words?.of.includes(String(pair.value.value));
    const called = isWord ? (words?.now ?? null) : now;
    if (called === null) rewriting.replace(removed(map, pair), '');
    else rewriting.replace(spanOf(pair.key), called);
  }
  if (key === 'needed' && isAt(path, 'sections.*(staffing)')) unneeded(map, pair, rewriting);
  else below(pair.value, [...path, key], rewriting);
}

/** `needed: { other: none }` is `none-needed: [other]`. */
function unneeded(map: YAMLMap, { key, value }: Pair, rewriting: Rewriting): void {
  const isNone = ([, of]: readonly [string, Pair]): boolean =>
    isScalar(of.value) && of.value.value === 'none';
  const kinds = pairsOf(value);
  const none = kinds.filter(isNone).map(([kind]) => kind);
  if (none.length === 0) return;
  const asked = kinds.filter((kind) => !isNone(kind)).flatMap(([, of]) => [', ', ...wholeOf(of)]);
  rewriting.replace(
    spanOf(value),
    ...['{ ', ...asked.slice(1), ' }'],
    `${parting(map, spanOf(key)[0], rewriting.text)}none-needed: [${none.join(', ')}]`,
  );
}

function below(value: unknown, path: readonly string[], rewriting: Rewriting): void {
  if (isSeq(value))
    for (const [index, each] of value.items.entries())
      if (!rewriting.isReplaced(spanOf(each))) below(each, [...path, String(index)], rewriting);
  if (!isMap(value)) return;
  const kind = path.length === 2 && path[0] === 'sections' ? value.get('kind') : undefined;
  const here = kind === undefined ? path : [...path.slice(0, -1), `${path.at(-1)}(${String(kind)})`];
  for (const pair of value.items) rename(value, pair, here, rewriting);
}

/** Whether a way through the file ends as a pattern says. */
function isAt(path: readonly string[], where: string): boolean {
  const steps = where.split('.');
  const wholeWay = steps[0] !== 'rule';
  const asked = wholeWay ? steps : steps.slice(1);
  const end = path.slice(path.length - asked.length);
  return (
    path.length >= asked.length &&
    (!wholeWay || path.length === asked.length) &&
    asked.every((step, index) =>
      step.startsWith('*') ? (end[index] ?? '').endsWith(step.slice(1)) : step === end[index],
    )
  );
}
