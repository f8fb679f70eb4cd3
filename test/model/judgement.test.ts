/** Every kind of comparison at its line and a hair to either side, what groups come to, and how far it is to a line. */
import { describe, expect, test } from 'vitest';
import { amountOf, countOf, type Fact, type Quantity } from '../../src/model/fact.ts';
import {
  type By,
  type Comparison,
  comparisonOf,
  type Finding,
  follows,
  gapOf,
  opposite,
  roomOf,
} from '../../src/model/judgement.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import { same } from '../../src/model/text.ts';

const fact = (quantity: Quantity | null): Fact => ({
  quantity,
  origin: { kind: 'calculation', title: same(''), how: { from: [] } },
});
const yuan = (hundredths: bigint) => amountOf('CNY', hundredths);
const share = (text: string): Quantity => ({ kind: 'ratio', value: parseRatio(text) });
const words = (zh: string): Quantity => ({ kind: 'words', value: same(zh) });

const finding = (by: By, rest: Partial<Finding> = {}): Finding => ({
  rule: null,
  title: same(''),
  article: '',
  outcome: 'unknown',
  aside: false,
  condition: false,
  observed: null,
  threshold: null,
  parts: [],
  evidence: [],
  missing: [],
  notes: [],
  assumed: [],
  ...rest,
  by,
});
const against = (kind: Comparison, seen: Quantity | null, line: Quantity | null, parts: Finding[] = []) =>
  finding({ kind }, { observed: fact(seen), threshold: fact(line), parts });
const part = (outcome: Outcome, aside = false) =>
  finding({ kind: 'record', table: 'roster', column: null }, { outcome, aside });

describe('a comparison', () => {
  test.each<[Comparison, Outcome, Outcome, Outcome]>([
    ['at-least', 'unmet', 'met', 'met'],
    ['at-most', 'met', 'met', 'unmet'],
    ['less-than', 'met', 'unmet', 'unmet'],
    ['more-than', 'unmet', 'unmet', 'met'],
    ['risen', 'unmet', 'unmet', 'met'],
  ])('%s: a cent below, at and a cent above its line', (kind, below, at, above) => {
    const outcomes = [9999n, 10000n, 10001n].map((seen) => follows(against(kind, yuan(seen), yuan(10000n))));
    expect(outcomes).toEqual([below, at, above]);
    const shares = ['149.999/100', '150/100', '150.001/100'].map((seen) => {
      const [n = '', d = ''] = seen.split('/');
      return follows(against(kind, share(String(Number(n) / Number(d))), share('1.5')));
    });
    // What is the whole already need not rise.
    expect(shares).toEqual(kind === 'risen' ? ['met', 'met', 'met'] : [below, at, above]);
  });

  test('compares points with a number, and counts', () => {
    expect(follows(against('at-least', amountOf('', 7999n), countOf('number', 80)))).toBe('unmet');
    expect(follows(against('at-least', amountOf('', 8000n), countOf('number', 80)))).toBe('met');
    expect(follows(against('less-than', countOf('years', 1), countOf('number', 1)))).toBe('unmet');
  });

  test('is unknown where a figure is, but for a share that is the whole already', () => {
    expect(follows(against('at-least', null, yuan(1n)))).toBe('unknown');
    expect(follows(against('less-than', share('1'), null))).toBe('unknown');
    expect(follows(against('risen', share('0.99'), null))).toBe('unknown');
    expect(follows(against('risen', share('1'), null))).toBe('met');
  });

  test('asks for every part as well', () => {
    const withPart = (outcome: Outcome) => follows(against('at-least', yuan(1n), yuan(1n), [part(outcome)]));
    expect([withPart('met'), withPart('unmet'), withPart('unknown')]).toEqual(['met', 'unmet', 'unknown']);
    expect(follows(against('at-least', null, yuan(1n), [part('unmet')]))).toBe('unmet');
  });

  test('has an opposite, which holds where it does not', () => {
    for (const kind of ['at-least', 'at-most', 'less-than', 'more-than'] as const)
      for (const seen of [9999n, 10000n, 10001n]) {
        const [one, other] = [kind, opposite(kind)].map(
          (each) => each && follows(against(each, yuan(seen), yuan(10000n))),
        );
        expect([one, other].toSorted()).toEqual(['met', 'unmet']);
      }
  });
});

describe('other judgements', () => {
  test.each<[By, readonly Outcome[], Outcome]>([
    [{ kind: 'all' }, ['met', 'not-applicable'], 'met'],
    [{ kind: 'every-quarter' }, ['met', 'unknown'], 'unknown'],
    [{ kind: 'any' }, ['unmet', 'met'], 'met'],
    [{ kind: 'not' }, ['met'], 'unmet'],
    [{ kind: 'not' }, ['unknown'], 'unknown'],
    [{ kind: 'at-least-n-of', needed: 2 }, ['met', 'unmet', 'unknown'], 'unknown'],
    [{ kind: 'at-least-n-of', needed: 2 }, ['met', 'unmet', 'unmet'], 'unmet'],
    [{ kind: 'scope' }, ['unmet'], 'not-applicable'],
  ])('%j over %j', (by, outcomes, expected) => {
    expect(follows(finding(by, { parts: outcomes.map((outcome) => part(outcome)) }))).toBe(expected);
  });

  test('a part that stands aside decides nothing', () => {
    expect(follows(finding({ kind: 'all' }, { parts: [part('met'), part('unmet', true)] }))).toBe('met');
  });

  test('one of some words', () => {
    const oneOf = (seen: Quantity | null) =>
      follows(finding({ kind: 'one-of', of: [same('优秀'), same('称职')] }, { observed: fact(seen) }));
    expect([oneOf(words('称职')), oneOf(words('基本称职')), oneOf(null)]).toEqual([
      'met',
      'unmet',
      'unknown',
    ]);
  });

  test('a figure that is there at all', () => {
    const known = (seen: Quantity | null) => follows(finding({ kind: 'known' }, { observed: fact(seen) }));
    expect([known(countOf('number', 0)), known(null)]).toEqual(['met', 'unknown']);
  });

  test('what records, ranks and other rules decided follows from nothing else', () => {
    expect(follows(part('met'))).toBeNull();
    expect(follows(finding({ kind: 'rank' }))).toBeNull();
    expect(follows(finding({ kind: 'outcome-of', rules: ['floor'], as: 'less-than' }))).toBeNull();
  });
});

describe('how far it is to a line', () => {
  test('upwards, what is missing; downwards, what is too much', () => {
    expect(gapOf(against('at-least', yuan(9999n), yuan(10000n)))).toEqual(yuan(1n));
    expect(gapOf(against('at-least', yuan(10001n), yuan(10000n)))).toEqual(yuan(0n));
    expect(gapOf(against('less-than', yuan(10001n), yuan(10000n)))).toEqual(yuan(1n));
    expect(gapOf(against('less-than', yuan(9999n), yuan(10000n)))).toEqual(yuan(0n));
    expect(gapOf(against('less-than', share('1.52'), share('1.5')))).toEqual(share('0.02'));
  });

  test('the room is what is left on the side where it holds', () => {
    expect(roomOf(against('at-least', yuan(10001n), yuan(10000n)))).toEqual(yuan(1n));
    expect(roomOf(against('less-than', share('0.6'), share('0.8')))).toEqual(share('0.2'));
    expect(roomOf(against('at-most', countOf('days', 3), countOf('days', 2)))).toEqual(countOf('days', -1));
    expect(roomOf(finding({ kind: 'all' }))).toBeNull();
  });

  test('a group and a rule about another show the comparison behind their figures', () => {
    const shown = against('less-than', share('0.6'), share('0.8'));
    const group = finding(
      { kind: 'any' },
      { observed: shown.observed, threshold: shown.threshold, parts: [shown] },
    );
    expect(comparisonOf(group)).toBe('less-than');
    expect(roomOf(group)).toEqual(share('0.2'));
    const about = finding(
      { kind: 'outcome-of', rules: ['floor'], as: 'less-than' },
      { observed: fact(yuan(9999n)), threshold: fact(yuan(10000n)) },
    );
    expect(roomOf(about)).toEqual(yuan(1n));
  });
});
