/** Which tables a package must have: those of the regulation, and of other policies what they read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPackage } from '../../src/intake/index.ts';
import { declaredWords } from '../../src/model/policy/declared-words.ts';
import { requiredTables } from '../../src/model/tables/index.ts';
import { tablesRequired } from '../../src/policy/tables-needed.ts';
import { boxed, gradeRegulation } from '../engine/support/policy.ts';

test('the grade regulation requires all of them, other policies what they read', () => {
  expect(tablesRequired([gradeRegulation.file])).toEqual(requiredTables);
  expect(tablesRequired([boxed('headcount-2013').file])).toEqual(['roster']);
  expect(tablesRequired([boxed('series-2012').file])).toEqual(['roster', 'targets']);
  // By a measure's table, by a rule on classes, by every customer looked at.
  expect(tablesRequired([boxed('stars-2011').file])).toEqual(
    expect.arrayContaining(['deposits', 'classification']),
  );
  expect(tablesRequired([boxed('duties').file])).toEqual(expect.arrayContaining(['deposits', 'settlement']));
  // Together what any of them reads.
  expect(tablesRequired([boxed('headcount-2013').file, gradeRegulation.file])).toEqual(requiredTables);
});

test('a package lacks only what is required', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'required-'));
  writeFileSync(join(folder, '名册.csv'), '客户经理工号,姓名,所属机构,现聘等级\n0001,某某,城关支行,三级\n');
  const { file } = gradeRegulation;
  const lacking = async (required?: readonly ('roster' | 'targets')[]) => {
    const options = {
      declared: declaredWords(file),
      period: '2026Q3',
      ...(required && { required }),
    } as const;
    const { problems } = await readPackage(folder, options);
    return problems.flatMap(({ code, value }) => (code === 'table.missing' ? [value] : []));
  };
  expect(await lacking(['roster'])).toEqual([]);
  expect(await lacking(['roster', 'targets'])).toEqual(['targets']);
  expect(await lacking()).toHaveLength(requiredTables.length - 1);
  rmSync(folder, { recursive: true, force: true });
});
