/** The quarter that sheets are tested over holds every way in which a judgement can be reached, and every outcome. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { by } from '../../src/model/judgement.ts';
import { allFindings } from '../engine/support/unfollowed.ts';
import { appraised, inChain, withSections } from './quarter.ts';

const findings = [appraised(), inChain('2026Q4'), withSections('2026Q3')].flatMap(allFindings);

test('every comparison and every other reason is among its findings', () => {
  const kinds = by.options.flatMap(({ shape: { kind } }) =>
    kind instanceof z.ZodEnum ? kind.options : [...kind.values],
  );
  const found = new Set(findings.map((finding) => finding.by.kind));
  // No rule can ask for more than a line: it is only the other side of at most.
  expect(kinds.filter((kind) => !found.has(kind))).toEqual(['more-than']);
});

test.each(['at-least', 'less-than', 'any'])('%s is met, unmet and unknown', (kind) => {
  const outcomes = findings.filter((each) => each.by.kind === kind).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(expect.arrayContaining(['met', 'unmet', 'unknown']));
});
