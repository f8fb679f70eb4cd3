/** Rows in an order that comes from what they say, not from where they stood: a reordered export gives the same results. */
import { Decimal } from '../model/money.ts';
import { compare, type Ratio } from '../model/ratio.ts';
import type { RowOrigin } from '../model/table.ts';
import { type TableId, tables } from '../model/tables/index.ts';

type Cell = string | number | bigint | Decimal | Ratio | null;

function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (a instanceof Decimal && b instanceof Decimal) return a.cmp(b);
  if (typeof a === 'object' && typeof b === 'object') return compare(a as Ratio, b as Ratio);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares two rows of a table by their cells, column by column as the table declares them. */
export function compareRows(table: TableId): (a: RowOrigin, b: RowOrigin) => number {
  const columns = Object.keys(tables[table].columns);
  return (a, b) => {
    const [left, right] = [a, b] as unknown as [Record<string, Cell>, Record<string, Cell>];
    for (const column of columns) {
      const order = compareCells(left[column] ?? null, right[column] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };
}
