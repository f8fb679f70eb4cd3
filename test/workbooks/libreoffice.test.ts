/**
 * LibreOffice opens the workbooks and works every formula out again: what it finds is what the engine wrote. Skipped
 * where LibreOffice is not installed.
 */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Appraisal } from '../../src/model/appraisal.ts';
import type { Lang } from '../../src/model/text.ts';
import { placeBook } from '../../src/spreadsheet/place.ts';
import { type Book, formula } from '../../src/spreadsheet/sheet.ts';
import { write } from '../../src/spreadsheet/writer.ts';
import { branchWorkbook } from '../../src/workbooks/index.ts';
import { chainOf, quarterOf } from '../policies/scheme.ts';
import { appraisedSample, otherSamples, type SampleQuarter, sampleYear } from '../runs/sample.ts';
import { partsOf } from '../spreadsheet/package-check.ts';
import { compare, installed, recalculated, workshop } from '../spreadsheet/recalculate.ts';
import { managerWorkbook } from './made.ts';
import { context, inChain, withoutLadder, withSections } from './quarter.ts';

let folder = '';

const planted = (cached: number): Book => ({
  title: { zh: '一', en: 'one' },
  foot: [
    { zh: '', en: '' },
    { zh: '', en: '' },
  ],
  sheets: [
    {
      id: 'one',
      name: { zh: '一', en: 'one' },
      kind: 'list',
      blocks: [
        {
          kind: 'form',
          rows: [
            { cells: [{ value: 2, format: 'whole', span: 1, anchor: 'two' }] },
            {
              cells: [{ value: cached, format: 'whole', span: 1, formula: formula`${{ anchor: 'two' }}*2` }],
            },
          ],
        },
      ],
    },
  ],
});

/** The differences of each workbook; one without a formula proves nothing and is a fault. */
function differencesOf(books: Readonly<Record<string, Uint8Array>>): Record<string, readonly string[]> {
  const after = recalculated(folder, books);
  return Object.fromEntries(
    Object.entries(books).map(([name, bytes]) => {
      const { formulas, differences } = compare(bytes, after[name] ?? new Uint8Array());
      return [name, formulas === 0 ? ['no formula'] : differences];
    }),
  );
}

const noDifference = (books: Readonly<Record<string, Uint8Array>>) =>
  Object.fromEntries(Object.keys(books).map((name) => [name, []]));

describe.skipIf(!installed)('in LibreOffice', () => {
  beforeAll(() => {
    folder = workshop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a wrong cached value would be noticed', async () => {
    const bytesOf = (cached: number) => write(placeBook(planted(cached), 'zh'), new Date(0), 'zh');
    expect(differencesOf({ wrong: await bytesOf(5), right: await bytesOf(4) })).toEqual({
      wrong: ['一!A2: 5 ≠ 4 ($A$1*2)'],
      right: [],
    });
  });

  test('every formula comes to what the engine wrote', async () => {
    const books: Record<string, Uint8Array> = {};
    for (const period of ['2026Q3', '2026Q4']) {
      const appraisal = inChain(period);
      books[`branch-${period}`] = await branchWorkbook(appraisal, context, 'zh');
      for (const manager of appraisal.managers.slice(1, 3))
        books[`${period}-${manager.manager.manager_id}`] = await managerWorkbook(
          manager,
          appraisal,
          context,
          period === '2026Q3' ? 'zh' : 'en',
        );
    }
    expect(differencesOf(books)).toEqual(noDifference(books));
  });

  test('so does every figure that follows from others of its section', async () => {
    const books: Record<string, Uint8Array> = {};
    for (const [name, appraisal] of Object.entries({ beside: withSections(), alone: withoutLadder() })) {
      books[name] = await branchWorkbook(appraisal, context, 'zh');
      for (const manager of appraisal.managers)
        books[`${name}-${manager.manager.manager_id}`] = await managerWorkbook(
          manager,
          appraisal,
          context,
          'zh',
        );
    }
    expect(differencesOf(books)).toEqual(noDifference(books));
  });

  test('also under every other policy, on its own sample', async () => {
    const books: Record<string, Uint8Array> = {};
    const add = async (name: string, appraisal: Appraisal, managers: number): Promise<void> => {
      books[`${name}-branch`] = await branchWorkbook(appraisal, context, 'zh');
      for (const manager of appraisal.managers.slice(0, managers))
        books[`${name}-${manager.manager.manager_id}`] = await managerWorkbook(
          manager,
          appraisal,
          context,
          'en',
        );
    };
    for (const [index, [folder, policy]] of otherSamples.entries())
      await add(String(index), await appraisedSample(folder, policy), 3);
    // Lines of pay and points, places, a pool and deferred pay.
    for (const scheme of ['1-unit-price', '2-points', '3-grade-quota', '4-branch-pool', '6-classes'])
      await add(scheme, await quarterOf(scheme, '2026Q3'), 2);
    for (const [period, appraisal] of await chainOf('5-deferral', ['2026Q1', '2026Q2']))
      await add(`5-deferral-${period}`, appraisal, 2);
    // The workbook of a manager of whom the policy's sections say nothing has no figure to work out.
    const found = Object.entries(differencesOf(books)).filter(
      ([name, differences]) => name.endsWith('branch') || !differences.includes('no formula'),
    );
    expect(found.length).toBeGreaterThan(35);
    expect(found.filter(([, differences]) => differences.length > 0)).toEqual([]);
  }, 300_000);

  // The quarters of a year have the same sheets, so that some stand for all, in each language.
  test('also for the sample: three branch workbooks, and managers’ in two quarters', async () => {
    const year = await sampleYear();
    const books: Record<string, Uint8Array> = {};
    const add = async (
      quarter: SampleQuarter,
      branch: readonly Lang[],
      managers?: Lang,
      most = 99,
    ): Promise<void> => {
      const appraisal = year.get(quarter);
      if (appraisal === undefined) throw new Error(`no ${quarter}`);
      for (const each of branch)
        books[`${quarter}-branch-${each}`] = await branchWorkbook(appraisal, context, each);
      if (managers === undefined) return;
      for (const manager of appraisal.managers.slice(0, most))
        books[`${quarter}-${manager.manager.manager_id}`] = await managerWorkbook(
          manager,
          appraisal,
          context,
          managers,
        );
    };
    await add('2026Q1', ['zh']);
    await add('2026Q2', ['en'], 'en', 6);
    await add('2026Q4', ['zh'], 'zh', 12);
    const after = recalculated(folder, books);
    const found = Object.entries(books).map(([name, bytes]) => ({
      name,
      ...compare(bytes, after[name] ?? new Uint8Array()),
    }));
    expect(found.flatMap(({ name, differences }) => differences.map((each) => `${name} ${each}`))).toEqual(
      [],
    );
    expect(found.filter(({ formulas }) => formulas === 0)).toEqual([]);
    // The live part of a branch's workbook is large; a build that lost its formulas would pass the comparison otherwise.
    const branches = found.filter(({ name }) => name.includes('-branch-'));
    expect(branches.length).toBe(3);
    for (const { name, formulas } of branches) expect(formulas, name).toBeGreaterThan(1_500);
    const sum = (of: 'cells' | 'formulas') => found.reduce((total, each) => total + each[of], 0);
    expect(sum('formulas')).toBeGreaterThan(8_000);
    expect(sum('cells')).toBeGreaterThan(50_000);
    // It read every chart, too: those it writes are as many, with as many series.
    const seriesOf = (bytes: Uint8Array | undefined) =>
      [...partsOf(bytes ?? new Uint8Array())]
        .filter(([part]) => /^xl\/charts\/chart\d+\.xml$/.test(part))
        .map(([, xml]) => xml.match(/<c:ser>/g)?.length ?? 0)
        .sort((x, y) => x - y);
    for (const [name, bytes] of Object.entries(books))
      expect(seriesOf(after[name]), name).toEqual(seriesOf(bytes));
    expect(seriesOf(books['2026Q4-0008']).length).toBeGreaterThan(1);
  }, 900_000);
});
