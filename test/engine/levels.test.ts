/** A level by bands over a total that an earlier section came to; here a reward stands in for the total. */
import { expect, test } from 'vitest';
import { appraise } from '../../src/engine/index.ts';
import type { Policy } from '../../src/model/policy.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { packageOf } from './support/package.ts';

/** A policy whose total is 90 with deposits of a million, else 40; levels from 90, from 60, and the rest. */
function banded(reading: 'scores' | 'total'): Policy {
  const text = `
policy: banded
edition: "1"
title: { zh: 分档, en: Banded }
source: { zh: 无, en: none }
parameters:
  line:
    title: { zh: 线, en: line }
    article: "1"
    by-grade: { high: { 2000-01-01: "CNY 1,000,000" }, low: { 2000-01-01: "CNY 0" } }
  points:
    title: { zh: 分, en: points }
    article: "1"
    by-grade: { high: { 2000-01-01: "CNY 90" }, low: { 2000-01-01: "CNY 59.99" } }
  reading:
    title: { zh: 读法, en: reading }
    article: "1"
    choices: [scores, total]
    values: { 2000-01-01: ${reading} }
  bands:
    title: { zh: 分档, en: bands }
    article: "1"
    by-grade: { best: { 2000-01-01: 90 }, middle: { 2000-01-01: 60 } }
measures:
  deposits:
    title: { zh: 存款, en: deposits }
    table: deposits
    indicator: deposits
    year: { add: year_avg, subtract: prior_year_avg }
    quarter: { add: quarter_avg }
sections:
  card:
    kind: ranks
    title: { zh: 卡, en: card }
    article: "1"
    ranks: { high: { title: { zh: 高, en: high } }, low: { title: { zh: 低, en: low } } }
    reward: points
    rules:
      - rule: deposits
        title: { zh: 存款, en: deposits }
        article: "1"
        figure: { of: { measure: deposits }, at-least: line }
  levels:
    kind: level
    title: { zh: 等级, en: levels }
    article: "1"
    indicator: management_level
    levels:
      best: { title: { zh: 一, en: best } }
      middle: { title: { zh: 二, en: middle } }
      last: { title: { zh: 三, en: last } }
    total: { reading: reading, section: card, figure: reward, bands: bands }
`;
  const { policy, problems } = parsePolicy(new TextEncoder().encode(text), 'banded.yaml');
  if (!policy) throw new Error(problems.map(({ message }) => message.en).join('\n'));
  return policy;
}

const score = { indicator: 'management_level', value: parseRatio('2'), quarter: '2026Q3' };
const levelOf = (policy: Policy, deposits: bigint, without: readonly string[] = []) => {
  const pkg = packageOf({ roster: [{}], deposits: [{ year_avg: deposits }], scores: [score] }, { without });
  const { appraisal } = appraise(pkg, [policy], [], { lenient: false });
  const [entry] = appraisal?.schemes[0]?.sections.find(({ id }) => id === 'levels')?.entries ?? [];
  return { level: entry?.verdict?.id ?? entry?.outcome, missing: entry?.missing.map(({ key }) => key) };
};

test('the bands include their line; the last level takes the rest', () => {
  expect(levelOf(banded('total'), 100_000_000n)).toEqual({ level: 'best', missing: [] });
  expect(levelOf(banded('total'), 99_999_999n)).toEqual({ level: 'last', missing: [] });
});

test('the scores count where the reading says so', () => {
  expect(levelOf(banded('scores'), 100_000_000n)).toEqual({ level: 'middle', missing: [] });
});

test('without a total there is no level', () => {
  const { level, missing } = levelOf(banded('total'), 100_000_000n, ['deposits.prior_year_avg']);
  expect(level).toBe('unknown');
  expect(missing).toContain('total:card');
});
