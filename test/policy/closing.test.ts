/** What a policy's own `closing` names is declared; that of the defaults may name more. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePolicy } from '../../src/policy/file.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../src/policies/${name}`, import.meta.url), 'utf8');
const defaults = read('defaults.yaml');
const closing = defaults.slice(defaults.indexOf('\nclosing:\n') + 1);
/** The grade regulation with the defaults' closing as its own. */
const own = `${read('grade-regulation/policy.yaml')}\n${closing}`;

const problemsOf = (text: string) => parsePolicy(Buffer.from(text), 'own.yaml').problems;

test('what the regulation declares of it is sound', () => {
  expect(problemsOf(own)).toEqual([]);
});

test.each([
  ['a level of warnings', 'levels: [admonition, yellow-card,', 'yellow-card', 'yellow-cart'],
  ['a list', 'lists: [explanation]', 'explanation', 'explanations'],
  ['a kind of event', 'records: yellow_card', 'yellow_card', 'yellow_cart', 'records'],
  ['a status', 'leaves: left, letter: dismissal }', 'left', 'lefts', 'leaves'],
  ['a letter of a measure', 'letter: yellow-card', 'yellow-card', 'yellow-cart', 'letter'],
  ['the letter to those who owe', 'letter: explanation', 'explanation', 'explanations', 'letter'],
  ['a parameter', 'months: admonition-months', 'admonition-months', 'admonition-month', 'months'],
  ['a type of trainee', 'graduate: traineeship-graduate', 'graduate', 'graduat', 'graduat'],
  ['a parameter of a type', 'other: traineeship-other', 'traineeship-other', 'traineeship-othr', 'other'],
  ['an action', 'promote: { grade', 'promote', 'promoted', 'promoted'],
  ['the letter of the proposals', 'letter: review', 'review', 'reviews', 'letter'],
])('%s that is not declared is refused at its place', (_, within, word, other, shown = other) => {
  const at = own.lastIndexOf(within);
  const spoilt = `${own.slice(0, at)}${own.slice(at).replace(word, other)}`;
  const problems = problemsOf(spoilt);
  expect(problems).toMatchObject([
    {
      code: 'policy.not-declared',
      hint: { zh: `是否应为“${word}”` },
      at: { row: own.slice(0, at).split('\n').length },
    },
  ]);
  const line = spoilt.split('\n')[Number(problems[0]?.at.row) - 1] ?? '';
  expect(line.slice(Number(problems[0]?.at.column) - 1).startsWith(shown)).toBe(true);
  expect(problems[0]?.message.zh).toContain(`“${other}”`);
});

test('the same closing is refused where nothing of it is declared, and left out where it is the defaults’', () => {
  const plan = read('plan/policy.yaml');
  expect(problemsOf(plan)).toEqual([]);
  const codes = problemsOf(`${plan}\n${closing}`).map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set(['policy.not-declared']));
});
