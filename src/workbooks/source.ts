/** The columns that say where a row comes from: the last ones of every detail list. */
import type { RowOrigin } from '../model/table.ts';
import { alike, type Column, column } from '../spreadsheet/list.ts';

/** `贷款.xlsx / 贷款`: the file, and its sheet where it has several. */
export const sourceName = ({ source }: RowOrigin): string =>
  source.sheet === null ? source.file : `${source.file} / ${source.sheet}`;

/** `widest`: of the source's column, where other lists stand in the same columns. */
export const sourceColumns = <R>(originOf: (row: R) => RowOrigin | null, widest = 34): Column<R>[] => [
  column(
    'source',
    { zh: '来源', en: 'Source' },
    [10, widest],
    alike('text', (row) => {
      const origin = originOf(row);
      return origin === null ? null : sourceName(origin);
    }),
  ),
  column(
    'row',
    { zh: '行号', en: 'Row' },
    [6, 8],
    alike('whole', (row) => originOf(row)?.row ?? null),
  ),
];

/** The same in long lists of figures: paper has no room for them. */
export const sourceOnScreen = <R>(originOf: (row: R) => RowOrigin | null): Column<R>[] =>
  sourceColumns(originOf).map((column) => ({ ...column, onScreen: true }));
