/** Rows that are found to be in error only beside others: they leave the tables, and the books count them as in error. */
import type { Reading, Tables } from '../model/package.ts';
import type { RowOrigin, Source } from '../model/table.ts';
import { tableIds } from '../model/tables/index.ts';

interface Read {
  readonly tables: Tables;
  readonly readings: readonly Reading[];
}

export function withoutErrors({ tables, readings }: Read, inError: ReadonlySet<RowOrigin>): Read {
  if (inError.size === 0) return { tables, readings };
  const kept = tableIds.map((table) => {
    const rows: readonly RowOrigin[] = tables[table];
    return [table, rows.filter((row) => !inError.has(row))];
  });
  // The rows of a sheet share its source.
  const counts = new Map<Source, number>();
  for (const { source } of inError) counts.set(source, (counts.get(source) ?? 0) + 1);
  return {
    tables: Object.fromEntries(kept),
    readings: readings.map((reading) => {
      const count = counts.get(reading.source) ?? 0;
      return {
        ...reading,
        rowsKept: reading.rowsKept - count,
        rowsInError: reading.rowsInError + count,
      };
    }),
  };
}
