/** Which parameters a section rests on: a sheet names the assumptions among them, and no others. */
import { expect, test } from 'vitest';
import { restsOn } from '../../src/engine/sections/rests-on.ts';
import type { PolicyFile } from '../../src/model/policy.ts';
import { boxed } from './support/policy.ts';

test('those that it names, and those of the measures, rules and sections that it names', () => {
  const file = {
    parameters: { words: {}, line: {}, least: {}, other: {} },
    measures: { deposits: { without: { column: 'kind', words: 'words' } } },
    figures: {},
    signs: {},
    grades: [{ rule: 'reached', compare: { measure: 'deposits', to: 'line' } }],
    warnings: [],
    sections: {
      first: { kind: 'ranks', of: { 'outcome-of': 'reached' } },
      second: { kind: 'staffing', needed: { branch: 'least' }, after: 'first' },
      third: { kind: 'plan' },
    },
  } as unknown as PolicyFile;
  expect(restsOn(file)).toEqual({
    first: ['words', 'line'],
    second: ['words', 'line', 'least'],
    third: [],
  });
});

test('a section of a policy in the box rests on a part of its parameters', () => {
  const { file } = boxed('scorecard');
  const all = Object.keys(file.parameters).length;
  for (const ids of Object.values(restsOn(file))) expect(ids.length).toBeLessThan(all);
});
