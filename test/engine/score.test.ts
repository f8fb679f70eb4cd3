/** A card's total as a condition of the ladder and of ranks, and scores within a floor and a cap. */

import { describe, expect, test } from 'vitest';
import { gradedOf, gradesOf } from '../../src/model/entries.ts';
import { gapOf } from '../../src/model/judgement.ts';
import type { Policy } from '../../src/model/policy.ts';
import { ratio } from '../../src/model/ratio.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { appraised, managerIn } from './support/appraised.ts';
import { packageOf } from './support/package.ts';

const policyText = `
policy: small
edition: "1"
title: { zh: 小办法, en: Small }
source: { zh: 例, en: example }
ladder:
  second: { title: { zh: 二级, en: second }, approval: { zh: 支行, en: branch } }
parameters:
  whole: { title: { zh: 权重, en: weight }, article: "1", values: { 2000-01-01: "100%" } }
  from: { title: { zh: 下限, en: from }, article: "1", values: { 2000-01-01: 0 } }
  to: { title: { zh: 上限, en: to }, article: "1", values: { 2000-01-01: 100 } }
  least: { title: { zh: 最低, en: least }, article: "1", values: { 2000-01-01: 60 } }
  most: { title: { zh: 最高, en: most }, article: "1", values: { 2000-01-01: 90 } }
  line: { title: { zh: 线, en: line }, article: "2", values: { 2000-01-01: 75 } }
  period: { title: { zh: 期间, en: period }, article: "1", choices: [quarter], values: { 2000-01-01: quarter } }
  raters: { title: { zh: 多人, en: raters }, article: "1", choices: [mean], values: { 2000-01-01: mean } }
grades:
  - { rule: card, title: { zh: 考核得分, en: Card }, article: "2", score: { card: CARD, at-least: line } }
sections:
  card:
    kind: scorecard
    title: { zh: 考核, en: Card }
    article: "1"
    period: period
    raters: raters
    scale: { from: from, to: to }
    bands: { good: { title: { zh: 好, en: good }, from: line }, other: { title: { zh: 其他, en: other } } }
    dimensions:
      work:
        title: { zh: 工作, en: Work }
        article: "1"
        weight: whole
        indicators:
          work: { title: { zh: 工作, en: Work }, given: 工作BOUNDS }
  rank:
    kind: ranks
    title: { zh: 名号, en: Name }
    article: "2"
    ranks: { star: { title: { zh: 星, en: star } } }
    rules:
      - { rule: card, title: { zh: 考核得分, en: Card }, article: "2", score: { card: card, at-least: line } }
`;

function small({ card = 'card', bounds = '' } = {}): Policy {
  const text = policyText.replace('CARD', card).replace('BOUNDS', bounds);
  const { policy, problems } = parsePolicy(Buffer.from(text), 'small.yaml');
  if (!policy) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return policy;
}

/** The total, what the ladder's rule and the rank came to, for this score of the ordinary manager. */
function came(value: bigint | null, policy = small()) {
  const scores = value === null ? [] : [{ indicator: '工作', value: ratio(value, 100n), quarter: '2026Q3' }];
  const appraisal = appraised(packageOf({ roster: [{}], scores }), { policy });
  const manager = managerIn(appraisal);
  const [card, rank] = appraisal.schemes[0]?.sections.map(({ entries }) => entries[0]) ?? [];
  const total = card?.figures.find(({ id }) => id === 'total')?.fact.quantity ?? null;
  const [rule] = gradesOf(manager)[0]?.rules ?? [];
  return { total, grade: gradedOf(manager).qualifiedGrade, rule, rank: rank?.verdict?.id ?? rank?.outcome };
}

describe('a rule that asks for the total of a card', () => {
  test.each([
    [7500n, 'second', 'star', 0n],
    [7499n, null, 'none', 1n],
  ])('%s hundredths against 75', (value, grade, rank, gap) => {
    const seen = came(value);
    expect([seen.grade, seen.rank]).toEqual([grade, rank]);
    expect(seen.rule).toMatchObject({ observed: { quantity: { value } } });
    expect(seen.rule && gapOf(seen.rule)).toMatchObject({ value: gap });
  });

  test('is unknown where the total is, and names what the card lacks', () => {
    const seen = came(null);
    expect([seen.grade, seen.rank]).toEqual([null, 'unknown']);
    expect(seen.rule).toMatchObject({ outcome: 'unknown', missing: [{ key: 'score:工作' }] });
  });

  test('is refused where the policy has no such card', () => {
    expect(() => small({ card: 'cards' })).toThrow('no such section');
  });
});

describe('a score within its bounds', () => {
  const bounded = small({ bounds: ', floor: least, cap: most' });
  test.each([
    [5999n, 6000n],
    [6000n, 6000n],
    [8999n, 8999n],
    [9001n, 9000n],
    // With a floor and a cap nothing is off the scale: a deduction may well go below 0.
    [-500n, 6000n],
    [12000n, 9000n],
  ])('%s counts as %s', (value, counts) => {
    expect(came(value, bounded).total).toMatchObject({ value: counts });
  });

  test('a floor alone leaves the upper end to the scale', () => {
    const floored = small({ bounds: ', floor: least' });
    expect(came(-500n, floored).total).toMatchObject({ value: 6000n });
    expect(came(10001n, floored).total).toBeNull();
  });
});
