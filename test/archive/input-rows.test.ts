/** Where an input was changed: sums over rows and columns, as they are read and as an archive keeps them. */
import { describe, expect, test } from 'vitest';
import {
  inputRowsOf,
  inputRowsSchema,
  type SheetChange,
  sheetChanges,
} from '../../src/archive/input-rows.ts';
import type { Cell } from '../../src/intake/files/sheet.ts';
import { RowSums } from '../../src/intake/row-sums.ts';
import type { SheetSums } from '../../src/model/package.ts';

const table: readonly (readonly Cell[])[] = [
  ['id', 'name', 'amount'],
  ['1', '张一', 100.5],
  [],
  ['2', '李二', 200],
  ['3', '王三', null],
];

/** The sums of a sheet whose rows are numbered 1, 2 … in two batches. */
async function sumsOf(rows: readonly (readonly Cell[])[]): Promise<SheetSums> {
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells }));
  async function* batches() {
    yield numbered.slice(0, 2);
    yield numbered.slice(2);
  }
  const sums = new RowSums();
  for await (const _ of sums.over(batches()));
  return sums.of({ file: 'a.csv', sheet: null });
}

async function changed(
  change: (rows: Cell[][]) => void,
): Promise<Pick<SheetChange, 'rows' | 'columns' | 'more'> | null> {
  const then = inputRowsSchema.parse(
    JSON.parse(JSON.stringify(inputRowsOf({ sums: [await sumsOf(table)] }))),
  );
  const rows = table.map((cells) => [...cells]);
  change(rows);
  const [found] = sheetChanges(then, [await sumsOf(rows)]);
  if (found === undefined) return null;
  const { rows: differing, columns, more } = found;
  return { rows: differing, columns, more };
}

const set = (row: number, column: number, value: Cell) => (rows: Cell[][]) => {
  const cells = rows[row - 1];
  if (cells !== undefined) cells[column] = value;
};

describe('a sheet that was changed', () => {
  test('in one cell: the row and the column that cross there', async () => {
    expect(await changed(set(4, 2, 200.01))).toEqual({ rows: [4], columns: [2], more: 0 });
    expect(await changed(set(2, 1, '张'))).toEqual({ rows: [2], columns: [1], more: 0 });
    expect(await changed(set(5, 2, 0))).toEqual({ rows: [5], columns: [2], more: 0 });
    expect(await changed(set(3, 0, '4'))).toEqual({ rows: [3], columns: [0], more: 0 });
  });

  test('in several: the rows and the columns', async () => {
    const both = (rows: Cell[][]) => {
      set(2, 2, 1)(rows);
      set(5, 1, '王')(rows);
    };
    expect(await changed(both)).toEqual({ rows: [2, 5], columns: [1, 2], more: 0 });
  });

  test('by rows that came or went', async () => {
    expect(await changed((rows) => rows.splice(3, 0, ['9', '新', 1]))).toEqual({
      rows: [4],
      columns: [],
      more: 1,
    });
    expect(await changed((rows) => rows.splice(3, 1))).toEqual({ rows: [], columns: [], more: -1 });
    expect(await changed((rows) => rows.push(['9', '新', 1], ['8', '新', 1]))).toEqual({
      rows: [6, 7],
      columns: [],
      more: 2,
    });
  });

  test('not by blanks at the end of a row, nor where two cells change places unseen', async () => {
    expect(await changed(set(4, 3, null))).toBeNull();
    expect(await changed(() => {})).toBeNull();
    const swapped = (rows: Cell[][]) => {
      set(4, 0, '李二')(rows);
      set(4, 1, '2')(rows);
    };
    expect(await changed(swapped)).toEqual({ rows: [4], columns: [0, 1], more: 0 });
  });
});
