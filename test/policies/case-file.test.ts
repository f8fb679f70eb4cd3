/** A case that could not fail is refused: slips of the pen, places that do not exist, figures that move nothing. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { historyIn, packageIn } from '../../src/cases/given.ts';
import { lookAt } from '../../src/cases/look.ts';
import { tried } from '../../src/cases/run.ts';
import { appraise } from '../../src/engine/index.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { gradeRegulation } from '../engine/support/policy.ts';
import { casesIn } from './case-file.ts';

const another = readFileSync(new URL('../../samples/another-bank/policy.yaml', import.meta.url), 'utf8');

const fileOf = (body: string): string => `
topic: { zh: 题, en: topic }
cases:
  - case: 例
    article: "11"
${body.replace(/^/gm, '    ')}`;

const sound =
  'given: { deposits: [{ year_avg: X }] }\ndecides: qualified\nX: { "1": none, "7500万": second }';

test('a sound case is read', () => {
  expect(casesIn(fileOf(sound), 'sound').trials.map(({ name }) => name.zh)).toEqual([
    '11 例［X = 1］',
    '11 例［X = 7500万］',
  ]);
});

test.each([
  ['an unknown key of the case', `${sound}\nexpects: {}`],
  ['an unknown section of what is given', sound.replace('deposits:', 'deposit:')],
  ['an unknown column', sound.replace('year_avg', 'year_average')],
  [
    'an unknown key in the archive',
    'given: { archive: { 2026Q2: { sign: {} } } }\nexpect: { qualified: second }',
  ],
  ['an archived quarter that is none', 'given: { archive: { 2026Q5: {} } }\nexpect: { qualified: second }'],
  ['nothing expected', 'given: {}'],
  ['a table without what it decides', sound.replace('decides: qualified', '')],
  ['a moving figure that decides nothing', sound.replace('second', 'none')],
  ['a moving figure that stands nowhere', sound.replace('year_avg: X', 'year_avg: 5')],
  ['more outcomes than places', sound.replace('none', '[none, none]')],
])('refused: %s', (_, body) => {
  expect(() => casesIn(fileOf(body), 'unsound').trials).toThrow();
});

const given = (body: string) =>
  casesIn(fileOf(`${body}\nexpect: { qualified: second }`), 'given').trials[0]?.given;

test.each([
  ['a day that the calendar lacks', 'given: { manager: { marketing_since: 2026-02-30 } }'],
  ['a word that is no choice', 'given: { manager: { grade: 五级 } }'],
  ['a text for an amount', 'given: { deposits: [{ year_avg: 很多 }] }'],
  ['a currency without a rate', 'given: { deposits: [{ currency: EUR, year_avg: 1 }] }'],
  ['a column that no table has', 'given: { without: [roster.degree] }'],
])('refused: %s', (_, body) => {
  const written = given(body);
  expect(written).toBeDefined();
  expect(() => written && packageIn(written, gradeRegulation)).toThrow();
});

test('refused: a sign or a warning that the policy lacks', () => {
  for (const body of ['signs: { late: [L1] }', 'warnings: { admonition.late: triggered }']) {
    const written = given(`given: { archive: { 2026Q2: { ${body} } } }`);
    expect(() => written && historyIn(written, gradeRegulation)).toThrow();
  }
});

test.each([
  'second depositss',
  'fifth deposits',
  'second deposits largests',
  'fourth tenure',
  'warning admonition.late',
  'warning admonition.credit-risk colour',
  'decision colour',
  'target deposits quarter',
  'unassigned 甲',
])('refused: to look at %s', (place) => {
  const written = given('given: { period: 2026Q4 }');
  if (!written) throw new Error('no case');
  const { appraisal } = appraise(
    packageIn(written, gradeRegulation),
    [gradeRegulation],
    historyIn(written, gradeRegulation),
    {
      lenient: false,
    },
  );
  const manager = appraisal?.managers[0];
  if (!appraisal || !manager) throw new Error('no appraisal');
  expect(lookAt('second deposits', appraisal)).toBe('met');
  expect(() => lookAt(place, appraisal)).toThrow('does not exist');
});

test('what is left unsaid is ordinary in the words of the policy', () => {
  const { policy } = parsePolicy(
    Buffer.from(`${another}
statuses:
  working: { title: { zh: 在职, en: working }, appraised: true }
roster-series:
  rural: { title: { zh: 乡镇, en: rural } }
review-ratings:
  good: { title: { zh: 好, en: good } }
`),
    'policy.yaml',
  );
  const [trial] = casesIn(
    fileOf('given: { period: 2026Q4 }\nexpect: { qualified: assistant }'),
    'own',
  ).trials;
  if (!policy || !trial) throw new Error('no policy, or no case');
  const { roster, reviews } = packageIn(trial.given, policy).tables;
  expect(roster[0]).toMatchObject({ grade: 'assistant', status: 'working', series: 'rural' });
  expect(reviews).toEqual([]);
  expect(tried(policy, trial).checks).toMatchObject([{ agrees: true }]);
});
