/** results.json has exactly the form that its shipped JSON Schema describes. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { differencesOf } from '../../src/archive/compare.ts';
import { recordOf } from '../../src/archive/record.ts';
import { resultsOf } from '../../src/archive/results-json.ts';
import { resultsJsonSchema, schemaFile } from '../../src/archive/results-schema.ts';
import { quarterRecord } from '../../src/model/history.ts';
import { resultsSchema } from '../../src/model/results.ts';
import { appraised, inChain } from '../workbooks/quarter.ts';

/** No earlier quarter is archived. */
const interim = resultsOf(appraised());
const annual = resultsOf(inChain('2026Q4'));

describe('the form', () => {
  test('the shipped schema is up to date (npm run schema)', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(new TextDecoder().decode(resultsJsonSchema()));
  });

  test.each([
    ['interim', interim],
    ['annual', annual],
  ])('%s results are valid, and their keys stand in the order of the schema', (_, results) => {
    const validate = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    validate(results);
    expect(validate.errors ?? []).toEqual([]);
    expect(JSON.stringify(results)).toBe(JSON.stringify(resultsSchema.parse(results)));
  });
});

describe('a manager', () => {
  const manager = interim.managers.find(({ managerId }) => managerId === '0012');

  test('has the rules of each grade, groups with their own', () => {
    const senior = manager?.grades.find(({ grade }) => grade === 'senior');
    const business = senior?.rules.find(({ rule }) => rule === 'business');
    expect(business).toMatchObject({ needed: 2, outcome: 'unmet' });
    expect(business && 'rules' in business && business.rules.map(({ rule }) => rule)).toEqual([
      'deposits',
      'loans',
      'settlement',
      'new-deposits',
    ]);
  });

  // Admonished on 12 May, within the quarter before: whatever was owed then is answered.
  test('lists the warnings that are not clear, unknown ones with what is missing', () => {
    expect(manager?.warnings.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['admonition.decline', 'unknown'],
      ['admonition.credit-risk', 'triggered'],
      ['dismissal.violation', 'review'],
      ['notice.portfolio', 'triggered'],
    ]);
  });

  test('has a decision at the annual stage only', () => {
    expect(manager?.decision).toBeNull();
    expect(annual.managers[0]?.decision).toMatchObject({ action: 'promote', articles: ['19(1)'] });
  });
});

test('the record for the next quarter has its form, and holds foreign amounts in their own currency', () => {
  const record = recordOf(appraised(), []);
  expect(quarterRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  const customers = record.managers.flatMap((manager) => manager.customers);
  expect(customers.some(([, deposits]) => deposits === 'USD 5' || deposits.endsWith('+ USD 5'))).toBe(true);
});

describe('results of before that do not say how an outcome was reached, nor what came to a proposal later', () => {
  const without = ['by', 'alternative', 'admonishedUntil', 'otherFee'];
  const before = resultsSchema.parse(
    JSON.parse(JSON.stringify(annual, (key, value: unknown) => (without.includes(key) ? undefined : value))),
  );
  for (const { decision } of before.managers) delete decision?.warnings;

  test('are read, and are the same', () => {
    expect(JSON.stringify(annual)).toContain('"by":');
    expect(differencesOf(before, annual)).toEqual([]);
    expect(differencesOf(annual, before)).toEqual([]);
  });

  test('a figure of a warning that differs is found by its title', () => {
    const changed = structuredClone(before);
    const part = changed.managers
      .flatMap(({ warnings }) => warnings)
      .flatMap(({ figures }) => figures.parts)
      .find(({ observed, threshold }) => observed !== null && threshold !== null);
    if (!part) throw new Error('no warning shows a figure');
    part.observed = '0.123456';
    const [difference, ...others] = differencesOf(annual, changed);
    expect([difference?.path.slice(-2), difference?.after, others]).toEqual([
      [part.title, 'observed'],
      '0.123456',
      [],
    ]);
  });
});
