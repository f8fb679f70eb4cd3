/** Grades with places as one policy file: every condition, grade, move and unknown as it was worked out apart from the tool. */
import { expect, test } from 'vitest';
import { machineText } from '../../src/model/fact.ts';
import { entriesIn, entryOf, expectedOf, figureIn, quarterOf } from './scheme.ts';

interface Expected {
  readonly figures: Readonly<Record<string, string>>;
  readonly held: string;
  readonly conditions: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly result: string;
  readonly possible: readonly string[];
  readonly move: string;
  readonly protected: string;
}

const scheme = '3-grade-quota';
const section = 'grades-with-places';
const appraisal = await quarterOf(scheme, '2026Q3');
const { N, places, managers, notAppraised } = expectedOf(scheme).periods['2026Q3'];

test('who is appraised, and how many places there are', () => {
  expect(entriesIn(appraisal, section).map(({ subject }) => subject)).toEqual(Object.keys(managers));
  expect(appraisal.notAppraised.map(({ managerId }) => managerId)).toEqual(notAppraised);
  const entry = entryOf(appraisal, section, 'C01');
  expect(['all', 'places.chief', 'places.senior'].map((id) => figureIn(entry, id))).toEqual([
    N,
    places.首席,
    places.高级,
  ]);
});

const words = { 升: 'up', 平: 'same', 降: 'down', 是: 'yes', 否: 'no', unknown: 'unknown' } as const;
const inWords = (figure: string): string => words[figure as keyof typeof words];

test.each(Object.entries<Expected>(managers))('%s', (manager, expected) => {
  const entry = entryOf(appraisal, section, manager);
  const [chief] = entry.findings;
  const seen = (rule: string): string => {
    const quantity = chief?.parts.find((part) => part.rule === rule)?.observed?.quantity;
    return quantity ? machineText(quantity) : 'unknown';
  };
  const outcomes = Object.fromEntries(
    entry.findings
      .slice(0, 3)
      .map(({ title, parts }) => [
        title.zh,
        Object.fromEntries(
          parts.map(({ rule, outcome }) => [rule, outcome === 'not-applicable' ? null : outcome]),
        ),
      ]),
  );
  expect({
    figures: Object.fromEntries(Object.keys(expected.figures).map((id) => [id, seen(id)])),
    held: figureIn(entry, 'held'),
    conditions: { ...outcomes, 中级: { 'profit-rank': null, ...outcomes.中级 } },
    result: entry.verdict?.title.zh ?? 'unknown',
    possible: figureIn(entry, 'possible').split('、'),
    move: inWords(figureIn(entry, 'move')),
    protected: inWords(figureIn(entry, 'protected')),
  }).toEqual(expected);
});
