/** Every spelling in the table of common headers is known, or suggested right, with values that such a column has. */
import { describe, expect, test } from 'vitest';
import type { Cell, RawRow } from '../../src/intake/files/sheet.ts';
import { findHeader } from '../../src/intake/header.ts';
import { rosterOf } from '../../src/intake/roster.ts';
import { guesses } from '../../src/intake/suggest/columns.ts';
import { headerKey } from '../../src/intake/words.ts';
import type { AnyColumn, TableDeclaration } from '../../src/model/table.ts';
import { type TableId, tableIds, tables } from '../../src/model/tables/index.ts';
import { spellingSources, spellings, spellingsOf } from '../../src/model/tables/spellings.ts';

const roster = rosterOf(new Set(['0012', '0013', '0014']), []);

/** What may stand below a header of the column. */
function cellsOf(name: string, column: AnyColumn): Cell[] {
  if (name === 'manager_id') return ['0012', '0013'];
  switch (column.kind) {
    case 'amount':
    case 'figure':
    case 'decimal':
      return ['1234.56', '7'];
    case 'days':
    case 'count':
      return ['0', '31'];
    case 'date':
      return ['2026-09-30', '2027-01-31'];
    case 'year':
      return ['2025'];
    case 'share':
      return ['60%', '100%'];
    case 'currency':
      return ['CNY'];
    case 'choice':
      return [column.choices[0]?.text.zh ?? ''];
    default:
      return ['甲'];
  }
}

const rowsOf = (cells: readonly Cell[]): RawRow[] =>
  cells.map((cell, index) => ({ number: index + 2, cells: [cell] }));

const all = tableIds.flatMap((table) =>
  Object.entries<AnyColumn>(tables[table].columns).flatMap(([name, column]) =>
    spellingsOf(table, name, true).map((header) => ({ table, name, column, header })),
  ),
);

describe('common headers', () => {
  test('there are at least 200 spellings, each with its source', () => {
    const different = new Set(spellings.flatMap(({ headers }) => headers.split(' ')));
    expect(different.size).toBeGreaterThanOrEqual(200);
    expect(spellings.every(({ source }) => source in spellingSources)).toBe(true);
  });

  test('each belongs to a column that there is, and in its table to no other', () => {
    for (const { column } of spellings) {
      const owners = tableIds.filter(
        (table) => spellings.some((each) => each.column === column) && ownsColumn(table, column),
      );
      expect(owners.length, column).toBeGreaterThan(0);
    }
    for (const table of tableIds) {
      const keys = all.filter((each) => each.table === table).map(({ header }) => headerKey(header));
      expect(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        table,
      ).toEqual([]);
    }
  });

  test('each is known, or suggested as what it is', () => {
    const wrong = all.flatMap(({ table, name, column, header }) => {
      const declaration: TableDeclaration = tables[table];
      const other = Object.entries(declaration.columns).filter(([each]) => each !== name);
      const known = other.slice(0, 2).map(([each]) => each);
      const cells = [header, ...known];
      const found = findHeader(declaration, [{ number: 1, cells }], [], new Map(), '2026Q3');
      if (found?.columns[0]?.column === name) return [];
      const open = Object.keys(declaration.columns);
      const [best, ...others] = guesses(
        declaration,
        [{ index: 0, header }],
        open,
        rowsOf(cellsOf(name, column)),
        roster,
        '2026Q3',
      );
      return best?.column === name && others.length === 0
        ? []
        : [`${table}.${name} ${header} → ${best?.column} ${others.map((each) => each.column)}`];
    });
    expect(wrong).toEqual([]);
  });

  test('spellings that leave a doubt are never read of themselves', () => {
    const found = findHeader(
      tables.deposits,
      [{ number: 1, cells: ['工号', '客户号', '日均', '余额'] }],
      [],
      new Map(),
      '2026Q3',
    );
    expect(found?.columns.map(({ column }) => column)).toEqual(['manager_id', 'customer_id', null, null]);
  });

  test('the one that a table declares goes before a further spelling of the same column', () => {
    const header = ['工号', '客户号', '期末余额', '账户余额'];
    const found = findHeader(tables.deposits, [{ number: 1, cells: header }], [], new Map(), '2026Q3');
    expect(found?.twice).toEqual([]);
    expect(found?.passedOver).toEqual([{ column: 'end_balance', used: '期末余额', others: ['账户余额'] }]);
  });
});

function ownsColumn(table: TableId, column: string): boolean {
  const [first = '', second] = column.split('.');
  return second === undefined
    ? first in tables[table].columns
    : first === table && second in tables[table].columns;
}

describe('what is no header of ours is not taken for one by its looks', () => {
  const best = (table: TableId, header: string, cells: readonly Cell[]) =>
    guesses(
      tables[table],
      [{ index: 0, header }],
      Object.keys(tables[table].columns),
      rowsOf(cells),
      roster,
      '2026Q3',
    )[0]?.column ?? null;

  test.each([
    ['roster', '序号', ['1', '2', '3']],
    ['roster', '岗位名称', ['客户经理岗', '综合岗']],
    ['deposits', '利率', ['0.35', '1.5']],
    ['deposits', '机构号', ['9901', '9902']],
    ['deposits', '开户日期', ['2020-01-01']],
    ['deposits', '比年初增减', ['1', '2']],
    ['deposits', '月日均余额', ['1', '2']],
    ['loans', '客户经理电话', ['13800000000']],
    ['loans', '授信额度', ['100']],
  ] as const)('%s %s', (table, header, cells) => expect(best(table, header, cells)).toBeNull());

  test('values decide where words do not: currencies, classes, ids and names of the roster', () => {
    expect(best('deposits', '甲', ['美元', 'CNY'])).toBe('currency');
    expect(best('classification', '甲', ['正常', '关注一级', '次级'])).toBe('class');
    expect(best('deposits', '甲', ['0012', '0013', '0012'])).toBe('manager_id');
  });
});
