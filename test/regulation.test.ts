/**
 * What a bank decides stands in its policy: outside src/policies no article of a regulation is cited, no level, event,
 * status, grade or line of one is known, and no rule is told from another by its id.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { conditionKeys } from '../src/model/conditions/index.ts';
import { eventRoles } from '../src/model/policy/words.ts';
import { tables } from '../src/model/tables/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What a worked case leaves unsaid is an ordinary manager, in the words of the regulation. */
const cases = join(root, 'src/cases');

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.parentPath !== cases)
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ name: relative(root, path), text: readFileSync(path, 'utf8') }));

/** Every place where the pattern is found, as `file: what was found`. */
const found = (pattern: RegExp, isFault: (word: string) => boolean = () => true): string[] =>
  files.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)].flatMap(([whole, word = whole]) => (isFault(word) ? `${name}: ${word}` : [])),
  );

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const keysOf = (value: unknown): string[] => (isNode(value) ? Object.keys(value) : []);

/** The rules named anywhere in a policy, and the words it declares. */
function wordsOf(policy: Node): string[] {
  const rulesIn = (value: unknown): string[] =>
    isNode(value)
      ? [...(typeof value.rule === 'string' ? [value.rule] : []), ...Object.values(value).flatMap(rulesIn)]
      : [];
  const lines = Object.values(policy['completion-lines'] ?? {}).map(({ parameter }) => String(parameter));
  const declaring = [
    ...['ladder', 'roster-grades', 'roster-series', 'review-ratings', 'statuses', 'event-kinds'],
    ...['warning-levels', 'warning-lists', 'watch-list'],
  ];
  const actions = Object.values(policy.decisions ?? {}).map(({ action }) => String(action));
  return [...rulesIn(policy), ...lines, ...actions, ...declaring.flatMap((key) => keysOf(policy[key]))];
}

const policies = join(root, 'src/policies');
const declared = [
  join(policies, 'defaults.yaml'),
  join(root, 'samples/another-bank/policy.yaml'),
  ...readdirSync(policies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(policies, name, 'policy.yaml')),
].flatMap((path) => wordsOf(parse(readFileSync(path, 'utf8')) as Node));

/** Words that are the tool's own as well: of its tables and columns, of the language that policies are written in. */
const ownWords = new Set<string>([
  ...Object.keys(tables),
  ...Object.values(tables).flatMap(({ columns }) => Object.keys(columns)),
  ...conditionKeys,
  ...eventRoles,
  // Keys of a policy file.
  'floor',
  'score',
  'takes-part',
  // A reason of the watch list.
  'overdue',
  // How a process ends; whether grades, counts and months go up or down.
  'exit',
  'up',
  'down',
  // A role in the assignments.
  'assistant',
  // Ordinals, a side of a cell, a kind of unit.
  'first',
  'second',
  'left',
  'business',
]);
const foreign = new Set(declared.filter((word) => !ownWords.has(word)));

test('no article of a regulation is cited', () => {
  expect(found(/Art\. ?\d[^\s,)]*|Article \d+|第 ?[一二三四五六七八九十\d]+ ?条/g)).toEqual([]);
});

test('no rule, level, list, event, status, grade or line of a regulation is known', () => {
  expect(foreign.size).toBeGreaterThan(60);
  expect(found(/'([^'\n]+)'/g, (word) => foreign.has(word))).toEqual([]);
});

test('no rule is told from another by its id', () => {
  expect(found(/\b(?:rule|level|measure) ?[!=]== ?'[^'\n]+'/g)).toEqual([]);
  expect(found(/\b(?:rule|level)\.startsWith\([^)\n]+\)/g)).toEqual([]);
});

test('no word of a regulation for a warning or an event is said', () => {
  const policy = parse(readFileSync(join(policies, 'grade-regulation/policy.yaml'), 'utf8')) as Node;
  const titled = ['warning-levels', 'event-kinds'].flatMap((key) => Object.values(policy[key] ?? {}));
  // “提示” is what the tool calls a note.
  const words = titled.flatMap(({ title }) => title.zh).filter((word) => word !== '提示');
  expect(words).toContain('诫勉');
  expect(found(new RegExp(words.join('|'), 'g'))).toEqual([]);
});
