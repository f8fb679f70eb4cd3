/** Forms: rows of cells that each take some columns of the sheet's grid. */
import type { Text } from '../model/text.ts';
import { blank, words } from './cells.ts';
import type { Block, Cell, FormCell } from './sheet.ts';

interface FormRow {
  readonly cells: readonly FormCell[];
  readonly height?: number | undefined;
}

/** A cell of a form: as all cells, these have one shape. */
const spanning = (cell: Cell, look: Cell['look'], span: number): FormCell => ({
  value: cell.value,
  format: cell.format,
  formula: cell.formula,
  look,
  tone: cell.tone,
  link: cell.link,
  anchor: cell.anchor,
  indent: cell.indent,
  open: cell.open,
  choices: cell.choices,
  span,
});

export const over = (span: number, cell: Cell): FormCell => spanning(cell, cell.look, span);

/** A caption over `span` columns. */
export const label = (text: Text, span: number): FormCell => spanning(words(text), 'label', span);

/** A value in a box over `span` columns. */
export const value = (cell: Cell, span: number): FormCell =>
  spanning(cell, cell.look === undefined || cell.look === 'mark' ? 'value' : cell.look, span);

export const form = (rows: readonly FormRow[]): Block => ({ kind: 'form', rows });

/** A small table of a form: captions over their columns, then the rows. */
export const grid = (
  columns: readonly { readonly header: Text; readonly span: number }[],
  rows: readonly (readonly Cell[])[],
): Block =>
  form([
    { cells: columns.map(({ header, span }) => label(header, span)) },
    ...rows.map((row) => ({
      cells: columns.map(({ span }, index) => value(row[index] ?? blank, span)),
    })),
  ]);
