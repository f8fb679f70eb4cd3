/** A list declared by its columns: each says its header and how a row becomes its cell. */
import { none, type Text } from '../model/text.ts';
import { cell, empty, words } from './cells.ts';
import { type Cell, formula, type List, type ListColumn } from './sheet.ts';
import type { Format } from './style.ts';

export interface Column<R> extends ListColumn {
  readonly of: (row: R, index: number) => Cell;
  /** Summed under the list. */
  readonly total?: true;
  /** The column is left out where this says no. */
  readonly when?: (rows: readonly R[]) => boolean;
}

type Width = NonNullable<ListColumn['width']>;
type CellOf<R> = Column<R>['of'];
type More<R> = Omit<Column<R>, 'key' | 'header' | 'of'>;

/** A column as one entry of a list's table: its key, its header, its width or whatever else is to be said of it, a row's cell. */
export function column<R>(key: string, header: Text, of: CellOf<R>): Column<R>;
export function column<R>(key: string, header: Text, more: Width | More<R>, of: CellOf<R>): Column<R>;
export function column<R>(
  key: string,
  header: Text,
  ...rest: [of: CellOf<R>] | [more: Width | More<R>, of: CellOf<R>]
): Column<R> {
  const [more, of] = rest.length === 1 ? [{}, rest[0]] : rest;
  return { key, header, ...(isWidth(more) ? { width: more } : more), of };
}

const isWidth = (more: object): more is Width => Array.isArray(more);

interface ListOptions {
  /** The word before the sums. */
  readonly totals?: Text;
  readonly empty?: Text;
}

/** The sum of a column as shown, exact in the column's own places. */
function totalOf(id: string, key: string, rows: readonly (readonly Cell[])[], at: number): Cell {
  const places = 1_000_000;
  let format: Format | null = null;
  // A sum of doubles while it is exact, as nearly every one stays; what goes beyond is carried over.
  let [sum, carried] = [0, 0n];
  for (const row of rows) {
    const each = row[at];
    if (typeof each?.value !== 'number') continue;
    format ??= each.format;
    const millionths = Math.round(each.value * places);
    if (Number.isSafeInteger(sum + millionths)) sum += millionths;
    else [sum, carried] = [0, carried + BigInt(sum) + BigInt(millionths)];
  }
  return cell(Number(carried + BigInt(sum)) / places, format ?? 'whole', {
    look: 'total',
    // 109: what a filter hides is left out, so a filtered list shows the sum of what is on show.
    formula: formula`SUBTOTAL(109,${{ list: id, column: key }})`,
  });
}

export function list<R>(
  id: string,
  declared: readonly Column<R>[],
  rows: readonly R[],
  options: ListOptions = {},
): List {
  const columns = declared.filter((column) => column.when?.(rows) ?? true);
  const cells = rows.map((row, index) => columns.map((column) => column.of(row, index)));
  const totalled = rows.length > 0 && columns.some((column) => column.total === true);
  return {
    kind: 'list',
    id,
    columns,
    rows: cells,
    empty: options.empty ?? none,
    totals: totalled
      ? columns.map((column, index) => {
          if (column.total === true) return totalOf(id, column.key, cells, index);
          return index === 0
            ? words(options.totals ?? { zh: '合计', en: 'Total' }, { look: 'total' })
            : empty({ look: 'total' });
        })
      : null,
  };
}
