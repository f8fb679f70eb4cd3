/** The tables without some of their rows. */
import type { Reading, Tables } from '../model/package.ts';
import type { RowOrigin, Source } from '../model/table.ts';
import { tableIds } from '../model/tables/index.ts';

interface Read {
  readonly tables: Tables;
  readonly readings: readonly Reading[];
}

/** Leaves out rows that are found to be in error, or not to count, only beside others: the books count them as such. */
export function withoutRows(
  { tables, readings }: Read,
  rows: ReadonlySet<RowOrigin>,
  countedAs: 'rowsInError' | 'rowsDropped',
): Read {
  if (rows.size === 0) return { tables, readings };
  // The rows of a sheet share its source.
  const counts = new Map<Source, number>();
  for (const { source } of rows) counts.set(source, (counts.get(source) ?? 0) + 1);
  return {
    tables: rowsWhere(tables, (row) => !rows.has(row)),
    readings: readings.map((reading) => {
      const count = counts.get(reading.source) ?? 0;
      return {
        ...reading,
        rowsKept: reading.rowsKept - count,
        [countedAs]: reading[countedAs] + count,
      };
    }),
  };
}

/** The rows of all other files and sheets. */
export const withoutSources = (tables: Tables, sources: ReadonlySet<Source>): Tables =>
  sources.size === 0 ? tables : rowsWhere(tables, ({ source }) => !sources.has(source));

function rowsWhere(tables: Tables, isKept: (row: RowOrigin) => boolean): Tables {
  const kept = tableIds.map((table) => {
    const rows: readonly RowOrigin[] = tables[table];
    return [table, rows.filter(isKept)];
  });
  return Object.fromEntries(kept);
}
