/**
 * Lines of pay and points as one policy file each, and no code: every line, total, rank and unknown as it was worked out
 * apart from the tool.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulatedSections } from '../../src/engine/simulation/sections.ts';
import { readPackage } from '../../src/intake/index.ts';
import { wordsTogether } from '../../src/model/policy/declared-words.ts';
import type { SectionEntry } from '../../src/model/section-result.ts';
import { parsePolicy } from '../../src/policy/file.ts';
import { appraised } from '../engine/support/appraised.ts';
import { as, type Expected, entriesIn, expectedOf, here, quarterOf } from './scheme.ts';

interface ExpectedLine {
  readonly figure: Expected | Readonly<Record<string, Expected>>;
  readonly pay?: Expected;
  readonly points?: Expected;
}
type ExpectedManager = Readonly<Record<string, unknown>> & {
  readonly lines: Readonly<Record<string, ExpectedLine>>;
};

const managersOf = (scheme: string): Readonly<Record<string, ExpectedManager>> =>
  expectedOf(scheme).periods['2026Q3'].managers;

function seenIn(entries: readonly SectionEntry[], manager: string) {
  const entry = entries.find(({ subject }) => subject === manager);
  return (id: string, expected: Expected): Expected =>
    as(expected, entry?.figures.find((figure) => figure.id === id)?.fact.quantity ?? null);
}

describe('1 unit price', async () => {
  const entries = entriesIn(await quarterOf('1-unit-price', '2026Q3'), 'pay');
  const expected = managersOf('1-unit-price');
  test('who is appraised', () => {
    expect(entries.map(({ subject }) => subject)).toEqual(Object.keys(expected));
  });
  /** The tool's line rests on how many are short of 15, not on how many there are. */
  const short = (granted: Expected): Expected =>
    granted === 'unknown' ? granted : String(Math.max(0, 15 - Number(granted)));
  test.each(Object.entries(expected))(
    '%s',
    (manager, { lines: written, subtotal, floor, cap, pay, basis }) => {
      const of = seenIn(entries, manager);
      const lines = Object.fromEntries(
        Object.entries(written).map(([id, line]) => [
          id,
          id === 'short' ? { ...line, figure: short(line.figure as Expected) } : line,
        ]),
      );
      const basisWords: Readonly<Record<string, string>> = { lines: '各项合计', floor: '保底', cap: '封顶' };
      const same = (id: string, value: unknown) => [id, of(id, String(value))];
      expect({
        lines: Object.fromEntries(
          Object.entries(lines).map(([id, line]) => [
            id,
            { figure: of(`${id}.figure`, String(line.figure)), pay: of(id, line.pay ?? null) },
          ]),
        ),
        total: [
          same('sum', subtotal),
          same('least', floor),
          same('most', cap),
          same('pay', pay),
          same('basis', ''),
        ],
      }).toEqual({
        lines,
        total: [
          ['sum', subtotal],
          ['least', floor],
          ['most', cap],
          ['pay', pay],
          ['basis', basisWords[String(basis)] ?? basis],
        ],
      });
    },
  );
});

describe('2 points', async () => {
  const appraisal = await quarterOf('2-points', '2026Q3');
  const entries = entriesIn(appraisal, 'points');
  const expected = managersOf('2-points');
  test('who is appraised', () => {
    expect(entries.map(({ subject }) => subject)).toEqual(Object.keys(expected));
  });
  const counted = { 投诉: 'complaints', 工作失误: 'errors', 违法违规: 'violations' } as const;
  test.each(Object.entries(expected))('%s', (manager, { lines, veto, total, result, pay, rank }) => {
    const of = seenIn(entries, manager);
    const entry = entries.find(({ subject }) => subject === manager);
    const found = entry?.findings.find(({ rule }) => rule === 'veto')?.outcome;
    const figureIn = (id: string, expected: ExpectedLine['figure']) => {
      if (id === 'growth') return of('growth.gained', '0') === null ? null : expected;
      if (typeof expected === 'string' || expected === null) return of(`${id}.figure`, expected);
      const kinds = Object.entries(counted).map(([kind, part]) => [
        kind,
        of(`quality.${part}.figure`, String(expected[kind])),
      ]);
      return { ...expected, ...Object.fromEntries(kinds) };
    };
    expect({
      lines: Object.fromEntries(
        Object.entries(lines).map(([id, line]) => [
          id,
          { figure: figureIn(id, line.figure), points: of(id, line.points ?? null) },
        ]),
      ),
      veto: { met: 'yes', unmet: 'no', unknown: 'unknown', 'not-applicable': 'no' }[found ?? 'unknown'],
      total: of('total', String(total)),
      result: entry?.verdict?.title.zh ?? 'unknown',
      pay: seenIn(entriesIn(appraisal, 'pay'), manager)('pay', String(pay)),
      rank: of('rank', String(rank)),
    }).toEqual({ lines, veto, total, result, pay, rank });
  });
});

test('another price of deposits: what everybody is paid in total, without a sum of prices or running totals', async () => {
  const text = readFileSync(here('1-unit-price/policy.yaml'), 'utf8').replace('"CNY 5.00"', '"CNY 6.00"');
  const { policy } = parsePolicy(Buffer.from(text), 'policy.yaml');
  if (!policy) throw new Error('errors');
  const pkg = await readPackage(here('1-unit-price/2026Q3'), { declared: wordsTogether([policy]) });
  const before = await quarterOf('1-unit-price', '2026Q3');
  const [pay] = simulatedSections(before, appraised(pkg, { policy }));
  expect(pay?.totals.map(({ id }) => id)).toEqual(['time.growth', 'sum', 'pay']);
});
