/** Earlier quarters are picked by period, and a chain that is not whole is found and named. */
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pastOf } from '../../src/archive/history.ts';
import { recordOf } from '../../src/cases/history.ts';
import type { Quarter } from '../../src/model/calendar.ts';
import type { QuarterRecord } from '../../src/model/history.ts';
import { archivedRun, emptyRecord } from './chain.ts';
import { temporaryFolder } from './temporary.ts';

/** Q1 → Q2 → Q3 in a folder of folders. */
function threeQuarters(): string {
  const place = temporaryFolder();
  const first = archivedRun(place, '2026Q1');
  const second = archivedRun(place, '2026Q2', { previous: first });
  archivedRun(place, '2026Q3', { previous: second, earlier: [first] });
  return place;
}

const codes = async (period: string, archives: string[], out: string | null = null): Promise<string[]> =>
  (await pastOf(period, archives, out)).problems.map(({ code }) => code);

describe('picking quarters', () => {
  test('a folder that holds them: all that are needed, in order', async () => {
    const past = await pastOf('2026Q4', [threeQuarters()], null);
    expect(past.problems).toEqual([]);
    expect(past.history.map(({ period }) => period)).toEqual(['2026Q1', '2026Q2', '2026Q3']);
    expect(past.previous?.period).toBe('2026Q3');
    expect(past.earlier.map(({ period }) => period)).toEqual(['2026Q1', '2026Q2']);
  });

  test('what was exported is kept of the latest quarter, the figures of customers of the last two', async () => {
    const place = temporaryFolder();
    const told = (period: Quarter): QuarterRecord => ({
      ...recordOf(period, [{ customers: [['甲', '1.00', '', '']], offBalance: [['甲', '1.00']] }]),
      exported: { accounts: ['A1'], loans: ['L1'], classified: ['L1'], customers: [['甲']] },
    });
    const first = archivedRun(place, '2026Q1', { record: told('2026Q1') });
    const second = archivedRun(place, '2026Q2', { previous: first, record: told('2026Q2') });
    archivedRun(place, '2026Q3', { previous: second, earlier: [first], record: told('2026Q3') });
    const { history, problems } = await pastOf('2026Q4', [place], null);
    expect(problems).toEqual([]);
    const kept = history.map(({ exported, managers: [manager] }) => [
      exported.accounts.length +
        exported.loans.length +
        exported.classified.length +
        exported.customers.length,
      manager?.customers.length,
      manager?.offBalance?.length,
    ]);
    expect(kept).toEqual([
      [0, 0, undefined],
      [0, 1, 1],
      [4, 1, 1],
    ]);
    // Where nothing came between, the latest is older.
    const later = await pastOf('2027Q2', [place], null);
    expect(later.history.map(({ exported }) => exported.accounts.length)).toEqual([0, 1]);
  });

  test('the folders themselves, in any order and the same one by two paths', async () => {
    const place = threeQuarters();
    const folders = ['2026Q3', '2026Q1', '2026Q2'].map((name) => join(place, name));
    const past = await pastOf('2026Q4', [...folders, place], null);
    expect(past.problems).toEqual([]);
    expect(past.history.map(({ period }) => period)).toEqual(['2026Q1', '2026Q2', '2026Q3']);
  });

  test('later quarters are ignored with a note', async () => {
    const past = await pastOf('2026Q2', [threeQuarters()], null);
    expect(past.history.map(({ period }) => period)).toEqual(['2026Q1']);
    expect(past.problems).toEqual([]);
    expect(past.remarks.map(({ code, severity, at }) => [code, severity, at.file])).toEqual([
      ['archive.later', 'note', '2026Q3'],
    ]);
  });

  test('the run of the same quarter is no part of the past, and --out is not looked at', async () => {
    const place = threeQuarters();
    const past = await pastOf('2026Q3', [place], null);
    expect(past.sameQuarter.map(({ name }) => name)).toEqual(['2026Q3']);
    expect((await pastOf('2026Q3', [place], join(place, '2026Q3'))).sameQuarter).toEqual([]);
  });

  test('quarters older than anything looks at are left alone', async () => {
    const place = temporaryFolder();
    archivedRun(place, '2024Q4');
    expect((await pastOf('2026Q1', [place], null)).history).toEqual([]);
  });

  test('a folder without a run is mentioned', async () => {
    const { remarks } = await pastOf('2026Q2', [temporaryFolder()], null);
    expect(remarks.map(({ code }) => code)).toEqual(['archive.no-run']);
  });
});

describe('a chain that is not whole', () => {
  test('one quarter twice', async () => {
    const place = threeQuarters();
    cpSync(join(place, '2026Q2'), join(place, 'copy of 2026Q2'), { recursive: true });
    const { problems } = await pastOf('2026Q4', [place], null);
    expect(problems.map(({ code }) => code)).toEqual(['archive.twice']);
    expect(problems[0]?.message.en).toContain('2026Q2, copy of 2026Q2');
  });

  test('a record that was changed', async () => {
    const place = threeQuarters();
    appendFileSync(join(place, '2026Q2', 'next-quarter.json'), ' ');
    const { problems } = await pastOf('2026Q4', [place], null);
    expect(problems.map(({ code, at }) => [code, at.file])).toEqual([
      ['archive.changed-file', '2026Q2/next-quarter.json'],
    ]);
  });

  test('a record that is gone', async () => {
    const place = threeQuarters();
    rmSync(join(place, '2026Q1', 'next-quarter.json'));
    expect(await codes('2026Q4', [place])).toEqual(['archive.missing-file']);
  });

  test('a manifest that was changed, found by the quarters after it', async () => {
    const place = threeQuarters();
    appendFileSync(join(place, '2026Q1', 'manifest.json'), '\n');
    const { problems } = await pastOf('2026Q4', [place], null);
    expect(problems.map(({ code, at }) => [code, at.file])).toEqual([
      ['archive.broken-chain', '2026Q2'],
      ['archive.broken-chain', '2026Q3'],
    ]);
  });

  test('a manifest that is none', async () => {
    const place = threeQuarters();
    writeFileSync(join(place, '2026Q2', 'manifest.json'), '{');
    expect(await codes('2026Q4', [place])).toEqual(['archive.unreadable']);
  });

  test('a quarter run without an earlier one that is there', async () => {
    const place = temporaryFolder();
    archivedRun(place, '2026Q1');
    archivedRun(place, '2026Q2');
    const { problems, history } = await pastOf('2026Q3', [place], null);
    expect(problems.map(({ code, severity, at }) => [code, severity, at.file])).toEqual([
      ['archive.wrong-order', 'warning', '2026Q2'],
    ]);
    expect(history).toHaveLength(2);
  });

  test("another quarter's record in the folder", async () => {
    const place = temporaryFolder();
    archivedRun(place, '2026Q2', { record: emptyRecord('2026Q1') });
    expect(await codes('2026Q3', [place])).toEqual(['archive.wrong-period']);
  });

  test('a quarter that is simply missing is not the archive’s to judge', async () => {
    const place = threeQuarters();
    rmSync(join(place, '2026Q2'), { recursive: true });
    mkdirSync(join(place, 'letters'));
    const past = await pastOf('2026Q4', [place], null);
    expect(past.problems).toEqual([]);
    expect(past.history.map(({ period }) => period)).toEqual(['2026Q1', '2026Q3']);
  });
});
