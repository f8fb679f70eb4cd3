/** Every conclusion and status word by its outcomes: with and without proposal, warnings, unknowns. */
import { describe, expect, test } from 'vitest';
import type { WarningOutcome } from '../../src/model/outcome.ts';
import { type Concluded, conclusion } from '../../src/model/statements/conclusion.ts';
import { against, type Graded, gradeCounted, gradeWord } from '../../src/model/statements/grade.ts';
import { summed } from '../../src/model/statements/sums.ts';
import { warningRemark, warningTally, warningTone } from '../../src/model/statements/warnings.ts';
import { same } from '../../src/model/text.ts';

const ladder = ['A', 'B', 'C', 'T'];
const levels = [
  { id: 'hint', title: { zh: '提示', en: 'hint' } },
  { id: 'card', title: { zh: '黄牌', en: 'card' } },
];
const graded = (qualifiedGrade: string | null, possibleGrade: string | null): Graded => ({
  qualifiedGrade,
  possibleGrade,
});

describe('the grade', () => {
  test.each([
    // Certain, certain at most, in a word, where it is counted, against the grade B held.
    ['B', 'B', 'B', 'B', 'same'],
    ['A', 'A', 'A', 'A', 'above'],
    ['C', 'C', 'C', 'C', 'below'],
    [null, null, '无', 'none', 'none'],
    [null, 'A', '无法判断', 'unknown', 'unknown'],
    [null, 'B', '无法判断', 'unknown', 'unknown'],
    [null, 'C', '无法判断', 'unknown', 'below'],
    ['C', 'B', '至少C', 'C', 'unknown'],
    ['B', 'A', '至少B', 'B', 'unknown'],
    ['C', 'A', '至少C', 'C', 'unknown'],
  ] as const)('certain %s, possible %s: %s', (certain, possible, word, counted, side) => {
    const each = graded(certain, possible);
    expect([gradeWord(each, same).zh, gradeCounted(each), against(each, 'B', ladder)]).toEqual([
      word,
      counted,
      side,
    ]);
  });

  test('a span wholly above the grade held is above it', () => {
    expect(against(graded('B', 'A'), 'C', ladder)).toBe('above');
  });
});

const nothing: Concluded = {
  proposal: null,
  warnings: null,
  levels,
  grade: null,
  ladder,
  titleOf: same,
};
const downgrade = { title: { zh: '低聘', en: 'Downgrade' }, toGrade: 'C', needsPerson: false };
const undecided = { title: { zh: '待定', en: 'Undecided' }, toGrade: null, needsPerson: true };
const held = (qualified: string | null, possible = qualified) => ({
  ...graded(qualified, possible),
  held: 'B',
  traineeship: null,
});
const warned = (...outcomes: readonly (readonly [level: string, outcome: WarningOutcome])[]) =>
  outcomes.map(([level, outcome]) => ({ level, outcome }));

describe('the conclusion leads with what happens to the person', () => {
  test.each<[name: string, about: Partial<Concluded>, zh: string]>([
    ['nothing to judge', {}, ''],
    ['no rule speaks', { warnings: warned(['card', 'clear']) }, '无预警。'],
    [
      'a rule is unknown',
      { warnings: warned(['card', 'unknown'], ['hint', 'clear']) },
      '1 条预警规则无法判断。',
    ],
    [
      'triggered, for review and unknown, the gravest first',
      {
        warnings: warned(
          ['hint', 'triggered'],
          ['card', 'triggered'],
          ['card', 'review'],
          ['hint', 'unknown'],
          ['hint', 'not-applicable'],
        ),
      },
      '已触发黄牌 1 项、提示 1 项；待认定黄牌 1 项；1 条预警规则无法判断。',
    ],
    ['qualified as held', { grade: held('B') }, '目前符合B的全部条件，与现聘等级相同。'],
    ['not qualified', { grade: held(null) }, '目前不符合任何正式等级的全部条件，低于现聘等级。'],
    ['cannot be judged at all', { grade: held(null, 'A') }, '等级尚不能判断：至少无符合等级，至多A。'],
    ['cannot be judged above a grade', { grade: held('C', 'A') }, '等级尚不能判断：至少C，至多A。'],
    [
      'cannot be judged, but is below in any case',
      { grade: held(null, 'C') },
      '等级尚不能判断：至少无符合等级，至多C，低于现聘等级。',
    ],
    [
      'a trainee',
      { grade: { ...graded(null, null), held: 'T', traineeship: 'unknown' } },
      '目前不符合任何正式等级的全部条件；T的条件无法判断。',
    ],
    [
      'a downgrade of someone who qualifies, with a card',
      { proposal: downgrade, warnings: warned(['card', 'triggered']), grade: held('B') },
      '聘任建议：低聘，拟聘C。已触发黄牌 1 项。目前符合B的全部条件，与现聘等级相同。',
    ],
    [
      'nothing can be decided',
      { proposal: undecided, warnings: warned(['card', 'unknown']), grade: held(null, 'A') },
      '聘任建议：待定，须由有权人认定。1 条预警规则无法判断。等级尚不能判断：至少无符合等级，至多A。',
    ],
  ])('%s', (_, about, zh) => {
    expect(conclusion({ ...nothing, ...about }).zh).toBe(zh);
  });

  test('in English', () => {
    const about = { proposal: downgrade, warnings: warned(['card', 'triggered'], ['hint', 'unknown']) };
    expect(conclusion({ ...nothing, ...about, grade: held(null, 'A') }).en).toBe(
      'Proposal: Downgrade, as C. Triggered: card 1; 1 warning rule cannot be judged. The grade cannot be judged yet: at least none, at most A.',
    );
  });
});

test.each<[outcomes: WarningOutcome[], tone: string, remark: string | null]>([
  [[], 'good', '无预警，也没有待认定的事项。'],
  [['clear', 'not-applicable'], 'good', '无预警，也没有待认定的事项。'],
  [['unknown', 'clear'], 'open', '没有触发或待认定的预警，但有 1 条预警规则无法判断。'],
  [['triggered', 'clear'], 'bad', null],
  [['triggered', 'unknown'], 'bad', '另有 1 条预警规则无法判断。'],
  [['review'], 'warn', null],
  [['review', 'unknown', 'unknown'], 'warn', '另有 2 条预警规则无法判断。'],
])('warnings %j', (outcomes, tone, remark) => {
  const tally = warningTally(outcomes.map((outcome) => ({ level: 'card', outcome })));
  expect([warningTone(tally), warningRemark(tally)?.text.zh ?? null]).toEqual([tone, remark]);
});

test.each([
  ['nothing', [], 0n, 0],
  ['whole', [1n, 2n], 3n, 0],
  ['part', [1n, null], 1n, 1],
  ['unknown', [null, null], 0n, 2],
  ['whole', [0n], 0n, 0],
] as const)('a sum that is known: %s', (state, figures, known, unknown) => {
  expect(summed(figures)).toEqual({ state, known, unknown });
});
