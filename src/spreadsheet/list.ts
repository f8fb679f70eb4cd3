/** A list declared by its columns: each says its header and how a row becomes its cell. */
import { none, type Text } from '../model/text.ts';
import { blank, cell, empty, words } from './cells.ts';
import {
  type AlikeCells,
  type Cell,
  type CellKind,
  type FilledColumn,
  formula,
  type List,
  type ListColumn,
} from './sheet.ts';
import type { Format } from './style.ts';

type CellOf<R> = (row: R, index: number) => Cell;

/** Cells that are alike, and what a row puts into its own. */
interface Alike<R> {
  readonly like: AlikeCells['like'];
  readonly value: (row: R, index: number) => Cell['value'];
}

export interface Column<R> extends ListColumn {
  readonly of: CellOf<R> | Alike<R>;
  /** Summed under the list. */
  readonly total?: true;
  /** The column is left out where this says no. */
  readonly when?: (rows: readonly R[]) => boolean;
}

type Width = NonNullable<ListColumn['width']>;
type More<R> = Omit<Column<R>, 'key' | 'header' | 'of'>;

/** A column as one entry of a list's table: its key, its header, its width or whatever else is to be said of it, a row's cell. */
export function column<R>(key: string, header: Text, of: Column<R>['of']): Column<R>;
export function column<R>(key: string, header: Text, more: Width | More<R>, of: Column<R>['of']): Column<R>;
export function column<R>(
  key: string,
  header: Text,
  ...rest: [of: Column<R>['of']] | [more: Width | More<R>, of: Column<R>['of']]
): Column<R> {
  const [more, of] = rest.length === 1 ? [{}, rest[0]] : rest;
  return { key, header, ...(isWidth(more) ? { width: more } : more), of };
}

/** The cells of a column in which rows differ by what they hold only: in long lists nearly all. */
export const alike = <R>(
  format: Format,
  value: Alike<R>['value'],
  more: Omit<AlikeCells['like'], 'format'> = {},
): Alike<R> => ({ like: { format, ...more }, value });

const isWidth = (more: object): more is Width => Array.isArray(more);

/** What is to be said of a column's cell in a row, but for what it holds. */
export const kindAt = (cells: FilledColumn['cells'], row: number): CellKind =>
  'like' in cells ? cells.like : (cells[row] ?? blank);

/** What a column's cell in a row holds. */
export const valueAt = (cells: FilledColumn['cells'], row: number): Cell['value'] =>
  ('like' in cells ? cells.values[row] : cells[row]?.value) ?? null;

interface ListOptions {
  /** The word before the sums. */
  readonly totals?: Text;
  readonly empty?: Text;
}

/** The sum of a column as shown, exact in the column's own places. */
function totalOf(id: string, { key, cells }: FilledColumn, rows: number): Cell {
  const places = 1_000_000;
  let format: Format | null = null;
  // A sum of doubles while it is exact, as nearly every one stays; what goes beyond is carried over.
  let [sum, carried] = [0, 0n];
  for (let row = 0; row < rows; row += 1) {
    const value = valueAt(cells, row);
    if (typeof value !== 'number') continue;
    format ??= kindAt(cells, row).format;
    const millionths = Math.round(value * places);
    if (Number.isSafeInteger(sum + millionths)) sum += millionths;
    else [sum, carried] = [0, carried + BigInt(sum) + BigInt(millionths)];
  }
  return cell(Number(carried + BigInt(sum)) / places, format ?? 'whole', {
    look: 'total',
    // 109: what a filter hides is left out, so a filtered list shows the sum of what is on show.
    formula: formula`SUBTOTAL(109,${{ list: id, column: key }})`,
  });
}

const cellsOf = <R>({ of }: Column<R>, rows: readonly R[]): FilledColumn['cells'] =>
  'like' in of ? { like: of.like, values: rows.map(of.value) } : rows.map(of);

export function list<R>(
  id: string,
  declared: readonly Column<R>[],
  rows: readonly R[],
  options: ListOptions = {},
): List {
  const columns = declared
    .filter((column) => column.when?.(rows) ?? true)
    .map((column) => ({ ...column, cells: cellsOf(column, rows) }));
  const totalled = rows.length > 0 && columns.some((column) => column.total === true);
  return {
    kind: 'list',
    id,
    columns,
    rows: rows.length,
    empty: options.empty ?? none,
    totals: totalled
      ? columns.map((column, index) => {
          if (column.total === true) return totalOf(id, column, rows.length);
          return index === 0
            ? words(options.totals ?? { zh: '合计', en: 'Total' }, { look: 'total' })
            : empty({ look: 'total' });
        })
      : null,
  };
}
