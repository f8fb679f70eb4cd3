/**
 * Sheets that hold the rows of another: someone's copy, saved again perhaps, or another period's export left lying. Each
 * is one mistake, whatever the number of its rows.
 */
import type { Reading, SheetSums, Tables } from '../../model/package.ts';
import type { RowOrigin, Source } from '../../model/table.ts';
import { type TableId, tableIds } from '../../model/tables/index.ts';
import { emptyRow } from '../row-sums.ts';
import { hash } from './groups.ts';
import { rowKeys } from './row-keys.ts';

export interface Copy {
  readonly source: Source;
  readonly of: Source;
  /** Rows that both have, of how many. */
  readonly shared: number;
  readonly rows: number;
}

/** So few rows are told one by one. */
const fewestShared = 3;

interface Lists {
  readonly sources: readonly Source[];
  /** A number drawn from each row of a source, the same for the same row. */
  readonly numbers: readonly (readonly number[])[];
}

/** Of two sheets of one table that share most of the smaller one's rows the one to be blamed, once. */
export function copiesIn(
  tables: Tables,
  readings: readonly Reading[],
  sums: readonly SheetSums[],
  isSuspect: (source: Source) => boolean,
): Copy[] {
  const copies = new Map<Source, Copy>();
  for (const table of tableIds) {
    const ofTable = readings.filter((reading) => reading.table === table);
    // A rate that is stated twice counts once.
    if (ofTable.length < 2 || table === 'fx') continue;
    for (const lists of [byKey(table, tables, ofTable), byContent(ofTable, sums)]) {
      for (const { a, b, shared } of overlaps(lists)) {
        const sizes = [a, b].map((index) => lists.numbers[index]?.length ?? 0);
        if (shared < fewestShared || shared * 2 < Math.min(...sizes)) continue;
        const [first, second] = [lists.sources[a], lists.sources[b]];
        if (first === undefined || second === undefined || copies.has(first) || copies.has(second)) continue;
        const isFirst = isSuspect(first) && !isSuspect(second);
        const [source, of, rows] = isFirst ? [first, second, sizes[0]] : [second, first, sizes[1]];
        copies.set(source, { source, of, shared, rows: rows ?? 0 });
      }
    }
  }
  return [...copies.values()];
}

/** By what the rows are of: the next quarter's export has other figures on the same accounts. */
function byKey(table: TableId, tables: Tables, readings: readonly Reading[]): Lists {
  const keyOf = (rowKeys as Partial<Record<TableId, (row: never) => string | null>>)[table];
  const numbers = new Map<Source, number[]>(readings.map(({ source }) => [source, []]));
  for (const row of keyOf === undefined ? [] : (tables[table] as readonly RowOrigin[])) {
    const key = keyOf?.(row as never) ?? null;
    if (key !== null) numbers.get(row.source)?.push(hash(key));
  }
  return { sources: [...numbers.keys()], numbers: [...numbers.values()] };
}

/** By all that the rows show: where nothing names them, and where they are in error. */
function byContent(readings: readonly Reading[], sums: readonly SheetSums[]): Lists {
  const bySource = new Map(sums.map((each) => [each.source, each]));
  return {
    sources: readings.map(({ source }) => source),
    numbers: readings.map(({ source, headerRows }) => {
      const { numbers = [], rows = [] } = bySource.get(source) ?? {};
      const header = headerRows.at(-1) ?? 0;
      return [...rows].filter((sum, index) => sum !== emptyRow && (numbers[index] ?? 0) > header);
    }),
  };
}

interface Overlap {
  /** Places in the lists, `a` before `b`. */
  readonly a: number;
  readonly b: number;
  /** Numbers of `b` that `a` has too, and no list before it. */
  readonly shared: number;
}

const mostLists = 2 ** 20;

/** Whether a number may occur twice: nearly none does, and they need not all be sorted. */
function repeating(lists: Lists['numbers']): (number: number) => boolean {
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  const counts = new Uint8Array(2 ** Math.ceil(Math.log2(count * 8 + 1)));
  const lowBits = counts.length - 1;
  for (const list of lists)
    for (let at = 0; at < list.length; at += 1) {
      const place = (list[at] ?? 0) & lowBits;
      counts[place] = counts[place] === 0 ? 1 : 2;
    }
  return (number) => counts[number & lowBits] === 2;
}

/** What several lists may have, sorted together: as quick for many lists as for two. */
function overlaps({ numbers: lists }: Lists): Overlap[] {
  const mayRepeat = repeating(lists);
  const found: number[] = [];
  for (const [index, list] of lists.entries())
    for (const number of list) if (mayRepeat(number)) found.push((number >>> 0) * mostLists + index);
  const all = new Float64Array(found).sort();
  const shared = new Map<number, number>();
  let number = -1;
  let a = 0;
  for (const entry of all) {
    const b = entry % mostLists;
    const isNext = Math.floor(entry / mostLists) !== number;
    if (isNext) {
      number = Math.floor(entry / mostLists);
      a = b;
    } else if (b !== a) shared.set(a * mostLists + b, (shared.get(a * mostLists + b) ?? 0) + 1);
  }
  return [...shared].map(([pair, count]) => ({
    a: Math.floor(pair / mostLists),
    b: pair % mostLists,
    shared: count,
  }));
}
