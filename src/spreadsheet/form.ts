/** Forms: rows of cells that each take some columns of the sheet's grid. */
import type { Text } from '../model/text.ts';
import type { Block, Cell, FormCell } from './sheet.ts';

interface FormRow {
  readonly cells: readonly FormCell[];
  readonly height?: number | undefined;
}

export const over = (span: number, cell: Cell): FormCell => ({ ...cell, span });

/** A caption over `span` columns. */
export const label = (text: Text, span: number): FormCell => ({
  value: text,
  format: 'text',
  look: 'label',
  span,
});

/** A value in a box over `span` columns. */
export const value = (cell: Cell, span: number): FormCell => ({
  ...cell,
  look: cell.look === undefined || cell.look === 'mark' ? 'value' : cell.look,
  span,
});

export const form = (rows: readonly FormRow[]): Block => ({ kind: 'form', rows });

/** A small table of a form: captions over their columns, then the rows. */
export const grid = (
  columns: readonly { readonly header: Text; readonly span: number }[],
  rows: readonly (readonly Cell[])[],
): Block =>
  form([
    { cells: columns.map(({ header, span }) => label(header, span)) },
    ...rows.map((row) => ({
      cells: columns.map(({ span }, index) => value(row[index] ?? { value: null, format: 'text' }, span)),
    })),
  ]);
