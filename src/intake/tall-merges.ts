/** Cells merged over several rows of a table: a value in the first of them, and none in the others. */
import type { Merge } from './files/sheet.ts';

interface Column<Planned> {
  readonly planned: Planned;
  /** By their first row. */
  readonly merges: Merge[];
  /** How many of them begin above the row asked for. */
  begun: number;
  /** Of these the one that reaches furthest down. */
  deepest: Merge | null;
}

const none: readonly never[] = [];

/**
 * Merges beside the table's columns, or wholly in its header, are not kept. Rows are asked for in their order, so that
 * each merge is looked at once.
 */
export class TallMerges<Planned extends { readonly index: number }> {
  readonly #columns: readonly Column<Planned>[];

  constructor(merges: readonly Merge[], columns: readonly Planned[], lastHeaderRow: number) {
    const byColumn = new Map<Planned, Merge[]>();
    for (const merge of merges) {
      if (merge.bottom <= merge.top || merge.bottom <= lastHeaderRow) continue;
      const planned = columns.find(({ index }) => index >= merge.left && index <= merge.right);
      if (planned === undefined) continue;
      const known = byColumn.get(planned);
      if (known === undefined) byColumn.set(planned, [merge]);
      else known.push(merge);
    }
    this.#columns = [...byColumn].map(([planned, ofColumn]) => ({
      planned,
      merges: ofColumn.sort((a, b) => a.top - b.top),
      begun: 0,
      deepest: null,
    }));
  }

  /** The columns in which a merge that began above covers this row. */
  over(row: number): readonly { readonly planned: Planned; readonly merge: Merge }[] {
    if (this.#columns.length === 0) return none;
    return this.#columns.flatMap((column) => {
      for (let next = column.merges[column.begun]; next !== undefined && next.top < row; ) {
        if (column.deepest === null || next.bottom > column.deepest.bottom) column.deepest = next;
        column.begun += 1;
        next = column.merges[column.begun];
      }
      const { planned, deepest } = column;
      return deepest === null || deepest.bottom < row ? [] : [{ planned, merge: deepest }];
    });
  }
}
