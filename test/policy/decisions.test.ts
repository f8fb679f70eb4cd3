/** Tables of decisions: rows that never decide, cases that no row meets, and rows that their order alone tells apart. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { parsePolicy } from '../../src/policy/file.ts';

const sample = readFileSync(new URL('../../samples/another-bank/policy.yaml', import.meta.url), 'utf8');
const head = sample.slice(0, sample.indexOf('\ndecisions:\n'));

interface Row {
  readonly when: string;
  readonly title?: string;
}

/** What is said of a table with these rows; each leads to the grade held. */
function saidOf(...rows: readonly Row[]): readonly Diagnostic[] {
  const text = rows.map(
    ({ when }, index) =>
      `  - { action: row-${index + 1}, title: { zh: 行, en: Row }, article: "7", to: held, ${when} }\n`,
  );
  const { problems, remarks } = parsePolicy(Buffer.from(`${head}\ndecisions:\n${text.join('')}`), 'own.yaml');
  expect(problems).toEqual([]);
  return remarks.filter(({ code }) => code.startsWith('policy.row'));
}
const codesOf = (...rows: readonly string[]): string[] =>
  saidOf(...rows.map((when) => ({ when }))).map(({ code }) => code.slice('policy.'.length));
const messageOf = (code: string, ...rows: readonly string[]): string | undefined =>
  saidOf(...rows.map((when) => ({ when }))).find((each) => each.code === `policy.${code}`)?.message.en;

const met = 'grade-met: held';
const notMet = 'not: { grade-met: held }';

test('two rows, one of which holds and never both: nothing to say', () => {
  expect(codesOf(met, notMet)).toEqual([]);
});

test.each([
  ['it is another row again', [met, notMet, met], '"1 Row" before it does'],
  [
    'it asks for more than a row before it',
    [met, 'all: [{ grade-met: held }, { qualified: above-held }]', notMet],
    '"1 Row" before it does',
  ],
  [
    'the rows before it leave nothing',
    ['held-is: [chief, expert]', 'held-is: [regular, assistant]', met],
    'one of those before it does',
  ],
  [
    'two steps above is one above',
    ['qualified: above-held', 'qualified: two-above-held', met, notMet],
    '"1 Row" before it does',
  ],
  [
    'its conditions exclude each other',
    ['all: [{ grade-met: held }, { not: { grade-met: held } }]', met, notMet],
    'exclude each other',
  ],
  [
    'it is for those whom a row before it takes',
    [
      `held: [chief], ${met}`,
      'held: [chief], all: [{ grade-met: held }, { rating: { one-of: [competent] } }]',
      met,
      notMet,
    ],
    '"1 Row" before it does',
  ],
  [
    'one review in two words',
    [
      'rating: { one-of: [excellent] }',
      'all: [{ rating: { one-of: [excellent] } }, { rating: { one-of: [competent] } }]',
      met,
      notMet,
    ],
    'exclude each other',
  ],
])('a row never decides: %s', (_, rows, why) => {
  expect(messageOf('row-never-met', ...rows)).toContain(why);
});

test.each([
  [
    'narrower before wider',
    [
      'qualified: two-above-held',
      'qualified: above-held',
      'qualified: at-least-held',
      'not: { qualified: at-least-held }',
    ],
  ],
  ['another grade held', [`held: [chief], ${met}`, `held: [expert], ${met}`, met, notMet]],
])('every row has its cases: %s', (_, rows) => {
  expect(codesOf(...rows)).not.toContain('row-never-met');
});

test.each([
  [
    'a review in between',
    ['rating: { one-of: [excellent, competent] }', 'rating: { one-of: [incompetent] }'],
    'review is basically competent, and no other condition holds',
  ],
  ['a grade', ['held-is: [chief, expert, regular]'], 'holds Assistant'],
  ['no condition at all', [met, 'qualified: above-held'], 'no condition of any row holds'],
])('no row holds: %s', (_, rows, example) => {
  expect(messageOf('row-missing', ...rows)).toContain(example);
});

test('rows that can hold together are named in their order, each once', () => {
  expect(messageOf('rows-by-order', met, 'qualified: above-held', notMet)).toBe(
    'some rows can hold together, and their order decides: "1 Row" before 2; "2 Row" before 3',
  );
  // One of every review: never two of these.
  expect(codesOf('rating: { one-of: [excellent] }', 'not: { rating: { one-of: [excellent] } }')).toEqual([]);
});

test('a table too wide to be looked through is left alone, at once', () => {
  const many = Array.from({ length: 60 }, (_, index) => `{ recorded: { column: title, is: t${index} } }`);
  const odd = many.map((each, index) => `{ any: [${each}, ${many[(index + 7) % 60]}] }`);
  expect(() => codesOf(`all: [${odd.join(', ')}]`, `any: [${many.join(', ')}]`, notMet)).not.toThrow();
});
