/** One sheet while it is being laid out: cells are put on it, and its rows grow with them. */
import type { Lang } from '../model/text.ts';
import { rangeAddress } from './address.ts';
import { clean } from './clean.ts';
import type { ChartRow } from './drawn.ts';
import { linesOf } from './measure.ts';
import type { PlacedCell, PlacedEntry, PlacedSheet, PlacedTable } from './placed.ts';
import { type Register, resolve, targetOf } from './references.ts';
import type { Cell } from './sheet.ts';
import { fontSizeOf, isBold, rowHeight, styleOf, wraps } from './style.ts';
import { boldness, contentOf, padding } from './widths.ts';

/** Where a cell is put; `list`: the list whose row it stands in. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly span?: number;
  readonly list?: string;
}

export interface Canvas {
  readonly lang: Lang;
  readonly widths: readonly number[];
  readonly cells: PlacedCell[];
  readonly merges: string[];
  readonly heights: Map<number, number>;
  readonly tables: PlacedTable[];
  readonly marks: PlacedSheet['marks'][number][];
  readonly entries: PlacedEntry[];
  readonly charts: ChartRow[];
  put(cell: Cell, spot: Spot): void;
}

export function canvasOf(name: string, widths: readonly number[], lang: Lang, register: Register): Canvas {
  const cells: PlacedCell[] = [];
  const merges: string[] = [];
  const heights = new Map<number, number>();

  /** Makes a row high enough for a text in so many columns. */
  const grow = (cell: Cell, value: string | number | null, { row, column, span = 1 }: Spot): void => {
    const look = cell.look ?? 'body';
    let lines = 1;
    if (typeof value === 'string' && wraps(look)) {
      const scale = (fontSizeOf(look) / fontSizeOf('body')) * (isBold(look) ? boldness : 1);
      let across = 0;
      for (let at = column - 1; at < column - 1 + span; at += 1) across += widths[at] ?? 0;
      lines = linesOf(value, (across - 2 * (cell.indent ?? 0)) / scale - padding / 2);
    }
    const height = rowHeight(lines, fontSizeOf(look));
    if (height > (heights.get(row) ?? 0)) heights.set(row, height);
  };

  const put = (cell: Cell, spot: Spot): void => {
    const { row, column, span = 1, list = null } = spot;
    const value = contentOf(cell, lang);
    const { formula, link, look = 'body', format, tone, indent = 0 } = cell;
    const style = styleOf(look, format, tone, indent, link !== undefined, cell.open === true);
    cells.push({
      row,
      column,
      value,
      formula: formula === undefined ? null : resolve(formula, { sheet: name, row, list }, lang, register),
      link: link === undefined ? null : targetOf(link, lang, register),
      style,
      choices: cell.choices?.map((choice) => clean(choice[lang])) ?? null,
    });
    for (let next = column + 1; next < column + span; next += 1)
      cells.push({ row, column: next, value: null, formula: null, link: null, style, choices: null });
    if (span > 1) merges.push(rangeAddress(row, column, row, column + span - 1));
    grow(cell, value, spot);
  };

  return { lang, widths, cells, merges, heights, tables: [], marks: [], entries: [], charts: [], put };
}
