/** Nothing is lost: every row and every yuan is counted, or excluded by a rule that is named. */
import { describe, expect, test } from 'vitest';
import { creditRows } from '../../src/engine/credit.ts';
import { reconcile } from '../../src/engine/reconcile.ts';
import type { QuarterPackage, Reading } from '../../src/model/package.ts';
import { parseRatio } from '../../src/model/ratio.ts';
import type { TableId } from '../../src/model/tables/index.ts';
import { type GivenTables, packageOf } from './support/package.ts';

const booksOf = (table: TableId, pkg: QuarterPackage, appraised = ['0001']) => {
  const books = reconcile(pkg, creditRows(pkg), new Set(appraised)).find((each) => each.table === table);
  if (!books) throw new Error(`no books of ${table}`);
  return books;
};
const of = (given: GivenTables, table: TableId) => booksOf(table, packageOf(given));
const half = parseRatio('0.5');

test('counted', () => {
  expect(of({ deposits: [{ year_avg: 100n }, { year_avg: 250n }] }, 'deposits')).toMatchObject({
    rowsRead: 2,
    rowsCounted: 2,
    excluded: [],
    yuanRead: 350n,
    yuanCredited: 350n,
    yuanExcluded: 0n,
  });
});

test('excluded, by the rule that did it', () => {
  const settlement = [
    { year_amount: 100n },
    { year_amount: 10n, kind: 'domestic' as const },
    { year_amount: 5n, manager_id: '' },
    { year_amount: 3n, manager_id: '0002' },
    { year_amount: 1n, manager_id: '', kind: 'domestic' as const },
  ];
  const books = of({ settlement }, 'settlement');
  expect(books).toMatchObject({ rowsRead: 5, rowsCounted: 1, rowsExcluded: 4 });
  expect(books).toMatchObject({ yuanRead: 119n, yuanCredited: 100n, yuanExcluded: 19n });
  expect(books.excluded.map(({ rule, rows, yuan }) => [rule, rows, yuan])).toEqual([
    ['unassigned', 2, 6n],
    ['not-appraised', 1, 3n],
    ['domestic', 1, 10n],
  ]);
});

test('the whole of a shared account is read once, whoever holds the parts', () => {
  const deposits = [
    { account: 'A1', year_avg: 101n, share: half },
    { account: 'A1', year_avg: 101n, share: half, manager_id: '0002' },
    { account: 'A2', year_avg: 7n, share: half },
    { account: 'A2', year_avg: 7n, share: half, manager_id: '' },
  ];
  expect(of({ deposits }, 'deposits')).toMatchObject({
    rowsRead: 4,
    rowsCounted: 2,
    yuanRead: 108n,
    // 51 of the first, and 3 of the second: the blank id comes first and takes the odd cent.
    yuanCredited: 54n,
    yuanExcluded: 54n,
  });
});

test('tables without amounts count rows only', () => {
  const books = of({ roster: [{}, { manager_id: '0002' }] }, 'roster');
  expect(books).toMatchObject({
    rowsRead: 2,
    rowsCounted: 1,
    rowsExcluded: 1,
    yuanRead: null,
    yuanExcluded: null,
  });
});

describe('what intake kept, dropped and refused', () => {
  const read = (counts: Partial<Reading>) => {
    const pkg = packageOf({ events: [{}], deposits: [{ year_avg: 1n }] });
    const readings = pkg.readings.map((reading) =>
      reading.table === 'events' ? { ...reading, ...counts } : reading,
    );
    return booksOf('events', { ...pkg, readings });
  };

  test('totals and rows in error', () => {
    expect(read({ rowsRead: 6, rowsDropped: 3, rowsInError: 2 })).toMatchObject({
      rowsRead: 6,
      rowsCounted: 1,
      rowsDropped: 3,
      rowsInError: 2,
    });
  });

  test('events after the period are named', () => {
    const books = read({ rowsRead: 3, rowsKept: 3 });
    expect(books.excluded.map(({ rule, rows }) => [rule, rows])).toEqual([['ignored', 2]]);
  });

  test('books that do not balance stop the run', () => {
    expect(() => read({ rowsRead: 5 })).toThrow('do not balance');
  });
});

test('parts that do not make a whole stop the run', () => {
  const deposits = [{ account: 'A1', year_avg: 100n, share: half }];
  expect(() => of({ deposits }, 'deposits')).toThrow('do not balance');
});

test('a table that nobody handed in has no books', () => {
  const pkg = packageOf({});
  const readings = pkg.readings.filter(({ table }) => table !== 'metrics');
  const tables = reconcile({ ...pkg, readings }, creditRows(pkg), new Set()).map(({ table }) => table);
  expect(tables).toContain('deposits');
  expect(tables).not.toContain('metrics');
});
