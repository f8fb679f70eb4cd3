/** An explanation keeps the whole reasoning, each part of it once. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explanationJson, explanationOf } from '../../src/archive/explain.ts';
import { quantityFrom, type ResolvedFinding, resolveExplanation } from '../../src/archive/explained.ts';
import { explanationSchema } from '../../src/archive/explanation.ts';
import { originsOf, rangesOf } from '../../src/archive/origins.ts';
import { explanationFile, readRun } from '../../src/archive/read.ts';
import { machineText } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/judgement.ts';
import { inChain } from '../workbooks/quarter.ts';
import { temporaryFolder } from './temporary.ts';

const appraisal = inChain('2026Q4');

/** What a reader compares: ids, outcomes and figures, down the tree. */
interface Bare {
  readonly rule: string | null;
  readonly outcome: string;
  readonly observed: string | null;
  readonly parts: readonly Bare[];
}

const bare = ({ rule, outcome, observed, parts }: Finding): Bare => ({
  rule,
  outcome,
  observed: observed?.quantity ? machineText(observed.quantity) : null,
  parts: parts.map(bare),
});

const bareOpened = ({ rule, outcome, observed, parts }: ResolvedFinding): Bare => ({
  rule,
  outcome,
  observed: observed?.quantity ? machineText(quantityFrom(observed.quantity)) : null,
  parts: parts.map(bareOpened),
});

describe('explanations', () => {
  test.each(appraisal.managers.map((manager) => [manager.manager.manager_id, manager] as const))(
    '%s: written, read and opened, the tree is the same',
    (_, manager) => {
      const written = new TextDecoder().decode(explanationJson(appraisal, manager));
      expect(written).toBe(`${JSON.stringify(explanationOf(appraisal, manager))}\n`);
      const opened = resolveExplanation(explanationSchema.parse(JSON.parse(written)));
      const own = appraisal.sections.flatMap(({ id, entries }) =>
        entries
          .filter(({ managerId }) => managerId === manager.manager.manager_id)
          .map(({ findings }) => [id, findings.map(bare)]),
      );
      expect(
        opened.schemes.flatMap(({ sections }) =>
          sections.map(({ id, findings }) => [id, findings.map(bareOpened)]),
        ),
      ).toEqual(own);
    },
  );

  test('no part stands twice', () => {
    const [manager] = appraisal.managers;
    if (!manager) throw new Error('the fixture has no manager');
    const { findings, facts, rowLists, sources } = explanationOf(appraisal, manager);
    for (const list of [findings, facts, rowLists, sources] as unknown[][])
      expect(new Set(list.map((item) => JSON.stringify(item))).size).toBe(list.length);
  });

  test('the file is called by the id, or by its bytes where no file may be called so', () => {
    expect(explanationFile('0012')).toBe('explanations/0012.json');
    const hashed = /^explanations\/_[0-9a-f]{64}\.json$/;
    expect(explanationFile('a/b')).toMatch(hashed);
    expect(explanationFile('CON')).toMatch(hashed);
    expect(explanationFile('x'.repeat(5000))).toMatch(hashed);
    // Where case does not matter these would be one file.
    expect(explanationFile('a7')).not.toBe('explanations/a7.json');
  });
});

describe('source rows', () => {
  test('stand once each, in order', () => {
    const at = (file: string, row: number) => ({ source: { file, sheet: null }, row, exported: null });
    expect(originsOf([at('b', 2), at('a', 9), at('b', 2), at('b', 1)])).toEqual([
      { file: 'a', sheet: null, row: 9 },
      { file: 'b', sheet: null, row: 1 },
      { file: 'b', sheet: null, row: 2 },
    ]);
  });
  test('as ranges', () => {
    expect(rangesOf([5, 6, 7, 9, 11, 12])).toBe('5-7,9,11-12');
    expect(rangesOf([12, 5, 11, 9, 7, 6, 5])).toBe('5-7,9,11-12');
    expect(rangesOf([])).toBe('');
  });
});

test('a file that another version wrote in another form is said to be that', async () => {
  const folder = temporaryFolder();
  writeFileSync(`${folder}/manifest.json`, '{ "schema": "rm-appraisal/manifest/0" }');
  expect((await readRun(folder))?.problem?.message.zh).toContain('由本工具的另一版本写成');
});
