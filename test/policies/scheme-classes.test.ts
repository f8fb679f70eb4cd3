/** Points ranked in the branch, classes with places, and pay by the class and the points: four managers, worked by hand. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPackage } from '../../src/intake/index.ts';
import { wordsTogether } from '../../src/model/policy/declared-words.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { outlineOf } from '../../src/policy/outline.ts';
import { appraised } from '../engine/support/appraised.ts';
import { entryOf, figureIn, here, policyOf, quarterOf } from './scheme.ts';

const appraisal = await quarterOf('6-classes', '2026Q3');

test.each([
  // 60 × 120 % = 72, 30 × 95 %, 10 − 4, 6 × 0.5; 1,000 × 1.5 × 1.095, (500 × 8 + 100 × 12) × 1.095, −200, and the first award.
  [
    'F01',
    { growth: '72.00', fees: '28.50', conduct: '6.00', accounts: '3.00', total: '109.50', rank: '1' },
    'first',
    { stock: '1642.50', gain: '5694.00', bad: '-200.00', 'first-award': '5000.00', pay: '12136.50' },
  ],
  // −100 % counts 0, 130 % of 30 counts 36; 400 × 1.5 × 0.8, and the floor.
  [
    'F02',
    { growth: '0.00', fees: '36.00', conduct: '10.00', accounts: '不适用', total: '46.00', rank: '2' },
    'third',
    { stock: '480.00', gain: '0.00', bad: '0.00', sum: '480.00', pay: '1500.00', basis: '保底' },
  ],
  // A case, and bad loans of 6 %: nothing.
  [
    'F03',
    { growth: '0.00', fees: '30.00', sum: '40.00', total: '0.00', rank: '2' },
    'third',
    { stock: '1080.00', bad: '-600.00', sum: '480.00', pay: '0.00', basis: '一票否决' },
  ],
  // 60 + 30 + 10 + 2.5; the one place of the first class is taken. 200 × 1.5 × 1.025, 100 × 8 × 1.025, the second award.
  [
    'F04',
    { growth: '60.00', fees: '30.00', accounts: '2.50', total: '102.50', rank: '1' },
    'second',
    { stock: '307.50', gain: '820.00', 'first-award': '不适用', 'second-award': '2000.00', pay: '3127.50' },
  ],
])('%s', (manager, points, grade, pay) => {
  const [ofPoints, ofClass, ofPay] = ['points', 'class', 'pay'].map((section) =>
    entryOf(appraisal, section, manager),
  );
  if (!ofPoints || !ofClass || !ofPay) throw new Error('no section');
  const seen = (entry: typeof ofPay, asked: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(asked).map((id) => [id, figureIn(entry, id)]));
  expect([seen(ofPoints, points), ofClass.verdict?.id, seen(ofPay, pay)]).toEqual([points, grade, pay]);
});

const text = readFileSync(here('6-classes/policy.yaml'), 'utf8');

test('a rule asks a section only for what it may come to', () => {
  const wrong = text.replace('is: [second]', 'is: [fourth]');
  const { problems } = parsePolicy(Buffer.from(wrong), 'policy.yaml');
  const row = wrong.split('\n').findIndex((line) => line.includes('is: [fourth]')) + 1;
  expect(problems.map(({ code, at, message }) => [code, at.row, message.en])).toEqual([
    ['policy.invalid', row, expect.stringContaining('the id of a result, grade, rank, band or level')],
  ]);
});

test('classes that nobody moves from are no words of the roster, and need no value by grade', () => {
  const { problems, policy } = parsePolicy(Buffer.from(text), 'policy.yaml');
  expect(problems).toEqual([]);
  const grades = policy ? wordsTogether([policy]).grades.map(({ id }) => id) : [];
  expect(grades).toEqual(['high', 'low']);
});

test('in sentences: whom a line speaks of, bounds of a factor, and among whom the ranks are', () => {
  const said = outlineOf(policyOf('6-classes').file, 'zh').flatMap(({ says }) => says);
  expect(said).toEqual(
    expect.arrayContaining([
      expect.stringContaining('新开户（第 2 条）：满足“新开户达到起点”时，本季新开户 × account-points'),
      expect.stringContaining('绩效系数（points ÷ full-points，不低于 factor-least，不超过 factor-most）'),
      '在本机构内按合计由高到低排名，相同的名次相同。',
    ]),
  );
});

const podium = `  podium-rank: { title: { zh: 名次线, en: Rank }, article: "8", value: 1 }
  podium-first: { title: { zh: 第一名奖, en: First }, article: "8", value: "CNY 300" }
  podium-other: { title: { zh: 其余, en: Others }, article: "8", value: "CNY 100" }
`;
const byRank = `      podium:
        title: { zh: 名次奖, en: By rank }
        of: { section: points, item: rank }
        bands: [{ at-most: podium-rank, gives: podium-first }, { gives: podium-other }]
`;

test('who is left out for errors may stand anywhere in his branch, and nowhere in another', async () => {
  // An award by the rank, too: no rank that is open pays nothing.
  const { policy } = parsePolicy(
    Buffer.from(
      text
        .replace('      first-award:\n', `${byRank}      first-award:\n`)
        .replace('parameters:\n', `parameters:\n${podium}`),
    ),
    'policy.yaml',
  );
  if (!policy) throw new Error('errors');
  const pkg = await readPackage(here('6-classes/2026Q3'), { declared: wordsTogether([policy]) });
  const withError = {
    ...pkg,
    problems: [
      ...pkg.problems,
      ...[
        {
          code: 'x',
          severity: 'error',
          at: {},
          message: { zh: '', en: '' },
          hint: { zh: '', en: '' },
          managers: ['F02'],
        },
      ],
    ],
  } as typeof pkg;
  const lenient = appraised(withError, { policy, lenient: true });
  const rank = (manager: string) => figureIn(entryOf(lenient, 'points', manager), 'rank');
  expect([rank('F01'), rank('F03'), rank('F04')]).toEqual(['1–2', '2', '1']);
  const award = (manager: string) => figureIn(entryOf(lenient, 'pay', manager), 'podium');
  expect([award('F01'), award('F03'), award('F04')]).toEqual(['unknown', '100.00', '300.00']);
  expect(entryOf(lenient, 'pay', 'F01').missing.map(({ text: { zh } }) => zh)).toContain(
    '“考核得分：名次”未定（1–2）',
  );
});
